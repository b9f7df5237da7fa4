// Which clauses are like a text. The rarest stems and two-word phrases of the text name the candidates, each weighed by how rare
// it is; the best of them are then compared with the whole text. An OR of all its words, ranked, would walk half the library.
//
// Everything here is bounded: a text of many words, or one of nothing but common words, costs no more than another.
import { stemsOf } from '../../../../shared/language/stems.ts'
import type { LibraryFile, Row } from '../../db/libraryFile.ts'
import { CLAUSE, storedClause, type StoredClause } from '../rows.ts'
import { quoted } from './query.ts'

/** Words of a text that are looked at; what comes after them adds nothing to what it is about. */
const MOST_WORDS = 400
/** Fewer say nothing. */
const LEAST_WORDS = 3
/**
 * Places of the index that are walked in all, and for one feature (of a common one, the newest): so many, or such a share of a
 * large library, where words that tell one clause from another stand in many more.
 */
const PLACES = { least: 6000, share: 0.1 }
const OF_ONE = { least: 2000, share: 0.03 }
/** What a clause says beyond the text counts less than what it lacks. */
const SURPLUS = 0.3

/** Features of each kind that are looked up, the rarest. */
const FEATURES = 20
/** Candidates read, and those of them that are allowed compared with the text. */
const [READ, COMPARED] = [120, 60]

export interface Similar {
  clause: StoredClause
  /** 0…1: how much of the text it holds, its rare words counting most. */
  likeness: number
}

/**
 * The clauses most like `text` among those that are `allowed`, best first. Yields between its steps, each of which takes a few
 * milliseconds in a library of a million clauses.
 */
export function* similarClauses(
  db: LibraryFile, text: string, language: string, allowed: (clause: Pick<StoredClause, 'declaration' | 'kind'>) => boolean,
): Generator<void, Similar[]> {
  const words = stemsOf(text, language).slice(0, MOST_WORDS).map(({ stem }) => stem)
  const size = db.get<{ size: number | null }>('SELECT max(key) AS size FROM clause')!.size ?? 0
  if (words.length < LEAST_WORDS || size === 0) return []
  const known = new Map(
    db.all<{ stem: string; clauses: number }>(
      'SELECT stem, clauses FROM stem WHERE stem IN (SELECT value FROM json_each(?))', JSON.stringify(words),
    ).map(({ stem, clauses }) => [stem, clauses]),
  )
  const idf = (clauses: number) => Math.log(1 + size / Math.max(1, clauses))
  const weight = (stem: string) => idf(known.get(stem) ?? 0)
  yield
  const most = ({ least, share }: typeof PLACES) => Math.max(least, Math.round(share * size))
  const scores = takeScores(size + 1)
  const met: number[] = []
  let best: number[]
  try {
    let places = most(PLACES)
    for (const { feature, walk } of rarest(words, known, most(OF_ONE))) {
      if (places <= 0) break
      places -= walk
      const keys = holding(db, feature, most(OF_ONE))
      const gain = idf(keys.length)
      for (const key of keys) {
        if (scores[key] === 0) met.push(key)
        scores[key]! += gain
      }
      yield
    }
    best = highest(met, scores, READ)
  } finally {
    giveBack(scores, met)
  }
  const candidates = read(db, best).filter(allowed).slice(0, COMPARED)
  yield
  const profile = profileOf(words, weight)
  return candidates
    .map((clause) => ({ clause, likeness: likeness(profile, stemsOf(clause.text, language).map(({ stem }) => stem)) }))
    .sort((a, b) => b.likeness - a.likeness || b.clause.key - a.clause.key)
}

/** The scores of the question before: a place for every clause, which thrown away at each question would pile up outside the heap. */
let spare: Float32Array | null = null

function takeScores(places: number): Float32Array {
  const taken = spare && spare.length >= places ? spare : new Float32Array(places)
  spare = null
  return taken
}

/** For the next question, without what this one wrote. Of two under way at once one is kept. */
function giveBack(scores: Float32Array, met: readonly number[]): void {
  for (const key of met) scores[key] = 0
  spare = scores
}

