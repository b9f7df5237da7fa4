// What officers note is searched by and shown, goes along with a text that is imported again, and each edit is taken back exactly
// or not at all.
import { describe, expect, test } from 'vitest'
import type { CurationEdit } from '../../../../../shared/contract/curating.ts'
import type { ClauseFilter } from '../../../../../shared/contract/library.ts'
import { UNCURATED } from '../../../../../shared/model/curation.ts'
import { proposalOf } from '../../../../support/proposals.ts'
import { openServices } from '../../../../support/services.ts'
import { temporaryFile } from '../../../../support/temporary.ts'

const RIVER = 'Стороны отметили состояние реки Селены.'
const CORRIDOR = 'Стороны приветствовали развитие речного коридора.'
const MEETING = 'Стороны договорились встретиться через год.'

/** Two declarations of three clauses each. */
function filled(path?: string) {
  const services = openServices(path)
  const { library } = services
  const [one, two] = ['2021-01-01', '2023-01-01'].map((date) => library.store(proposalOf([['clause', RIVER], ['clause', CORRIDOR], ['clause', MEETING]], { date, title: date }, undefined, `${date}.txt`)).id)
  const clause = (declaration: 1 | 2, text: string) =>
    library.search('', { declarations: [declaration === 1 ? one! : two!] }, 9, 0).hits.find((hit) => hit.text === text)!.clauseId
  const edit = (about: Partial<CurationEdit>) => services.curation.edit({ declarations: [], clauses: [], change: {}, ...about })
  const found = (filter: ClauseFilter, query = '') => library.search(query, filter, 50, 0).hits.map((hit) => `${hit.declaration.slice(0, 4)} ${hit.text.split(' ')[1]}`)
  return { ...services, one: one!, two: two!, clause, edit, found }
}

describe('is searched by', () => {
  const { one, two, clause, edit, found, library } = filled()
  edit({ clauses: [clause(1, RIVER)], change: { addTags: ['вода'], favourite: true, note: 'ключевое' } })
  edit({ clauses: [clause(2, CORRIDOR)], change: { barred: 'заменено соглашением 2025 года', addTags: ['вода', 'путь'] } })
  edit({ declarations: [two], change: { addTopics: ['Транспорт'], addTags: ['общее'] }, status: 'superseded' })

  test.each<[what: string, filter: ClauseFilter, found: string[]]>([
    ['a tag, whatever its letter case', { tags: ['ВОДА'] }, ['2023 приветствовали', '2021 отметили']],
    ['several tags, all of them', { tags: ['вода', 'путь'] }, ['2023 приветствовали']],
    ['a tag of the declaration', { tags: ['общее'] }, ['2023 отметили', '2023 приветствовали', '2023 договорились']],
    ['a tag of the clause and one of its declaration', { tags: ['общее', 'путь'] }, ['2023 приветствовали']],
    ['a topic', { topics: ['транспорт'] }, ['2023 отметили', '2023 приветствовали', '2023 договорились']],
    ['favourites', { favourites: true }, ['2021 отметили']],
    ['what is not to be reused', { reuse: 'barred' }, ['2023 приветствовали']],
    ['what may be reused', { reuse: 'allowed', declarations: [two] }, ['2023 отметили', '2023 договорились']],
    ['the status', { statuses: ['superseded'], favourites: true }, []],
    ['a tag that nothing has', { tags: ['горы'] }, []],
  ])('%s', (_what, filter, expected) => {
    expect(found(filter)).toEqual(expected)
    // The same with words to look for.
    expect(found(filter, 'стороны').sort()).toEqual([...expected].sort())
  })

  test('and counted', () => {
    const { facets } = library.search('стороны', {}, 1, 0, true)
    expect(facets).toMatchObject({
      favourites: 1, barred: 1, topics: [{ value: 'Транспорт', count: 3 }], statuses: expect.arrayContaining([{ value: 'superseded', count: 3 }, { value: 'current', count: 3 }]),
    })
    expect(library.search('', {}, 1, 0, true).facets).toEqual(facets)
    expect(library.list().facets).toMatchObject({
      topics: [{ value: 'Транспорт', count: 1 }], tags: [{ value: 'общее', count: 1 }, { value: 'вода', count: 0 }, { value: 'путь', count: 0 }],
    })
  })

  test('and shown where a clause is offered', () => {
    expect(library.openClause(clause(2, CORRIDOR))).toMatchObject({ barred: 'заменено соглашением 2025 года', status: 'superseded', curation: { tags: ['вода', 'путь'] } })
    expect(library.open(one).noted).toEqual([{ clause: clause(1, RIVER), curation: { ...UNCURATED, tags: ['вода'], favourite: true, note: 'ключевое' } }])
    const steps = library.precedents({ text: CORRIDOR, language: 'ru', limit: 3 })
    let step = steps.next()
    while (!step.done) step = steps.next()
    expect(step.value[0]!.hit.barred).toBe('заменено соглашением 2025 года')
  })
})

