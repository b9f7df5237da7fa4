// A file's bytes → its raw paragraphs: TXT in any common encoding, DOCX as if every change were accepted.
import { AppError } from '../../../shared/contract/error.ts'
import type { RawParagraph, Warning } from '../../../shared/model/proposal.ts'
import { readDocx, toRawParagraphs } from '../formats/docx/read.ts'
import { decode } from './charset.ts'
import { formatOf } from './format.ts'
import { paragraphsOf } from './paragraphs.ts'

export interface ReadText {
  paragraphs: RawParagraph[]
  /** Null for DOCX. */
  encoding: string | null
  format: 'txt' | 'docx'
  warnings: Warning[]
}

// Limits of the proposal's schema: beyond them a text is no statement, and no screen could show it.
const MAX_PARAGRAPHS = 20_000
const MAX_CHARACTERS = 200_000

/** Reads a file; throws an `AppError` that says plainly what is wrong with one that cannot be read. */
export function readText(bytes: Uint8Array, name: string): ReadText {
  const format = formatOf(bytes, name)
  const text = format === 'docx' ? docx(bytes, name) : txt(bytes, name)
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

function docx(bytes: Uint8Array, name: string): ReadText {
  const document = readDocx(bytes, name)
  return { paragraphs: toRawParagraphs(document, 'accepted'), encoding: null, format: 'docx', warnings: document.warnings }
}
