// Drafts start from a form or a declaration, keep both sides of a conflict, and never lose a version.
import { statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { writeStatement } from '../../../../../electron/core/drafts/rows.ts'
import type { Draft } from '../../../../../shared/model/draft.ts'
import type { DraftId, VersionId } from '../../../../../shared/model/ids.ts'
import { labelBlocks } from '../../../../../shared/model/numbering.ts'
import { patchBetween } from '../../../../../shared/model/patch.ts'
import { blockText, type Statement } from '../../../../../shared/model/statement.ts'
import { savedText } from '../../../../support/attack.ts'
import { openServices } from '../../../../support/services.ts'
import { proposalOf } from '../../../../support/proposals.ts'
import { temporaryFile } from '../../../../support/temporary.ts'

const PARTIES = [{ state: 'Вестрия', code: 'VT' }, { state: 'Алвания', code: 'AV' }]
const fromForm = { from: { kind: 'form' as const, form: 'joint-statement-ru' }, parties: PARTIES, date: '2026-03-08', place: 'Тервен' }
const textsOf = (statement: Statement) => statement.blocks.map(blockText)
const with1 = (draft: Draft, text: string): Statement => ({ ...draft.statement, blocks: [{ id: 'b1', kind: 'paragraph', runs: [{ text }] }] })
const refusal = (code: string, details?: object) => expect.objectContaining({ code, ...(details && { details }) })

describe('a draft from a form', () => {
  const { drafts, pushed } = openServices()
  const draft = drafts.start(fromForm)

  test('has the form, the language and the parties in their order', () => {
    expect(draft).toMatchObject({ form: 'joint-statement', language: 'ru', parties: PARTIES, rev: 1, base: null, date: '2026-03-08', place: 'Тервен' })
    expect(textsOf(draft.statement).join('\n')).toContain('8 марта 2026 года')
    expect(textsOf(draft.statement).join('\n')).toContain('Вестрия и Алвания')
    expect(textsOf(draft.statement).join('\n')).not.toMatch(/[{}]/)
  })

  test('opens as it was started, stands in the list and was told to the windows', () => {
    expect(drafts.open(draft.id)).toEqual(draft)
    expect(drafts.list()).toMatchObject([{ id: draft.id, title: draft.title, openChanges: 0, paragraphs: 2 }])
    expect(pushed).toContainEqual({ event: 'draft.changed', payload: { id: draft.id, rev: 1 } })
  })

  test('may be given a title of its own', () => expect(drafts.start({ ...fromForm, title: 'Проект' }).title).toBe('Проект'))
  test('needs a form that is there', () => {
    expect(() => drafts.start({ ...fromForm, from: { kind: 'form', form: '../secret' } })).toThrow(refusal('not-found'))
  })
})

describe('a draft from a declaration', () => {
  const { drafts, library } = openServices()
  const { id } = library.store(proposalOf([
    ['title', 'Декларация'],
    ['heading', 'Общее'],
    ['clause', 'Лидеры отметили рост.', '1.'],
    ['heading', 'Вода', 'I.'],
    ['clause', 'Лидеры решили продолжить.', '2.'],
    ['place-date', 'Ольмин, 14 мая 2021 года'],
  ], { title: 'Декларация', place: 'г. Ольмин', date: '2021-05-14', grade: 'unofficial-translation' }, { sections: 'roman', clauses: 'continuous', items: 'parenthesis' }))
  const draft = drafts.start({ from: { kind: 'declaration', id }, parties: PARTIES, date: null, place: null })
  const clauses = library.open(id).clauses

  test('keeps the text, and computes the very numbers it had', () => {
    expect(textsOf(draft.statement)).toEqual(['Декларация', 'Общее', 'Лидеры отметили рост.', 'Вода', 'Лидеры решили продолжить.', 'Ольмин, 14 мая 2021 года'])
    expect(draft.statement.blocks.some((block) => 'label' in block)).toBe(false)
    expect(labelBlocks(draft.statement.blocks, draft.statement.numbering)).toEqual([null, null, '1.', 'I.', '2.', null])
  })

  test('remembers for every paragraph where it came from', () => {
    expect(draft.base).toBe(id)
    expect(draft.statement.blocks.map((block) => block.source?.clauseId ?? null)).toEqual([null, null, clauses[0]!.id, null, clauses[1]!.id, null])
    expect(draft.statement.blocks[4]!.source).toEqual({
      clauseId: clauses[1]!.id, declarationId: id, citation: 'Ольмин 2021', date: '2021-05-14', number: '2',
      grade: 'unofficial-translation', parties: ['VT', 'AV'], text: 'Лидеры решили продолжить.',
    })
  })

  test('needs a declaration that is there', () => {
    library.remove(id)
    expect(() => drafts.start({ from: { kind: 'declaration', id }, parties: [], date: null, place: null })).toThrow(refusal('not-found'))
  })

  test('outlives it', () => {
    expect(drafts.open(draft.id).base).toBe(id)
    expect(drafts.describe(draft.id, { title: 'Новое имя' }).title).toBe('Новое имя')
  })
})

describe('saving', () => {
  const { drafts, pushed } = openServices()
  const draft = drafts.start(fromForm)

  test('counts the rev up and stores the text', () => {
    expect(drafts.save(draft.id, 1, with1(draft, 'one')).rev).toBe(2)
    expect(drafts.open(draft.id)).toMatchObject({ rev: 2, statement: with1(draft, 'one') })
    expect(pushed.at(-1)).toEqual({ event: 'draft.changed', payload: { id: draft.id, rev: 2 } })
  })

  test('on an older text is a conflict that overwrites nothing, and both texts can be kept', () => {
    expect(() => drafts.save(draft.id, 1, with1(draft, 'two'))).toThrow(refusal('conflict', { rev: 2 }))
    expect(() => drafts.save(draft.id, 3, with1(draft, 'two'))).toThrow(refusal('conflict', { rev: 2 }))
    expect(textsOf(drafts.open(draft.id).statement)).toEqual(['one'])
    const copy = drafts.copy(draft.id, 'Вторая редакция', with1(draft, 'two'))
    expect(copy).toMatchObject({ title: 'Вторая редакция', rev: 1, parties: PARTIES })
    expect(textsOf(drafts.open(copy.id).statement)).toEqual(['two'])
    expect(textsOf(drafts.open(draft.id).statement)).toEqual(['one'])
  })

  test('counts open changes and what remains', () => {
    const revision = { author: 'A', delegation: 'VT', time: '2026-01-01T00:00:00Z' }
    const blocks: Statement['blocks'] = [
      { id: 'b1', kind: 'paragraph', runs: [{ text: 'kept ' }, { text: 'new', revisions: [{ ...revision, id: 'r1', kind: 'insertion' }] }] },
      { id: 'b2', kind: 'paragraph', runs: [{ text: 'gone', revisions: [{ ...revision, id: 'r2', kind: 'deletion' }] }], mark: [{ ...revision, id: 'r2', kind: 'deletion' }] },
    ]
    drafts.save(draft.id, 2, { ...draft.statement, blocks })
    expect(drafts.list().find((entry) => entry.id === draft.id)).toMatchObject({ paragraphs: 1, openChanges: 2 })
  })

  test('of a draft that is not there', () => {
    expect(() => drafts.save('none' as DraftId, 1, draft.statement)).toThrow(refusal('not-found'))
  })
})

describe('saving what became another', () => {
  const { db, drafts, pushed } = openServices()
  const started = drafts.start(fromForm)
  const text = (rev: number): Statement => ({ ...started.statement, blocks: savedText(rev) })
  const stored = () => db.get<{ patches: number; rows: number }>('SELECT rev - text_rev AS patches, (SELECT count(*) FROM draft_patch) AS rows FROM draft WHERE id = ?', started.id)

  test('stores the patch alone, counts the rev up and tells the windows', () => {
    drafts.save(started.id, 1, text(2))
    expect(drafts.change(started.id, 2, patchBetween(text(2), text(3))!).rev).toBe(3)
    expect(stored()).toEqual({ patches: 1, rows: 1 })
    expect(drafts.open(started.id)).toMatchObject({ rev: 3, statement: text(3) })
    expect(pushed.at(-1)).toEqual({ event: 'draft.changed', payload: { id: started.id, rev: 3 } })
    expect(drafts.list()).toMatchObject([{ paragraphs: text(3).blocks.length }])
  })

  test('on an older text is a conflict, on another text it does not fit; neither changes anything', () => {
    const patch = patchBetween(text(3), text(4))!
    expect(() => drafts.change(started.id, 2, patch)).toThrow(refusal('conflict', { rev: 3 }))
    expect(() => drafts.change(started.id, 3, { ...patch, blocks: [{ at: 0, out: ['other'], put: [] }] })).toThrow(refusal('invalid'))
    expect(drafts.open(started.id)).toMatchObject({ rev: 3, statement: text(3) })
  })

  test('many times: the text is written whole now and then, and is each time what was saved', () => {
    const most: number[] = []
    for (let rev = 3; rev < 60; rev++) {
      drafts.change(started.id, rev, patchBetween(text(rev), text(rev + 1))!)
      expect(drafts.open(started.id).statement).toEqual(text(rev + 1))
      most.push(stored()!.patches)
      expect(stored()!.rows).toBe(stored()!.patches)
    }
    expect(most).toContain(0)
    expect(Math.max(...most)).toBeGreaterThan(3)
  })

  test('goes into copies and versions, and a text saved whole ends it', () => {
    const version = drafts.createVersion(started.id, 'К первому кругу')
    expect(drafts.openVersion(version.id).statement).toEqual(text(60))
    expect(drafts.copy(started.id, 'Копия').statement).toEqual(text(60))
    drafts.save(started.id, 60, text(1))
    expect(stored()).toEqual({ patches: 0, rows: 0 })
    expect(drafts.open(started.id).statement).toEqual(text(1))
  })

  test('after another service wrote the same rev: what is stored counts, not what is remembered', () => {
    const path = temporaryFile()
    const one = openServices(path)
    const { id } = one.drafts.start(fromForm)
    one.drafts.save(id, 1, text(5))
    one.db.write(() => writeStatement(one.db, id, text(6), ''))
    one.drafts.change(id, 3, patchBetween(text(6), text(7))!)
    expect(one.drafts.open(id).statement).toEqual(text(7))
    one.db.close()
  })

  test('one letter in a long draft: its paragraph is written, not the draft', () => {
    const path = temporaryFile()
    const one = openServices(path)
    const { id } = one.drafts.start(fromForm)
    const long = (letter: string): Statement => ({
      ...started.statement,
      blocks: Array.from({ length: 5000 }, (_, index) => ({ id: `b${index}`, kind: 'paragraph', runs: [{ text: `${'water '.repeat(60)}${index === 2500 ? letter : ''}` }] })),
    })
    one.drafts.save(id, 1, long('a'))
    one.drafts.change(id, 2, patchBetween(long('a'), long('b'))!)
    one.db.emptyLog()
    one.drafts.change(id, 3, patchBetween(long('b'), long('c'))!)
    expect(statSync(`${path}-wal`).size).toBeLessThan(50_000)
    one.db.close()
  })

  test('patches that do not follow each other are damage, not text', () => {
    drafts.save(started.id, 61, text(1))
    drafts.change(started.id, 62, patchBetween(text(1), text(2))!)
    drafts.change(started.id, 63, patchBetween(text(2), text(3))!)
    db.sqlite.exec('DELETE FROM draft_patch WHERE rev = 63')
    expect(() => drafts.open(started.id)).toThrow(refusal('library-damaged'))
  })
})

describe('describing', () => {
  const { drafts } = openServices()
  const draft = drafts.start(fromForm)

  test('changes what it names, and neither text nor rev', () => {
    const described = drafts.describe(draft.id, { title: 'Новое имя', parties: PARTIES })
    expect(described).toEqual({ ...draft, title: 'Новое имя', saved: described.saved })
  })

  test('fills the slots anew that stand as the form left them, and no paragraph that was worked on', () => {
    const begun = drafts.start({ ...fromForm, date: null })
    const worked = begun.statement.blocks.map((block) => (block.kind === 'place-date' ? { ...block, runs: [{ text: 'Тервен' }] } : block))
    drafts.save(begun.id, 1, { ...begun.statement, blocks: worked })
    const described = drafts.describe(begun.id, { parties: [...PARTIES].reverse(), date: '2027-05-01' })
    const texts = textsOf(described.statement)
    expect(texts.join('\n')).toContain('Алвания и Вестрия')
    expect(texts.join('\n')).toContain('1 мая 2027 года')
    expect(texts.join('\n')).not.toContain('[дата]')
    expect(texts).toContain('Тервен')
    expect(described).toMatchObject({ rev: 3, date: '2027-05-01' })
    expect(described.statement.blocks.map(({ id }) => id)).toEqual(begun.statement.blocks.map(({ id }) => id))
  })

  test('refuses a base that is not in the library', () => {
    expect(() => drafts.describe(draft.id, { base: 'none' as never })).toThrow(refusal('not-found'))
  })
})

describe('a removed draft', () => {
  const { drafts } = openServices()
  const draft = drafts.start(fromForm)
  const version = drafts.createVersion(draft.id, 'Первая')
  drafts.remove(draft.id)

  test('is in no list, opens nowhere and takes no text', () => {
    expect(drafts.list()).toEqual([])
    for (const act of [() => drafts.open(draft.id), () => drafts.save(draft.id, 1, draft.statement), () => drafts.remove(draft.id),
      () => drafts.versions(draft.id), () => drafts.openVersion(version.id)]) expect(act).toThrow(refusal('not-found'))
  })

  test('comes back with its versions', () => {
    drafts.restore(draft.id)
    expect(drafts.open(draft.id)).toEqual(draft)
    expect(drafts.versions(draft.id)).toEqual([version])
    expect(() => drafts.restore('none' as DraftId)).toThrow(refusal('not-found'))
  })
})

describe('versions', () => {
  const { drafts, settings } = openServices()
  settings.set({ author: 'И. Секст' })
  const draft = drafts.start(fromForm)
  const first = drafts.createVersion(draft.id, 'К первому кругу')
  drafts.save(draft.id, 1, with1(draft, 'later'))
  const second = drafts.createVersion(draft.id, 'Ко второму кругу')

  test('are listed newest first, with name, time and author', () => {
    expect(drafts.versions(draft.id)).toEqual([second, first])
    expect(first).toMatchObject({ name: 'К первому кругу', author: 'И. Секст', draftId: draft.id })
  })

  test('keep the text they were made of', () => {
    expect(drafts.openVersion(first.id).statement).toEqual(draft.statement)
    expect(textsOf(drafts.openVersion(second.id).statement)).toEqual(['later'])
  })

  test('are restored, and the text they replace is kept as one of them', () => {
    expect(() => drafts.restoreVersion(first.id, 1, 'До восстановления')).toThrow(refusal('conflict', { rev: 2 }))
    expect(drafts.versions(draft.id)).toHaveLength(2)
    const restored = drafts.restoreVersion(first.id, 2, 'До восстановления')
    expect(restored).toMatchObject({ rev: 3, statement: draft.statement })
    const [kept] = drafts.versions(draft.id)
    expect(kept!.name).toBe('До восстановления')
    expect(textsOf(drafts.openVersion(kept!.id).statement)).toEqual(['later'])
  })

  test('that are not there', () => {
    expect(() => drafts.openVersion('none' as VersionId)).toThrow(refusal('not-found'))
  })
})

test('what is saved is on disk before the answer: another reader of the file sees it', () => {
  const path = temporaryFile()
  const writer = openServices(path)
  const draft = writer.drafts.start(fromForm)
  writer.drafts.save(draft.id, 1, with1(draft, 'saved'))
  const reader = openServices(path)
  expect(textsOf(reader.drafts.open(draft.id).statement)).toEqual(['saved'])
  expect(() => reader.drafts.save(draft.id, 2, draft.statement)).toThrow(refusal('library-locked'))
  reader.db.close()
  writer.db.close()
})

test('a full disk while saving keeps the text saved before, and the next save works', () => {
  const { db, drafts } = openServices()
  const draft = drafts.start(fromForm)
  drafts.save(draft.id, 1, with1(draft, 'small'))
  db.sqlite.pragma(`max_page_count = ${Number(db.sqlite.pragma('page_count', { simple: true })) + 1}`)
  const large = with1(draft, 'x'.repeat(100_000))
  expect(() => drafts.save(draft.id, 2, large)).toThrow(expect.objectContaining({ code: 'SQLITE_FULL' }))
  expect(drafts.open(draft.id)).toMatchObject({ rev: 2, statement: with1(draft, 'small') })
  db.sqlite.pragma('max_page_count = 1000000')
  expect(drafts.save(draft.id, 2, large).rev).toBe(3)
})
