// From pairs to matches: a paragraph that was split or merged has more than one partner, and one that moved stands out of order.
import { heaviestIncreasing } from './increasing.ts'
import type { Likeness } from './likeness.ts'
import type { Pairs } from './pairs.ts'
import type { WordList } from './words.ts'

/** One paragraph against one, one against several (split) or several against one (merged); several are neighbours, in order. */
export interface Match {
  old: number[]
  new: number[]
  /** The same to the letter. */
  exact: boolean
  moved: boolean
}

/** Words of the paragraphs that are not anchored, by index. */
export type Cut = ReadonlyMap<number, WordList>

/** Shorter paragraphs ("1.", "* * *") are contained in anything. */
const LEAST_WORDS = 3
/** How many paragraphs of which none is alone enough of a part may be one together. */
const TOGETHER = 3
/** A pair less alike than this is given up for being part of a neighbour's match, where it is that surely. */
const WEAK_PAIR = 0.6
const SURE_PART = 0.8

/** One match for each pair, in the order of the later text. */
export const matchesOf = (pairs: Pairs, isExact: (old: number, now: number) => boolean): Match[] =>
  pairs.inNewOrder().map(([old, now]) => ({ old: [old], new: [now], exact: isExact(old, now), moved: false }))

/**
 * Adds leftover paragraphs to the match of a neighbour that left them over: of the later text, its paragraph was split; of the
 * earlier one, the two were merged. Returns the matches in the order of the later text.
 */
export function addParts(matches: readonly Match[], old: Cut, now: Cut, likeness: Likeness): Match[] {
  const found = new Set(matches)
  const split = () => new Parts(found, (match) => match.new, (match) => match.old, now, old, likeness).add()
  split()
  new Parts(found, (match) => match.old, (match) => match.new, old, now, likeness).add()
  // Once more: a pair that was given up for a merge leaves its other half over.
  split()
  return [...found].sort((a, b) => a.new[0]! - b.new[0]!)
}

/** Looks for parts on the side that may have several. */
class Parts {
  private readonly matches: Set<Match>
  private readonly several: (match: Match) => number[]
  private readonly one: (match: Match) => number[]
  private readonly pieces: Cut
  private readonly wholes: Cut
  private readonly likeness: Likeness
  private readonly home: Map<number, Match>

  constructor(
    matches: Set<Match>, several: (match: Match) => number[], one: (match: Match) => number[], pieces: Cut, wholes: Cut,
    likeness: Likeness,
  ) {
    this.matches = matches
    this.several = several
    this.one = one
    this.pieces = pieces
    this.wholes = wholes
    this.likeness = likeness
    this.home = new Map([...matches].flatMap((match) => several(match).map((at) => [at, match] as const)))
  }

  add(): void {
    let left = [...this.pieces.keys()].filter((at) => this.isLoose(at))
    // A part may reach its match only over another part, so until nothing more is added; from both ends in turn.
    for (let before = Infinity; left.length < before;) {
      before = left.length
      left = left.filter((at) => this.isLoose(at) && !this.addToNeighbour(at)).reverse()
    }
  }

  /** Without a match, or in one that may be given up. */
  private isLoose(at: number): boolean {
    const match = this.home.get(at)
    return match ? this.alike(match) < WEAK_PAIR : this.pieces.get(at)!.ids.length >= LEAST_WORDS
  }

  private alike(match: Match): number {
    const [piece, ...others] = this.several(match)
    if (match.exact || others.length > 0 || this.one(match).length > 1) return 1
    return this.likeness.dice(this.pieces.get(piece!)!, [this.wholes.get(this.one(match)[0]!)!])[0]!
  }

  /** Adds the paragraph, together with those between it and the neighbour's match, where they are part of that. */
  private addToNeighbour(at: number): boolean {
    let best: { match: Match; together: number[] } | null = null
    let most = this.home.has(at) ? SURE_PART : 0
    for (const towards of [-1, 1]) {
      const together = [at]
      while (together.length < TOGETHER && this.pieces.has(together.at(-1)! + towards) && !this.home.has(together.at(-1)! + towards)) {
        together.push(together.at(-1)! + towards)
      }
      const match = this.home.get(together.at(-1)! + towards)
      if (!match || match === this.home.get(at) || match.exact || this.one(match).length > 1) continue
      const value = this.partOf(match, together)
      if (value <= most) continue
      most = value
      best = { match, together }
    }
    if (!best) return false
    const given = this.home.get(at)
    if (given) this.matches.delete(given)
    const places = this.several(best.match)
    places.push(...best.together)
    places.sort((a, b) => a - b)
    for (const place of best.together) this.home.set(place, best.match)
    return true
  }

  private partOf(match: Match, places: readonly number[]): number {
    const whole = this.wholes.get(this.one(match)[0]!)!
    const words = (list: readonly number[]) => list.map((place) => this.pieces.get(place)!)
    return this.likeness.part(words(places), whole, words(this.several(match)))
  }
}

/** Marks as moved what stands outside the heaviest sequence that kept its order, weighed by letters. */
export function markMoves(matches: Match[], old: readonly string[], now: readonly string[]): void {
  const letters = (match: Match) =>
    match.old.reduce((sum, at) => sum + old[at]!.length, 0) + match.new.reduce((sum, at) => sum + now[at]!.length, 1)
  const kept = new Set(heaviestIncreasing(matches.map((match) => match.old[0]!), matches.map(letters)))
  for (const [index, match] of matches.entries()) match.moved = !kept.has(index)
}
