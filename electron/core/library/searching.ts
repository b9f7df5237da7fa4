// Search of clauses: by words through the index, by what is known about their declarations and noted about them through the shelf.
import type { ClauseFilter, ClauseHit, ClauseSearchResult, LibraryFacets } from '../../../shared/contract/library.ts'
import { UNCURATED } from '../../../shared/model/curation.ts'
import { facetsOf, filtersWithout, narrows, narrowsClauses, passes, passesNoted, type Counted } from '../../../shared/searching/index.ts'
import type { LibraryFile, Row } from '../db/libraryFile.ts'
import { CLAUSE, storedClause, type StoredClause, type StoredDeclaration } from './rows.ts'
import { allMatching, findClauses, matchTester, wordsOf, type Found, type Wanted } from './search/clauseIndex.ts'
import { parseQuery, type Term } from './search/query.ts'
import type { Shelf } from './shelf.ts'

export interface Searching {
  db: LibraryFile
  shelf: Shelf
  hitOf: (clause: StoredClause, terms: readonly Term[]) => ClauseHit
}

export interface Question {
  query: string
  filter: ClauseFilter
  limit: number
  offset: number
  facets: boolean
}

/** The page that is asked for, and where wanted what all found clauses are. */
export function searchClauses({ query, filter, limit, offset, facets }: Question, { db, shelf, hitOf }: Searching): ClauseSearchResult {
  const text = parseQuery(query)
  const section = parseQuery(filter.section ?? '')
  const isNothing = (words: string | undefined, terms: readonly Term[]) => Boolean(words?.trim()) && terms.length === 0
  const asked = isNothing(query, text.terms) || isNothing(filter.section, section.terms) ? 'nothing' : text.isCut ? 'cut' : 'whole'
  if (asked === 'nothing') return { total: 0, more: false, hits: [], facets: facets ? facetsOf([]) : null, asked }
  const words = wordsOf(db, { text: text.terms, section: section.terms })
  const search = words && !words.isInverted ? matching(db, shelf, words.match) : browsing(shelf, words && matchTester(db, words.match))
  const found = search.find(filter)
  return {
    total: found.total,
    more: found.more,
    hits: readAll(db, found.page(limit, offset)).map((clause) => hitOf(clause, text.terms)),
    facets: facets ? countedBy(search, filter, found) : null,
    asked,
  }
}

interface FoundClauses {
  total: number
  more: boolean
  page: (limit: number, offset: number) => number[]
  counted: () => Counted[]
}

/** How clauses are found that pass a filter, and how they are counted in no order. */
interface Search {
  find: (filter: ClauseFilter) => FoundClauses
  count: (filter: ClauseFilter) => Counted[]
}

/** By words: the best first. */
const matching = (db: LibraryFile, shelf: Shelf, match: string): Search => ({
  find: (filter) => ofKeys(shelf, findClauses(db, match, wantedBy(shelf, filter))),
  count: (filter) => countedOf(shelf, allMatching(db, match, wantedBy(shelf, filter))),
})

/** Without words to look for: all, or all but those that are out, newest text first. */
const browsing = (shelf: Shelf, isOut: ((key: number) => boolean) | null): Search => ({
  find: (filter) => browsed(shelf, filter, isOut),
  count: (filter) => browsed(shelf, filter, isOut).counted(),
})

const ofKeys = (shelf: Shelf, { total, more, keys }: Found): FoundClauses =>
  ({ total, more, page: (limit, offset) => keys.slice(offset, offset + limit), counted: () => countedOf(shelf, keys) })

function countedBy({ count }: Search, filter: ClauseFilter, found: FoundClauses): LibraryFacets {
  const facets = facetsOf(found.counted())
  for (const { kind, filter: without } of filtersWithout(filter)) Object.assign(facets, { [kind]: facetsOf(count(without))[kind] })
  return facets
}

/** Clauses in the order of their keys as given. */
function readAll(db: LibraryFile, keys: readonly number[]): StoredClause[] {
  const rows = db.all<Row>(`SELECT ${CLAUSE} FROM clause WHERE key IN (SELECT value FROM json_each(?))`, JSON.stringify(keys))
  const byKey = new Map(rows.map((row) => [Number(row['key']), storedClause(row)]))
  return keys.flatMap((key) => byKey.get(key) ?? [])
}

