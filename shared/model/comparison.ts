// The result of comparing two texts: rows that cover every paragraph of both sides exactly once.

export interface ComparedParagraph {
  /** The text without its number. */
  text: string
  /** The number as shown ("IV.", "14."); a change of it alone is no change of the text. */
  label: string | null
  kind: 'title' | 'chapeau' | 'heading' | 'paragraph' | 'item' | 'place-date' | 'signature' | 'passage'
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
}

export type RowCounts = Record<RowKind, number>

export interface Comparison {
  old: ComparedText
  new: ComparedText
  rows: Row[]
  counts: RowCounts
}