/** Keys of the newest clauses that hold a stem or a phrase of stems. One value of all keys is read ten times faster than a row for each. */
export const holding = (db: LibraryFile, feature: string, most: number): number[] => JSON.parse(db.get<{ keys: string }>(
  'SELECT json_group_array(key) AS keys FROM (SELECT rowid AS key FROM clause_index WHERE clause_index MATCH ? ORDER BY rowid DESC LIMIT ?)',
  `{text} : ${quoted(feature)}`, most,
)!.keys) as number[]

interface Feature {
  feature: string
  /** Places of the index to walk for it: those of its words. */
  walk: number
}

/** The rarest stems and phrases of two, the rarest first. */
function rarest(words: readonly string[], known: ReadonlyMap<string, number>, most: number): Feature[] {
  const phrases = new Map<string, number>()
  words.slice(0, -1).forEach((word, at) => {
    const [one, other] = [known.get(word), known.get(words[at + 1]!)]
    if (one !== undefined && other !== undefined) phrases.set(`${word} ${words[at + 1]!}`, one + other)
  })
  const byWalk = (a: Feature, b: Feature) => a.walk - b.walk
  const few = (counts: ReadonlyMap<string, number>) =>
    [...counts].map(([feature, clauses]) => ({ feature, walk: clauses })).filter(({ walk }) => walk > 0).sort(byWalk).slice(0, FEATURES)
  return [...few(phrases), ...few(known).map(({ feature, walk }) => ({ feature, walk: Math.min(walk, most) }))].sort(byWalk)
}

/** Those of the keys with the highest scores, best first; of equal ones the newest. */
export function highest(keys: Iterable<number>, scores: Float32Array, most: number): number[] {
  const best: number[] = []
  const isBelow = (key: number, other: number) => scores[key]! < scores[other]! || (scores[key] === scores[other] && key < other)
  for (const key of keys) {
    if (best.length === most && isBelow(key, best.at(-1)!)) continue
    let [from, to] = [0, best.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if (isBelow(key, best[middle]!)) from = middle + 1
      else to = middle
    }
    best.splice(from, 0, key)
    if (best.length > most) best.pop()
  }
  return best
}

/** Clauses in the order of their keys as given. */
function read(db: LibraryFile, keys: readonly number[]): StoredClause[] {
  const rows = db.all<Row>(`SELECT ${CLAUSE} FROM clause WHERE key IN (SELECT value FROM json_each(?))`, JSON.stringify(keys))
  const byKey = new Map(rows.map((row) => [Number(row['key']), storedClause(row)]))
  return keys.flatMap((key) => byKey.get(key) ?? [])
}

interface Part {
  weight: number
  count: number
}

interface Profile {
  /** Every stem, and every pair of neighbours. */
  parts: Map<string, Part>
  whole: number
  mean: number
}

const pairOf = (word: string, next: string) => `${word} ${next}`

function profileOf(words: readonly string[], weight: (stem: string) => number): Profile {
  const parts: Profile['parts'] = new Map()
  let whole = 0
  const add = (part: string, own: number) => {
    whole += own
    const known = parts.get(part)
    if (known) known.count++
    else parts.set(part, { weight: own, count: 1 })
  }
  for (const word of words) add(word, weight(word))
  const mean = whole / words.length
  words.slice(1).forEach((word, at) => add(pairOf(words[at]!, word), (weight(words[at]!) + weight(word)) / 2))
  return { parts, whole, mean }
}

function likeness({ parts, whole, mean }: Profile, words: readonly string[]): number {
  const used = new Map<Part, number>()
  let common = 0
  let shared = 0
  const meet = (part: Part | undefined) => {
    if (!part) return
    const times = used.get(part) ?? 0
    if (times === part.count) return
    used.set(part, times + 1)
    common += part.weight
    shared++
  }
  let before: string | null = null
  for (const word of words) {
    const part = parts.get(word)
    meet(part)
    // Only two known words can be a known pair.
    if (part && before !== null) meet(parts.get(pairOf(before, word)))
    before = part ? word : null
  }
  return common / (whole + SURPLUS * mean * Math.max(0, 2 * words.length - 1 - shared))
}
