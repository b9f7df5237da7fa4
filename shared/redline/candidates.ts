// Finding likely partners without comparing every paragraph with every other: those that share the most two-word phrases,
// and those that stand where one would expect the partner. Then the best are paired, the surest first.
import type { Progress } from './align.ts'
import { heaviestIncreasing } from './increasing.ts'
import type { Likeness } from './likeness.ts'
import type { Pairs } from './pairs.ts'
import type { Vocabulary, WordList } from './words.ts'

/** A phrase found in more paragraphs than this is a formula of the trade and tells nothing. */
const FORMULA = 36
/** How many partners by phrases are weighed for each paragraph. */
const TOP = 8
/** Least likeness of a pair anywhere, and of one at the expected place (within three paragraphs). */
const ALIKE = 0.42
const ALIKE_IN_PLACE = 0.3
const IN_PLACE = 3
/** A partner at the expected place is preferred by up to this much, falling to nothing over 50 paragraphs. */
const PLACE_BONUS = 0.06
const PLACE_REACH = 50

const NONE = -1

interface Candidate {
  old: number
  new: number
  score: number
}

/** Pairs free paragraphs that are alike. `old` and `now` hold the words of the free ones by index. */
export function pairAlike(
  pairs: Pairs, old: ReadonlyMap<number, WordList>, now: ReadonlyMap<number, WordList>, vocabulary: Vocabulary, likeness: Likeness,
  progress: Progress,
): void {
  const expected = expectedPlaces(pairs)
  const phrases = new PhraseIndex(old, pairs.counts.old, vocabulary)
  const candidates: Candidate[] = []
  let done = 0
  for (const [at, words] of now) {
    progress(done++, now.size)
    const place = expected(at)
    const partners = phrases.mostShared(at, words)
    for (let near = Math.round(place) - 1; near <= Math.round(place) + 1; near++) {
      if (old.has(near) && !partners.includes(near)) partners.push(near)
    }
    const likely = likeness.dice(words, partners.map((partner) => old.get(partner)!))
    for (const [index, partner] of partners.entries()) {
      const dice = likely[index]!
      const distance = Math.abs(partner - place)
      const isPair = dice >= ALIKE
        || (distance < IN_PLACE && (dice >= ALIKE_IN_PLACE || likeness.isPart(old.get(partner)!, words)))
      if (isPair) candidates.push({ old: partner, new: at, score: dice + PLACE_BONUS * Math.max(0, 1 - distance / PLACE_REACH) })
    }
  }
  // Taking the best first is as good here as the optimal assignment, and many times faster.
  candidates.sort((a, b) => b.score - a.score)
  for (const { old, new: now } of candidates) if (pairs.isFreeOld(old) && pairs.isFreeNew(now)) pairs.add(old, now)
}

/** Where in the earlier text a paragraph of the later one should stand, by the anchors around it that kept their order. */
function expectedPlaces(pairs: Pairs): (now: number) => number {
  const { counts } = pairs
  const anchored = pairs.inNewOrder()
  const kept = heaviestIncreasing(anchored.map(([old]) => old), anchored.map(() => 1)).map((index) => anchored[index]!)
  let next = 0
  return (now) => {
    while (next < kept.length && kept[next]![1] < now) next++
    const [oldBefore, newBefore] = kept[next - 1] ?? [-1, -1]
    const [oldAfter, newAfter] = kept[next] ?? [counts.old, counts.new]
    return oldBefore + ((oldAfter - oldBefore) * (now - newBefore)) / Math.max(1, newAfter - newBefore)
  }
}

/** Two-word phrases of the earlier text and the paragraphs that hold them; phrases that share a bucket count as one. */
class PhraseIndex {
  private readonly isWord: readonly boolean[]
  private readonly shift: number
  /** Those that hold a phrase of bucket b: `holding` from `start[b]` to before `start[b + 1]`. */
  private readonly start: Int32Array
  private readonly holding: Int32Array
  /** By bucket, the last paragraph seen with it: a phrase counts once in a paragraph. */
  private readonly seen: Int32Array
  private readonly shared: Float64Array

  constructor(paragraphs: ReadonlyMap<number, WordList>, count: number, { isWord }: Vocabulary) {
    this.isWord = isWord
    let words = 0
    for (const { ids } of paragraphs.values()) words += ids.length
    const bits = Math.min(22, Math.max(10, Math.ceil(Math.log2(2 * words + 1))))
    this.shift = 32 - bits
    this.start = new Int32Array(2 ** bits + 1)
    this.seen = new Int32Array(2 ** bits).fill(NONE)
    this.shared = new Float64Array(count)
    for (const [at, words] of paragraphs) this.phrases(at, words, (bucket) => { this.start[bucket + 1]!++ })
    for (let bucket = 0; bucket < 2 ** bits; bucket++) this.start[bucket + 1]! += this.start[bucket]!
    this.holding = new Int32Array(this.start.at(-1)!)
    const next = this.start.slice()
    this.seen.fill(NONE)
    for (const [at, words] of paragraphs) this.phrases(at, words, (bucket) => { this.holding[next[bucket]!++] = at })
    this.seen.fill(NONE)
  }

  /** Paragraphs that share the most phrases with these words, of paragraph `at`; a phrase counts the more, the fewer hold it. */
  mostShared(at: number, words: WordList): number[] {
    const { start, holding, shared } = this
    const met: number[] = []
    this.phrases(at, words, (bucket) => {
      const count = start[bucket + 1]! - start[bucket]!
      if (count > FORMULA) return
      const weight = 1 / Math.sqrt(count)
      for (let k = start[bucket]!; k < start[bucket + 1]!; k++) {
        const other = holding[k]!
        if (shared[other] === 0) met.push(other)
        shared[other]! += weight
      }
    })
    const best: number[] = []
    for (const other of met) {
      if (best.length === TOP && shared[other]! <= shared[best.at(-1)!]!) continue
      let place = best.length
      while (place > 0 && shared[best[place - 1]!]! < shared[other]!) place--
      best.splice(place, 0, other)
      if (best.length > TOP) best.pop()
    }
    for (const other of met) shared[other] = 0
    return best
  }

  /** Calls `found` with the bucket of every phrase, once each. */
  private phrases(at: number, { ids, number }: WordList, found: (bucket: number) => void): void {
    const { isWord, seen, shift } = this
    let before = NONE
    for (let k = number; k < ids.length; k++) {
      const id = ids[k]!
      if (!isWord[id]) continue
      if (before !== NONE) {
        const bucket = (Math.imul(before, 0x9e3779b1) ^ Math.imul(id, 0x85ebca6b)) >>> shift
        if (seen[bucket] !== at) {
          seen[bucket] = at
          found(bucket)
        }
      }
      before = id
    }
  }
}
