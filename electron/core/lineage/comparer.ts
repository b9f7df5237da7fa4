// Finds for each clause that came in those worth comparing with it: its rarest stems name the candidates, and the best of them are
// measured. What is read of the library for one clause is kept for the next, within bounds: most clauses share their words.
import { sameLanguage } from '../../../shared/language/same.ts'
import { likenessTo, stemsIn, type Stems } from '../../../shared/lineage/index.ts'
import type { LibraryFile } from '../db/libraryFile.ts'
import { highest, holding } from '../library/search/similar.ts'
import { lastKey, rarities, stemCounts, type KeyPair, type NewClause } from './kinship.ts'

/** Below the likeness of kin, since rarity shifts as the library grows. */
export const WORTH_COMPARING = 0.25
/** Fewer words are the substance of nothing. */
const LEAST_WORDS = 3
/** Stems that name candidates. One that stands in the clause alone names none. */
const STEMS = { most: 12, least: 2 }
/** Places of the index looked at for one stem (of a common one, the newest) and in all: so many, or a share of a large library. */
const OF_ONE = { least: 2000, share: 0.03 }
const PLACES = { least: 2400, share: 0.04 }
/** Candidates read, and those of them measured that may be kin. */
const [READ, MEASURED] = [30, 20]
/** Pairs kept for a clause, the closest. */
const MOST_PAIRS = 16
/** Places of the index and clauses kept in memory, some twenty megabytes each. */
const KEPT = { places: 5_000_000, clauses: 60_000 }

interface Known {
  key: number
  declaration: string
  language: string
  stems: Stems
}

export class Comparer {
  /** The last clause it knows of: those that come in later take a comparer of their own, since the places of words are kept here. */
  readonly last: number
  readonly #db: LibraryFile
  readonly #languages: ReadonlyMap<string, string>
  readonly #countOf: (stem: string) => number
  readonly #rarityOf: (stem: string) => number
  /** A place for every clause, empty between two questions. */
  readonly #scores: Float32Array
  readonly #most: { ofOne: number; places: number }
  readonly #holding = new Map<string, Int32Array>()
  #kept = 0
  /** By key; null for one that is no clause. */
  readonly #clauses = new Map<number, Known | null>()

  constructor(db: LibraryFile) {
    this.#db = db
    this.#languages = new Map(db.all<{ id: string; language: string }>('SELECT id, language FROM declaration').map(({ id, language }) => [id, language]))
    this.#countOf = stemCounts(db)
    this.#rarityOf = rarities(db, this.#countOf)
    this.last = lastKey(db)
    this.#scores = new Float32Array(this.last + 1)
    const most = ({ least, share }: typeof PLACES) => Math.max(least, Math.round(share * this.last))
    this.#most = { ofOne: most(OF_ONE), places: most(PLACES) }
  }

  /** In steps of a few milliseconds. */
  *pairsOf(clause: NewClause): Generator<void, KeyPair[]> {
    const mine = stemsIn(clause.text, clause.language)
    if (mine.length < LEAST_WORDS) return []
    const candidates = yield* this.#candidates(mine)
    const others = this.#read(candidates).filter(({ declaration, language }) =>
      declaration !== clause.declaration && sameLanguage(language, clause.language)).slice(0, MEASURED)
    yield
    const likenessOf = likenessTo(mine, this.#rarityOf)
    return others
      .map(({ key, stems }) => ({ key, like: likenessOf(stems) }))
      .filter(({ like }) => like >= WORTH_COMPARING)
      .sort((a, b) => b.like - a.like || a.key - b.key)
      .slice(0, MOST_PAIRS)
      .map(({ key }): KeyPair => [Math.min(key, clause.key), Math.max(key, clause.key)])
  }

  /** Keys of the clauses that share the rarest stems, best first, of equal ones the newest. */
  *#candidates(stems: Stems): Generator<void, number[]> {
    const counts = [...new Set(stems)].map((stem) => ({ stem, clauses: this.#countOf(stem) }))
    const rarest = counts.filter(({ clauses }) => clauses >= STEMS.least).sort((a, b) => a.clauses - b.clauses).slice(0, STEMS.most)
    const scores = this.#scores
    const met: number[] = []
    let places = this.#most.places
    for (const { stem } of rarest) {
      if (places <= 0) break
      if (!this.#holding.has(stem)) yield
      const keys = this.#keysOf(stem)
      places -= keys.length
      const gain = this.#rarityOf(stem)
      for (const key of keys) {
        // One that came in since has no place.
        if (scores[key] === 0) met.push(key)
        scores[key]! += gain
      }
    }
    const best = highest(met, scores, READ)
    for (const key of met) scores[key] = 0
    return best
  }

  #keysOf(stem: string): Int32Array {
    const known = this.#holding.get(stem)
    if (known) return known
    const keys = Int32Array.from(holding(this.#db, stem, this.#most.ofOne))
    if (this.#kept + keys.length > KEPT.places) {
      this.#holding.clear()
      this.#kept = 0
    }
    this.#holding.set(stem, keys)
    this.#kept += keys.length
    return keys
  }

  #read(keys: readonly number[]): Known[] {
    if (this.#clauses.size + keys.length > KEPT.clauses) this.#clauses.clear()
    const unknown = keys.filter((key) => !this.#clauses.has(key))
    const rows = unknown.length === 0 ? [] : this.#db.all<{ key: number; declaration: string; kind: string; text: string }>(
      'SELECT key, declaration, kind, text FROM clause WHERE key IN (SELECT value FROM json_each(?))', JSON.stringify(unknown),
    )
    for (const { key, declaration, kind, text } of rows) {
      const language = this.#languages.get(declaration)
      this.#clauses.set(key, kind === 'clause' && language !== undefined ? { key, declaration, language, stems: stemsIn(text, language) } : null)
    }
    return keys.flatMap((key) => this.#clauses.get(key) ?? [])
  }
}
