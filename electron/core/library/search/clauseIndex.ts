// The full-text index of clauses: what goes in, and which clauses a query finds.
import { stemsOf } from '../../../../shared/language/stems.ts'
import type { LibraryFile } from '../../db/libraryFile.ts'
import { readMark, writeMark } from '../../settings/marks.ts'
import { matchExpression, type Term } from './query.ts'

/** Raised when stems are made differently, so that a library indexed before is indexed anew. */
export const INDEX_VERSION = 1

/** Ranking and counting look at this many matches, the newest; it keeps a common word fast in a library of a million clauses. */
export const RANKED = 3000

/** A word that is being typed may go on in so many ways, the most frequent ones. */
const MOST_ENDINGS = 60

const ONLY_THESE = 'CROSS JOIN clause ON clause.key = clause_index.rowid AND clause.declaration IN (SELECT value FROM json_each(?))'

/**
 * The page that is asked for, best first, with the number of matches beside each, up to one more than are ranked. The first value
 * is the list of declarations where `filtered`, then the match, the limit and the offset. Ranking and counting walk the index
 * together: for a phrase of common words the walk is what takes long.
 */
export const rankedSql = (filtered: boolean) => `
  SELECT key, count(*) OVER () AS total FROM (
    SELECT clause_index.rowid AS key, bm25(clause_index, 1.0, 0.0) AS score
    FROM clause_index ${filtered ? ONLY_THESE : ''}
    WHERE clause_index MATCH ? ORDER BY clause_index.rowid DESC LIMIT ${RANKED + 1}
  ) ORDER BY score, key DESC LIMIT ? OFFSET ?`

/** How many match, for a page beyond the last one; values as for `rankedSql`, without limit and offset. */
export const countSql = (filtered: boolean) => `
  SELECT count(*) AS total FROM (
    SELECT 1 FROM clause_index ${filtered ? ONLY_THESE : ''} WHERE clause_index MATCH ? LIMIT ${RANKED + 1}
  )`

/** Every clause but those that match, the newest first. */
const withoutSql = (filtered: boolean) => `
  SELECT key FROM clause WHERE ${filtered ? 'declaration IN (SELECT value FROM json_each(?)) AND' : ''}
    key NOT IN (SELECT rowid FROM clause_index WHERE clause_index MATCH ?)
  ORDER BY key DESC LIMIT ${RANKED + 1}`

export interface Found {
  /** How many clauses were found; `RANKED` where there are `more`. */
  total: number
  more: boolean
  /** The page that was asked for, best first. */
  keys: number[]
}

const capped = (total: number) => ({ total: Math.min(total, RANKED), more: total > RANKED })

/**
 * The clauses that hold every term and none that is excluded. `declarations` null means all. Terms of `section` are looked for
 * in the headings above a clause.
 */
export function findClauses(
  db: LibraryFile,
  terms: { text: readonly Term[]; section: readonly Term[] },
  declarations: readonly string[] | null,
  limit: number,
  offset: number,
): Found {
  const endings = (prefix: string) => endingsOf(db, prefix)
  const wanted: string[] = []
  const unwanted: string[] = []
  for (const column of ['text', 'section'] as const) {
    const [out, held] = [true, false].map((excluded) => terms[column].filter((term) => term.excluded === excluded))
    if (held!.length > 0) wanted.push(matchExpression(column, held!, 'AND', endings))
    if (out!.length > 0) unwanted.push(matchExpression(column, out!, 'OR', endings))
  }
  const filtered = declarations !== null
  const values = (match: string) => [...(declarations ? [JSON.stringify(declarations)] : []), match]
  const without = unwanted.map((part) => `(${part})`).join(' OR ')
  if (wanted.length === 0) {
    const keys = db.all<{ key: number }>(withoutSql(filtered), ...values(without)).map((row) => row.key)
    return { ...capped(keys.length), keys: keys.slice(0, RANKED).slice(offset, offset + limit) }
  }
  const match = `(${wanted.join(' AND ')})${without && ` NOT (${without})`}`
  const rows = db.all<{ key: number; total: number }>(rankedSql(filtered), ...values(match), Math.max(0, Math.min(limit, RANKED - offset)), offset)
  const total = rows[0]?.total ?? (offset > 0 ? db.get<{ total: number }>(countSql(filtered), ...values(match))!.total : 0)
  return { ...capped(total), keys: rows.map((row) => row.key) }
}

/** Stems that begin so, the most frequent first. */
const endingsOf = (db: LibraryFile, prefix: string): string[] =>
  db.all<{ stem: string }>(
    'SELECT stem FROM stem WHERE stem >= ? AND stem < ? ORDER BY clauses DESC LIMIT ?', prefix, `${prefix}\u{10ffff}`, MOST_ENDINGS,
  ).map((row) => row.stem)

const stems = (text: string, language: string) => stemsOf(text, language).map((word) => word.stem)

export interface Indexed {
  text: string
  section: readonly string[]
}

/** Puts one clause in the index; inside a write. */
export function indexClause(db: LibraryFile, key: number, clause: Indexed, language: string): void {
  const [text, section] = [stems(clause.text, language), stems(clause.section.join(' '), language)]
  db.run('INSERT INTO clause_index (rowid, text, section) VALUES (?, ?, ?)', key, text.join(' '), section.join(' '))
  for (const stem of new Set([...text, ...section])) {
    db.run('INSERT INTO stem (stem, clauses) VALUES (?, 1) ON CONFLICT (stem) DO UPDATE SET clauses = clauses + 1', stem)
  }
}

interface ClauseRow {
  key: number
  text: string
  section: string
  language: string
}

const rowsOf = (db: LibraryFile, declaration: string | null) => db.all<ClauseRow>(
  `SELECT clause.key, clause.text, clause.section, declaration.language
   FROM clause JOIN declaration ON declaration.id = clause.declaration WHERE ? IS NULL OR clause.declaration = ?`,
  declaration, declaration,
)

/** Indexes the clauses of one declaration, or of all, that are in no index yet; inside a write. */
export function indexAll(db: LibraryFile, declaration: string | null = null): void {
  for (const { key, text, section, language } of rowsOf(db, declaration)) {
    indexClause(db, key, { text, section: JSON.parse(section) as string[] }, language)
  }
}

/** Takes the clauses of one declaration out of the index, in the language they were indexed in; inside a write. */
export function forget(db: LibraryFile, declaration: string): void {
  for (const { key, text, section, language } of rowsOf(db, declaration)) {
    db.run('DELETE FROM clause_index WHERE rowid = ?', key)
    for (const stem of new Set([...stems(text, language), ...stems((JSON.parse(section) as string[]).join(' '), language)])) {
      db.run('UPDATE stem SET clauses = clauses - 1 WHERE stem = ?', stem)
    }
  }
  db.run('DELETE FROM stem WHERE clauses <= 0')
}

/** Indexes a library anew that was indexed by an Alternat with other stems. */
export function bringIndexUpToDate(db: LibraryFile): void {
  if (!db.writable || readMark(db, 'index') === INDEX_VERSION) return
  db.write(() => {
    db.run("INSERT INTO clause_index (clause_index) VALUES ('delete-all')")
    db.run('DELETE FROM stem')
    indexAll(db)
    writeMark(db, 'index', INDEX_VERSION)
  })
}
