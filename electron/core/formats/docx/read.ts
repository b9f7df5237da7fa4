// Reads a DOCX as it is: paragraphs with their tracked changes, numbers as Word shows them, and a word on all that is not text.
import { AppError } from '../../../../shared/contract/error.ts'
import { readPart } from './body.ts'
import { noComments, readComments } from './comments.ts'
import { isCompound, refuseOldFormats } from './compound.ts'
import { addFindings, warningsOf } from './findings.ts'
import { noNumbering, readNumbering } from './numbering.ts'
import { openPackage } from './parts.ts'
import { identities } from './revisions.ts'
import { settle, type Meaning } from './settle.ts'
import { noStyles, readStyles, type Styles } from './styles.ts'
import type { DocxText } from './types.ts'
import { show } from './view.ts'
import type { WrittenPart } from './written.ts'

export type { DocxParagraph, DocxText, View } from './types.ts'
export { docxParagraphs, toRawParagraphs } from './view.ts'

/**
 * Reads a DOCX within limits. Throws an `AppError`: `file-empty`, `file-not-docx`, `file-protected`, `format-unsupported`,
 * `file-truncated`, `file-damaged` or `file-hostile`; `name` is the file's name for the message.
 */
export function readDocx(bytes: Uint8Array, name = ''): DocxText {
  try {
    return read(bytes, name)
  } catch (error) {
    if (error instanceof AppError) throw new AppError(error.code, error.message, { name, ...error.details })
    throw error
  }
}

function read(bytes: Uint8Array, name: string): DocxText {
  if (bytes.length === 0) throw new AppError('file-empty', 'the file is empty')
  if (isCompound(bytes)) refuseOldFormats(bytes, name)
  const parts = openPackage(bytes)
  if (!parts) throw new AppError('file-not-docx', 'a zip file without a Word document')
  const styles = parts.styles ? readStyles(parts.styles) : noStyles()
  const numbering = parts.numbering ? readNumbering(parts.numbering) : noNumbering()
  const { comments, idOf } = parts.comments ? readComments(parts.comments, parts.commentsExtended) : noComments()
  const meaning: Meaning = { styles: styles.paragraphs, numbering, ids: identities(), commentOf: idOf }

  const body = readPart(parts.document, styles.marks)
  const { paragraphs, formats } = settle(body, meaning)
  for (const { paragraph, label } of show({ paragraphs, numbering }, 'accepted')) paragraph.label = label
  const { found } = body
  const notes = (['footnote', 'endnote'] as const).flatMap((kind) => {
    const xml = parts[`${kind}s`]
    if (!xml) return []
    const part = readPart(xml, styles.marks)
    const read = notesOf(kind, body, part, meaning)
    addFindings(found, part.found)
    return read
  })
  found.notes = notes.length
  // Replies have no sign of their own in the text.
  found.comments = Math.max(found.comments, comments.length)
  found.margins = parts.margins.filter((xml) => holdsWords(xml, styles)).length
  return { paragraphs, formats, comments, notes, numbering, warnings: warningsOf(found) }
}

function notesOf(kind: 'footnote' | 'endnote', body: WrittenPart, part: WrittenPart, meaning: Meaning): DocxText['notes'] {
  const { paragraphs } = settle(part, meaning)
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
