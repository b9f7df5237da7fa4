// Two libraries come together: what both have stands once, what was changed on both sides stands twice, and nothing is lost.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { carryLook } from '../../../../../electron/core/carrying/tasks.ts'
import { readNoted, UNNOTED, writeNoted, type Noted } from '../../../../../electron/core/library/curating/rows.ts'
import { dismiss, dismissed } from '../../../../../electron/core/checking/dismissals.ts'
import type { DraftId } from '../../../../../shared/model/ids.ts'
import { bring, declarationsIn, openOther, out, secondParagraph, startFrom, store, textsIn, write, type Library } from '../../../../support/carried.ts'

const titles = ({ drafts }: Library) => drafts.list().map(({ title }) => title).sort()

describe('a whole library in an empty one', () => {
  const from = openOther()
  const to = openOther()
  const base = store(from, 'рост')
  const draft = startFrom(from, base)
  from.drafts.createVersion(draft, 'К первому кругу')
  write(from, draft, 'Новые слова.')
  dismiss(from.db, draft, { block: 'b1', kind: 'year', found: '2022', near: '…' })
  from.settings.set({ author: 'Первый' })
  to.settings.set({ author: 'Второй' })
  const { summary } = bring(to, out(from))

  test('is all new', () => {
    expect(summary).toMatchObject({
      counts: { declarations: 1, drafts: 1, versions: 1 }, declarations: { new: 1, same: 0 }, drafts: { new: 1, both: 0 }, versions: { new: 1 },
    })
  })
  test('has the same ids, texts, versions and findings that were let be', () => {
    expect(to.library.open(base)).toEqual(from.library.open(base))
    expect(to.drafts.open(draft)).toEqual(from.drafts.open(draft))
    expect(to.drafts.versions(draft)).toEqual(from.drafts.versions(draft))
    expect(dismissed(to.db, draft)).toEqual(dismissed(from.db, draft))
  })
  test('is searched at once, and leaves settings alone', () => {
    expect(to.library.search('рост', {}, 10, 0).total).toBe(2)
    expect(to.settings.get().author).toBe('Второй')
  })
  test('brings nothing a second time, whatever became of it here', () => {
    write(to, draft, 'Здесь иначе.')
    const again = bring(to, out(from)).summary
    expect(again).toMatchObject({ declarations: { new: 0, same: 1 }, drafts: { new: 0, same: 1, both: 0 }, versions: { new: 0, same: 1 } })
    expect(secondParagraph(to, draft)).toBe('Здесь иначе.')
  })
  test('leaves out what was taken out', () => {
    const third = openOther()
    from.library.remove(base)
    bring(third, out(from))
    expect(third.library.list().declarations).toEqual([])
    expect(third.drafts.open(draft).base).toBeNull()
    from.library.restore(base)
  })
})

describe('a declaration that both sides imported', () => {
  const [mine, theirs] = [openOther(), openOther()]
  const here = store(mine, 'мир', { place: 'Ольмин' })
  const there = store(theirs, 'мир', { place: 'Сельта' })
  const draft = startFrom(theirs, there)
  const { summary } = bring(mine, out(theirs))

  test('stands once, with the details of this side', () => {
    expect(summary.declarations).toEqual({ new: 0, same: 1, differing: 1 })
    expect(mine.library.list().declarations).toMatchObject([{ id: here, place: 'Ольмин' }])
  })
  test('is the base and the source of a draft that comes along', () => {
    const { base, statement } = mine.drafts.open(draft)
    expect(base).toBe(here)
    const sources = statement.blocks.flatMap(({ source }) => source ?? [])
    expect(new Set(sources.map(({ declarationId }) => declarationId))).toEqual(new Set([here]))
    expect(sources.flatMap(({ clauseId }) => clauseId ?? []).every((id) => mine.library.openClause(id).declarationId === here)).toBe(true)
  })
})

