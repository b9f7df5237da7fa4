// A file's bytes → its raw paragraphs: TXT and pages in any common encoding, PDF, DOCX as if every change
// were accepted, and by way of LibreOffice ODT, RTF and files of older Word.
import { AppError } from '../../../shared/contract/error.ts'
import type { RawParagraph, SourceFormat, Warning } from '../../../shared/model/proposal.ts'
import { readDocx, toRawNotes, toRawParagraphs, type DocxText } from '../formats/docx/read.ts'
import { decode, decodePage } from './charset.ts'
import { formatOf } from './format.ts'
import type { OfficeFormat } from './office/read.ts'
import { withNotes } from './notes.ts'
import { paragraphsOf, unwrapped } from './paragraphs.ts'

export interface ReadText {
  paragraphs: RawParagraph[]
  /** Null where the format has one of its own. */
  encoding: string | null
  format: SourceFormat
  /** A remark's `paragraph` is the index of a raw one. */
  warnings: Warning[]
}

// Limits of the proposal's schema: beyond them a text is no statement, and no screen could show it.
const MAX_PARAGRAPHS = 20_000
const MAX_CHARACTERS = 200_000

/** How much of a file is read. */
export type ReportPart = (done: number, total: number) => void

/** Readers of formats whose libraries are loaded when first asked for. */
const LOADED: Partial<Record<SourceFormat, (bytes: Uint8Array, name: string, report: ReportPart) => Promise<Omit<ReadText, 'format'>>>> = {
  html: async (bytes, name) => {
    const { text, encoding } = decodePage(bytes, name)
    const { readPage } = await import('./html/page.ts')
    return { ...readPage(text, name), encoding }
  },
  odt: (bytes, name) => office('odt', bytes, name),
  rtf: (bytes, name) => office('rtf', bytes, name),
  doc: (bytes, name) => office('doc', bytes, name),
  pdf: async (bytes, name, report) => {
    const { readPdf } = await import('./pdf/read.ts')
    return { ...await readPdf(bytes, name, report), encoding: null }
  },
}

/** Reads a file; throws an `AppError` that says plainly what is wrong with one that cannot be read. */
export async function readFile(bytes: Uint8Array, name: string, report: ReportPart = () => {}): Promise<ReadText> {
  const format = formatOf(bytes, name)
  const load = LOADED[format]
  return load ? bounded({ ...await load(bytes, name, report), format }, name) : readText(bytes, name)
}

/** Reads a text or a Word file at once. */
export function readText(bytes: Uint8Array, name: string): ReadText {
  const format = formatOf(bytes, name)
  if (format !== 'txt' && format !== 'docx') throw new RangeError(`${format} is read by readFile`)
  return bounded(format === 'docx' ? docx(bytes, name) : txt(bytes, name), name)
}

function bounded(text: ReadText, name: string): ReadText {
  if (text.paragraphs.length === 0) throw new AppError('file-empty', 'the file holds no text', { name })
  if (text.paragraphs.length > MAX_PARAGRAPHS || text.paragraphs.some((paragraph) => paragraph.text.length > MAX_CHARACTERS)) {
    throw new AppError('file-hostile', 'more text than a statement can hold', { name })
  }
  return text
}

function txt(bytes: Uint8Array, name: string): ReadText {
  const { text, encoding } = decode(bytes, name)
  return { paragraphs: paragraphsOf(text), encoding, format: 'txt', warnings: [] }
}

const docx = (bytes: Uint8Array, name: string): ReadText => ({ ...word(readDocx(bytes, name, { noted: true })), format: 'docx' })

const word = (document: DocxText): Omit<ReadText, 'format'> => {
  const text = unwrapped(toRawParagraphs(document, 'accepted'))
  const { paragraphs, leftOut } = withNotes(text, toRawNotes(document, 'accepted'), MAX_PARAGRAPHS)
  const warnings = leftOut === 0 ? document.warnings : [...document.warnings, { code: 'docx-notes', message: `Footnotes left out: ${leftOut}` }]
  return { paragraphs, encoding: null, warnings }
}

async function office(format: OfficeFormat, bytes: Uint8Array, name: string): Promise<Omit<ReadText, 'format'>> {
  const { readOffice } = await import('./office/read.ts')
  return word(await readOffice(bytes, format, name))
}
