// Files as they come: encodings, wrapped lines, and what is refused, by which name.
import { zipSync, strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { propose } from '../../../../../electron/core/importing/propose.ts'
import { readFile, readText } from '../../../../../electron/core/importing/read.ts'
import { AppError } from '../../../../../shared/contract/error.ts'

const TEXT = `Совместное заявление
Стороны подтвердили, что будут и далее сотрудничать в области охраны лесов и водных ресурсов края.
Участники встречи поблагодарили принимающую сторону за гостеприимство — «добрые соседи».
`
const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, little: boolean, mark: boolean) => {
  const out: number[] = []
  for (const unit of (mark ? '\uFEFF' : '') + text) {
    const code = unit.charCodeAt(0)
    out.push(...(little ? [code & 255, code >> 8] : [code >> 8, code & 255]))
  }
  return new Uint8Array(out)
}
/** Written with the table of the decoder itself, read backwards. */
const oneByte = (text: string, encoding: string) => {
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [new TextDecoder(encoding).decode(new Uint8Array([byte])), byte]))
  return new Uint8Array([...text].map((letter) => table.get(letter) ?? 63))
}
const textOf = (bytes: Uint8Array, name = 'a.txt') => readText(bytes, name).paragraphs.map((paragraph) => paragraph.text).join('\n')
const lines = TEXT.trim()

describe('encodings', () => {
  it.each([
    ['utf-8', utf8(TEXT)],
    ['utf-8', new Uint8Array([0xef, 0xbb, 0xbf, ...utf8(TEXT)])],
    ['utf-16le', utf16(TEXT, true, true)],
    ['utf-16be', utf16(TEXT, false, true)],
    ['utf-16le', utf16(TEXT, true, false)],
    ['utf-16be', utf16(TEXT, false, false)],
  ])('%s', (encoding, bytes) => {
    expect(readText(bytes, 'a.txt').encoding).toBe(encoding)
    expect(textOf(bytes)).toBe(lines)
  })

  it.each(['windows-1251', 'koi8-r', 'ibm866', 'x-mac-cyrillic', 'iso-8859-5'])('%s', (encoding) => {
    const bytes = oneByte(TEXT.replace(/[«»—]/gu, '-'), encoding)
    expect(readText(bytes, 'a.txt').encoding).toBe(encoding)
    expect(textOf(bytes)).toBe(lines.replace(/[«»—]/gu, '-'))
  })

  it('windows-1251 of a few words', () => {
    expect(textOf(oneByte('Стороны отметили рост торговли.', 'windows-1251'))).toBe('Стороны отметили рост торговли.')
    expect(textOf(oneByte('СОВМЕСТНОЕ ЗАЯВЛЕНИЕ СТОРОН', 'koi8-r'))).toBe('СОВМЕСТНОЕ ЗАЯВЛЕНИЕ СТОРОН')
  })

  it('reads an English text in windows-1252', () => {
    const text = 'The Sides “agreed” on the communiqué – and on the café of the joint office, which they welcomed.'
    expect(textOf(oneByte(text, 'windows-1252'))).toBe(text)
  })
})

describe('lines', () => {
  const wrap = (text: string, width: number) => {
    const out = ['']
    for (const word of text.split(' ')) {
      if (`${out.at(-1)} ${word}`.length > width) out.push(word)
      else out[out.length - 1] = `${out.at(-1)} ${word}`.trim()
    }
    return out
  }
  const long = ['Стороны подтвердили, что будут и далее сотрудничать в области охраны лесов и водных ресурсов края и делиться опытом.',
    'Участники встречи поблагодарили принимающую сторону за гостеприимство и высокий уровень организации встречи в городе.',
    '3. Стороны согласились провести следующую встречу в будущем году и поручили министрам подготовить план работы.']

  it('keeps paragraphs that are one line each, to the letter', () => {
    expect(textOf(utf8('\tСтороны  отметили рост. \r\n\r\nСтороны\u00A0едины.'))).toBe('\tСтороны  отметили рост. \nСтороны\u00A0едины.')
  })

  it('joins lines wrapped by hand, blank lines between', () => {
    expect(textOf(utf8(long.map((text) => wrap(text, 45).join('\n')).join('\n\n')))).toBe(long.join('\n'))
  })

  it('joins lines wrapped by hand, no blank lines between', () => {
    expect(textOf(utf8(long.map((text) => wrap(text, 45).join('\n')).join('\n')))).toBe(long.join('\n'))
  })

  it('joins justified lines and takes the double spaces out', () => {
    expect(textOf(utf8(long.map((text) => wrap(text, 45).map((line) => line.replace(' ', '  ')).join('\n')).join('\n\n')))).toBe(long.join('\n'))
  })

  it('keeps lines that nearly all begin with a capital: verses and lists', () => {
    const verses = ['Над озером туман, и тихо спит село,', 'Пастух ведёт стада по берегу реки —', 'Весна пришла в поля, и в избах рассвело,',
      'Летят издалека над рощей журавли,', 'Хозяйка на крыльце встречает первый гром,', 'Дорога за холмом уходит на восток'].join('\n')
    expect(textOf(utf8(verses))).toBe(verses)
  })

  it('parts paragraphs whose last line happens to be full, by the word that opens most of them', () => {
    const clauses = ['Стороны отметили важность охраны лесов края, и рек.', 'Стороны одобрили план работы на будущий год и поручили министрам его исполнение.',
      'Стороны призвали соседей к миру и к дружбе.', 'Стороны поддержали предложение принимающей стороны о проведении новой встречи.']
    expect(textOf(utf8([...clauses, ...clauses].map((text) => wrap(text, 51).join('\n')).join('\n')))).toBe([...clauses, ...clauses].join('\n'))
  })

  it.each([
    ['культурно-', 'гуманитарного', 'культурно-гуманитарного'],
    ['онлайн-', 'формате', 'онлайн-формате'],
    ['Нур-', 'Султане', 'Нур-Султане'],
    ['сотруд\u00AD', 'ничества', 'сотрудничества'],
    ['сотрудни-', 'чать', 'сотрудничать'],
    ['преобра-', 'зование', 'преобразование'],
  ])('%s + %s', (first, next, whole) => {
    const body = wrap(long[0]!, 45).join('\n')
    const bytes = utf8(`${body}\n\nСтороны договорились обсудить развитие ${first}\n${next} взаимодействия между городами и странами\nкрая в духе дружбы.`)
    expect(readText(bytes, 'a.txt').paragraphs[1]!.text).toContain(` ${whole} `)
  })

  it('keeps a hyphen at the end of a line where the document writes the word with one', () => {
    const text = `${wrap(long[0]!, 45).join('\n')}\n\nСтороны одобрили обмен опытом в рамках встречи арт-\nклуба и поблагодарили всех участников встречи за\nучастие в его работе; совет арт-клуба им признателен.`
    expect(textOf(utf8(text))).toContain('встречи арт-клуба и')
  })

  it('counts lines from 1', () => expect(readText(utf8('\nа\n\nб'), 'a.txt').paragraphs).toEqual([{ text: 'а', line: 2 }, { text: 'б', line: 4 }]))
})