describe('a draft that is on both sides', () => {
  const both = (withVersion = true) => {
    const [mine, theirs] = [openOther(), openOther()]
    const draft = startFrom(mine, store(mine, 'торговлю'))
    if (withVersion) mine.drafts.createVersion(draft, 'Исходный')
    bring(theirs, out(mine))
    return { mine, theirs, draft }
  }

  test('changed there alone: its text comes here, and the one it replaces stays as a version', () => {
    const { mine, theirs, draft } = both()
    write(theirs, draft, 'Их слова.')
    theirs.drafts.createVersion(draft, 'Их версия')
    expect(bring(mine, out(theirs)).summary.drafts).toMatchObject({ newer: 1, both: 0 })
    expect(secondParagraph(mine, draft)).toBe('Их слова.')
    expect(mine.drafts.versions(draft).map(({ name }) => name).sort()).toEqual(['До переноса', 'Исходный', 'Их версия'])
  })

  test('changed here alone: nothing happens to it', () => {
    const { mine, theirs, draft } = both()
    write(mine, draft, 'Мои слова.')
    expect(bring(mine, out(theirs)).summary.drafts).toMatchObject({ new: 0, newer: 0, both: 0 })
    expect(bring(theirs, out(mine)).summary.drafts).toMatchObject({ newer: 1, both: 0 })
    expect(secondParagraph(theirs, draft)).toBe('Мои слова.')
    expect(secondParagraph(mine, draft)).toBe('Мои слова.')
  })

  test('sent without a version and changed here alone: the text that comes back is known', () => {
    const { mine, theirs, draft } = both(false)
    write(mine, draft, 'Мои слова.')
    expect(bring(mine, out(theirs)).summary.drafts).toMatchObject({ same: 1, both: 0 })
    expect(secondParagraph(mine, draft)).toBe('Мои слова.')
  })

  test('changed on both sides: both stay, each with its whole history, and the second is named', () => {
    const { mine, theirs, draft } = both()
    write(mine, draft, 'Мои слова.')
    write(theirs, draft, 'Их слова.')
    const { summary } = bring(mine, out(theirs))
    expect(summary).toMatchObject({ drafts: { both: 1 }, keptTwice: ['Проект'] })
    expect(titles(mine)).toEqual(['Проект', 'Проект (перенос)'])
    const copy = mine.drafts.list().find(({ title }) => title !== 'Проект')!.id
    expect([secondParagraph(mine, draft), secondParagraph(mine, copy)]).toEqual(['Мои слова.', 'Их слова.'])
    expect(mine.drafts.versions(copy).map(({ name }) => name)).toEqual(['Исходный'])
    bring(mine, out(theirs))
    expect(titles(mine)).toEqual(['Проект', 'Проект (перенос)'])
  })

  test('taken out here: it comes as a draft of its own', () => {
    const { mine, theirs, draft } = both()
    mine.drafts.remove(draft)
    expect(bring(mine, out(theirs)).summary.drafts).toMatchObject({ new: 1 })
    expect(titles(mine)).toEqual(['Проект'])
  })
})

test('what was noted goes along, and what is noted here stays', () => {
  const [mine, theirs] = [openOther(), openOther()]
  const [known, fresh] = [store(theirs, 'мир'), store(theirs, 'рост')]
  const here = store(mine, 'мир')
  const noted = (note: string): Noted => ({ ...UNNOTED, curation: { ...UNNOTED.curation, note, tags: ['вода'] } })
  const clauseIn = ({ library }: Library, id: typeof here) => library.open(id).clauses[0]!.id
  theirs.db.write(() => {
    writeNoted(theirs.db, known, 'declaration', noted('их'))
    writeNoted(theirs.db, clauseIn(theirs, known), 'clause', noted('их положение'))
    writeNoted(theirs.db, fresh, 'declaration', noted('новое'))
  })
  mine.db.write(() => writeNoted(mine.db, here, 'declaration', noted('моё')))
  bring(mine, out(theirs))
  const note = (subject: string) => readNoted(mine.db, subject).curation.note
  expect([note(here), note(clauseIn(mine, here)), note(fresh)]).toEqual(['моё', 'их положение', 'новое'])
})

