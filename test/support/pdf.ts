// PDFs made by hand for tests of their reader: words at given places, in a font that names its letters and has no shapes.
import { deflateSync } from 'node:zlib'

/** Words at a place, in points from the lower left corner. Every letter is half its size wide. */
export interface Placed {
  x: number
  y: number
  text: string
  size?: number
  /** Turned by a right angle. */
  turned?: boolean
}

export interface PdfParts {
  /** Content of each page, before it is packed. */
  pages: readonly (readonly Placed[] | Buffer)[]
  packed?: boolean
  /** More entries of the trailer ("/Encrypt 9 0 R"), and objects by number. */
  trailer?: string
  objects?: Record<number, string>
  /** More entries of every page. */
  page?: string
}

const hex = (text: string) => [...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('')

/** The operators that show the words. */
export const contentOf = (words: readonly Placed[]): Buffer => Buffer.from(words.map(({ x, y, text, size = 12, turned = false }) =>
  `BT /F1 ${size} Tf ${turned ? '0 1 -1 0' : '1 0 0 1'} ${x} ${y} Tm <${hex(text)}> Tj ET`).join('\n'), 'latin1')

const stream = (content: Buffer, packed: boolean, more = '') => {
  const bytes = packed ? deflateSync(content) : content
  return Buffer.concat([Buffer.from(`<</Length ${bytes.length}${packed ? '/Filter/FlateDecode' : ''}${more}>>stream\n`), bytes, Buffer.from('\nendstream')])
}

const NAMES = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange 100 beginbfrange
${Array.from({ length: 256 }, (_, page) => page.toString(16).padStart(2, '0')).map((page) => `<${page}00> <${page}ff> <${page}00>`).join('\n')}
endbfrange endcmap end end`

/** The file's bytes. Its first objects: 1 catalogue, 2 pages, 3 to 6 the font; the pages follow from 10. */
export function pdfOf({ pages, packed = true, trailer = '', objects = {}, page = '' }: PdfParts): Uint8Array {
  const at = (index: number) => 10 + 2 * index
  const parts = new Map<number, Buffer | string>([
    [1, '<</Type/Catalog/Pages 2 0 R>>'],
    [2, `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, i) => `${at(i)} 0 R`).join(' ')}]>>`],
    [3, '<</Type/Font/Subtype/Type0/BaseFont/T/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>'],
    [4, '<</Type/Font/Subtype/CIDFontType2/BaseFont/T/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500/FontDescriptor 5 0 R/CIDToGIDMap/Identity>>'],
    [5, '<</Type/FontDescriptor/FontName/T/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>'],
    [6, stream(Buffer.from(NAMES), packed)],
  ])
  pages.forEach((content, i) => {
    parts.set(at(i), `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${at(i) + 1} 0 R${page}>>`)
    parts.set(at(i) + 1, stream(Buffer.isBuffer(content) ? content : contentOf(content as readonly Placed[]), packed))
  })
  for (const [number, body] of Object.entries(objects)) parts.set(Number(number), body)
  return fileOf(parts, trailer)
}

function fileOf(parts: ReadonlyMap<number, Buffer | string>, trailer: string): Uint8Array {
  const chunks = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')]
  const places = new Map<number, number>()
  let length = chunks[0]!.length
  for (const [number, body] of parts) {
    places.set(number, length)
    const chunk = Buffer.concat([Buffer.from(`${number} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')])
    chunks.push(chunk)
    length += chunk.length
  }
  const size = Math.max(...parts.keys()) + 1
  const rows = Array.from({ length: size }, (_, i) => {
    const place = places.get(i)
    return place === undefined ? '0000000000 65535 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`
  })
  chunks.push(Buffer.from(`xref\n0 ${size}\n${rows.join('')}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${length}\n%%EOF\n`))
  return new Uint8Array(Buffer.concat(chunks))
}
