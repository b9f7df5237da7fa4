// How much two paragraphs have in common, each word counted by how rare it is: "обезвоживание" tells more than "Стороны".
import type { Vocabulary, WordList } from './words.ts'

const SIGN = 0.05
/** A part has at least so many words, and so much of its weight stands in the whole. */
const LEAST_PART = 5
const ALMOST = 0.8
/** So much of a paragraph next to a match makes it a part; or else so much likeness to what is left of the whole. */
const CONTAINED = 0.6
const ALIKE_TO_REST = 0.35

export class Likeness {
  /** By word: ln(1 + paragraphs / paragraphs that hold it). */
  private readonly rarity: Float64Array
  private readonly left: Int32Array

  /** Rarity is measured among the paragraphs that are still to be paired. */
  constructor(vocabulary: Vocabulary, paragraphs: readonly WordList[]) {
    const holding = new Int32Array(vocabulary.size)
    const last = new Int32Array(vocabulary.size)
    for (const [at, { ids, number }] of paragraphs.entries()) {
      for (let k = number; k < ids.length; k++) {
        const id = ids[k]!
        if (last[id] === at + 1) continue
        last[id] = at + 1
        holding[id]!++
      }
    }
    this.rarity = Float64Array.from(holding, (count) => Math.log(1 + paragraphs.length / Math.max(1, count)))
    for (const [id, isWord] of vocabulary.isWord.entries()) if (!isWord) this.rarity[id] = SIGN
    this.left = new Int32Array(vocabulary.size)
  }

  /** Weight of all words of a paragraph. */
  weigh({ ids, number }: WordList): number {
    let sum = 0
    for (let k = number; k < ids.length; k++) sum += this.rarity[ids[k]!]!
    return sum
  }

  /** Dice's coefficient of the weighed words of one paragraph with each of several, 0…1. */
  dice({ ids, number }: WordList, others: readonly WordList[]): number[] {
    const { left, rarity } = this
    let own = 0
    for (let k = number; k < ids.length; k++) {
      left[ids[k]!]!++
      own += rarity[ids[k]!]!
    }
    const found = others.map((other) => {
      let common = 0
      let all = own
      for (let k = other.number; k < other.ids.length; k++) {
        const id = other.ids[k]!
        all += rarity[id]!
        if (left[id]!-- > 0) common += rarity[id]!
      }
      for (let k = other.number; k < other.ids.length; k++) left[other.ids[k]!]!++
      return all > 0 ? (2 * common) / all : 0
    })
    for (let k = number; k < ids.length; k++) left[ids[k]!] = 0
    return found
  }

  /** Whether the smaller one stands almost whole in the other. */
  isPart(a: WordList, b: WordList): boolean {
    if (Math.min(a.ids.length, b.ids.length) < LEAST_PART) return false
    return this.common([b], a, []) > ALMOST * Math.min(this.weigh(a), this.weigh(b))
  }

  /**
   * How surely `pieces` are a part of `whole` beside the `others` that are: the share of them, 0…1, that stands in what the
   * others left of it. 0 where that is too little, both of them and of what was left.
   */
  part(pieces: readonly WordList[], whole: WordList, others: readonly WordList[]): number {
    const own = pieces.reduce((sum, words) => sum + this.weigh(words), 0)
    const common = this.common(pieces, whole, others)
    if (own === 0) return 0
    if (common > CONTAINED * own) return common / own
    const left = this.weigh(whole) - this.common(others, whole, [])
    return 2 * common > ALIKE_TO_REST * (own + left) ? common / own : 0
  }

  /** Weight of the words of `small` that stand in what `others` leave of `whole`. */
  private common(small: readonly WordList[], whole: WordList, others: readonly WordList[]): number {
    const { left, rarity } = this
    const each = ({ ids, number }: WordList, visit: (id: number) => void) => {
      for (let k = number; k < ids.length; k++) visit(ids[k]!)
    }
    let sum = 0
    each(whole, (id) => { left[id]!++ })
    for (const other of others) each(other, (id) => { left[id]!-- })
    for (const words of small) each(words, (id) => { if (left[id]!-- > 0) sum += rarity[id]! })
    for (const words of [whole, ...small, ...others]) each(words, (id) => { left[id] = 0 })
    return sum
  }
}
