// Word operations looked at from one side: the part that belongs to one paragraph, how much of it stayed, what was lost.
import type { ComparedText, Row, WordOp } from '../model/comparison.ts'
import { light } from '../language/light.ts'

const WORD = light(/[\p{L}\p{N}]+/gu)
const SHORT = 3
const SHORT_WEIGHT = 0.3

/** Words of a text, those that only hold a sentence together counted for less. */
export const weigh = (text: string): number =>
  (text.match(WORD) ?? []).reduce((sum, word) => sum + (word.length > SHORT || /\d/u.test(word) ? 1 : SHORT_WEIGHT), 0)

/** A text without what typography alone tells apart: case, ё, quotes, dashes, spaces. */
export const plain = (text: string): string =>
  text.toLowerCase().replaceAll('ё', 'е').replaceAll(/[«»“”„"‘’']/gu, '"').replaceAll(/[‐-―−-]/gu, '-').replaceAll(/[\s\u00a0\u202f]+/gu, ' ').trim()

/**
 * The operations of one paragraph of a row, found by its length: paragraphs of a split or merge are joined by one sign. What
 * was inserted at its edge belongs to it.
 */
export function opsOf(row: Row, side: 'old' | 'new', place: number, text: ComparedText): WordOp[] {
  if (row[side].length === 1) return row.ops
  let from = 0
  for (const index of row[side].slice(0, place)) from += text.paragraphs[index]!.text.length + 1
  const to = from + text.paragraphs[row[side][place]!]!.text.length
  const other = side === 'old' ? 'insert' : 'delete'
  const own: WordOp[] = []
  let at = 0
  for (const { op, text: words } of row.ops) {
    if (op === other) {
      if (at >= from && at <= to) own.push({ op, text: words })
      continue
    }
    const part = words.slice(Math.max(0, from - at), Math.max(0, to - at))
    if (part !== '') own.push({ op, text: part })
    at += words.length
  }
  return own
}

/** The operations with what typography alone changed taken as it was. */
export function settled(ops: readonly WordOp[]): WordOp[] {
  const out: WordOp[] = []
  for (let i = 0; i < ops.length; i++) {
    const [now, next] = [ops[i]!, ops[i + 1]]
    const isSwap = next && now.op !== 'equal' && next.op !== 'equal' && next.op !== now.op && plain(now.text) === plain(next.text)
    const op: WordOp = isSwap ? { op: 'equal', text: now.op === 'insert' ? now.text : next.text } : now
    if (isSwap) i++
    const last = out.at(-1)
    if (last?.op === op.op) last.text += op.text
    else out.push({ ...op })
  }
  return out
}

/** How much of each side stands in the other in the same order, in percent; 100 only where nothing is missing. */
export function sharesOf(ops: readonly WordOp[]): { old: number; new: number } {
  const sum = { equal: 0, delete: 0, insert: 0 }
  for (const { op, text } of ops) sum[op] += weigh(text)
  const percent = (missing: number) =>
    missing === 0 ? 100 : sum.equal === 0 ? 0 : Math.min(99, Math.floor((100 * sum.equal) / (sum.equal + missing)))
  return { old: percent(sum.delete), new: percent(sum.insert) }
}

/** Shorter phrases that went are seen in the words themselves. */
const LEAST_LOST = 3

/** Phrases that were deleted and not replaced, without punctuation around them. */
export function lostPhrases(ops: readonly WordOp[]): string[] {
  return ops.flatMap(({ op, text }, index) => {
    if (op !== 'delete') return []
    const instead = [ops[index - 1], ops[index + 1]].reduce((sum, near) => sum + (near?.op === 'insert' ? weigh(near.text) : 0), 0)
    // Where a word stands for the beginning of a phrase, the rest of it is lost.
    const rest = instead > 0 ? text.slice(text.search(/[,;]|$/u)) : text
    if (weigh(rest) < LEAST_LOST + 2 * instead) return []
    return [rest.replaceAll(/\s+/gu, ' ').replace(/^[\s,;.–—-]+|[\s,;–—-]+$/gu, '')]
  })
}

/** Where an offset of the earlier text lies in the later one. */
export function mapOffsets(ops: readonly WordOp[]): (old: number) => number {
  const steps: { old: number; now: number; length: number; equal: boolean }[] = []
  let old = 0
  let now = 0
  for (const { op, text } of ops) {
    if (op !== 'insert') steps.push({ old, now, length: text.length, equal: op === 'equal' })
    if (op !== 'insert') old += text.length
    if (op !== 'delete') now += text.length
  }
  const end = now
  return (offset) => {
    const step = steps.find((one) => offset < one.old + one.length)
    return step ? step.now + (step.equal ? offset - step.old : 0) : end
  }
}
