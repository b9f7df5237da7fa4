// The full-text index of clauses: what goes in, and which clauses a query finds.
import { stemsOf } from '../../../../shared/language/stems.ts'
import type { LibraryFile, Row } from '../../db/libraryFile.ts'
import { readMark, writeMark } from '../../settings/marks.ts'
import { matchExpression, type Term, type Ways } from './query.ts'
import { onlyWanted, type Wanted } from './wanted.ts'

export type { Wanted } from './wanted.ts'

/** Raised when stems are made differently, so that a library indexed before is indexed anew. */
export const INDEX_VERSION = 1

/** Ranking and counting look at this many matches, the newest; it keeps a common word fast in a library of a million clauses. */
export const RANKED = 3000

/** A word that is being typed may go on in so many ways, the most frequent ones. */
const MOST_ENDINGS = 60

const THESE = 'AND key BETWEEN ? AND ? AND is_wanted(key)'

/**
 * All that match, best first, up to one more than are ranked, as one value: a row for each takes ten times as long. The first value is
 * the match, then the bounds where `filtered`. Ranking and counting walk the index together: the walk is what takes long.
 */
export const rankedSql = (filtered: boolean) => `
  SELECT json_group_array(key) AS keys FROM (SELECT key FROM (
    SELECT rowid AS key, bm25(clause_index, 1.0, 0.0) AS score
    FROM clause_index WHERE clause_index MATCH ? ${filtered ? THESE.replaceAll('key', 'rowid') : ''} ORDER BY rowid DESC LIMIT ${RANKED + 1}
  ) ORDER BY score, key DESC)`

/** The newest that match; values as for `rankedSql`. */
export const matchingSql = (filtered: boolean) => `
  SELECT json_group_array(key) AS keys FROM (
    SELECT rowid AS key FROM clause_index
    WHERE clause_index MATCH ? ${filtered ? THESE.replaceAll('key', 'rowid') : ''} ORDER BY rowid DESC LIMIT ${RANKED + 1}
  )`

/** All that match, in any number and order. */
export const everySql = 'SELECT json_group_array(rowid) AS keys FROM clause_index WHERE clause_index MATCH ?'

/** What a query asks of the index. */
export interface Words {
  match: string
  /** All but the clauses that match. */
  isInverted: boolean
}

/**
 * Clauses that hold every term and none that is excluded; null where no term is given. Terms of `section` are looked for in the
 * headings above a clause.
 */
export function wordsOf(db: LibraryFile, terms: { text: readonly Term[]; section: readonly Term[] }): Words | null {
  const ways = waysOf(db)
  const wanted: string[] = []
  const unwanted: string[] = []
  for (const column of ['text', 'section'] as const) {
    const [out, held] = [true, false].map((excluded) => terms[column].filter((term) => term.excluded === excluded))
    if (held!.length > 0) wanted.push(matchExpression(column, held!, 'AND', ways))
    if (out!.length > 0) unwanted.push(matchExpression(column, out!, 'OR', ways))
  }
  const without = unwanted.map((part) => `(${part})`).join(' OR ')
  if (wanted.length > 0) return { match: `(${wanted.join(' AND ')})${without && ` NOT (${without})`}`, isInverted: false }
  return without === '' ? null : { match: without, isInverted: true }
}

export interface Found {
  /** How many clauses were found; `RANKED` where there are `more`. */
  total: number
  more: boolean
  /** All of them, best first. */
  keys: number[]
}

/** What matches among the clauses that are wanted; null takes all. */
export const findClauses = (db: LibraryFile, match: string, wanted: Wanted | null): Found => capped(keysBy(db, rankedSql, match, wanted))

/** The same in no order of rank, for counting. */
export const allMatching = (db: LibraryFile, match: string, wanted: Wanted | null): number[] => capped(keysBy(db, matchingSql, match, wanted)).keys

/** Tells of each clause whether it matches: for searches of what does not. */
export function matchTester(db: LibraryFile, match: string): (key: number) => boolean {
  const keys = JSON.parse(db.get<{ keys: string }>(everySql, match)!.keys) as number[]
  const matching = new Uint8Array(keys.reduce((most, key) => Math.max(most, key), 0) + 1)
  for (const key of keys) matching[key] = 1
  return (key) => matching[key] === 1
}

const capped = (keys: number[]): Found => ({ total: Math.min(keys.length, RANKED), more: keys.length > RANKED, keys: keys.slice(0, RANKED) })

function keysBy(db: LibraryFile, sql: (filtered: boolean) => string, match: string, wanted: Wanted | null): number[] {
  const bounds = wanted ? [wanted.from, wanted.to] : []
  return onlyWanted(db, wanted, () => JSON.parse(db.get<{ keys: string }>(sql(wanted !== null), match, ...bounds)!.keys) as number[])
}

