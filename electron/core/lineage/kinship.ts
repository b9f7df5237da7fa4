// Pairs of clauses worth comparing, kept as two keys; which came in and were not compared yet. How alike the two of a pair are is
// measured when a lineage is drawn, since it changes with what the library holds.
import { rarity } from '../../../shared/lineage/index.ts'
import type { LibraryFile } from '../db/libraryFile.ts'

/** Keys of two clauses, the smaller first. */
export type KeyPair = [one: number, other: number]

/** What became of clauses that were compared. */
export interface Compared {
  keys: number[]
  pairs: KeyPair[]
}

export interface NewClause {
  key: number
  declaration: string
  language: string
  text: string
}

/** In how many clauses each stem stands, asked once for each. */
export function stemCounts(db: LibraryFile): (stem: string) => number {
  const known = new Map<string, number>()
  return (stem) => {
    const before = known.get(stem)
    if (before !== undefined) return before
    const found = db.get<{ clauses: number }>('SELECT clauses FROM stem WHERE stem = ?', stem)?.clauses ?? 0
    known.set(stem, found)
    return found
  }
}

/** How rare each stem is among all clauses. */
export function rarities(db: LibraryFile, countOf = stemCounts(db)): (stem: string) => number {
  const size = lastKey(db)
  return (stem) => rarity(size, countOf(stem))
}

export const lastKey = (db: LibraryFile): number => db.get<{ last: number | null }>('SELECT max(key) AS last FROM clause')!.last ?? 0

/** Clauses that came in since, or whose language was corrected, by their keys: some of those after one and up to another. */
export const pendingKeys = (db: LibraryFile, most: number, after: number, upTo: number): number[] =>
  db.all<{ key: number }>('SELECT clause AS key FROM kinless WHERE clause > ? AND clause <= ? ORDER BY clause LIMIT ?', after, upTo, most).map(({ key }) => key)

export const countPending = (db: LibraryFile): number => db.get<{ count: number }>('SELECT count(*) AS count FROM kinless')!.count

export function readNew(db: LibraryFile, keys: readonly number[]): NewClause[] {
  return db.all<NewClause & Record<string, string | number>>(
    `SELECT clause.key, clause.declaration, clause.text, declaration.language FROM clause JOIN declaration ON declaration.id = clause.declaration
     WHERE clause.key IN (SELECT value FROM json_each(?))`, JSON.stringify(keys),
  )
}

/** Keeps the pairs of clauses that were compared, but for those whose declaration was deleted meanwhile; inside a write. */
export function keepPairs(db: LibraryFile, { keys, pairs }: Compared): void {
  const present = '(SELECT 1 FROM clause WHERE key = ?)'
  for (const [one, other] of pairs) {
    db.run(`INSERT OR IGNORE INTO kinship (one, other) SELECT ?, ? WHERE EXISTS ${present} AND EXISTS ${present}`, one, other, one, other)
  }
  db.run('DELETE FROM kinless WHERE clause IN (SELECT value FROM json_each(?))', JSON.stringify(keys))
}

/** Forgets the pairs of a declaration whose words are read differently from now on, to compare them anew; inside a write. */
export function forgetPairs(db: LibraryFile, declaration: string): void {
  const of = '(SELECT key FROM clause WHERE declaration = ?)'
  db.run(`DELETE FROM kinship WHERE one IN ${of}`, declaration)
  db.run(`DELETE FROM kinship WHERE other IN ${of}`, declaration)
  db.run(`INSERT OR IGNORE INTO kinless (clause) SELECT key FROM clause WHERE declaration = ? AND kind = 'clause'`, declaration)
}
