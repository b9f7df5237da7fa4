// Finding the wording in one text that comes nearest to a paragraph of another: few candidates by their rare words, then word
// for word.
import type { WordOp } from '../model/comparison.ts'
import { stemsOf } from '../language/stems.ts'
import { wordDiff } from '../redline/index.ts'
import { settled, sharesOf, weigh } from './wording.ts'

export interface Near {
  /** Index among the texts searched. */
  index: number
  /** Words in the same order, in percent. */
  share: number
  ops: WordOp[]
}

/** A word found in more paragraphs than this tells nothing and would cost much. */
const COMMONPLACE = 256
const CANDIDATES = 4
/** Shorter texts ("1.", "* * *") stand in anything. */
const LEAST_WORDS = 3

export class Wordings {
  readonly #texts: readonly string[]
  readonly #language: string
  readonly #holding = new Map<string, number[]>()

  constructor(texts: readonly string[], language: string) {
    this.#texts = texts
    this.#language = language
    texts.forEach((text, index) => {
      for (const stem of this.#stems(text)) {
        const list = this.#holding.get(stem)
        if (list) list.push(index)
        else this.#holding.set(stem, [index])
      }
    })
  }

  /**
   * The texts that hold the most of this one's words in their order, best first; those below `least` percent are left out, and
   * those that hold less of its rare words in any order than `alike`: word order is looked at only where half as many would do.
   */
  near(text: string, least: number, alike = least / 200): Near[] {
    if (weigh(text) < LEAST_WORDS) return []
    const score = new Map<number, number>()
    let all = 0
    for (const stem of this.#stems(text)) {
      const list = this.#holding.get(stem)
      if (list && list.length > COMMONPLACE) continue
      const rarity = Math.log(1 + this.#texts.length / (list?.length ?? 1))
      all += rarity
      if (!list) continue
      for (const index of list) score.set(index, (score.get(index) ?? 0) + rarity)
    }
    return [...score].filter(([, held]) => held >= all * alike).sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, CANDIDATES)
      .map(([index]) => {
        const ops = settled(wordDiff(text, this.#texts[index]!))
        return { index, share: sharesOf(ops).old, ops }
      })
      .filter(({ share }) => share >= least)
      .sort((a, b) => b.share - a.share || a.index - b.index)
  }

  #stems(text: string): Set<string> {
    return new Set(stemsOf(text, this.#language).map(({ stem }) => stem).filter((stem) => stem.length > 2))
  }
}