test('a look says what would come, and changes nothing', () => {
  const [mine, theirs] = [openOther(), openOther()]
  const draft = startFrom(theirs, store(theirs, 'рост'))
  theirs.drafts.createVersion(draft, 'Одна')
  const before = mine.db.sqlite.serialize()
  const looked = carryLook(mine.db, out(theirs))
  expect(mine.db.sqlite.serialize().equals(before)).toBe(true)
  expect(bring(mine, out(theirs)).summary).toEqual(looked)
})

test('a choice carries its drafts with the declarations they were started from, and no others', () => {
  const [mine, theirs] = [openOther(), openOther()]
  const [base] = [store(theirs, 'рост'), store(theirs, 'мир')]
  const draft = startFrom(theirs, base!, 'Выбранный')
  startFrom(theirs, base!, 'Другой')
  bring(mine, out(theirs, { declarations: [], drafts: [draft] }))
  expect(mine.library.list().declarations.map(({ id }) => id)).toEqual([base])
  expect(titles(mine)).toEqual(['Выбранный'])
  expect(() => out(theirs, { declarations: [], drafts: [] })).toThrow(expect.objectContaining({ code: 'carry-empty' }))
})

describe('merging', () => {
  type Act = ['store' | 'start' | 'write' | 'version' | 'remove', number]
  const act = fc.tuple(fc.constantFrom<Act[0]>('store', 'start', 'write', 'write', 'version', 'remove'), fc.nat(3))
  const WORDS = ['рост', 'мир', 'торговлю', 'воду']

  function perform(library: Library, acts: readonly Act[]): void {
    const ids = () => library.drafts.list().map(({ id }) => id).sort()
    const at = (list: readonly DraftId[], n: number) => list[n % Math.max(1, list.length)]
    for (const [kind, n] of acts) {
      const draft = at(ids(), n)
      if (kind === 'store') store(library, WORDS[n]!)
      else if (kind === 'start') startFrom(library, store(library, WORDS[n]!), `Проект ${n}`)
      else if (draft && kind === 'write') write(library, draft, `${WORDS[n]!} ${library.ports.newId()}`)
      else if (draft && kind === 'version') library.drafts.createVersion(draft, `Версия ${n}`)
      else if (draft && kind === 'remove' && n === 0) library.drafts.remove(draft)
    }
  }
  const acts = fc.array(act, { maxLength: 8 })

  test('loses no text, is the same either way round, and brings nothing twice', () => {
    fc.assert(fc.property(acts, acts, acts, (shared, mine, theirs) => {
      const [origin, a, b] = [openOther(), openOther(), openOther()]
      perform(origin, shared)
      store(origin, 'начало')
      const common = out(origin)
      for (const side of [a, b]) bring(side, common)
      perform(a, mine)
      perform(b, theirs)
      const [before, fromA, fromB] = [[textsIn(a), textsIn(b)], out(a), out(b)]
      // What a side had been brought before and changed since, it need not have again.
      const known = textsIn(origin)
      const taken = [...presentTexts(a), ...presentTexts(b)].filter((text) => !known.has(text))
      bring(a, fromB)
      bring(b, fromA)
      for (const [side, own] of [[a, before[0]!], [b, before[1]!]] as const) {
        expect([...own].filter((text) => !textsIn(side).has(text))).toEqual([])
        expect(taken.filter((text) => !textsIn(side).has(text))).toEqual([])
      }
      expect(new Set(declarationsIn(a))).toEqual(new Set(declarationsIn(b)))
      const [texts, drafts] = [textsIn(a), titles(a)]
      const { summary } = bring(a, fromB)
      expect(summary).toMatchObject({ declarations: { new: 0 }, drafts: { new: 0, newer: 0, both: 0 }, versions: { new: 0 } })
      expect([textsIn(a), titles(a)]).toEqual([texts, drafts])
    }), { numRuns: 40 })
  })

  /** Texts that a carry file takes along: of drafts that are there, and of their versions. */
  function presentTexts(library: Library): Set<string> {
    const third = openOther()
    bring(third, out(library))
    return textsIn(third)
  }
})
