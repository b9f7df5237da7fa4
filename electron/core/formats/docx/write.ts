// Writes a statement as DOCX: final, or as a redline with real tracked changes, paragraph ends included.
import {
  AlignmentType, Document, Footer, Header, LineNumberRestartFormat, Packer, PageNumber, Paragraph, TextRun,
  type IParagraphOptions,
} from 'docx'
import type { ExportOptions } from '../../../../shared/contract/exporting.ts'
import { labelBlocks } from '../../../../shared/model/numbering.ts'
import type { Block, Run, Statement } from '../../../../shared/model/statement.ts'
import type { ExportAbout } from '../about.ts'
import { refuseChanges } from '../final.ts'
import { commonRevisions } from '../labels.ts'
import { sanitized } from '../text.ts'
import { runElements, type Element } from './elements.ts'
import { placeEnds } from './ends.ts'
import { listsFor, placesIn } from './lists.ts'
import { INDENT, MARGIN_TEXT, PAGE, styleOf, stylesFor } from './look.ts'
import { createPen, type Pen } from './pen.ts'
import { withoutWithdrawn } from './withdrawn.ts'

/**
 * The bytes of a DOCX. In `final` mode the file holds no change, comment or person's name; a statement that still carries
 * changes is refused with `conflict`.
 */
export async function writeDocx(statement: Statement, about: ExportAbout, options: ExportOptions): Promise<Uint8Array> {
  const redline = options.mode === 'redline'
  if (!redline) refuseChanges(statement)
  const blocks = withoutWithdrawn(statement.blocks, options.attribution)
  const header = redline ? about.header : null
  const document = new Document({
    title: sanitized(about.title),
    // Empty ones are left out of the file; unset ones would be filled in.
    creator: '',
    lastModifiedBy: '',
    ...(redline ? { features: { trackRevisions: true } } : {}),
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
      children: paragraphs({ ...statement, blocks }, createPen(options.attribution, about.time)),
    }],
  })
  return await Packer.pack(document, 'uint8array')
}

const inMargin = (content: string, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]) =>
  new Paragraph({
    alignment, indent: { firstLine: 0 }, suppressLineNumbers: true,
    children: [new TextRun({ children: [sanitized(content)], ...MARGIN_TEXT })],
  })

function paragraphs(statement: Statement, pen: Pen): Paragraph[] {
  const { blocks } = statement
  const looks = looksOf(statement)
  const labels = labelBlocks(blocks, statement.numbering)
  const { marks, joined, lookIfAccepted, lookIfRejected } = placeEnds(blocks)
  const written: Paragraph[] = []
  let carried: Element[] = []
  blocks.forEach((block, index) => {
    // The pen writes in reading order: the text first, then the paragraph's end.
    const runs = [...carried, ...runElements(looks[index]!.numbering ? block.runs : labelled(block, labels[index] ?? null), pen)]
    carried = joined.has(index) ? runs : []
    if (joined.has(index)) return
    const last = index === blocks.length - 1
    const look = looks[last ? (lookIfAccepted ?? index) : index]!
    const former = looks[last ? (lookIfRejected ?? index) : index]!
    const mark = pen.end(marks[index]!).map(({ kind, ...change }) => [kind, change] as const)
    const paragraph = new Paragraph({
      ...look,
      ...(mark.length > 0 ? { run: Object.fromEntries(mark) } : {}),
      ...(last && block.mark?.[0] && !sameLook(former, look) ? { revision: { ...pen.apart(block.mark[0]), ...former } } : {}),
    })
    for (const run of runs) paragraph.addChildElement(run)
    written.push(paragraph)
  })
  return written
}

type Look = Pick<IParagraphOptions, 'style' | 'numbering' | 'indent' | 'keepNext'>

function looksOf(statement: Statement): Look[] {
  const { blocks, numbering } = statement
  const places = placesIn(blocks, numbering)
  return blocks.map((block, index) => {
    const place = places[index]
    const deep = block.kind === 'item' ? (block.level ?? 1) - 1 : 0
    return {
      style: styleOf(block),
      // The place, date and signatures never stand alone on a page.
      ...(isEnding(blocks[index + 1]) ? { keepNext: true } : {}),
      ...(place ? { numbering: place } : {}),
      ...(deep > 0 ? { indent: { left: deep * INDENT, firstLine: INDENT } } : {}),
    }
  })
}

const isEnding = (block: Block | undefined) => block?.kind === 'place-date' || block?.kind === 'signature'
const sameLook = (a: Look, b: Look) => JSON.stringify(a) === JSON.stringify(b)

/** The block's runs after its label as text. The label goes where all of the text goes. */
function labelled(block: Block, label: string | null): Run[] {
  if (label === null) return block.runs
  const revisions = commonRevisions(block)
  return [{ text: `${label} `, ...(revisions.length > 0 ? { revisions: [...revisions] } : {}) }, ...block.runs]
}
