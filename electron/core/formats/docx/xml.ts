// Streaming XML over saxes, bounded in depth and number of elements. A DOCTYPE is refused: no Office program writes one, and
// entities are how a small file becomes a large one.
import { SaxesParser } from 'saxes'
import { AppError } from '../../../../shared/contract/error.ts'

export const XML_LIMITS = { depth: 256, elements: 2_000_000 }

/** An attribute's value by its local name. */
export type Attribute = (local: string) => string | undefined

export interface XmlListener {
  /** `name` is the local name for WordprocessingML, else `prefix:local` by the usual prefix of its namespace. */
  open(name: string, attribute: Attribute): void
  close(name: string): void
  text(text: string): void
}

/** Namespaces by their usual prefix; WordprocessingML, transitional and strict, has none here. */
const PREFIX = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', ''],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', ''],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14:'],
  ['http://schemas.microsoft.com/office/word/2012/wordml', 'w15:'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc:'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm:'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm:'],
  ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp:'],
  ['http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing', 'wp:'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing', 'wp14:'],
  ['http://schemas.openxmlformats.org/drawingml/2006/picture', 'pic:'],
  ['http://purl.oclc.org/ooxml/drawingml/picture', 'pic:'],
  ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'c:'],
  ['http://purl.oclc.org/ooxml/drawingml/chart', 'c:'],
  ['http://schemas.microsoft.com/office/drawing/2014/chartex', 'c:'],
  ['http://schemas.openxmlformats.org/drawingml/2006/diagram', 'dgm:'],
  ['http://purl.oclc.org/ooxml/drawingml/diagram', 'dgm:'],
  ['urn:schemas-microsoft-com:vml', 'v:'],
  ['urn:schemas-microsoft-com:office:office', 'o:'],
  ['urn:schemas-microsoft-com:office:excel', 'o:'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel:'],
])

const CHUNK = 1 << 16

/** Parses a part. Throws `file-hostile` past a limit or at a DOCTYPE, `file-damaged` where it is not well-formed. */
export function parseXml(bytes: Uint8Array, listener: XmlListener): void {
  const parser = new SaxesParser({ xmlns: true, position: false })
  let depth = 0
  let elements = 0
  const nameOf = (uri: string, local: string) => (PREFIX.get(uri) ?? '?:') + local
  parser.on('error', (error) => {
    throw new AppError('file-damaged', `XML: ${error.message}`)
  })
  parser.on('doctype', () => {
    throw new AppError('file-hostile', 'XML: DOCTYPE refused')
  })
  parser.on('opentag', (tag) => {
    if (++depth > XML_LIMITS.depth) throw new AppError('file-hostile', 'XML: nested too deep')
    if (++elements > XML_LIMITS.elements) throw new AppError('file-hostile', 'XML: too many elements')
    listener.open(nameOf(tag.uri, tag.local), (local) => {
      for (const key in tag.attributes) if (tag.attributes[key]!.local === local) return tag.attributes[key]!.value
      return undefined
    })
  })
  parser.on('closetag', (tag) => {
    depth--
    listener.close(nameOf(tag.uri, tag.local))
  })
  parser.on('text', (text) => listener.text(text))
  parser.on('cdata', (text) => listener.text(text))
  const text = decode(bytes)
  for (let at = 0; at < text.length; at += CHUNK) parser.write(text.slice(at, at + CHUNK))
  parser.close()
}

function decode(bytes: Uint8Array): string {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new AppError('file-damaged', 'XML: wrong encoding')
  }
}
