// Reads a DOCX as it is: paragraphs with their tracked changes, numbers as Word shows them, and a word on all that is not text.
import { AppError } from '../../../../shared/contract/error.ts'
import type { Warning } from '../../../../shared/model/proposal.ts'
import { readPart, type Findings, type Part, type WrittenParagraph } from './body.ts'
import { labelCounter, levelOfStyle, noNumbering, readNumbering, type NumberingDefinitions } from './numbering.ts'
import { revisionIdentity } from './revisions.ts'
import { readStyles, type ParagraphStyle } from './styles.ts'
import type { DocxParagraph, DocxText } from './types.ts'
import { isDead } from './view.ts'
import { parseXml } from './xml.ts'
import { unzip } from './zip.ts'

export type { DocxParagraph, DocxText, View } from './types.ts'
export { docxParagraphs, toRawParagraphs } from './view.ts'

const OLE = [0xd0, 0xcf, 0x11, 0xe0]
const NEEDED = /^(_rels\/\.rels|word\/(document[^/]*|styles|numbering|footnotes|endnotes|header\d*|footer\d*)\.xml)$/u

/**
 * Reads a DOCX within limits. Throws an `AppError`: `file-empty`, `file-not-docx`, `file-truncated`, `file-damaged` or
 * `file-hostile`; `name` is the file's name for the message.
 */
export function readDocx(bytes: Uint8Array, name = ''): DocxText {
  try {
    return read(bytes)
  } catch (error) {
    if (error instanceof AppError) throw new AppError(error.code, error.message, { name, ...error.details })
    throw error
  }
}

function read(bytes: Uint8Array): DocxText {
  if (bytes.length === 0) throw new AppError('file-empty', 'the file is empty')
  if (OLE.every((byte, i) => bytes[i] === byte)) throw new AppError('file-not-docx', 'an older Word file, or one with a password')
  const parts = unzip(bytes, (entry) => NEEDED.test(entry))
  const document = parts.get(mainPart(parts))
  if (!document) throw new AppError('file-not-docx', 'a zip file without a Word document')
  const identity = revisionIdentity()
  const styles = new Map(partOf(parts, 'styles') ? readStyles(partOf(parts, 'styles')!) : [])
  const numbering = partOf(parts, 'numbering') ? readNumbering(partOf(parts, 'numbering')!) : noNumbering()
  const dress: Dress = (written) => dressed(written, styles, numbering)
  const body = readPart(document, identity)
  const paragraphs = dress(body.paragraphs)
  const count = labelCounter(numbering)
  for (const paragraph of paragraphs) {
    const { list, mark, row } = paragraph
    if (list && !isDead(mark, 'accepted') && !isDead(row, 'accepted')) paragraph.label = count(list)
  }
  const notes = (['footnote', 'endnote'] as const).flatMap((kind) => {
    const xml = partOf(parts, `${kind}s`)
    const part = xml ? readPart(xml, identity) : null
    return part ? notesOf(kind, body, part, dress) : []
  })
  return { paragraphs, notes, numbering, warnings: warningsOf(body.found, notes, inMargins(parts)) }
}

const partOf = (parts: Map<string, Uint8Array>, name: string) => parts.get(`word/${name}.xml`)

/** The part that the package's relations call its main document; "word/document.xml" where they say nothing. */
function mainPart(parts: Map<string, Uint8Array>): string {
  let target = 'word/document.xml'
  const relations = parts.get('_rels/.rels')
  if (!relations) return target
  parseXml(relations, {
    open(name, attribute) {
      if (name !== 'rel:Relationship' || !attribute('Type')?.endsWith('/officeDocument')) return
      target = (attribute('Target') ?? target).replace(/^\//u, '')
    },
    close() {},
    text() {},
  })
  return target
}

/** Adds what styles and lists say of paragraphs. */
type Dress = (written: WrittenParagraph[]) => DocxParagraph[]

function dressed(
  written: WrittenParagraph[], styles: Map<string, ParagraphStyle>, numbering: NumberingDefinitions,
): DocxParagraph[] {
  return written.map(({ styleId, listId, listLevel, outline, ...rest }) => {
    const style = styles.get(styleId ?? '')
    const heading = outline === undefined ? style?.heading : outline >= 0 && outline < 9 ? outline + 1 : undefined
    const list = listId ?? style?.list
    const level = listLevel ?? (styleId && list ? levelOfStyle(numbering, list, styleId) : undefined) ?? style?.level ?? 0
    return {
      ...rest,
      label: null,
      ...(style ? { style: style.name } : {}),
      ...(heading === undefined ? {} : { heading }),
      ...(style?.title ? { title: true } : {}),
      centered: rest.centered ?? style?.centered ?? false,
      ...(list && list !== '0' ? { list: { id: list, level } } : {}),
    }
  })
}

function notesOf(kind: 'footnote' | 'endnote', body: Part, part: Part, dress: Dress): DocxText['notes'] {
  const order = body.references.filter((reference) => reference.kind === kind)
  return order.flatMap(({ id }, index) => {
    const note = part.notes.find((entry) => entry.id === id)
    return note ? [{ number: index + 1, kind, paragraphs: dress(part.paragraphs.slice(note.from, note.to)) }] : []
  })
}

/** How many headers and footers hold words: a page number alone is none. */
function inMargins(parts: Map<string, Uint8Array>): number {
  let count = 0
  for (const [name, xml] of parts) {
    if (!/\/(header|footer)\d*\.xml$/u.test(name)) continue
    const { paragraphs } = readPart(xml, revisionIdentity())
    if (paragraphs.some(({ runs }) => runs.some((run) => /\p{L}/u.test(run.text)))) count++
  }
  return count
}

function warningsOf(found: Findings, notes: DocxText['notes'], margins: number): Warning[] {
  const count = (number: number, code: string, message: string) =>
    (number > 0 ? [{ code, message: `${message}: ${number}` }] : [])
  return [
    ...count(found.changes, 'docx-changes', 'tracked changes were read'),
    ...count(found.formatChanges, 'docx-format-changes', 'tracked changes of format were read as accepted'),
    ...count(found.tables, 'docx-tables', 'tables were read row by row'),
    ...count(found.textBoxes, 'docx-text-boxes', 'text boxes stand before the paragraph they hang on'),
    ...count(notes.length, 'docx-notes', 'footnotes are not part of the paragraphs'),
    ...count(found.comments, 'docx-comments', 'comments were left out'),
    ...count(found.pictures, 'docx-pictures', 'pictures and objects were left out'),
    ...count(found.hiddenText, 'docx-hidden-text', 'hidden text was read as text'),
    ...count(found.embedded, 'docx-embedded', 'embedded files were left out'),
    ...count(margins, 'docx-margins', 'headers and footers were left out'),
  ]
}
