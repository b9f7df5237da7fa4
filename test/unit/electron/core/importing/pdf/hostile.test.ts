// PDFs that cannot be read, and PDFs made to do harm: each is refused by its own name, in moments (a reading that follows them
// would outlast the test's time or memory).
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../../../../../electron/core/importing/read.ts'
import { AppError } from '../../../../../../shared/contract/error.ts'
import { contentOf, pdfOf, type Placed } from '../../../../../support/pdf.ts'

const WORDS: Placed[] = [{ x: 70, y: 700, text: 'Стороны подтвердили приверженность сотрудничеству.' }]
const utf8 = (text: string) => new TextEncoder().encode(text)

async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    return (await readFile(bytes, 'a.pdf')).paragraphs.map(({ text }) => text).join('\n')
  } catch (error) {
    if (error instanceof AppError && error.details['name'] === 'a.pdf') return error.code
    throw error
  }
}

const sound = pdfOf({ pages: [WORDS] })
const replaced = (bytes: Uint8Array, from: string, to: string) => {
  const text = Buffer.from(bytes).toString('latin1')
  expect(text).toContain(from)
  return new Uint8Array(Buffer.from(text.replace(from, to), 'latin1'))
}
/** A stream object, packed `times` times. */
const packed = (content: Buffer, times: number, more = '') => {
  let bytes: Buffer = content
  for (let i = 0; i < times; i++) bytes = deflateSync(bytes)
  return `<</Length ${bytes.length}/Filter[${'/FlateDecode '.repeat(times)}]${more}>>stream\n${bytes.toString('latin1')}\nendstream`
}
/** Objects whose bytes are no text are put in after the file is made: the maker writes UTF-8. */
const withObject = (number: number, body: string, content: readonly Placed[] | Buffer = WORDS, page = '') =>
  replaced(pdfOf({ pages: [content], objects: { [number]: '@'.repeat(8) }, page }), '@'.repeat(8), body)

it('a sound one is read', async () => expect(await outcome(sound)).toBe(WORDS[0]!.text))

describe('unreadable', () => {
  it.each<[string, Uint8Array, string]>([
    ['a beginning alone', utf8('%PDF-1.7 …'), 'file-truncated'],
    ['half a file', sound.subarray(0, sound.length / 2), 'file-truncated'],
    ['a file without its last line', sound.subarray(0, -8), 'file-truncated'],
    ['one made for the web and cut', new Uint8Array(Buffer.concat([sound, Buffer.from('\n20 0 obj\n<</Type/Page>>\nendobj\n')])), 'file-truncated'],
    ['noise', utf8(`%PDF-1.7\n${'x y z '.repeat(1000)}\n%%EOF`), 'pdf-damaged'],
    ['no pages', pdfOf({ pages: [] }), 'pdf-damaged'],
    ['a page that is a picture', pdfOf({ pages: [[]] }), 'pdf-scanned'],
    ['a page number under a picture', pdfOf({ pages: [[{ x: 290, y: 40, text: '12' }]] }), 'pdf-scanned'],
    ['letters without names', pdfOf({ pages: [[{ x: 70, y: 700, text: '\uE001\uE002\uE003 \uE004\uE005'.repeat(10) }]] }), 'pdf-unreadable'],
    ['a password', pdfOf({
      pages: [WORDS], objects: { 9: `<</Filter/Standard/V 1/R 2/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>/P -4>>` },
      trailer: `/Encrypt 9 0 R/ID[<${'00'.repeat(16)}><${'00'.repeat(16)}>]`,
    }), 'pdf-protected'],
  ])('%s', async (_, bytes, code) => expect(await outcome(bytes)).toBe(code))
})

describe('hostile', () => {
  const spaces = Buffer.alloc(33 * 2 ** 20, ' ')
  it.each<[string, () => Uint8Array, string]>([
    ['a bomb in a page', () => pdfOf({ pages: [spaces] }), 'file-hostile'],
    ['a bomb packed twice', () => withObject(8, packed(spaces, 2), Buffer.from('q')), 'file-hostile'],
    ['filters without end', () => withObject(8, packed(contentOf(WORDS), 9)), 'file-hostile'],
    ['many streams of 20 MiB', () => pdfOf({ pages: Array.from({ length: 7 }, () => spaces.subarray(0, 20 * 2 ** 20)) }), 'file-hostile'],
    ['pages that are said to be there', () => replaced(sound, '/Count 1', '/Count 1000000000'), WORDS[0]!.text],
    ['pages without number', () => pdfOf({ pages: Array.from({ length: 2001 }, () => []) }), 'file-hostile'],
    ['pages that are their own pages', () => replaced(sound, '/Kids[10 0 R]', '/Kids[2 0 R]'), 'pdf-damaged'],
    ['a table of objects before itself', () => replaced(sound, '/Root 1 0 R', '/Root 1 0 R/Prev 0'), WORDS[0]!.text],
    ['lists nested in a page', () => pdfOf({ pages: [Buffer.from('['.repeat(1_000_000))] }), 'file-hostile'],
    ['lists nested in the catalogue', () => replaced(sound, '/Type/Catalog', `/Type/Catalog/X ${'['.repeat(500_000)}`), 'pdf-damaged'],
    ['states nested', () => pdfOf({ pages: [Buffer.concat([Buffer.from('q '.repeat(1_000_000)), contentOf(WORDS)])] }), 'file-hostile'],
    ['marks nested', () => pdfOf({ pages: [Buffer.concat([Buffer.from('/Span BMC '.repeat(100_000)), contentOf(WORDS)])] }), 'file-hostile'],
    ['a form that shows itself', () => withObject(8, '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 8 0 R>>>>/Length 5>>stream\n/X Do\nendstream',
      Buffer.concat([contentOf(WORDS), Buffer.from(' /X Do')]), '/Resources<</Font<</F1 3 0 R>>/XObject<</X 8 0 R>>>>'), WORDS[0]!.text],
    ['a structure that holds itself', () => replaced(withObject(8, '<</Type/StructTreeRoot/K 8 0 R/ParentTree<</Nums[0[8 0 R]]>>>>', WORDS, '/StructParents 0'),
      '/Type/Catalog', '/Type/Catalog/MarkInfo<</Marked true>>/StructTreeRoot 8 0 R'), WORDS[0]!.text],
    ['millions of letters apart', () => pdfOf({ pages: [Buffer.from(`BT /F1 1 Tf ${'<0430> Tj 0 -9 Td '.repeat(2_200_000)} ET`)] }), 'file-hostile'],
  ])('%s', async (_, make, expected) => expect(await outcome(make())).toBe(expected))
})
