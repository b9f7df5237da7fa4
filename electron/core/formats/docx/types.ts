// What a DOCX says, paragraph by paragraph, before anything is decided about it.
import type { Warning } from '../../../../shared/model/proposal.ts'
import type { Comment } from '../../../../shared/model/comment.ts'
import type { Revision, RevisionBy, Run } from '../../../../shared/model/statement.ts'
import type { NumberingDefinitions } from './numbering.ts'

/** All changes accepted, or all rejected. */
export type View = 'accepted' | 'rejected'

export interface DocxParagraph {
  runs: Run[]
  /** Revisions of the paragraph's end. */
  mark?: Revision[]
  /** Name of the style as Word lists it ("heading 1"), lower case. */
  style?: string
  /** Depth from 1, where the style or the paragraph itself is an outline heading. */
  heading?: number
  title?: boolean
  centered?: boolean
  /** The number Word computes and shows, all changes accepted ("IV.", "14.", "•"); null where it has none. */
  label: string | null
  /** The list and depth (from 0) the number is computed by. */
  list?: { id: string; level: number }
  /** What it was before an open change of its style or list. */
  former?: RevisionBy & Pick<DocxParagraph, 'style' | 'heading' | 'title'> & { list?: { level: number } }
  /** Word's own id of it, which its later saves mostly keep. */
  paraId?: string
  /** The last paragraph of a cell or of the text: its end joins with nothing. */
  last?: true
  /** It stands in a cell of a table. */
  cell?: true
}

export interface OtherFormat extends RevisionBy {
  /** Index of its paragraph. */
  paragraph: number
  text: string
}

export interface DocxNote {
  number: number
  kind: 'footnote' | 'endnote'
  /** Index of the paragraph that refers to it. */
  paragraph: number
  paragraphs: DocxParagraph[]
}

export interface DocxText {
  /** The body in reading order; tables row by row, cell by cell. */
  paragraphs: DocxParagraph[]
  /** Changes of format that the model has no place for: of fonts, of alignment. */
  formats: OtherFormat[]
  /** In the order of the file; runs carry their ids. */
  comments: Comment[]
  /** Footnotes and endnotes in order, by the number their reference shows. */
  notes: DocxNote[]
  /** Each note once, by the mark that stands in the text, null where that is written in the text itself; where it was asked for. */
  noted?: { mark: string | null; paragraphs: DocxParagraph[] }[]
  numbering: NumberingDefinitions
  /** What the file holds beyond text: nothing is left out unsaid. */
  warnings: Warning[]
}
