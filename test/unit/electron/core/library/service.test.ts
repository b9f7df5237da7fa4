// Declarations are stored whole, found again as duplicates, changed, taken out and brought back.
import { describe, expect, test } from 'vitest'
import { SAME_FILE_SQL, SAME_TEXT_SQL } from '../../../../../electron/core/library/curating/carried.ts'
import { everySql, matchingSql, rankedSql } from '../../../../../electron/core/library/search/clauseIndex.ts'
import { bringIndexUpToDate } from '../../../../../electron/core/library/search/clauseIndex.ts'
import type { DeclarationId } from '../../../../../shared/model/ids.ts'
import { openServices } from '../../../../support/services.ts'
import { proposalOf, type Line } from '../../../../support/proposals.ts'

const LINES: Line[] = [
  ['left-out', 'Фото: пресс-служба'],
  ['title', 'Совместное заявление'],
  ['chapeau', 'Стороны заявляют о нижеследующем.'],
  ['heading', 'Вода', 'I.'],
  ['clause', 'Стороны отмечают значение рек.'],
  ['clause', 'Стороны договорились:'],
  ['item', 'измерять сток;', '1)'],
  ['heading', 'Мир', 'II.'],
  ['clause', 'Стороны подтверждают приверженность миру.'],
  ['place-date', 'г. Тервен, 12 октября 2023 года'],
]

describe('what stands beside clauses', () => {
  const { library, drained } = { ...openServices(), drained: <T>(steps: Generator<void, T>): T => {
    for (;;) { const step = steps.next(); if (step.done) return step.value }
  } }
  const note = 'Измерительные посты указаны в приложении о стоке.'
  const stored = library.store(proposalOf([...LINES, ['footnote', note, '[1]']], { numbers: ['A/RES/91/14', '№ 5'] }))

  test('a footnote is no clause, is found, and is nobody’s precedent', () => {
    expect(stored).toMatchObject({ clauses: 4, passages: 1 })
    expect(library.open(stored.id).clauses.at(-1)).toMatchObject({ number: '[1]', kind: 'passage', text: note })
    expect(library.search('посты', {}, 10, 0).hits).toHaveLength(1)
    expect(drained(library.precedents({ text: note, language: 'ru', limit: 5 }))).toEqual([])
  })

  test('numbers of the document stay as they were read, until they are changed', () => {
    const numbers = () => library.open(stored.id).declaration.numbers
    expect(numbers()).toEqual(['A/RES/91/14', '№ 5'])
    library.update(stored.id, { place: 'Олмин' })
    expect(numbers()).toEqual(['A/RES/91/14', '№ 5'])
    library.update(stored.id, { numbers: ['№ 6'] })
    expect(numbers()).toEqual(['№ 6'])
    library.update(stored.id, { numbers: [] })
    expect(numbers()).toBeUndefined()
  })
})

describe('a stored declaration', () => {
  const { library, pushed } = openServices()
  const { id, clauses } = library.store(proposalOf(LINES))

  test('opens with its text, clauses and sections, without what was left out', () => {
    const opened = library.open(id)
    expect(clauses).toBe(4)
    expect(opened.clauses.map(({ number, section, text }) => [number, section, text])).toEqual([
      [null, ['I. Вода'], 'Стороны отмечают значение рек.'],
      [null, ['I. Вода'], 'Стороны договорились:'],
      ['1', ['I. Вода'], 'измерять сток;'],
      [null, ['II. Мир'], 'Стороны подтверждают приверженность миру.'],
    ])
    expect(opened.sections).toEqual([
      { level: 1, number: 'I', heading: 'Вода', clauses: 3 },
      { level: 1, number: 'II', heading: 'Мир', clauses: 1 },
    ])
    expect(opened.declaration.statement.blocks[0]!.runs).toEqual([{ text: 'Совместное заявление' }])
    expect(opened.declaration).toMatchObject({ title: 'Совместное заявление', place: 'Тервен', definedTerms: ['Стороны'] })
  })

  test('has clauses that open by the ids it gives', () => {
    for (const clause of library.open(id).clauses) expect(library.openClause(clause.id)).toMatchObject({ text: clause.text, declarationId: id })
  })

  test('is told to the windows', () => {
    expect(pushed).toContainEqual({ event: 'library.changed', payload: { id } })
  })

  test('is known by its file, and is not stored twice unless asked', () => {
    const proposal = proposalOf(LINES)
    expect(library.findByHash(proposal.hash)).toEqual({ id, title: 'Совместное заявление' })
    expect(() => library.store(proposal)).toThrow(expect.objectContaining({
      code: 'already-imported', details: { name: 'invented.txt', title: 'Совместное заявление', id },
    }))
    expect(library.list().declarations).toHaveLength(1)
    library.store(proposal, { again: true })
    expect(library.list().declarations).toHaveLength(2)
  })

  test('needs at least one paragraph', () => {
    expect(() => library.store(proposalOf([['left-out', 'all of it']]))).toThrow(expect.objectContaining({ code: 'invalid' }))
  })
})

