// A PDF → its raw paragraphs: from the structure it carries, else from where its lines stand.
import { AppError } from '../../../../shared/contract/error.ts'
import type { RawParagraph, Warning } from '../../../../shared/model/proposal.ts'
import { joinLines, vocabularyOf } from '../joints.ts'
import { bodySize, linesOf, type Line } from './lines.ts'
import { withoutMargins } from './margins.ts'
import { withPdf } from './open.ts'
import type { PdfNote } from './notes.ts'
import { readPages, type TextPage, type TextPages } from './pages.ts'
import { taggedBlocks } from './tagged.ts'
import { blocksOf } from './untagged.ts'

export interface ReadPdf {
  paragraphs: RawParagraph[]
  warnings: Warning[]
}

/** Throws what `withPdf` throws, `pdf-scanned` where there are pages but no text, and `pdf-unreadable` where its letters have no names. */
export async function readPdf(bytes: Uint8Array, name: string, report: (done: number, total: number) => void = () => {}): Promise<ReadPdf> {
  const read = await withPdf(bytes, name, (pdf) => readPages(pdf, name, report))
  refuseWithoutText(read, name)
  const found = paragraphsOf(read.pages)
  if (found.paragraphs.length === 0) throw new AppError('pdf-scanned', 'a PDF without text', { name })
  const counted = { ...found.counts, aslant: read.aslant, pictures: withoutText(read.pages) }
  return { paragraphs: found.paragraphs, warnings: [...warningsOf(counted), ...found.unsure] }
}

const MESSAGES = {
  around: 'Running heads, page and line numbers left out',
  notes: 'Notes below the text left out',
  aslant: 'Stamps and other text that stands aslant left out',
  pictures: 'Pages without text',
}

const warningsOf = (counts: Record<keyof typeof MESSAGES, number>): Warning[] =>
  (Object.keys(MESSAGES) as (keyof typeof MESSAGES)[]).flatMap((kind) =>
    counts[kind] === 0 ? [] : [{ code: `pdf-${kind}`, message: `${MESSAGES[kind]}: ${counts[kind]}` }])

const lettersOf = ({ pieces }: TextPage) => pieces.map(({ text }) => text).join('')
const withoutText = (pages: readonly TextPage[]) => pages.filter((page) => !/[\p{L}\p{N}]/u.test(lettersOf(page))).length

/** Signs that stand for no letter: fonts that do not say what their shapes mean yield them. */
const NAMELESS = /[\p{Co}\uFFFD]|(?!\s)\p{Cc}/gu

function refuseWithoutText({ pages }: TextPages, name: string): void {
  const text = pages.map(lettersOf).join('')
  const nameless = text.match(NAMELESS)?.length ?? 0
  if (nameless > 20 && nameless > text.replace(/\s/gu, '').length * 0.2) {
    throw new AppError('pdf-unreadable', 'fonts that do not name their letters', { name })
  }
  if (!/\p{L}/u.test(text)) throw new AppError('pdf-scanned', 'a PDF without text', { name })
}

interface Found {
  paragraphs: RawParagraph[]
  counts: { around: number; notes: number }
  unsure: Warning[]
}

function paragraphsOf(pages: readonly TextPage[]): Found {
  const tagged = taggedBlocks(pages)
  if (tagged) {
    const hinted = tagged.blocks.map(({ lines, heading, role, cell }) => ({
      lines, hint: { ...(heading !== undefined && { heading }), ...(role === 'Title' && { title: true }), ...(cell && { cell }) },
    }))
    return { ...joined([...hinted, ...hintedNotes(tagged.noted)]), counts: { around: 0, notes: tagged.notes } }
  }
  const body = bodySize(pages.flatMap(({ pieces }, page) => linesOf(pieces, page)))
  const trimmed = withoutMargins(pages, body)
  const placed = blocksOf(trimmed).map(({ lines, centered }) => ({ lines, hint: centered ? { centered } : {} }))
  return { ...joined([...placed, ...hintedNotes(trimmed.noted)]), counts: { around: trimmed.around, notes: trimmed.notes } }
}

const hintedNotes = (notes: readonly PdfNote[]) => notes.map(({ mark, lines }) => ({ lines, hint: { note: mark } }))

function joined(blocks: readonly { lines: readonly Line[]; hint: NonNullable<RawParagraph['hint']> }[]): Omit<Found, 'counts'> {
  const vocabulary = vocabularyOf(blocks.flatMap(({ lines }) => lines.map(({ text }) => text)))
  const unsure: Warning[] = []
  const paragraphs = blocks.map(({ lines, hint }, index) => {
    const { text, unsure: doubtful } = joinLines(lines.map(({ text: words }) => words), vocabulary)
    if (doubtful > 0) unsure.push({ code: 'pdf-hyphens', message: `Hyphens at line ends kept: ${doubtful}`, paragraph: index })
    return { text: text.replaceAll('\u00AD', ''), line: index + 1, ...(Object.keys(hint).length > 0 && { hint }) }
  })
  return { paragraphs, unsure }
}
