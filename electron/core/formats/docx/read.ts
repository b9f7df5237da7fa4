// Reads a DOCX as it is: paragraphs with their tracked changes, numbers as Word shows them, and a word on all that is not text.
import { AppError } from '../../../../shared/contract/error.ts'
import { readPart } from './body.ts'
import { noComments, readComments } from './comments.ts'
import { isCompound, refuseOldFormats } from './compound.ts'
import { addFindings, warningsOf } from './findings.ts'
import { noteMarks, type NoteKind } from './notes.ts'
import { noNumbering, readNumbering } from './numbering.ts'
import { openPackage } from './parts.ts'
import { identities } from './revisions.ts'
import { settle, type Meaning } from './settle.ts'
import { noStyles, readStyles, type Styles } from './styles.ts'
import type { DocxParagraph, DocxText } from './types.ts'
import { show } from './view.ts'
import type { WrittenPart } from './written.ts'

export type { DocxParagraph, DocxText, View } from './types.ts'
export { docxParagraphs, toRawNotes, toRawParagraphs } from './view.ts'

export interface ReadOptions {
  /** Marks of notes are written into the text, and the notes are told in `noted`. */
  noted?: boolean
}

/**
 * Reads a DOCX within limits. Throws an `AppError`: `file-empty`, `file-not-docx`, `file-protected`, `format-unsupported`,
 * `file-truncated`, `file-damaged` or `file-hostile`; `name` is the file's name for the message.
 */
export function readDocx(bytes: Uint8Array, name = '', options: ReadOptions = {}): DocxText {
  try {
    return read(bytes, name, options)
  } catch (error) {
    if (error instanceof AppError) throw new AppError(error.code, error.message, { name, ...error.details })
    throw error
  }
}

function read(bytes: Uint8Array, name: string, { noted = false }: ReadOptions): DocxText {
  if (bytes.length === 0) throw new AppError('file-empty', 'the file is empty')
  if (isCompound(bytes)) refuseOldFormats(bytes, name)
  const parts = openPackage(bytes)
  if (!parts) throw new AppError('file-not-docx', 'a zip file without a Word document')
  const styles = parts.styles ? readStyles(parts.styles) : noStyles()
  const numbering = parts.numbering ? readNumbering(parts.numbering) : noNumbering()
  const { comments, idOf } = parts.comments ? readComments(parts.comments, parts.commentsExtended) : noComments()
  const meaning: Meaning = { styles: styles.paragraphs, numbering, ids: identities(), commentOf: idOf }

  const written = { footnote: parts.footnotes && readPart(parts.footnotes, styles.marks), endnote: parts.endnotes && readPart(parts.endnotes, styles.marks) }
  const marks = noteMarks(written)
  const body = readPart(parts.document, styles.marks, noted ? marks.markOf : undefined)
  const { paragraphs, formats } = settle(body, meaning)
  for (const { paragraph, label } of show({ paragraphs, numbering }, 'accepted')) paragraph.label = label
  const { found } = body
  const settled: Partial<Record<NoteKind, DocxParagraph[]>> = {}
  const notes = (['footnote', 'endnote'] as const).flatMap((kind) => {
    const part = written[kind]
    if (!part) return []
    settled[kind] = settle(part, meaning).paragraphs
    addFindings(found, part.found)
    return notesOf(kind, body, part, settled[kind])
  })
  found.notes = noted ? 0 : notes.length
  // Replies have no sign of their own in the text.
  found.comments = Math.max(found.comments, comments.length)
  found.margins = parts.margins.filter((xml) => holdsWords(xml, styles)).length
  return { paragraphs, formats, comments, notes, ...(noted && { noted: marks.inOrder(settled) }), numbering, warnings: warningsOf(found) }
}

function notesOf(kind: NoteKind, body: WrittenPart, part: WrittenPart, paragraphs: DocxParagraph[]): DocxText['notes'] {
  // A note that is referred to many times stands in memory once. Of two with one id the first counts.
  const places = new Map(body.paragraphs.map((paragraph, index) => [paragraph, index]))
  const texts = new Map(part.entries.toReversed().map(({ id, from, to }) => [id, paragraphs.slice(from, to)]))
  return body.references.filter((reference) => reference.kind === kind).flatMap(({ id, paragraph }, index) => {
    const text = texts.get(id)
    return text ? [{ number: index + 1, kind, paragraph: (paragraph && places.get(paragraph)) ?? 0, paragraphs: text }] : []
  })
}

/** A page number alone is none. */
const holdsWords = (xml: Uint8Array, styles: Styles): boolean =>
  readPart(xml, styles.marks).paragraphs.some(({ pieces }) => pieces.some(({ text }) => /\p{L}/u.test(text)))
