// How much two clauses say the same: the words both have, and the pairs of neighbours, each counted by how rare it is. Order
// beyond neighbours does not matter, since a later text turns sentences round; ends of words neither, since it turns tenses.
import { stemsOf } from '../language/stems.ts'

/** A clause as it is compared: its stems in order. */
export type Stems = readonly string[]

/** Words that are looked at; a longer clause has said what it is about. */
const MOST_WORDS = 400
/** What a pair of neighbours counts beside its two words. */
const PAIR = 0.5

export const stemsIn = (text: string, language: string): Stems => stemsOf(text, language).slice(0, MOST_WORDS).map(({ stem }) => stem)

/** A stem that a whole family shares says no less than one that stands once. */
const RAREST = 5

/** How rare a stem is among `clauses` of which `holding` have it. */
export const rarity = (clauses: number, holding: number): number => Math.log(1 + clauses / Math.max(RAREST, holding))

/** Dice's coefficient of the weighed stems and pairs of two clauses: 0 for nothing in common, 1 for the same words. */
export function likeness(one: Stems, other: Stems, rarityOf: (stem: string) => number): number {
  const left = new Map<string, number>()
  const mine = weighed(one, rarityOf, (part) => left.set(part, (left.get(part) ?? 0) + 1))
  let common = 0
  const theirs = weighed(other, rarityOf, (part, weight) => {
    const times = left.get(part) ?? 0
    if (times === 0) return
    left.set(part, times - 1)
    common += weight
  })
  return mine + theirs === 0 ? 0 : (2 * common) / (mine + theirs)
}

/** Weight of all stems and pairs; `meet` hears each. */
function weighed(stems: Stems, rarityOf: (stem: string) => number, meet: (part: string, weight: number) => void): number {
  let sum = 0
  let before: { stem: string; weight: number } | null = null
  for (const stem of stems) {
    const weight = rarityOf(stem)
    sum += weight
    meet(stem, weight)
    if (before) {
      const pair = (PAIR * (before.weight + weight)) / 2
      sum += pair
      meet(`${before.stem} ${stem}`, pair)
    }
    before = { stem, weight }
  }
  return sum
}
