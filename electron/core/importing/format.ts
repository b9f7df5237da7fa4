// What a file is, by its first bytes; a format that is not read yet is refused by its name.
import { MAX_FILE_BYTES } from '../../../shared/contract/app.ts'
import { AppError } from '../../../shared/contract/error.ts'
import type { SourceFormat } from '../../../shared/model/proposal.ts'
import { isCompound, oldFormat } from '../formats/docx/compound.ts'

const MEGABYTE = 1024 * 1024

const starts = (bytes: Uint8Array, signature: readonly number[], at = 0) => signature.every((byte, i) => bytes[at + i] === byte)
const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0))

const ZIP = [0x50, 0x4b, 0x03, 0x04]

/** Formats that tell themselves by their first bytes. */
const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['PDF', ascii('%PDF-')], ['RTF', ascii('{\\rtf')], ['ZIP', ascii('PK\u0005\u0006')],
  ['7Z', [0x37, 0x7a, 0xbc, 0xaf]], ['RAR', ascii('Rar!')], ['GZIP', [0x1f, 0x8b, 0x08]], ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
]

/** Formats of a zip package, by names of entries that stand near its beginning or in its directory at the end. */
const PACKAGES: readonly (readonly [string, RegExp])[] = [
  ['ODT', /application\/vnd\.oasis\.opendocument\.text/u], ['ODS', /application\/vnd\.oasis\.opendocument\.spreadsheet/u],
  ['EPUB', /application\/epub\+zip/u], ['DOCX', /word\/document\w*\.xml/u],
  ['XLSX', /xl\/workbook\.xml/u], ['PPTX', /ppt\/presentation\.xml/u],
]

const ENDINGS: Record<string, string> = { pdf: 'PDF', rtf: 'RTF', odt: 'ODT', doc: 'DOC', html: 'HTML', htm: 'HTML', xhtml: 'HTML' }

const endingOf = (name: string) => /\.([^.\\/]+)$/u.exec(name)?.[1]?.toLowerCase() ?? ''

/** Formats that are read, by the name that the tables above give them. */
const READ: Record<string, SourceFormat> = { DOCX: 'docx', HTML: 'html', PDF: 'pdf', ODT: 'odt', RTF: 'rtf', DOC: 'doc' }

/**
 * The format of a file; throws `file-empty`, `file-too-large`, `file-not-docx`, `file-protected` or `format-unsupported`. The
 * bytes are believed before the name.
 */
export function formatOf(bytes: Uint8Array, name: string): SourceFormat {
  if (bytes.length === 0) throw new AppError('file-empty', 'the file is empty', { name })
  if (bytes.length > MAX_FILE_BYTES) {
    throw new AppError('file-too-large', 'the file is too large', { name, limit: MAX_FILE_BYTES / MEGABYTE })
  }
  const ending = endingOf(name)
  if (starts(bytes, ZIP)) return packageFormat(bytes, name, ending)
  if (isCompound(bytes)) return readAs(oldFormat(bytes, name), name)
  const known = SIGNATURES.find(([, signature]) => starts(bytes, signature))?.[0] ?? markupFormat(bytes)
  if (ending === 'docx') throw new AppError('file-not-docx', 'not a Word document', { name })
  if (known) return readAs(known, name)
  const promised = ENDINGS[ending]
  if (promised && promised !== 'HTML') throw unsupported(promised, name)
  // A page may begin with any words; a text that is merely named so holds no tag.
  return promised === 'HTML' && /<[a-z]/iu.test(new TextDecoder('latin1').decode(bytes.subarray(0, 64 * 1024))) ? 'html' : 'txt'
}

/** Whether a file is an archive of files, and no document that is kept in one. */
export const isArchive = (bytes: Uint8Array, name: string): boolean =>
  (starts(bytes, ZIP) && endingOf(name) !== 'docx' && packageOf(bytes) === undefined) || starts(bytes, ascii('PK\u0005\u0006'))

function readAs(format: string, name: string): SourceFormat {
  const known = READ[format]
  if (!known) throw unsupported(format, name)
  return known
}

const unsupported = (format: string, name: string) =>
  new AppError('format-unsupported', `${format} is not read yet`, { format, name })

function packageOf(bytes: Uint8Array): string | undefined {
  const latin1 = new TextDecoder('latin1')
  const text = latin1.decode(bytes.subarray(0, 4096)) + latin1.decode(bytes.subarray(-64 * 1024))
  return PACKAGES.find(([, shape]) => shape.test(text))?.[0]
}

function packageFormat(bytes: Uint8Array, name: string, ending: string): SourceFormat {
  const format = packageOf(bytes)
  // A package whose directory is cut off still reads as what its name says: the reader then tells that it is cut short.
  if (format === 'DOCX' || (!format && ending === 'docx')) return 'docx'
  if (ending === 'docx') throw new AppError('file-not-docx', `${format} and not a Word document`, { name })
  return readAs(format ?? 'ZIP', name)
}

/** HTML and XML pages, in whatever encoding of the Latin letters. */
function markupFormat(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const head = start.replace(/^[\u00BB\u00BF\u00EF\u00FE\u00FF]+/u, '').replaceAll('\0', '').trimStart().toLowerCase()
  if (/^<(?:!doctype html|html|head|body)/u.test(head)) return 'HTML'
  if (/^(?:from: <saved by|mime-version:|content-type: multipart\/related)/u.test(head)) return 'MHTML'
  if (/^<(?:\?xml|!--)/u.test(head) && head.includes('<html')) return 'HTML'
  return head.startsWith('<?xml') ? 'XML' : null
}