/** Which clauses pass the filter; null where all do. */
function wantedBy(shelf: Shelf, filter: ClauseFilter): Wanted | null {
  const tellsClauses = narrowsClauses(filter)
  if (!narrows(filter) && !tellsClauses && shelf.present.length === shelf.byId.size) return null
  const passing = new Set(shelf.present.filter((entry) => entry.firstKey !== null && passes(entry, filter)))
  const wanted: Wanted = {
    from: Infinity,
    to: -Infinity,
    has: (key) => {
      const from = shelf.holding(key)
      return passing.has(from) && (!tellsClauses || passesNoted({ from, own: shelf.curationOf(key) }, filter))
    },
  }
  for (const entry of passing) {
    wanted.from = Math.min(wanted.from, entry.firstKey!)
    wanted.to = Math.max(wanted.to, entry.firstKey! + sizeOf(entry) - 1)
  }
  // SQLite knows no infinity as a key; no key is less than 1.
  return passing.size === 0 ? { ...wanted, from: 1, to: 0 } : wanted
}

const sizeOf = ({ clauses, passages }: StoredDeclaration) => clauses + passages
const keysOf = ({ firstKey, ...entry }: StoredDeclaration) =>
  firstKey === null ? [] : Array.from({ length: sizeOf({ firstKey, ...entry }) }, (_, at) => firstKey + at)

function countWhere(from: StoredDeclaration, holds: (from: StoredDeclaration, key: number) => boolean): number {
  let count = 0
  if (from.firstKey === null) return count
  for (let key = from.firstKey; key < from.firstKey + sizeOf(from); key++) if (holds(from, key)) count++
  return count
}

/** Every clause that passes, in the order of the text. */
function browsed(shelf: Shelf, filter: ClauseFilter, isOut: ((key: number) => boolean) | null): FoundClauses {
  const tellsClauses = narrowsClauses(filter)
  const isIn = (from: StoredDeclaration, key: number) =>
    !isOut?.(key) && (!tellsClauses || passesNoted({ from, own: shelf.curationOf(key) }, filter))
  const parts = shelf.present.filter((from) => passes(from, filter)).map((from) => {
    if (!tellsClauses && !isOut) return { from, size: sizeOf(from), keys: () => keysOf(from) }
    return { from, size: countWhere(from, isIn), keys: () => keysOf(from).filter((key) => isIn(from, key)) }
  })
  return {
    total: parts.reduce((total, { size }) => total + size, 0),
    more: false,
    page(limit, offset) {
      const page: number[] = []
      let skip = offset
      for (const { size, keys } of parts) {
        if (page.length === limit) break
        if (skip < size) page.push(...keys().slice(skip, skip + limit - page.length))
        skip = Math.max(0, skip - size)
      }
      return page
    },
    counted() {
      const counts = new Map(parts.map(({ from, size }) => [from, size]))
      const noted: Counted[] = []
      for (const [key, own] of shelf.curations) {
        const from = shelf.holding(key)
        const count = counts.get(from)
        if (count === undefined || !isIn(from, key)) continue
        counts.set(from, count - 1)
        noted.push({ from, own, count: 1 })
      }
      return [...noted, ...unnoted(counts)]
    },
  }
}

const unnoted = (counts: ReadonlyMap<StoredDeclaration, number>): Counted[] => [...counts].map(([from, count]) => ({ from, own: UNCURATED, count }))

/** Clauses of one declaration that nothing is noted about are counted together. */
function countedOf(shelf: Shelf, keys: readonly number[]): Counted[] {
  const counts = new Map<StoredDeclaration, number>()
  const noted: Counted[] = []
  for (const key of keys) {
    const from = shelf.holding(key)
    const own = shelf.curations.get(key)
    if (own) noted.push({ from, own, count: 1 })
    else counts.set(from, (counts.get(from) ?? 0) + 1)
  }
  return [...noted, ...unnoted(counts)]
}
