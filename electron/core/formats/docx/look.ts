// How a statement looks in Word: Word's own built-in styles, so that the other side can restyle it in one place. Times-metric
// serif, 14 pt, justified, first-line indent.
import { AlignmentType, LineRuleType, type IParagraphOptions, type IStylesOptions } from 'docx'
import type { Block } from '../../../../shared/model/statement.ts'
import { regionalLanguage } from '../about.ts'

/** Twentieths of a point: 1.25 cm, the usual first-line indent. */
export const INDENT = 709
/** Half-points. */
const SIZE = 28
const SMALL = 20

/** A4 with a wide binding margin, in twentieths of a point: 2 cm, 1.5 cm, 2 cm, 3 cm. */
export const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1134, right: 851, bottom: 1134, left: 1701, header: 567, footer: 567 },
}

export const MARGIN_TEXT = { size: SMALL, color: '595959' }

/** Id of the built-in style of each kind of block. */
export function styleOf(block: Block): string {
  switch (block.kind) {
    case 'title':
      return 'Title'
    case 'heading':
      return `Heading${Math.min(block.level ?? 1, 6)}`
    case 'item':
      return 'ListParagraph'
    case 'place-date':
      return 'Date'
    case 'signature':
      return 'Signature'
    case 'footnote':
      return 'FootnoteText'
    default:
      return 'BodyText'
  }
}

const centred = { alignment: AlignmentType.CENTER, keepNext: true, keepLines: true, indent: { firstLine: 0 } }
const black = { color: '000000', size: SIZE }
const heading = (level: number, before: number, run: { bold: boolean; italics?: boolean }) => ({
  basedOn: 'Normal', next: 'BodyText', quickFormat: true,
  run: { ...black, ...run },
  paragraph: { ...centred, spacing: { before, after: 120 }, outlineLevel: level - 1 },
})
const text: NonNullable<IParagraphOptions['indent']> = { firstLine: INDENT }
const ending = { alignment: AlignmentType.LEFT, keepLines: true, indent: { firstLine: 0 } }

/** Styles of the document, in its language. */
export function stylesFor(language: string): IStylesOptions {
  const font = 'Times New Roman'
  const tag = regionalLanguage(language)
  return {
    default: {
      document: {
        run: {
          font: { ascii: font, hAnsi: font, cs: font, eastAsia: 'SimSun' },
          size: SIZE,
          language: { value: tag, eastAsia: 'zh-CN' },
        },
        paragraph: { spacing: { after: 120, line: 264, lineRule: LineRuleType.AUTO } },
      },
      title: {
        basedOn: 'Normal', next: 'BodyText', quickFormat: true, run: { ...black, bold: true },
        // A title over several paragraphs stands as one.
        paragraph: { ...centred, spacing: { before: 0, after: 360 }, contextualSpacing: true },
      },
      heading1: heading(1, 320, { bold: true }),
      heading2: heading(2, 240, { bold: true, italics: true }),
      heading3: heading(3, 200, { bold: false, italics: true }),
      heading4: heading(4, 200, { bold: false, italics: true }),
      heading5: heading(5, 200, { bold: false, italics: true }),
      heading6: heading(6, 200, { bold: false, italics: true }),
      footnoteText: {
        basedOn: 'Normal', quickFormat: true, run: { size: SMALL },
        paragraph: { alignment: AlignmentType.BOTH, spacing: { before: 0, after: 60 }, indent: { firstLine: 0 } },
      },
      lineNumber: { run: { size: 16, color: '595959' } },
      listParagraph: { basedOn: 'Normal', quickFormat: true, paragraph: { alignment: AlignmentType.BOTH, indent: text } },
    },
    paragraphStyles: [
      {
        id: 'BodyText', name: 'Body Text', basedOn: 'Normal', quickFormat: true,
        paragraph: { alignment: AlignmentType.BOTH, indent: text },
      },
      {
        id: 'Date', name: 'Date', basedOn: 'Normal', next: 'Signature',
        paragraph: { ...ending, spacing: { before: 360, after: 120 } },
      },
      { id: 'Signature', name: 'Signature', basedOn: 'Normal', paragraph: { ...ending, spacing: { before: 120, after: 120 } } },
    ],
  }
}