describe('refusals', () => {
  const refusal = async (bytes: Uint8Array, name: string) => {
    try {
      await readFile(bytes, name)
    } catch (error) {
      if (error instanceof AppError) return [error.code, error.details['format'] ?? '', error.details['name']]
      throw error
    }
    return 'read'
  }
  const zip = (entries: Record<string, string>) => zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)])), { level: 0 })

  it.each([
    ['a.txt', new Uint8Array(), 'file-empty', ''],
    ['a.txt', utf8(' \n\n '), 'file-empty', ''],
    ['a.txt', new Uint8Array([0xef, 0xbb, 0xbf]), 'file-empty', ''],
    ['a.txt', new Uint8Array(48 * 1024 * 1024 + 1), 'file-too-large', ''],
    ['a.txt', Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256), 'file-binary', ''],
    ['a.txt', utf8(TEXT).subarray(0, 101), 'file-truncated', ''],
    ['a.txt', utf16(TEXT, true, true).subarray(0, 101), 'file-truncated', ''],
    ['a.pdf', utf8('%PDF-1.7 …'), 'file-truncated', ''],
    ['a.txt', utf8('%PDF-1.7 …'), 'file-truncated', ''],
    ['a.rtf', utf8('{\\rtf1\\ansi'), 'file-truncated', ''],
    ['a.rtf', utf8('{\\rtf1' + '{'.repeat(2000) + '}'.repeat(2001)), 'file-hostile', ''],
    ['a.mht', utf8('From: <Saved by a browser>\r\nMIME-Version: 1.0\r\n'), 'format-unsupported', 'MHTML'],
    ['a.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'file-truncated', ''],
    ['a.odt', zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'styles.xml': '<x/>' }), 'file-damaged', ''],
    ['a.odt', zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>', 'META-INF/manifest.xml': '<manifest:encryption-data/>' }), 'file-protected', ''],
    ['a.zip', zip({ 'a.txt': 'text' }), 'format-unsupported', 'ZIP'],
    ['a.xlsx', zip({ 'xl/workbook.xml': '<x/>' }), 'format-unsupported', 'XLSX'],
    ['a.docx', utf8(TEXT), 'file-not-docx', ''],
    ['a.docx', utf8('%PDF-1.7 …'), 'file-not-docx', ''],
    ['a.docx', zip({ 'xl/workbook.xml': '<x/>' }), 'file-not-docx', ''],
  ])('%s → %#', async (name, bytes, code, format) => expect(await refusal(bytes, name)).toEqual([code, format, name]))

  it('refuses more paragraphs than a statement may have', async () => {
    expect(await refusal(utf8('а\n\n'.repeat(20_001)), 'a.txt')).toEqual(['file-hostile', '', 'a.txt'])
  })
})

describe('propose', () => {
  it('tells the file by its content, and how far it is', () => {
    const stages: string[] = []
    const one = propose(utf8(TEXT), 'a.txt', (stage) => stages.push(stage))
    const other = propose(utf8(TEXT), 'b.txt')
    expect(one.hash).toBe(other.hash)
    expect(one.hash).toMatch(/^[0-9a-f]{64}$/u)
    expect(stages).toEqual(['reading', 'segmenting', 'done'])
    expect(one.fileName).toBe('a.txt')
  })

  it('proposes the same whatever the encoding', () => {
    const { hash: _a, encoding: _b, ...plain } = propose(utf8(TEXT), 'a.txt')
    const { hash: _c, encoding: _d, ...wide } = propose(utf16(TEXT, true, false), 'a.txt')
    expect(wide).toEqual(plain)
  })
})
