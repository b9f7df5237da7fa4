// A paragraph against its earlier text: what is verbatim, what is new, and the words for the strip under the percentage.
import type { WordOp } from '../../../shared/model/comparison.ts'
import type { Block } from '../../../shared/model/statement.ts'

/** Text of a block as if its changes were all accepted (`final`) or rejected (`original`). */
export function textOf(block: Block, view: 'final' | 'original' = 'final'): string {
  const gone = view === 'final' ? 'deletion' : 'insertion'
  return block.runs
    .filter((run) => !run.revisions?.some(({ kind }) => kind === gone))
    .map((run) => run.text)
    .join('')
}

/** A citation ("Ольмин 2021") in front of the whole date: the year is said once. */
export const withoutYear = (citation: string, date: string): string => {
  const year = ` ${date.slice(0, 4)}`
  return citation.endsWith(year) ? citation.slice(0, -year.length) : citation
}

export interface Verbatim {
  /** Words of the paragraph now, and how many of them stand in the earlier text. */
  words: number
  kept: number
  /** In percent; 100 only where the two texts are equal to the letter. */
  percent: number
  /** New passages in order. */
  fresh: string[]
  /** Stretches of kept and new words, for the strip. */
  strip: { kept: boolean; words: number }[]
}

export const countWords = (text: string) => text.match(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu)?.length ?? 0

/** Measures word operations that lead from the earlier text to the present one. */
export function verbatim(ops: readonly WordOp[]): Verbatim {
  const strip: Verbatim['strip'] = []
  for (const { op, text } of ops) {
    const words = op === 'delete' ? 0 : countWords(text)
    if (words === 0) continue
    const last = strip.at(-1)
    if (last && last.kept === (op === 'equal')) last.words += words
    else strip.push({ kept: op === 'equal', words })
  }
  const sum = (kept: boolean) => strip.filter((part) => part.kept === kept).reduce((total, part) => total + part.words, 0)
  const kept = sum(true)
  const words = kept + sum(false)
  const equal = ops.every(({ op }) => op === 'equal')
  return {
    words,
    kept,
    percent: equal ? 100 : words === 0 ? 0 : Math.min(99, Math.floor((100 * kept) / words)),
    fresh: ops.filter(({ op, text }) => op === 'insert' && countWords(text) > 0).map(({ text }) => text.trim()),
    strip,
  }
}
