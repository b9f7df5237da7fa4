// How much two paragraphs have in common, each word counted by how rare it is: "обезвоживание" tells more than "Стороны".
import type { Vocabulary, Words } from './words.ts'

const SIGN = 0.05

export class Likeness {
  /** By word: ln(1 + paragraphs / paragraphs that hold it). */
  private readonly rarity: Float64Array
  private readonly left: Int32Array

  /** Rarity is measured among the paragraphs that are still to be paired. */
  constructor(vocabulary: Vocabulary, paragraphs: readonly Words[]) {
    const holding = new Int32Array(vocabulary.size)
    for (const { ids } of paragraphs) {
      for (const id of new Set(ids)) holding[id]!++
    }
    this.rarity = Float64Array.from(holding, (count) => Math.log(1 + paragraphs.length / Math.max(1, count)))
    for (const [id, isWord] of vocabulary.isWord.entries()) if (!isWord) this.rarity[id] = SIGN
    this.left = new Int32Array(vocabulary.size)
  }

  /** Weight of all words of a paragraph. */
  weigh({ ids }: Words): number {
    let sum = 0
    for (const id of ids) sum += this.rarity[id]!
    return sum
  }

  /** Dice's coefficient of the weighed words, 0…1. */
  dice(a: Words, b: Words): number {
    const all = this.weigh(a) + this.weigh(b)
    return all > 0 ? (2 * this.common(b, a, [])) / all : 0
  }

  /** The part of `small`, 0…1, that stands in what `others` leave of `whole`. */
  contained(small: Words, whole: Words, others: readonly Words[]): number {
    const all = this.weigh(small)
    return all > 0 ? this.common(small, whole, others) / all : 0
  }

  private common(small: Words, whole: Words, others: readonly Words[]): number {
    const { left, rarity } = this
    for (const id of whole.ids) left[id]!++
    for (const other of others) for (const id of other.ids) left[id]!--
    let sum = 0
    for (const id of small.ids) if (left[id]!-- > 0) sum += rarity[id]!
    for (const words of [whole, small, ...others]) for (const id of words.ids) left[id] = 0
    return sum
  }
}
