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
export const likeness = (one: Stems, other: Stems, rarityOf: (stem: string) => number): number => likenessTo(one, rarityOf)(other)

/** The same of one clause and any number of others. */
export function likenessTo(one: Stems, rarityOf: (stem: string) => number): (other: Stems) => number {
  const parts = new Map<string, number>()
  const mine = weighed(one, rarityOf, () => true, (part) => parts.set(part, (parts.get(part) ?? 0) + 1))
  const knows = (stem: string) => parts.has(stem)
  return (other) => {
    const used = new Map<string, number>()
    let common = 0
    const theirs = weighed(other, rarityOf, knows, (part, weight) => {
      const times = used.get(part) ?? 0
      if (times >= (parts.get(part) ?? 0)) return
      used.set(part, times + 1)
      common += weight
    })
    return mine + theirs === 0 ? 0 : (2 * common) / (mine + theirs)
  }
}

/** Weight of all stems and pairs; `meet` hears each whose stems count. */
function weighed(stems: Stems, rarityOf: (stem: string) => number, counts: (stem: string) => boolean, meet: (part: string, weight: number) => void): number {
  let sum = 0
  let before: { stem: string; weight: number; counts: boolean } | null = null
  for (const stem of stems) {
    const [weight, isCounted] = [rarityOf(stem), counts(stem)]
    sum += weight
    if (isCounted) meet(stem, weight)
    if (before) {
      const pair = (PAIR * (before.weight + weight)) / 2
      sum += pair
      if (isCounted && before.counts) meet(`${before.stem} ${stem}`, pair)
    }
    before = { stem, weight, counts: isCounted }
  }
  return sum
}
