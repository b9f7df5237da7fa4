// From pairs to matches: a paragraph that was split or merged has more than one partner, and one that moved stands out of order.
import { heaviestIncreasing } from './increasing.ts'
import type { Likeness } from './likeness.ts'
import type { Pairs } from './pairs.ts'
import type { Words } from './words.ts'

/** One paragraph against one, one against several (split) or several against one (merged); several are neighbours, in order. */
export interface Match {
  old: number[]
  new: number[]
  /** The same to the letter. */
  exact: boolean
  moved: boolean
}

/** Words of the paragraphs that are not anchored, by index. */
export type Cut = ReadonlyMap<number, Words>

/** Shorter paragraphs ("1.", "* * *") are contained in anything. */
const LEAST_WORDS = 3
const LEAST_CONTAINED = 0.6

/** One match for each pair, in the order of the later text. */
export const matchesOf = (pairs: Pairs, isExact: (old: number, now: number) => boolean): Match[] =>
  pairs.inNewOrder().map(([old, now]) => ({ old: [old], new: [now], exact: isExact(old, now), moved: false }))

/** Adds leftover paragraphs of the later text to a neighbour's match that left them over: the paragraph was split. */
export function addSplits(matches: Match[], old: Cut, now: Cut, likeness: Likeness): void {
  addLeftovers(matches, { several: (match) => match.new, one: (match) => match.old }, now, old, likeness)
}

/** Adds leftover paragraphs of the earlier text to a neighbour's match: the two were merged. */
export function addMerges(matches: Match[], old: Cut, now: Cut, likeness: Likeness): void {
  addLeftovers(matches, { several: (match) => match.old, one: (match) => match.new }, old, now, likeness)
}

interface Sides {
  several: (match: Match) => number[]
  one: (match: Match) => number[]
}

function addLeftovers(matches: Match[], { several, one }: Sides, pieces: Cut, wholes: Cut, likeness: Likeness): void {
  const home = new Map(matches.flatMap((match) => several(match).map((at) => [at, match] as const)))
  for (const [at, words] of pieces) {
    if (home.has(at) || words.ids.length < LEAST_WORDS) continue
    let best: Match | null = null
    let most = LEAST_CONTAINED
    for (const match of [home.get(at - 1), home.get(at + 1)]) {
      if (!match || match.exact || one(match).length > 1) continue
      const others = several(match).map((other) => pieces.get(other)!)
      const contained = likeness.contained(words, wholes.get(one(match)[0]!)!, others)
      if (contained > most) {
        most = contained
        best = match
      }
    }
    if (!best) continue
    several(best).push(at)
    several(best).sort((a, b) => a - b)
    home.set(at, best)
  }
}

/** Marks as moved what stands outside the heaviest sequence that kept its order, weighed by letters. */
export function markMoves(matches: Match[], oldTexts: readonly string[]): void {
  const letters = (match: Match) => match.old.reduce((sum, at) => sum + oldTexts[at]!.length, 1)
  const kept = new Set(heaviestIncreasing(matches.map((match) => match.old[0]!), matches.map(letters)))
  for (const [index, match] of matches.entries()) match.moved = !kept.has(index)
}