test('a declaration that is not to be reused bars its clauses, each reason of their own first', () => {
  const { two, clause, edit, library } = filled()
  edit({ declarations: [two], change: { barred: 'утратило силу' } })
  edit({ clauses: [clause(2, RIVER)], change: { barred: 'спорная река' } })
  expect([RIVER, MEETING].map((text) => library.openClause(clause(2, text)).barred)).toEqual(['спорная река', 'утратило силу'])
})

describe('an edit of many', () => {
  const all = (services: ReturnType<typeof filled>) => JSON.stringify([services.library.list(), services.library.search('', {}, 50, 0)])

  test('is one step that is taken back exactly, what was noted before included', () => {
    const services = filled()
    const { one, two, clause, edit, curation, pushed } = services
    edit({ declarations: [one], change: { addTags: ['прежнее'], note: 'прежнее' } })
    const before = all(services)
    const step = edit({
      declarations: [one, two], clauses: [clause(1, RIVER), clause(2, RIVER)], status: 'unverified', grade: 'unofficial-translation',
      change: { addTags: ['новое'], dropTags: ['прежнее'], note: 'новое', favourite: true, barred: 'нет' },
    })
    expect(step).toMatchObject({ subjects: 4 })
    expect(all(services)).not.toBe(before)
    expect(curation.last()).toEqual(step)
    pushed.length = 0
    expect(curation.undo(step!.step)).toEqual({ subjects: 4 })
    expect(all(services)).toBe(before)
    expect(pushed.map(({ event }) => event)).toEqual(['library.changed'])
  })

  test('is taken back after another start', () => {
    const path = temporaryFile()
    const first = filled(path)
    const before = all(first)
    first.edit({ declarations: [first.one, first.two], change: { addTopics: ['Вода'] }, grade: 'press-report' })
    first.db.close()
    const { db, curation, library } = openServices(path)
    curation.undo(curation.last()!.step)
    expect(JSON.stringify([library.list(), library.search('', {}, 50, 0)])).toBe(before)
    expect(curation.last()).toBeNull()
    db.close()
  })

  test('is not taken back where any of it was changed since, and then nothing is', () => {
    const services = filled()
    const { one, two, edit, curation, library } = services
    const step = edit({ declarations: [one, two], change: { addTags: ['вода'] } })!
    library.update(two, { grade: 'press-report' })
    const now = all(services)
    expect(() => curation.undo(step.step)).toThrow(expect.objectContaining({ code: 'changed-since', details: { count: 1 } }))
    expect(all(services)).toBe(now)
    library.update(two, { grade: 'official' })
    expect(curation.undo(step.step)).toEqual({ subjects: 2 })
  })

  test('that changes nothing is no step', () => {
    const { one, edit, curation } = filled()
    expect(edit({ declarations: [one], change: { favourite: false, dropTags: ['нет'], barred: null }, status: 'current' })).toBeNull()
    expect(curation.last()).toBeNull()
  })

  test('with an id of nothing changes nothing', () => {
    const services = filled()
    const before = all(services)
    expect(() => services.edit({ declarations: [services.one, 'none' as never], change: { favourite: true } })).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect(() => services.curation.undo(99)).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect(all(services)).toBe(before)
  })

  test('of a declaration that is deleted for good leaves no word behind', () => {
    const { one, two, clause, edit, curation, library, db } = filled()
    edit({ declarations: [one, two], clauses: [clause(1, RIVER)], change: { note: 'тайна' } })
    library.remove(one)
    library.deleteForGood(one)
    expect(curation.last()).toBeNull()
    expect(db.all('SELECT subject FROM curation')).toEqual([{ subject: two }])
  })

  test('steps go back one by one, the newest first', () => {
    const { one, edit, curation, library } = filled()
    for (const tag of ['а', 'б']) edit({ declarations: [one], change: { addTags: [tag] } })
    curation.undo(curation.last()!.step)
    curation.undo(curation.last()!.step)
    expect(library.list().facets.tags).toEqual([])
  })
})

