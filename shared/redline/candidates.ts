// Finding likely partners without comparing every paragraph with every other: those that share the most two-word phrases,
// and those that stand where one would expect the partner. Then the best are paired, the surest first.
import { heaviestIncreasing } from './increasing.ts'
import type { Likeness } from './likeness.ts'
import type { Pairs } from './pairs.ts'
import type { Vocabulary, Words } from './words.ts'

/** A phrase found in more paragraphs than this is a formula of the trade and tells nothing. */
const FORMULA = 48
/** How many partners by phrases are weighed for each paragraph. */
const TOP = 5
/** Least likeness of a pair anywhere, and of one at the expected place (within three paragraphs). */
const ALIKE = 0.42
const ALIKE_IN_PLACE = 0.3
const IN_PLACE = 3
/** A partner at the expected place is preferred by up to this much, falling to nothing over 50 paragraphs. */
const PLACE_BONUS = 0.06
const PLACE_REACH = 50

interface Candidate {
  old: number
  new: number
  score: number
}

/** Pairs free paragraphs that are alike. `old` and `now` hold the words of the free ones by index. */
export function pairAlike(
  pairs: Pairs, counts: { old: number; new: number }, old: ReadonlyMap<number, Words>, now: ReadonlyMap<number, Words>,
  vocabulary: Vocabulary, likeness: Likeness,
): void {
  const expected = expectedPlaces(pairs, counts)
  const phrases = new PhraseIndex(old, vocabulary)
  const candidates: Candidate[] = []
  for (const [at, words] of now) {
    const place = expected(at)
    const partners = new Set(phrases.mostShared(words))
    for (const near of [-1, 0, 1]) if (old.has(Math.round(place) + near)) partners.add(Math.round(place) + near)
    for (const partner of partners) {
      const dice = likeness.dice(old.get(partner)!, words)
      const distance = Math.abs(partner - place)
      if (dice < ALIKE && (dice < ALIKE_IN_PLACE || distance >= IN_PLACE)) continue
      candidates.push({ old: partner, new: at, score: dice + PLACE_BONUS * Math.max(0, 1 - distance / PLACE_REACH) })
    }
  }
  // Taking the best first is as good here as the optimal assignment, and many times faster.
  candidates.sort((a, b) => b.score - a.score)
  for (const { old, new: now } of candidates) if (pairs.isFreeOld(old) && pairs.isFreeNew(now)) pairs.add(old, now)
}

/** Where in the earlier text a paragraph of the later one should stand, by the anchors around it that kept their order. */
function expectedPlaces(pairs: Pairs, counts: { old: number; new: number }): (now: number) => number {
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

/** Two-word phrases of the earlier text and the paragraphs that hold them. */
class PhraseIndex {
  private readonly vocabulary: Vocabulary
  private readonly holding = new Map<number, number[]>()

  constructor(paragraphs: ReadonlyMap<number, Words>, vocabulary: Vocabulary) {
    this.vocabulary = vocabulary
    for (const [at, words] of paragraphs) {
      for (const phrase of this.phrases(words)) {
        const list = this.holding.get(phrase)
        if (list) list.push(at)
        else this.holding.set(phrase, [at])
      }
    }
  }

  /** Paragraphs that share the most phrases with these words; a phrase counts the more, the fewer hold it. */
  mostShared(words: Words): number[] {
    const shared = new Map<number, number>()
    for (const phrase of this.phrases(words)) {
      const list = this.holding.get(phrase)
      if (!list || list.length > FORMULA) continue
      for (const at of list) shared.set(at, (shared.get(at) ?? 0) + 1 / Math.sqrt(list.length))
    }
    return [...shared].sort((a, b) => b[1] - a[1]).slice(0, TOP).map(([at]) => at)
  }

  /** Each phrase once, as one number made of the numbers of its two words. */
  private phrases({ ids }: Words): Set<number> {
    const { isWord, size } = this.vocabulary
    const found = new Set<number>()
    let before = -1
    for (const id of ids) {
      if (!isWord[id]) continue
      if (before >= 0) found.add(before * size + id)
      before = id
    }
    return found
  }
}
