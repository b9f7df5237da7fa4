// Files that are not what they say, or mean harm: refused by name of the trouble, before they cost memory.
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../shared/contract/error.ts'
import { readDocx } from '../../../electron/core/formats/docx/read.ts'
import { docxOf, p, r, zipOf } from '../../support/docx.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const document = (xml: string) => zipOf({ 'word/document.xml': xml })
/** Not packed: it is no bomb before it is read. */
const stored = (inner: string) =>
  zipSync({ 'word/document.xml': [strToU8(`<w:document ${W}><w:body>${inner}</w:body></w:document>`), { level: 0 }] })
const whole = docxOf(p(r('text')).repeat(50))

/** The same file with bytes changed at the first place where `find` stands. */
function patched(bytes: Uint8Array, find: number[], change: (copy: Uint8Array, at: number) => void): Uint8Array {
  const copy = bytes.slice()
  const at = copy.findIndex((_, i) => find.every((byte, j) => copy[i + j] === byte))
  change(copy, at)
  return copy
}

const DIRECTORY = [0x50, 0x4b, 0x01, 0x02]

/** A zip whose directory says its one entry is small, and whose entry is not. */
function lyingBomb(): Uint8Array {
  const zip = zipSync({ 'word/document.xml': [strToU8('x'.repeat(5_000_000)), { level: 9 }] })
  return patched(zip, DIRECTORY, (copy, at) => new DataView(copy.buffer).setUint32(at + 24, 1000, true))
}

/** Parts of 2 MiB each, of which the directory says that they unpack to so many bytes. */
function claiming(size: number, ...names: string[]): Uint8Array {
  const zip = zipSync(Object.fromEntries(names.map((name) => [name, [Buffer.alloc(2 ** 21, 'ab'), { level: 0 }]])))
  const view = new DataView(zip.buffer, zip.byteOffset)
  const isEntry = (at: number) => DIRECTORY.every((byte, i) => zip[at + i] === byte)
  for (let at = names.length * 2 ** 21; at < zip.length - 46; at++) if (isEntry(at)) view.setUint32(at + 24, size, true)
  return zip
}

/** A compound file as far as its readers look: the signature, and the names of its streams in UTF-16. */
const compound = (...streams: string[]) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(504),
    ...streams.map((name) => Buffer.concat([Buffer.from(name, 'utf16le'), Buffer.alloc(128 - name.length * 2)])),
  ])

const body = (xml: string) => docxOf(xml)

