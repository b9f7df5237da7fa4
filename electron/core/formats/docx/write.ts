// Writes a statement as DOCX: final, or as a redline with real tracked changes, paragraph ends included.
import { AlignmentType, Document, Footer, Header, LineNumberRestartFormat, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import type { ExportOptions } from '../../../../shared/contract/exporting.ts'
import type { Statement } from '../../../../shared/model/statement.ts'
import type { ExportAbout } from '../about.ts'
import { refuseChanges } from '../final.ts'
import { remarksOn } from '../remarks.ts'
import { sanitized } from '../text.ts'
import { runElements, type Element } from './elements.ts'
import { placeEnds, type PlacedEnds } from './ends.ts'
import { listsFor } from './lists.ts'
import { MARGIN_TEXT, PAGE, stylesFor } from './look.ts'
import { createPen, type Pen } from './pen.ts'
import { withoutWithdrawn } from './withdrawn.ts'
import { anchorMoves, createAnchors, type Anchors } from './writing/anchors.ts'
import { lettered, looksOf, sameLook, type Look } from './writing/looks.ts'
import { movedEnds, wholeMoves, type Move } from './writing/moves.ts'
import { MarkedParagraph } from './writing/paragraph.ts'
import { commentsFor } from './writing/threads.ts'
import { anchorParagraphs, TRACE } from './writing/trace.ts'

/**
 * The bytes of a DOCX. In `final` mode the file holds no change, comment or person's name; a statement that still carries
 * changes is refused with `conflict`.
 */
export async function writeDocx(statement: Statement, about: ExportAbout, options: ExportOptions): Promise<Uint8Array> {
  const redline = options.mode === 'redline'
  if (!redline) refuseChanges(statement)
  const header = redline ? about.header : null
  const trace = redline && options.traceable ? about.trace : undefined

  const written = lettered({ ...statement, blocks: withoutWithdrawn(statement.blocks, options.attribution) })
  const { blocks } = written
  const placed = placeEnds(blocks)
  const ends = { ...placed, marks: movedEnds(blocks, placed.marks) }
  const moves: ReadonlyMap<string, Move> = options.movesApart ? new Map() : wholeMoves(blocks, ends.marks)
  const pen = createPen(options.attribution, about.time, new Set(moves.keys()))
  const anchors = createAnchors(blocks)
  if (trace) anchorParagraphs(blocks, anchors)
  // Comments first: what refers to one inside a move stands inside its range.
  const comments = redline ? commentsFor(remarksOn(written, options.comments), blocks, anchors, pen) : []
  anchorMoves(moves.values(), anchors)

  const document = new Document({
    title: sanitized(about.title),
    // Empty ones are left out of the file; unset ones would be filled in.
    creator: '',
    lastModifiedBy: '',
    ...(redline ? { features: { trackRevisions: true } } : {}),
    ...(trace ? {
      customProperties: [{ name: TRACE.draft, value: trace.draft }, { name: TRACE.version, value: trace.version }],
    } : {}),
    ...(comments.length > 0 ? { comments: { children: comments } } : {}),
    hyphenation: { autoHyphenation: true, doNotHyphenateCaps: true },
    styles: stylesFor(statement.language),
    numbering: { config: listsFor(statement.numbering) },
    sections: [{
      properties: {
        page: PAGE,
        ...(options.lineNumbers ? { lineNumbers: { countBy: 5, restart: LineNumberRestartFormat.NEW_PAGE, distance: 284 } } : {}),
      },
      headers: header ? { default: new Header({ children: [inMargin(header, AlignmentType.RIGHT)] }) } : {},
      footers: { default: new Footer({ children: [inMargin(PageNumber.CURRENT, AlignmentType.CENTER)] }) },
      children: paragraphs(written, ends, anchors, pen),
    }],
  })
  return await Packer.pack(document, 'uint8array')
}

const inMargin = (content: string, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]) =>
  new Paragraph({
    alignment, indent: { firstLine: 0 },
    children: [new TextRun({ children: [sanitized(content)], ...MARGIN_TEXT })],
  })

function paragraphs(statement: Statement, ends: PlacedEnds, anchors: Anchors, pen: Pen): Paragraph[] {
  const { blocks } = statement
  const { marks, joined, lookIfAccepted, lookIfRejected } = ends
  const { now, former } = looksOf(statement)
  const written: Paragraph[] = []
  let carried: Element[] = []
  blocks.forEach((block, index) => {
    // The pen writes in reading order: the text first, then the paragraph's end.
    const children = [...carried, ...runElements(block.runs, pen, (run) => anchors.at(index, run))]
    carried = joined.has(index) ? children : []
    if (joined.has(index)) return
    const mark = pen.end(marks[index]!)
    const last = index === blocks.length - 1
    const look = now[last ? (lookIfAccepted ?? index) : index]!
    const before: Look = former[last ? (lookIfRejected ?? index) : index]!
    const by = block.recast ?? (last ? block.mark?.[0] : undefined)
    written.push(new MarkedParagraph({
      ...look,
      ...(by && !sameLook(before, look) ? { revision: { ...pen.apart(by), ...before } } : {}),
    }, mark, children))
  })
  return written
}