describe('a text that is imported again', () => {
  const lines = (...texts: string[]) => texts.map((text) => ['clause', text] as const)

  test.each<[what: string, fileName: string, texts: string[], noted: string[]]>([
    ['from the same file', '2021-01-01.txt', [RIVER, CORRIDOR, MEETING], [RIVER, MEETING]],
    ['from another file of it, cut otherwise', 'другой.docx', ['Преамбула.', MEETING, RIVER], [MEETING, RIVER]],
    ['with one clause changed', 'другой.docx', [RIVER.replace('состояние', 'плохое состояние'), MEETING], [MEETING]],
  ])('%s keeps what was noted about the clauses that it still has', (_what, fileName, texts, noted) => {
    const { one, clause, edit, library } = filled()
    edit({ declarations: [one], change: { addTopics: ['Вода'] }, status: 'superseded' })
    edit({ clauses: [clause(1, RIVER), clause(1, MEETING)], change: { addTags: ['ключевое'] } })
    library.remove(one)
    const again = library.store(proposalOf(lines(...texts), { date: '2021-01-01', title: '2021-01-01' }, undefined, fileName), { again: true }).id
    expect(library.search('', { tags: ['ключевое'] }, 9, 0).hits.map((hit) => hit.text)).toEqual(noted)
    expect(library.list().declarations.find(({ id }) => id === again)).toMatchObject({ status: 'superseded', curation: { topics: ['Вода'] } })
  })

  test('of another day keeps nothing', () => {
    const { clause, edit, library } = filled()
    edit({ clauses: [clause(1, RIVER)], change: { addTags: ['ключевое'] } })
    library.store(proposalOf(lines(RIVER), { date: '2022-01-01', title: '2021-01-01' }, undefined, 'другой.txt'))
    expect(library.search('', { tags: ['ключевое'] }, 9, 0).total).toBe(1)
  })
})

describe('a search that is kept', () => {
  test('is listed by name, renamed, replaced under its name, and deleted', () => {
    const { searches, pushed } = filled()
    const water = searches.save('Вода', 'река', { languages: ['ru'], tags: ['вода'] })
    searches.save('Автодороги', '"дорога"', {})
    expect(searches.list().map(({ name }) => name)).toEqual(['Автодороги', 'Вода'])
    expect(searches.save('вода', 'реки', {})).toEqual({ id: water.id, name: 'вода', query: 'реки', filter: {} })
    expect(searches.rename(water.id, 'Реки')).toMatchObject({ name: 'Реки', query: 'реки' })
    expect(() => searches.rename(water.id, 'АВТОДОРОГИ')).toThrow(expect.objectContaining({ code: 'name-taken' }))
    searches.delete(water.id)
    expect(searches.list().map(({ name }) => name)).toEqual(['Автодороги'])
    for (const act of [() => searches.delete(water.id), () => searches.rename(water.id, 'x')]) expect(act).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect(pushed.filter(({ event }) => event === 'searches.changed')).toHaveLength(5)
  })

  test('with a filter of a newer Alternat is found by its words', () => {
    const { db, searches } = filled()
    const { id } = searches.save('Вода', 'река', {})
    db.write(() => db.run("UPDATE saved_search SET filter = '{\"moods\":[1]}' WHERE id = ?", id))
    expect(searches.list()).toMatchObject([{ query: 'река', filter: {} }])
  })
})