/** How the words of a query may stand in this library. */
export const waysOf = (db: LibraryFile): Ways => ({
  beginning: (prefix) => endingsOf(db, prefix),
  like: (patterns) => stemsLike(db, patterns),
})

/** Stems that begin so, the most frequent first. */
const endingsOf = (db: LibraryFile, prefix: string): string[] =>
  db.all<{ stem: string }>(
    'SELECT stem FROM stem WHERE stem >= ? AND stem < ? ORDER BY clauses DESC LIMIT ?', prefix, `${prefix}\u{10ffff}`, MOST_ENDINGS,
  ).map((row) => row.stem)

/** Stems like one of the patterns, the most frequent first. Reads every stem there is. */
const stemsLike = (db: LibraryFile, patterns: readonly string[]): string[] =>
  db.all<{ stem: string }>(
    `SELECT stem FROM stem WHERE ${patterns.map(() => 'stem GLOB ?').join(' OR ')} ORDER BY clauses DESC LIMIT ?`, ...patterns, MOST_ENDINGS,
  ).map((row) => row.stem)

const stems = (text: string, language: string) => stemsOf(text, language).map((word) => word.stem)

/** What is looked for in a clause. */
export interface Indexed {
  key: number
  text: string
  section: readonly string[]
}

/** Puts the clauses of one declaration in the index; inside a write. */
export function indexClauses(db: LibraryFile, clauses: readonly Indexed[], language: string): void {
  const counts = new Map<string, number>()
  for (const { key, text, section } of clauses) {
    const [ofText, ofSection] = [stems(text, language), stems(section.join(' '), language)]
    db.run('INSERT INTO clause_index (rowid, text, section) VALUES (?, ?, ?)', key, ofText.join(' '), ofSection.join(' '))
    count(counts, ofText, ofSection)
  }
  // One statement for all: most stems of a declaration stand in many of its clauses.
  db.run(
    `INSERT INTO stem (stem, clauses) SELECT key, value FROM json_each(?) WHERE true
     ON CONFLICT (stem) DO UPDATE SET clauses = clauses + excluded.clauses`, JSON.stringify(Object.fromEntries(counts)),
  )
}

/** In how many clauses each stem stands, one more clause of these stems counted. */
function count(counts: Map<string, number>, ...of: readonly string[][]): void {
  for (const stem of new Set(of.flat())) counts.set(stem, (counts.get(stem) ?? 0) + 1)
}

interface ClauseRow {
  key: number
  text: string
  section: string
}

const clausesOf = (db: LibraryFile, declaration: string): Indexed[] =>
  db.all<ClauseRow & Row>('SELECT key, text, section FROM clause WHERE declaration = ?', declaration)
    .map(({ key, text, section }) => ({ key, text, section: JSON.parse(section) as string[] }))

const languageOf = (db: LibraryFile, declaration: string): string =>
  db.get<{ language: string }>('SELECT language FROM declaration WHERE id = ?', declaration)!.language

/** Indexes the clauses of one declaration that are in no index yet; inside a write. */
export const indexDeclaration = (db: LibraryFile, declaration: string): void =>
  indexClauses(db, clausesOf(db, declaration), languageOf(db, declaration))

/** Takes the clauses of one declaration out of the index, in the language they were indexed in; inside a write. */
export function forget(db: LibraryFile, declaration: string): void {
  const language = languageOf(db, declaration)
  const counts = new Map<string, number>()
  for (const { key, text, section } of clausesOf(db, declaration)) {
    db.run('DELETE FROM clause_index WHERE rowid = ?', key)
    count(counts, stems(text, language), stems(section.join(' '), language))
  }
  db.run(
    `UPDATE stem SET clauses = clauses - gone.value FROM json_each(?) AS gone WHERE stem.stem = gone.key`, JSON.stringify(Object.fromEntries(counts)),
  )
  db.run('DELETE FROM stem WHERE clauses <= 0')
}

/** Indexes a library anew that was indexed by an Alternat with other stems. */
export function bringIndexUpToDate(db: LibraryFile): void {
  if (!db.writable || readMark(db, 'index') === INDEX_VERSION) return
  db.write(() => {
    db.run("INSERT INTO clause_index (clause_index) VALUES ('delete-all')")
    db.run('DELETE FROM stem')
    for (const { id } of db.all<{ id: string }>('SELECT id FROM declaration')) indexDeclaration(db, id)
    writeMark(db, 'index', INDEX_VERSION)
  })
}