describe('a change of what is known', () => {
  const { library } = openServices()
  const { id } = library.store(proposalOf(LINES))

  test('keeps what it does not name', () => {
    const before = library.open(id).declaration
    const summary = library.update(id, { place: 'Ольмин', parties: [{ state: 'Даррония', person: 'Лейла Орсо' }] })
    expect(summary).toMatchObject({ title: before.title, place: 'Ольмин', parties: [{ state: 'Даррония', person: 'Лейла Орсо' }] })
    expect(library.open(id).declaration).toEqual({ ...before, place: 'Ольмин', parties: [{ state: 'Даррония', person: 'Лейла Орсо' }] })
  })

  test('of the language indexes the clauses anew', () => {
    library.update(id, { language: 'kk' })
    expect(library.search('"приверженности миру"', {}, 9, 0).total).toBe(0)
    expect(library.search('"приверженность миру"', {}, 9, 0).total).toBe(1)
    expect(library.open(id).declaration.statement.language).toBe('kk')
    library.update(id, { language: 'ru' })
    expect(library.search('"приверженности миру"', {}, 9, 0).total).toBe(1)
  })
})

describe('a declaration that was taken out', () => {
  const { library } = openServices()
  const { id } = library.store(proposalOf(LINES))
  const other = library.store(proposalOf([['clause', 'Другая река.']], {}, undefined, 'other.txt'))
  const clause = library.open(id).clauses[0]!.id
  library.remove(id)

  test('is in no list and no search, and does not open', () => {
    expect(library.list().declarations.map((entry) => entry.id)).toEqual([other.id])
    expect(library.list().clauses).toBe(1)
    expect(library.search('реки', {}, 9, 0).total).toBe(1)
    expect(library.search('', {}, 9, 0).total).toBe(1)
    for (const act of [() => library.open(id), () => library.openClause(clause), () => library.remove(id), () => library.update(id, {})]) {
      expect(act).toThrow(expect.objectContaining({ code: 'not-found' }))
    }
  })

  test('is no duplicate', () => expect(library.findByHash(proposalOf(LINES).hash)).toBeNull())

  test('comes back whole', () => {
    library.restore(id)
    expect(library.search('реки', {}, 9, 0).total).toBe(2)
    expect(library.open(id).clauses).toHaveLength(4)
  })

  test('never was: not found', () => {
    expect(() => library.restore('none' as DeclarationId)).toThrow(expect.objectContaining({ code: 'not-found' }))
  })
})

test('the list is newest first and counts parties, years, languages, grades and forms', () => {
  const { library } = openServices()
  library.store(proposalOf([['clause', 'a']], { title: 'A', date: null, parties: [{ state: 'Vestria', code: 'VT' }] }))
  library.store(proposalOf([['clause', 'b']], { title: 'B', date: '2021-01-01' }))
  library.store(proposalOf([['passage', 'c']], { title: 'C', date: '2023-01-01', grade: 'press-report', form: 'other', language: 'en', parties: [{ state: 'Безымянная' }] }))
  const { declarations, facets, clauses } = library.list()
  expect(declarations.map((entry) => entry.title)).toEqual(['C', 'B', 'A'])
  // The third is a press report: its paragraph is no clause.
  expect(clauses).toBe(2)
  expect(facets).toEqual({
    parties: [{ code: 'VT', state: 'Вестрия', count: 2 }, { code: 'AV', state: 'Алвания', count: 1 }, { code: '', state: 'Безымянная', count: 1 }],
    languages: [{ value: 'ru', count: 2 }, { value: 'en', count: 1 }],
    grades: [{ value: 'official', count: 2 }, { value: 'press-report', count: 1 }],
    forms: [{ value: 'joint-statement', count: 2 }, { value: 'other', count: 1 }],
    years: [{ value: 2023, count: 1 }, { value: 2021, count: 1 }],
    statuses: [{ value: 'current', count: 3 }],
    tags: [],
    topics: [],
    favourites: 0,
    barred: 0,
  })
})

