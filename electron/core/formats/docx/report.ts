// Writes a report as DOCX: Word's own styles, real tables, wordings marked by colour, underline and strike.
import {
  AlignmentType, BorderStyle, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, Table, TableCell, TableLayoutType, TableRow,
  TextRun, WidthType, type IParagraphOptions, type IRunOptions,
} from 'docx'
import type { Look, Part, Piece, ReportDocument } from '../report/document.ts'
import { sanitized } from '../text.ts'
import { MARGIN_TEXT, PAGE, stylesFor } from './look.ts'

const ADDED = '0A56B0'
const REMOVED = 'A33A00'
const FAINT = '595959'
/** Half-points: of wordings, of what is said about them, of tables. */
const SIZE = 24
const QUIET = 20
const IN_TABLE = 21

const LOOKS: Record<Look, IRunOptions> = {
  plain: {},
  inserted: { color: ADDED, underline: {} },
  deleted: { color: REMOVED, strike: true },
  quiet: { color: FAINT, size: QUIET },
  stronger: { color: ADDED },
  weaker: { color: REMOVED },
}

/** The bytes of a DOCX; no author, no name but those in the texts. */
export async function writeReportDocx({ language, title, pair, parts }: ReportDocument): Promise<Uint8Array> {
  const document = new Document({
    title: sanitized(title),
    // Empty ones are left out of the file; unset ones would be filled in.
    creator: '',
    lastModifiedBy: '',
    styles: stylesFor(language),
    sections: [{
      properties: { page: PAGE },
      footers: {
        default: new Footer({
          children: [new Paragraph({
            alignment: AlignmentType.CENTER, indent: { firstLine: 0 }, children: [new TextRun({ children: [PageNumber.CURRENT], ...MARGIN_TEXT })],
          })],
        }),
      },
      children: [
        new Paragraph({ heading: HeadingLevel.TITLE, ...LEFT, spacing: { after: 120 }, children: [new TextRun(sanitized(title))] }),
        lined([{ text: pair, look: 'plain' }], { spacing: { after: 240 } }),
        ...parts.flatMap(written),
      ],
    }],
  })
  return await Packer.pack(document, 'uint8array')
}

const LEFT = { alignment: AlignmentType.LEFT, indent: { firstLine: 0 } } as const

const runs = (pieces: readonly Piece[], size: number) => pieces.flatMap(({ text, look }) =>
  sanitized(text).split('\n').map((line, index) => new TextRun({ text: line, size, ...LOOKS[look], ...(index > 0 ? { break: 1 } : {}) })))

const lined = (pieces: readonly Piece[], options: IParagraphOptions = {}, size = SIZE) =>
  new Paragraph({ ...LEFT, spacing: { after: 80 }, ...options, children: runs(pieces, size) })

function written(part: Part): (Paragraph | Table)[] {
  switch (part.kind) {
    case 'heading':
      return [new Paragraph({
        heading: HeadingLevel.HEADING_1, ...LEFT, keepNext: true,
        children: [new TextRun(sanitized(part.text)), ...(part.count === null ? [] : [new TextRun({ text: `  ${part.count}`, color: FAINT, bold: false, size: QUIET })])],
      })]
    case 'bar':
      return barOf(part.segments)
    case 'text':
      return [lined(part.pieces, part.leads ? { keepNext: true } : {})]
    case 'clause':
      return [
        new Paragraph({ ...LEFT, keepNext: true, spacing: { before: 160, after: 40 },
          children: [new TextRun({ text: sanitized(part.place), bold: true, color: FAINT, size: QUIET })] }),
        ...part.lines.map((line) => lined(line)),
      ]
    case 'table':
      return [tableOf(part), new Paragraph({ ...LEFT, spacing: { after: 80 } })]
  }
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const rule = (color: string) => ({ style: BorderStyle.SINGLE, size: 4, color })
const BARE = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE }

/** Text width between the margins, in twentieths of a point. */
const WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right

function tableOf({ columns, widths, rows }: Extract<Part, { kind: 'table' }>): Table {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const columnWidths = widths.map((width) => Math.floor((WIDTH * width) / whole))
  const cell = (pieces: readonly Piece[], column: number, color: string) => new TableCell({
    width: { size: columnWidths[column]!, type: WidthType.DXA },
    borders: { top: NONE, left: NONE, right: NONE, bottom: rule(color) },
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    children: [lined(pieces, { spacing: { after: 0 } }, IN_TABLE)],
  })
  return new Table({
    columnWidths, layout: TableLayoutType.FIXED, borders: BARE, width: { size: WIDTH, type: WidthType.DXA },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: columns.map((text, column) => cell([{ text, look: 'quiet' }], column, FAINT)) }),
      ...rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map((pieces, column) => cell(pieces, column, 'BFBFBF')) })),
    ],
  })
}

const FILLS: Record<Extract<Part, { kind: 'bar' }>['segments'][number]['fate'], string> = {
  kept: 'C9C6BE', edited: 'F4F3F0', moved: 'E9D3EC', split: 'E3EDFA', merged: 'BCD3F2', dropped: REMOVED,
}

/** The bar as one row of cells as wide as their counts, the counts below it as words. */
function barOf(segments: Extract<Part, { kind: 'bar' }>['segments']): (Paragraph | Table)[] {
  const shown = segments.filter(({ count }) => count > 0)
  const total = shown.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return []
  const widths = shown.map(({ count }) => Math.max(120, Math.floor((WIDTH * count) / total)))
  return [new Table({
    columnWidths: widths, layout: TableLayoutType.FIXED, borders: BARE, width: { size: widths.reduce((sum, width) => sum + width), type: WidthType.DXA },
    rows: [new TableRow({
      children: shown.map(({ fate, count }, index) => new TableCell({
        width: { size: widths[index]!, type: WidthType.DXA }, shading: { fill: FILLS[fate] },
        borders: { top: rule('737373'), bottom: rule('737373'), left: rule('737373'), right: rule('737373') },
        children: [new Paragraph({
          alignment: AlignmentType.CENTER, indent: { firstLine: 0 }, spacing: { after: 0 },
          children: [new TextRun({ text: String(count), size: QUIET, color: fate === 'dropped' ? 'FFFFFF' : '1A1B1D' })],
        })],
      })),
    })],
  }), new Paragraph({ ...LEFT, spacing: { after: 40 } })]
}
