// What another hand did to a text that was sent out, read off the text that came back: paragraph by paragraph, as the pieces
// that stayed, went and came. Changes that were in the text when it left are no news; only new ones are told.
import type { BlockKind, Recasting, Restyling, Revision, RevisionBy, Statement, TextMark } from '../model/statement.ts'

/** Whether a revision of the returned text was made while it was away. */
export type IsNew = (revision: RevisionBy, kind: Revision['kind'] | 'format') => boolean

/** What a paragraph is. */
export interface Cast {
  kind: BlockKind
  level?: number
}

/** A stretch of a paragraph; where `end` is given, a paragraph's end that was put in, and what the part before it is. */
export interface Piece {
  op: 'equal' | 'insert' | 'delete'
  text: string
  end?: Cast
  /** Who put it in or took it out. */
  by?: RevisionBy & { move?: string | undefined }
  marks?: TextMark[]
  /** Formats that were switched on text that stayed. */
  restyled?: Restyling[]
  /** Ids of the comments on it. */
  comments?: string[]
}

/** A paragraph of the text as it was sent, and what became of it. */
export interface ReturnedParagraph extends Cast {
  pieces: Piece[]
  /** Who deleted its end; null where it stands. */
  joined: RevisionBy | null
  recast: { revision: Recasting; now: Cast } | null
  /** Paragraphs put in behind the last one, whose end no other paragraph follows. */
  behind: Piece[]
}

/**
 * The paragraphs of a returned text as they were when it left, with what was done to each. `commentIds` tells the ids that new
 * comments have here; others are left where they stand.
 */
export function returnedParagraphs(
  { blocks }: Statement, isNew: IsNew, commentIds: ReadonlyMap<string, string> = new Map(),
): ReturnedParagraph[] {
  const paragraphs: ReturnedParagraph[] = []
  let pieces: Piece[] = []
  const close = (cast: Cast, joined: RevisionBy | null, recast: ReturnedParagraph['recast']) => {
    paragraphs.push({ ...cast, pieces, joined, recast, behind: [] })
    pieces = []
  }
  for (const block of blocks) {
    for (const { text, revisions, marks, restyled, comments } of block.runs) {
      const fate = fateOf(revisions, isNew)
      if (!fate) continue
      const said = comments?.flatMap((id) => commentIds.get(id) ?? []) ?? []
      const switched = restyled?.filter((one) => isNew(one, 'format')) ?? []
      pieces.push({
        ...fate, text,
        ...(marks && { marks }), ...(said.length > 0 && { comments: said }),
        ...(fate.op === 'equal' && switched.length > 0 && { restyled: switched }),
      })
    }
    const fate = fateOf(block.mark, isNew)
    const cast = castOf(block)
    const recast = block.recast && isNew(block.recast, 'format') ? { revision: block.recast, now: cast } : null
    if (fate?.op === 'insert') pieces.push({ ...fate, text: '\n', end: cast })
    else if (fate) close(cast, fate.op === 'delete' ? fate.by! : null, recast)
  }
  if (pieces.length > 0) {
    const last = paragraphs.at(-1)
    if (last && pieces.every((piece) => piece.op === 'insert')) last.behind = pieces
    else close(castOf(blocks.at(-1)!), null, null)
  }
  return paragraphs
}

export const castOf = ({ kind, level }: { kind: BlockKind; level?: number | undefined }): Cast =>
  ({ kind, ...(level !== undefined && { level }) })

/** What became of something under a stack of revisions; null where it was neither there when it left nor when it returned. */
function fateOf(stack: readonly Revision[] = [], isNew: IsNew): Pick<Piece, 'op' | 'by'> | null {
  const fresh = (kind: Revision['kind']) => stack.find((one) => one.kind === kind && isNew(one, kind))
  if (stack.some((one) => one.kind === 'deletion' && !isNew(one, 'deletion'))) return null
  const inserted = fresh('insertion')
  const deleted = fresh('deletion')
  if (inserted) return deleted ? null : { op: 'insert', by: inserted }
  return deleted ? { op: 'delete', by: deleted } : { op: 'equal' }
}

/** Stands for a paragraph's end in texts that run over several; no statement holds this letter. */
export const END = '\u2029'

/** The paragraph as it was when the text left. */
export const textSent = (pieces: readonly Piece[]): string =>
  pieces.filter((piece) => piece.op !== 'insert').map((piece) => piece.text).join('')

/** The paragraph as it came back. */
export const textReturned = (pieces: readonly Piece[]): string =>
  pieces.filter((piece) => piece.op !== 'delete').map((piece) => (piece.end ? END : piece.text)).join('')

export const isUntouched = (pieces: readonly Piece[]): boolean =>
  pieces.every((piece) => piece.op === 'equal' && !piece.restyled && !piece.comments?.length)