describe('the plan of', () => {
  const { db, library } = openServices()
  // Declares the filter.
  library.search('a', { languages: ['ru'] }, 1, 0)
  const plan = (sql: string) => db.sqlite.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...Array.from(sql.matchAll(/\?/g), () => '1'))
    .map((row) => (row as { detail: string }).detail)

  // Never the table of clauses for a match: what passes a filter is known in memory. "><" are the bounds of the keys.
  test.each<[what: string, sql: string, index: RegExp, sorts: number]>([
    ['a ranked search', rankedSql(false), /^SCAN clause_index VIRTUAL TABLE INDEX \d+:M2$/, 1],
    ['a ranked search with a filter', rankedSql(true), /^SCAN clause_index VIRTUAL TABLE INDEX \d+:M2?[<>]{2}M?2?$/, 1],
    ['a count with a filter', matchingSql(true), /^SCAN clause_index VIRTUAL TABLE INDEX \d+:M2?[<>]{2}M?2?$/, 0],
  ])('%s walks the index from its newest match and sorts only what it ranked', (_what, sql, index, sorts) => {
    const steps = plan(sql)
    expect(steps).toContainEqual(expect.stringMatching(index))
    expect(steps.filter((step) => step.includes('TEMP B-TREE'))).toHaveLength(sorts)
    expect(steps.join()).not.toMatch(/\bclause\b/)
  })

  test('what excludes only walks the index once', () => {
    expect(plan(everySql)).toEqual([expect.stringMatching(/^SCAN clause_index VIRTUAL TABLE INDEX \d+:M2$/)])
  })

  const rows: [what: string, sql: string, step: string][] = [
    ['where the clauses of a declaration begin', 'SELECT key FROM clause WHERE declaration = ? AND position = 0', 'SEARCH clause USING COVERING INDEX clause_by_declaration (declaration=? AND position=?)'],
    ['what is noted', 'SELECT clause.key FROM curation CROSS JOIN clause ON clause.id = curation.subject WHERE curation.kind = ?', 'SEARCH clause USING COVERING INDEX sqlite_autoindex_clause_1 (id=?)'],
    ['a clause by its id', 'SELECT * FROM clause WHERE id = ?', 'SEARCH clause USING INDEX sqlite_autoindex_clause_1 (id=?)'],
    ['the clauses of a declaration in order', 'SELECT * FROM clause WHERE declaration = ? ORDER BY position LIMIT ?', 'SEARCH clause USING INDEX clause_by_declaration (declaration=?)'],
    ['an earlier import of a text', SAME_TEXT_SQL.replace('ORDER BY added DESC', ''), 'SEARCH declaration USING INDEX declaration_by_title (title=? AND date=?)'],
    ['an earlier import of a file', SAME_FILE_SQL.replace('ORDER BY added DESC', ''), 'SEARCH declaration USING INDEX declaration_by_hash (hash=?)'],
    ['a duplicate', 'SELECT id FROM declaration WHERE hash = ?', 'SEARCH declaration USING INDEX declaration_by_hash (hash=?)'],
    ['the versions of a draft', 'SELECT * FROM version WHERE draft = ? ORDER BY position DESC', 'SEARCH version USING INDEX version_by_draft (draft=?)'],
  ]
  for (const [what, sql, step] of rows) {
    test(`${what} needs no sorting and no scan`, () => {
      expect(plan(sql)).toContain(step)
      expect(plan(sql).join()).not.toMatch(/TEMP B-TREE|SCAN (clause|declaration|version|draft)\b/)
    })
  }
})

test('a library indexed with other stems is indexed anew', () => {
  const { db, library } = openServices()
  library.store(proposalOf(LINES))
  db.write(() => db.run('DELETE FROM clause_index'))
  expect(library.search('реки', {}, 9, 0).total).toBe(0)
  bringIndexUpToDate(db)
  expect(library.search('реки', {}, 9, 0).total).toBe(1)
})

test('paragraphs of a press report are no clauses, yet all are found', () => {
  const { library } = openServices()
  library.store(proposalOf(LINES))
  const report = library.store(proposalOf([['passage', 'Министры встретились.'], ['passage', 'Названо три документа.']], { grade: 'press-report' }))
  expect(report).toMatchObject({ clauses: 0, passages: 2 })
  const { declarations, clauses } = library.list()
  expect(clauses).toBe(4)
  expect(declarations.find(({ id }) => id === report.id)).toMatchObject({ clauses: 0, passages: 2 })
  const all = library.search('', {}, 9, 0)
  expect(all.total).toBe(6)
  expect(all.hits.map(({ clauseId }) => clauseId)).toEqual([
    ...library.search('', {}, 5, 0).hits, ...library.search('', {}, 4, 5).hits].map(({ clauseId }) => clauseId))
})
