// The full-text index of clauses: what goes in, and which clauses a query finds.
import { stemsOf } from '../../../../shared/language/stems.ts'
import type { LibraryFile } from '../../db/libraryFile.ts'
import { readMark, writeMark } from '../../settings/marks.ts'
import { matchExpression, type Term } from './query.ts'

/** Raised when stems are made differently, so that a library indexed before is indexed anew. */
export const INDEX_VERSION = 1

/** Ranking looks at this many matches, the newest; it keeps a common word fast in a library of a million clauses. */
export const RANKED = 3000

const ONLY_THESE = 'CROSS JOIN clause ON clause.key = clause_index.rowid AND clause.declaration IN (SELECT value FROM json_each(?))'

/** The first value is the list of declarations where `filtered`, then the match, the limit and the offset. */
export const rankedSql = (filtered: boolean) => `
  SELECT key FROM (
    SELECT clause_index.rowid AS key, bm25(clause_index, 1.0, 0.0) AS score
    FROM clause_index ${filtered ? ONLY_THESE : ''}
    WHERE clause_index MATCH ? ORDER BY clause_index.rowid DESC LIMIT ${RANKED}
  ) ORDER BY score, key DESC LIMIT ? OFFSET ?`

/** How many match; values as for `rankedSql`, without limit and offset. */
export const countSql = (filtered: boolean) =>
  `SELECT count(*) AS total FROM clause_index ${filtered ? ONLY_THESE : ''} WHERE clause_index MATCH ?`

/**
 * Keys of the clauses that hold every term, best first, and how many there are. `declarations` null means all.
 * Terms of `section` are looked for in the headings above a clause.
 */
export function findClauses(
  db: LibraryFile,
  terms: { text: readonly Term[]; section: readonly Term[] },
  declarations: readonly string[] | null,
  limit: number,
  offset: number,
): { total: number; keys: number[] } {
  const parts = [
    ...(terms.text.length > 0 ? [matchExpression('text', terms.text)] : []),
    ...(terms.section.length > 0 ? [matchExpression('section', terms.section)] : []),
  ]
  const values = [...(declarations ? [JSON.stringify(declarations)] : []), parts.join(' AND ')]
  const filtered = declarations !== null
  const total = db.get<{ total: number }>(countSql(filtered), ...values)?.total ?? 0
  if (total === 0) return { total, keys: [] }
  return { total, keys: db.all<{ key: number }>(rankedSql(filtered), ...values, limit, offset).map((row) => row.key) }
}

const stems = (text: string, language: string) => stemsOf(text, language).map((word) => word.stem).join(' ')

/** Puts one clause in the index; inside a write. */
export function indexClause(db: LibraryFile, key: number, clause: { text: string; section: readonly string[] }, language: string): void {
  db.run('INSERT INTO clause_index (rowid, text, section) VALUES (?, ?, ?)', key, stems(clause.text, language), stems(clause.section.join(' '), language))
}

/** Indexes the clauses of one declaration anew, or of all; inside a write. */
export function reindex(db: LibraryFile, declaration: string | null = null): void {
  const rows = db.all<{ key: number; text: string; section: string; language: string }>(
    `SELECT clause.key, clause.text, clause.section, declaration.language
     FROM clause JOIN declaration ON declaration.id = clause.declaration WHERE ? IS NULL OR clause.declaration = ?`,
    declaration, declaration,
  )
  for (const { key, text, section, language } of rows) {
    db.run('DELETE FROM clause_index WHERE rowid = ?', key)
    indexClause(db, key, { text, section: JSON.parse(section) as string[] }, language)
  }
}

/** Indexes a library anew that was indexed by an Alternat with other stems. */
export function bringIndexUpToDate(db: LibraryFile): void {
  if (!db.writable || readMark(db, 'index') === INDEX_VERSION) return
  db.write(() => {
    reindex(db)
    writeMark(db, 'index', INDEX_VERSION)
  })
}
