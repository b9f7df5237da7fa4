// Which paragraphs of two texts belong together: those that are the same to the letter, then those that are the same in all
// but typography, then those that are alike; splits and merges; and which of all these moved.
import { pairAlike } from './candidates.ts'
import { Likeness } from './likeness.ts'
import { addParts, markMoves, matchesOf, type Cut, type Match } from './matches.ts'
import { anchor, Pairs, type Key } from './pairs.ts'
import { replacedTerms, withTerms, type Term } from './terms.ts'
import { Vocabulary, type Words } from './words.ts'

export interface Alignment {
  /** In the order of the later text. */
  matches: Match[]
  /** Words of the paragraphs that are not the same to the letter, by index; of those without words there are none. */
  old: ReadonlyMap<number, Words>
  new: ReadonlyMap<number, Words>
  vocabulary: Vocabulary
  /** Terms that were replaced throughout, and the words of the earlier text with the later terms. */
  terms: readonly Term[]
  read: Cut
}

/** Tells how far the work is. */
export type Progress = (done: number, total: number) => void

export function alignTexts(old: readonly string[], now: readonly string[], progress: Progress): Alignment {
  const vocabulary = new Vocabulary()
  const anchored = new Pairs(old.length, now.length)
  anchor(anchored, old, now)
  const oldWords = cutFree(old, anchored.isFreeOld, vocabulary)
  const newWords = cutFree(now, anchored.isFreeNew, vocabulary)
  let paired = pair(anchored, oldWords, newWords, vocabulary, progress)
  const pairs = paired.pairs.inNewOrder().filter(([, after]) => anchored.isFreeNew(after))
  const terms = replacedTerms(pairs.map(([before, after]) => [oldWords.get(before)!, newWords.get(after)!]), vocabulary.isWord)
  let read: Cut = oldWords
  if (terms.length > 0) {
    read = new Map([...oldWords].map(([at, words]) => [at, withTerms(words, terms)]))
    paired = pair(anchored, read, newWords, vocabulary, () => {})
  }
  const matches = addParts(
    matchesOf(paired.pairs, (before, after) => old[before] === now[after]), read, newWords, paired.likeness,
  )
  markMoves(matches, old, now)
  return { matches, old: oldWords, new: newWords, vocabulary, terms, read }
}

/** Words of the paragraphs that are not anchored; one without words never finds a partner. */
function cutFree(texts: readonly string[], isFree: (at: number) => boolean, vocabulary: Vocabulary): Map<number, Words> {
  const free = new Map<number, Words>()
  for (const [at, text] of texts.entries()) {
    if (!isFree(at)) continue
    const words = vocabulary.cut(text)
    if (words.ids.length > 0) free.set(at, words)
  }
  return free
}

function pair(anchored: Pairs, old: Cut, now: Cut, vocabulary: Vocabulary, progress: Progress): { pairs: Pairs; likeness: Likeness } {
  const pairs = anchored.copy()
  anchor(pairs, keys(old, pairs.counts.old), keys(now, pairs.counts.new))
  const freeOld = new Map([...old].filter(([at]) => pairs.isFreeOld(at)))
  const freeNew = new Map([...now].filter(([at]) => pairs.isFreeNew(at)))
  const likeness = new Likeness(vocabulary, [...freeOld.values(), ...freeNew.values()])
  pairAlike(pairs, freeOld, freeNew, vocabulary, likeness, progress)
  return { pairs, likeness }
}

/** The same for paragraphs that differ in typography and number alone; none where a paragraph is anchored or without words. */
const keys = (free: Cut, count: number): Key[] =>
  Array.from({ length: count }, (_, at) => free.get(at)).map((words) => words?.ids.subarray(words.number).join(' ') ?? null)
