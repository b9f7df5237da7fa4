// Pairs of clauses worth comparing: found once for each clause that comes in, by the search for precedents, and kept as two keys.
// How alike the two are is measured when a lineage is drawn, since it changes with what the library holds.
import { likeness, rarity, stemsIn } from '../../../shared/lineage/index.ts'
import { sameLanguage } from '../../../shared/language/same.ts'
import type { LibraryFile } from '../db/libraryFile.ts'
import { similarClauses, type Reach } from '../library/search/similar.ts'

/** Below the likeness of kin, since rarity shifts as the library grows. */
export const WORTH_COMPARING = 0.25
/** Clauses alike enough to be kin share many rare words: fewer features find them than a fragment needs. */
const REACH: Reach = { stems: 12, phrases: 0, least: 2, places: 0.4, read: 30, compared: 20 }
/** Pairs kept for a clause, the closest. */
const MOST_PAIRS = 16

/** Keys of two clauses, the smaller first. */
export type KeyPair = [one: number, other: number]

export interface NewClause {
  key: number
  declaration: string
  language: string
  text: string
}

/** In how many clauses each stem stands, asked once for each. */
export function stemCounts(db: LibraryFile): (stems: Iterable<string>) => (stem: string) => number {
  const size = db.get<{ size: number | null }>('SELECT max(key) AS size FROM clause')!.size ?? 0
  const known = new Map<string, number>()
  return (stems) => {
    const unknown = [...new Set(stems)].filter((stem) => !known.has(stem))
    if (unknown.length > 0) {
      for (const stem of unknown) known.set(stem, rarity(size, 0))
      const rows = db.all<{ stem: string; clauses: number }>('SELECT stem, clauses FROM stem WHERE stem IN (SELECT value FROM json_each(?))', JSON.stringify(unknown))
      for (const { stem, clauses } of rows) known.set(stem, rarity(size, clauses))
    }
    return (stem) => known.get(stem) ?? rarity(size, 0)
  }
}

/** The pairs of one clause. In steps of a few milliseconds. */
export function* pairsOf(
  db: LibraryFile, clause: NewClause, languageOf: (declaration: string) => string | undefined, countsOf: ReturnType<typeof stemCounts>,
): Generator<void, KeyPair[]> {
  const found = yield* similarClauses(db, clause.text, clause.language, ({ declaration, kind }) => {
    const language = languageOf(declaration)
    return declaration !== clause.declaration && kind === 'clause' && language !== undefined && sameLanguage(language, clause.language)
  }, REACH)
  const mine = stemsIn(clause.text, clause.language)
  const others = found.map((other) => ({ key: other.clause.key, stems: stemsIn(other.clause.text, clause.language) }))
  const rarityOf = countsOf([mine, ...others.map(({ stems }) => stems)].flat())
  return others
    .map(({ key, stems }) => ({ key, like: likeness(mine, stems, rarityOf) }))
    .filter(({ like }) => like >= WORTH_COMPARING)
    .sort((a, b) => b.like - a.like || a.key - b.key)
    .slice(0, MOST_PAIRS)
    .map(({ key }): KeyPair => [Math.min(key, clause.key), Math.max(key, clause.key)])
}

/** Clauses that came in since, or whose language was corrected, the oldest first. */
export const pendingKeys = (db: LibraryFile, most: number): number[] =>
  db.all<{ key: number }>('SELECT clause AS key FROM kinless ORDER BY clause LIMIT ?', most).map(({ key }) => key)

export const countPending = (db: LibraryFile): number => db.get<{ count: number }>('SELECT count(*) AS count FROM kinless')!.count

export function readNew(db: LibraryFile, keys: readonly number[]): NewClause[] {
  return db.all<NewClause & Record<string, string | number>>(
    `SELECT clause.key, clause.declaration, clause.text, declaration.language FROM clause JOIN declaration ON declaration.id = clause.declaration
     WHERE clause.key IN (SELECT value FROM json_each(?))`, JSON.stringify(keys),
  )
}

/** Keeps the pairs of clauses that were compared; inside a write. */
export function keepPairs(db: LibraryFile, keys: readonly number[], pairs: readonly KeyPair[]): void {
  for (const [one, other] of pairs) db.run('INSERT OR IGNORE INTO kinship (one, other) VALUES (?, ?)', one, other)
  db.run('DELETE FROM kinless WHERE clause IN (SELECT value FROM json_each(?))', JSON.stringify(keys))
}

/** Forgets the pairs of a declaration whose words are read differently from now on, to compare them anew; inside a write. */
export function forgetPairs(db: LibraryFile, declaration: string): void {
  const of = '(SELECT key FROM clause WHERE declaration = ?)'
  db.run(`DELETE FROM kinship WHERE one IN ${of}`, declaration)
  db.run(`DELETE FROM kinship WHERE other IN ${of}`, declaration)
  db.run(`INSERT OR IGNORE INTO kinless (clause) SELECT key FROM clause WHERE declaration = ? AND kind = 'clause'`, declaration)
}

export const languagesOf = (db: LibraryFile): ReadonlyMap<string, string> =>
  new Map(db.all<{ id: string; language: string }>('SELECT id, language FROM declaration').map(({ id, language }) => [id, language]))
