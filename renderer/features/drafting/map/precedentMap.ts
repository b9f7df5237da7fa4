// How much of a draft was said before: each paragraph against the closest wording of the library, counted in words. Every word is
// counted once: in a verbatim paragraph, as kept in an edited one, or as new.
import type { Precedent } from '../../../../shared/contract/precedents.ts'
import type { Block, Statement } from '../../../../shared/model/statement.ts'
import type { Doubt, Precedented } from '../../../editor/index.ts'
import { countWords, textOf } from '../earlier.ts'

/** Less of a paragraph in an earlier wording, in percent, is no precedent for it. */
const LEAST_SHARE = 40

export interface Mapped {
  blockId: string
  block: number
  text: string
  state: Precedented['state']
  precedent: Precedent | null
  /** Words that stand in the precedent, and those that do not. */
  kept: number
  fresh: number
  /** Words without precedent, as ranges of the text. */
  novel: [number, number][]
}

/** Paragraphs that may have precedent, with their live text. */
export const clausesIn = ({ blocks }: Statement): { block: Block; index: number; text: string }[] =>
  blocks
    .map((block, index) => ({ block, index, text: textOf(block) }))
    .filter(({ block, text }) => (block.kind === 'paragraph' || block.kind === 'item') && countWords(text) > 0)

export function mappedOf({ block, index, text }: { block: Block; index: number; text: string }, precedent: Precedent | null): Mapped {
  const about = { blockId: block.id, block: index, text }
  if (!precedent || precedent.share < LEAST_SHARE) {
    return { ...about, state: 'new', precedent: null, kept: 0, fresh: countWords(text), novel: [[0, text.length]] }
  }
  const novel: [number, number][] = []
  let at = 0
  let fresh = 0
  for (const { op, text: words } of precedent.ops) {
    if (op === 'delete') continue
    const count = op === 'insert' ? countWords(words) : 0
    if (count > 0) novel.push([at + words.length - words.trimStart().length, at + words.trimEnd().length])
    fresh += count
    at += words.length
  }
  const isVerbatim = precedent.ops.every(({ op }) => op === 'equal')
  return { ...about, state: isVerbatim ? 'verbatim' : 'edited', precedent, kept: countWords(text) - fresh, fresh, novel }
}

export interface Totals {
  verbatim: number
  edited: number
  new: number
  words: number
}

/** `verbatim + edited + new = words`. */
export function totalsOf(all: readonly Mapped[]): Totals {
  const sum = { verbatim: 0, edited: 0, new: 0, words: 0 }
  for (const { state, kept, fresh } of all) {
    if (state === 'verbatim') sum.verbatim += kept
    else sum.edited += kept
    sum.new += fresh
    sum.words += kept + fresh
  }
  return sum
}

/** What the paper shows of it. */
export const drawn = (all: readonly Mapped[]): { blocks: Map<string, Precedented>; novel: Doubt[] } => ({
  blocks: new Map(all.map(({ blockId, state, precedent, kept, fresh }) => [blockId, {
    state,
    citation: precedent?.hit.citation ?? null,
    number: precedent?.hit.number ?? null,
    verbatim: state === 'verbatim' ? 1 : Math.min(99, Math.floor((100 * kept) / Math.max(1, kept + fresh))) / 100,
  }])),
  novel: all.flatMap(({ blockId, text, novel }) => novel.map(([from, to]) => ({ blockId, from, to, found: text.slice(from, to) }))),
})
