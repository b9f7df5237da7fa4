// A part of a DOCX as its elements say it, before styles, numbers and the identity of changes: those need the whole part.
import type { Revision, TextMark } from '../../../../shared/model/statement.ts'
import type { FieldCode } from './fields.ts'
import type { Findings } from './findings.ts'
import type { MoveRange, MoveRanges } from './moves.ts'

/** Who made a change and when, as it is written. */
export interface Hand {
  name: string
  /** ISO 8601, UTC; empty where the file tells none. */
  time: string
}

export interface WrittenRevision extends Hand {
  kind: Revision['kind']
  range?: MoveRange | undefined
}

/** A stretch of text in one dress. */
export interface Piece {
  text: string
  marks: readonly TextMark[]
  /** A change of its looks; `marks` are those that it switched, none where it changed others. */
  restyled: { by: Hand; marks: readonly TextMark[] } | null
  revisions: readonly WrittenRevision[]
  comments: readonly string[]
  /** The instruction of a field that it stands in. */
  code: FieldCode | null
}

/** What a paragraph's own properties say. */
export interface ParagraphLook {
  styleId?: string
  listId?: string
  listLevel?: number
  outline?: number
  centered?: boolean
}

export interface WrittenParagraph {
  look: ParagraphLook
  /** Its look before an open change. */
  former: { by: Hand; look: ParagraphLook } | null
  /** Other changes of format at its end. */
  reformatted: Hand[]
  pieces: Piece[]
  mark: WrittenRevision[]
  paraId?: string
  /** The last one of a cell or of the text: its end joins with nothing. */
  last?: true
  /** It stands in a cell of a table. */
  cell?: true
}

/** A footnote, an endnote or a comment: its paragraphs are [from, to). */
export interface Entry {
  id: string
  by: Hand
  from: number
  to: number
}

export interface WrittenPart {
  paragraphs: WrittenParagraph[]
  entries: Entry[]
  /** Ids of the notes referred to, in order. */
  references: { id: string; kind: 'footnote' | 'endnote'; paragraph: WrittenParagraph | undefined }[]
  moves: MoveRanges
  found: Findings
}
