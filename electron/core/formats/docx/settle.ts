// A part that was read whole → its paragraphs: pieces of text as runs, changes with their identity, moves with both halves,
// looks as styles and lists mean them.
import { AppError } from '../../../../shared/contract/error.ts'
import type { Restyling, Revision, Run } from '../../../../shared/model/statement.ts'
import { levelOfStyle, type NumberingDefinitions } from './numbering.ts'
import type { Identities } from './revisions.ts'
import type { ParagraphStyle } from './styles.ts'
import type { DocxParagraph, OtherFormat } from './types.ts'
import type { Hand, ParagraphLook, Piece, WrittenParagraph, WrittenPart, WrittenRevision } from './written.ts'

/** Of a block and a run, as the model has them. */
const LIMITS = { runs: 20_000, comments: 50 }

/** What a part is understood by. */
export interface Meaning {
  styles: Map<string, ParagraphStyle>
  numbering: NumberingDefinitions
  ids: Identities
  /** The id of the comment that is anchored by a key; undefined where the file has none. */
  commentOf(key: string): string | undefined
}

type Dress = Pick<DocxParagraph, 'style' | 'heading' | 'title' | 'centered' | 'list'>

export function settle(part: WrittenPart, meaning: Meaning): { paragraphs: DocxParagraph[]; formats: OtherFormat[] } {
  const { ids } = meaning
  const moves = part.moves.paired()
  part.found.moves += part.moves.unpaired()
  const stackOf = (written: readonly WrittenRevision[]): Revision[] =>
    ids.stack(written.map(({ range, ...revision }) => ({ ...revision, move: range && moves.get(range) })))
  const formats: OtherFormat[] = []

  const paragraphs = part.paragraphs.map((written, index): DocxParagraph => {
    const { look, former, reformatted, last, cell, paraId } = written
    const other = (by: Hand, text: string) => formats.push({ ...ids.single(by), paragraph: index, text })
    const runs = runsOf(written, (piece) => ({
      revisions: stackOf(piece.revisions),
      restyled: ids.restyling(piece.restyled),
      comments: commentsOf(piece, meaning),
    }), other)
    const mark = stackOf(written.mark)
    const dress = dressOf(look, meaning)
    const was = former && dressOf(former.look, meaning)
    const isRecast = was !== null && !sameStanding(dress, was)
    const text = runs.map((run) => run.text).join('')
    for (const by of former && !isRecast ? [...reformatted, former.by] : reformatted) other(by, text)
    return {
      runs, ...dress, label: null,
      ...(mark.length > 0 && { mark }),
      ...(isRecast && { former: { ...ids.single(former!.by), ...standing(was) } }),
      ...(last && { last }), ...(cell && { cell }), ...(paraId !== undefined && { paraId }),
    }
  })
  return { paragraphs, formats }
}

function dressOf(look: ParagraphLook, { styles, numbering }: Meaning): Dress {
  const { styleId, listId, listLevel, outline } = look
  const style = styles.get(styleId ?? '')
  const heading = outline === undefined ? style?.heading : outline >= 0 && outline < 9 ? outline + 1 : undefined
  const list = listId ?? style?.list
  const level = listLevel ?? (styleId && list ? levelOfStyle(numbering, list, styleId) : undefined) ?? style?.level ?? 0
  return {
    ...(style && { style: style.name }),
    ...(heading !== undefined && { heading }),
    ...(style?.title && { title: true }),
    centered: look.centered ?? style?.centered ?? false,
    ...(list && list !== '0' && { list: { id: list, level } }),
  }
}

const sameStanding = (a: Dress, b: Dress) =>
  a.style === b.style && a.heading === b.heading && a.title === b.title && a.list?.level === b.list?.level

const standing = ({ style, heading, title, list }: Dress) => ({
  ...(style !== undefined && { style }),
  ...(heading !== undefined && { heading }),
  ...(title && { title }),
  ...(list && { list: { level: list.level } }),
})

type Carried = { revisions: Revision[]; restyled: Restyling[]; comments: string[] }

/** The runs of a paragraph; neighbours that differ in nothing are one. */
function runsOf(
  { pieces }: WrittenParagraph, carried: (piece: Piece) => Carried, other: (by: Hand, text: string) => void,
): Run[] {
  const runs: Run[] = []
  let joint: string | null = null
  for (const piece of pieces) {
    const { text, marks, restyled: change, code } = piece
    if (code && !code.broken) continue
    const { revisions, restyled, comments } = carried(piece)
    if (change?.marks.length === 0) other(change.by, text)
    const dress = [marks, ids(revisions), ids(restyled), comments].map((one) => one.join()).join(' ')
    if (dress === joint) runs.at(-1)!.text += text
    else runs.push({
      text,
      ...(marks.length > 0 && { marks: [...marks] }),
      ...(revisions.length > 0 && { revisions }),
      ...(restyled.length > 0 && { restyled }),
      ...(comments.length > 0 && { comments }),
    })
    joint = dress
  }
  if (runs.length > LIMITS.runs) throw new AppError('file-hostile', 'too many runs in a paragraph')
  return runs
}

const ids = (revisions: readonly { id: string }[]) => revisions.map(({ id }) => id)

function commentsOf({ comments }: Piece, { commentOf }: Meaning): string[] {
  if (comments.length === 0) return []
  return [...new Set(comments.flatMap((key) => commentOf(key) ?? []))].slice(0, LIMITS.comments)
}