const CASES: [name: string, code: string, bytes: () => Uint8Array][] = [
  ['an empty file', 'file-empty', () => new Uint8Array()],
  ['plain text', 'file-not-docx', () => strToU8('Joint statement')],
  ['one byte', 'file-not-docx', () => new Uint8Array([0x50])],
  ['an older Word file', 'format-unsupported', () => compound('WordDocument', '1Table')],
  ['an older Word file under a password', 'format-unsupported', () => compound('WordDocument', 'encryption')],
  ['an older Excel file', 'format-unsupported', () => compound('Workbook')],
  ['a document under a password', 'file-protected', () => compound('EncryptionInfo', 'EncryptedPackage')],
  ['an encrypted zip', 'file-protected', () => patched(whole, DIRECTORY, (copy, at) => copy.set([1], at + 8))],
  ['a zip of something else', 'file-not-docx', () => zipOf({ 'readme.txt': 'hello' })],
  ['cut short', 'file-truncated', () => whole.subarray(0, whole.length / 2)],
  ['cut short by a few bytes', 'file-truncated', () => whole.subarray(0, whole.length - 4)],
  ['a ruined directory', 'file-damaged', () => patched(whole, DIRECTORY, (copy, at) => copy.set([0, 0], at))],
  [
    'a ruined entry',
    'file-damaged',
    () => {
      const copy = whole.slice()
      copy.fill(0xff, 200, 230)
      return copy
    },
  ],
  ['XML that does not close', 'file-damaged', () => document(`<w:document ${W}><w:body>`)],
  [
    'a part in a wrong encoding',
    'file-damaged',
    () => zipSync({ 'word/document.xml': new Uint8Array([0x3c, 0xff, 0xfe, 0x3e]) }),
  ],
  ['a zip bomb', 'file-hostile', () => zipSync({ 'word/document.xml': [new Uint8Array(70 * 2 ** 20), { level: 1 }] })],
  [
    'a highly compressed part',
    'file-hostile',
    () => zipSync({ 'word/document.xml': [new Uint8Array(30 * 2 ** 20), { level: 9 }] }),
  ],
  ['2 MiB that unpack to 2 GiB', 'file-hostile', () => claiming(2 ** 31, 'word/document.xml')],
  ['five parts of 60 MiB each', 'file-hostile', () => claiming(60 * 2 ** 20, 'word/document.xml', ...[1, 2, 3, 4].map((i) => `word/header${i}.xml`))],
  ['a bomb that lies about its size', 'file-hostile', lyingBomb],
  ['an entity bomb', 'file-hostile', () => document(`<!DOCTYPE d [<!ENTITY a "aaaa">]><w:document ${W}>&a;</w:document>`)],
  ['nesting 300 deep', 'file-hostile', () => document(`<w:document ${W}><w:body>${'<w:p>'.repeat(300)}${'</w:p>'.repeat(300)}</w:body></w:document>`)],
  ['nesting 600,000 deep', 'file-hostile', () => document(`<w:document ${W}><w:body>${'<w:p>'.repeat(600_000)}`)],
  [
    '3 million empty paragraphs',
    'file-hostile',
    () => stored('<w:p/>'.repeat(3_000_000)),
  ],
  ['an attribute of 60 million characters', 'file-hostile', () => body(`<w:p w:x="${'abcdefghij'.repeat(6_000_000)}"/>`)],
  ['runs beyond number in a paragraph', 'file-hostile', () =>
    body(`<w:p>${`<w:ins w:author="A">${r('x')}</w:ins><w:r><w:t>y</w:t></w:r>`.repeat(15_000)}</w:p>`)],
  ['elements beyond number', 'file-hostile', () => stored(p('<w:x/>'.repeat(5_000_000)))],
  ['100,000 comments', 'file-hostile', () => docxOf('', { comments: '<w:comment w:id="1"><w:p/></w:comment>'.repeat(100_000) })],
  [
    '5,000 entries',
    'file-hostile',
    () => zipOf(Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`word/${i}.xml`, '']))),
  ],
]

describe('a file that is no good', () => {
  it.each(CASES)('%s: %s', (_, code, bytes) => {
    const file = bytes()
    let refused: unknown
    try {
      readDocx(file, 'a.docx')
    } catch (error) {
      refused = error
    }
    expect(refused).toBeInstanceOf(AppError)
    expect(refused).toMatchObject({ code, details: { name: 'a.docx' } })
  })

  // Each held a reader up, or filled its memory, before it was bounded.
  it.each([
    ['200,000 ranges of moves that never end', p('<w:moveFromRangeStart w:id="1" w:name="m"/>'.repeat(200_000) + r('x')), {}],
    ['200,000 fields that never end', p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(200_000) + r('x')), {}],
    ['comments that answer one another, 4,000 in a row', p(r('x')), {
      comments: Array.from({ length: 4000 }, (_, i) => `<w:comment w:id="${i}"><w:p w14:paraId="${i}"/></w:comment>`).join(''),
      commentsExtended: Array.from({ length: 4000 }, (_, i) =>
        `<w15:commentEx w15:paraId="${i}" w15:paraIdParent="${i + 1}"/>`).join(''),
    }],
    ['a note that is referred to 100,000 times', p('<w:r><w:footnoteReference w:id="1"/></w:r>'.repeat(100_000) + r('x')), {
      footnotes: `<w:footnote w:id="1">${p(r('n')).repeat(500)}</w:footnote>`,
    }],
    ['numbers of ten thousand letters',
      p(r('x'), { properties: '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' }).repeat(5000), {
      numbering: '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="999000"/><w:numFmt w:val="lowerLetter"/>' +
        `<w:lvlText w:val="${'%1'.repeat(100_000)}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
    }],
  ])('is read without harm: %s', (_, body, parts) => {
    const before = process.memoryUsage().heapUsed
    const doc = readDocx(docxOf(body, parts))
    expect(doc.paragraphs.length).toBeGreaterThan(0)
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(400 * 2 ** 20)
  })

  it('costs little memory: a bomb is refused before it is unpacked', () => {
    const bomb = zipSync({ 'word/document.xml': [new Uint8Array(70 * 2 ** 20), { level: 1 }] })
    const before = process.memoryUsage().arrayBuffers
    expect(() => readDocx(bomb)).toThrow(AppError)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 2 ** 20)
  })
})
