// The result of comparing two texts: rows that cover every paragraph of both sides exactly once.
import type { BlockKind } from './statement.ts'

export interface ComparedParagraph {
  /** The text without its number. */
  text: string
  /** The number as shown ("IV.", "14."); a change of it alone is no change of the text, see `Row.typographic`. */
  label: string | null
  kind: BlockKind
}

export interface ComparedText {
  /** What the reader calls it: title, version name or file name. */
  name: string
  language: string
  date: string | null
  paragraphs: ComparedParagraph[]
}

export type RowKind = 'same' | 'edited' | 'inserted' | 'deleted' | 'moved' | 'split' | 'merged'

export interface WordOp {
  op: 'equal' | 'insert' | 'delete'
  text: string
  /**
   * Set on what replaced or was replaced by the same words in other letter case, with ё or е, other quotes, dashes or spaces;
   * and on a number written out in front of a paragraph.
   */
  typographic?: true
}

export interface Row {
  kind: RowKind
  /** Indexes of paragraphs in the earlier text: none (inserted), one, or several (merged). */
  old: number[]
  new: number[]
  /**
   * equal + delete spell the earlier text, equal + insert the later one; the paragraphs of a split or merge are joined by
   * "\n". A moved row appears once, at its place in the later text.
   */
  ops: WordOp[]
  /**
   * Something changed, and all of it is typographic: operations of an edited row that are marked so, or the number of a
   * paragraph, also of one that is otherwise the same. A move, split or merge is more than that.
   */
  typographic: boolean
}

export type RowCounts = Record<RowKind, number>

export interface Comparison {
  old: ComparedText
  new: ComparedText
  rows: Row[]
  counts: RowCounts
}
