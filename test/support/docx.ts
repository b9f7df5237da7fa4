// DOCX files made of given parts, for tests that need XML no writer would produce.
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const MORE = [
  ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ['m', 'http://schemas.openxmlformats.org/officeDocument/2006/math'],
  ['w14', 'http://schemas.microsoft.com/office/word/2010/wordml'],
  ['w15', 'http://schemas.microsoft.com/office/word/2012/wordml'],
  ['w16du', 'http://schemas.microsoft.com/office/word/2023/wordml/word16du'],
  ['wp', 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'],
  ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
  ['pic', 'http://schemas.openxmlformats.org/drawingml/2006/picture'],
  ['c', 'http://schemas.openxmlformats.org/drawingml/2006/chart'],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  ['v', 'urn:schemas-microsoft-com:vml'],
].map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`).join(' ')

const RELATIONS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" ' +
  'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'

const ROOT = {
  styles: 'w:styles', numbering: 'w:numbering', footnotes: 'w:footnotes', endnotes: 'w:endnotes', header1: 'w:hdr',
  comments: 'w:comments', commentsExtended: 'w15:commentsEx',
}
export type PartName = keyof typeof ROOT

/** A DOCX whose body is `body`; other parts by name, each without its root element. */
export function docxOf(body: string, parts: Partial<Record<PartName, string>> = {}): Uint8Array {
  const files: Zippable = {
    '_rels/.rels': strToU8(RELATIONS),
    'word/document.xml': strToU8(`<w:document ${W} ${MORE}><w:body>${body}</w:body></w:document>`),
  }
  for (const [name, xml] of Object.entries(parts)) {
    const root = ROOT[name as PartName]
    files[`word/${name}.xml`] = strToU8(`<${root} ${W} ${MORE}>${xml}</${root}>`)
  }
  return zipSync(files)
}

/** A zip of text files. */
export const zipOf = (files: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))

/** Every part of a DOCX as text. */
export const partsOf = (docx: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(docx)).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]))

/** A run of text. */
export const r = (text: string, properties = ''): string => `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`
const by = (author: string) => `w:id="1" w:author="${author}" w:date="2026-01-01T00:00:00Z"`
export const ins = (text: string, author = 'A'): string => `<w:ins ${by(author)}>${r(text)}</w:ins>`
export const del = (text: string, author = 'A'): string =>
  `<w:del ${by(author)}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
/** A paragraph; `end` is the change of its end. */
export const p = (
  content: string,
  { end = '', properties = '' }: { end?: 'ins' | 'del' | 'moveFrom' | 'moveTo' | ''; properties?: string } = {},
): string => `<w:p><w:pPr>${properties}${end ? `<w:rPr><w:${end} ${by('A')}/></w:rPr>` : ''}</w:pPr>${content}</w:p>`
