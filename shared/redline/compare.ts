// Comparing two texts: paragraphs that belong together are found first, then the words that differ inside them. Which text is
// the later one says nothing about what belongs together: both are compared in an order of their own and the result is turned
// where that is the wrong way round, so that the comparison back is the mirror image of the one there.
import type { ComparedText, Comparison, Row, RowCounts, RowKind, WordOp } from '../model/comparison.ts'
import { alignTexts } from './align.ts'
import type { Match } from './matches.ts'
import { inOrder, rowOf } from './rows.ts'

/** Tells how far a comparison is: first paragraphs are paired, then their words compared. */
export type ComparingReport = (stage: 'pairs' | 'words', done: number, total: number) => void

/**
 * Compares paragraph by paragraph and word by word. Every paragraph of both sides stands in exactly one row; rows are in the
 * order of the later text, deleted paragraphs where they were. Numbers that stand beside their paragraphs are not looked at.
 */
export function compareTexts(old: ComparedText, now: ComparedText, report: ComparingReport = () => {}): Comparison {
  const oldTexts = old.paragraphs.map((paragraph) => paragraph.text)
  const newTexts = now.paragraphs.map((paragraph) => paragraph.text)
  const isTurned = standsAfter(oldTexts, newTexts)
  const [first, second] = isTurned ? [now, old] : [old, now]
  const [firstTexts, secondTexts] = isTurned ? [newTexts, oldTexts] : [oldTexts, newTexts]
  const alignment = alignTexts(firstTexts, secondTexts, (done, total) => report('pairs', done, total))
  const isRenumbered = ({ old: [before], new: [after] }: Match) =>
    first.paragraphs[before!]!.label !== second.paragraphs[after!]!.label
  const { matches } = alignment
  const matched = matches.flatMap((match, done) => {
    report('words', done, matches.length)
    const row = rowOf(match, alignment, secondTexts, isRenumbered(match))
    return row ? [isTurned ? turn(row) : row] : []
  })
  report('words', matches.length, matches.length)
  const rows = inOrder(matched, oldTexts, newTexts)
  return { old, new: now, rows, counts: countRows(rows) }
}

/** Any order will do as long as it is one: here by the number of paragraphs, then by the first that differs. */
function standsAfter(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return a.length > b.length
  const at = a.findIndex((text, index) => text !== b[index])
  return at >= 0 && a[at]! > b[at]!
}

const TURNED: Partial<Record<RowKind, RowKind>> = { split: 'merged', merged: 'split' }

/** The row with its sides exchanged; at one place deletions still come first. */
function turn({ kind, old, new: now, ops, typographic }: Row): Row {
  const turned: WordOp[] = []
  for (const [index, change] of ops.entries()) {
    const op = change.op === 'equal' ? 'equal' : change.op === 'insert' ? 'delete' : 'insert'
    const isReplaced = ops[index - 1]?.op === 'delete' && op === 'delete'
    turned.splice(isReplaced ? -1 : turned.length, 0, { ...change, op })
  }
  return { kind: TURNED[kind] ?? kind, old: now, new: old, ops: turned, typographic }
}

/** How many rows there are of each kind. */
export function countRows(rows: readonly Row[]): RowCounts {
  const counts: RowCounts = { same: 0, edited: 0, inserted: 0, deleted: 0, moved: 0, split: 0, merged: 0 }
  for (const row of rows) counts[row.kind]++
  return counts
}
