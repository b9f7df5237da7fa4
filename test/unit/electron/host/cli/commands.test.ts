// The command line as scripts use it: JSON shapes to the letter, exit codes, refusals in the user's language.
import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { openLibrary } from '../../../../../electron/core/db/open.ts'
import type { Report } from '../../../../../shared/model/report.ts'
import { EARLIER, encode, LATER } from '../../../../fixtures/statements.ts'
import { alternat, alternatProcess, errors, json, startAlternat, type Ran } from '../../../../support/commandLine.ts'
import { NAMED, pressText } from '../../../../support/named.ts'
import { del, docxOf, ins, p, r } from '../../../../support/docx.ts'
import { temporaryFolder } from '../../../../support/temporary.ts'

const folder = temporaryFolder()
const at = (name: string) => join(folder, name)
const DB = at('library.db')
const run = (...args: string[]) => alternat(folder, args)
const inLibrary = (...args: string[]) => run(...args, '--library', DB)

interface Declaration {
  file: string
  title: string
  clauses: { id: string; number: string | null; section: string[]; text: string }[]
}
interface Row { kind: string; old: number[]; new: number[]; ops: { op: string; text: string }[] }
interface Compared { old: { paragraphs: string[] }; new: { paragraphs: string[] }; rows: Row[]; counts: Record<string, number> }

let imported: Declaration

/** The beginning of a compound file, and the name of a stream in it. */
const compound = (stream: string) => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(stream, 'utf16le')])

beforeAll(async () => {
  writeFileSync(at('earlier.txt'), EARLIER)
  writeFileSync(at('later.txt'), LATER)
  const ran = await inLibrary('import', at('earlier.txt'), '--json')
  imported = json<{ files: Declaration[] }>(ran).files[0]!
})

describe('import', () => {
  test('prints the documented shape and nothing more', () => {
    const { clauses, ...rest } = imported
    expect(rest).toEqual({
      file: at('earlier.txt'),
      title: 'Токская декларация',
      form: 'declaration',
      language: 'ru',
      grade: 'official',
      date: '2021-05-14',
      place: 'Ольмин',
      parties: [
        { state: 'Вестрия', person: 'Ивар Секст', title: 'Министр транспорта' },
        { state: 'Алвания', person: 'Марен Толь', title: 'Министр водных ресурсов' },
      ],
      definedTerms: ['Стороны'], numbers: [],
      sections: [{ level: 1, number: 'I', heading: 'Вода', clauses: 2 }, { level: 1, number: 'II', heading: 'Перевозки', clauses: 2 }],
      warnings: [],
      revisions: [],
      comments: [],
    })
    expect(clauses.map(({ number, section, text }) => ({ number, section, text }))).toEqual([
      { number: '1', section: ['Вода'], text: 'Стороны отметили важность справедливого распределения вод реки Селены.' },
      { number: '2', section: ['Вода'], text: 'Стороны договорились обмениваться сведениями о паводках.' },
      { number: '3', section: ['Перевозки'], text: 'Стороны приветствовали рост грузовых перевозок по Речному коридору.' },
      { number: '4', section: ['Перевозки'], text: 'Стороны поддержали строительство моста в Тервене.' },
    ])
  })

  test('tells of a DOCX who changed and said what, and when', async () => {
    const said = '<w:comment w:id="0" w:author="B. Bek" w:date="2026-01-06T10:00:00Z">' + p(r('Почему?')) + '</w:comment>'
    const body = p(r('Токская декларация')) + p(ins('Новый пункт о водах.'), { end: 'ins' }) +
      p(r('Стороны ') + del('осудили') + '<w:commentRangeStart w:id="0"/>' + ins('отметили', 'A. Karimov (KZ)') + '<w:commentRangeEnd w:id="0"/>' + r(' это.'))
    writeFileSync(at('reviewed.docx'), docxOf(body, { comments: said }))
    const ran = await run('import', at('reviewed.docx'), '--library', at('reviewed.db'), '--json')
    const [file] = json<{ files: (Declaration & Record<'revisions' | 'comments' | 'warnings', unknown>)[] }>(ran).files
    expect(file!.revisions).toEqual([
      { kind: 'insertion', author: 'A', date: '2026-01-01T00:00:00Z', text: 'Новый пункт о водах.', paragraph: 1 },
      { kind: 'deletion', author: 'A', date: '2026-01-01T00:00:00Z', text: 'осудили', paragraph: 2 },
      { kind: 'insertion', author: 'A. Karimov (KZ)', date: '2026-01-01T00:00:00Z', text: 'отметили', paragraph: 2 },
    ])
    expect(file!.comments).toEqual([
      { author: 'B. Bek', date: '2026-01-06T10:00:00Z', text: 'Почему?', resolved: false, paragraph: 2, about: 'отметили', replies: [] },
    ])
    expect(file!.warnings).toContainEqual({ code: 'docx-changes', message: expect.stringMatching(/: 4$/) })
    expect(json(await run('revisions', at('reviewed.docx'), '--reject', '--json'))).toEqual({ paragraphs: ['Токская декларация', 'Стороны осудили это.'] })
  })

  test('revisions tells the notes of a file apart from its paragraphs', async () => {
    const footnotes = `<w:footnote w:id="2">${p(r('See ') + ins('Article 5'))}</w:footnote>`
    writeFileSync(at('noted.docx'), docxOf(p(r('On water') + '<w:r><w:footnoteReference w:id="2"/></w:r>'), { footnotes }))
    const shown = async (view: string) => json(await run('revisions', at('noted.docx'), view, '--json'))
    const noted = (text: string) => ({ paragraphs: ['On water'], notes: [{ kind: 'footnote', number: 1, paragraphs: [text] }] })
    expect([await shown('--accept'), await shown('--reject')]).toEqual([noted('See Article 5'), noted('See ')])
  })

  test('notices a file that is already there, and takes it again on request', async () => {
    const second = await inLibrary('import', at('earlier.txt'), '--json')
    expect(second).toMatchObject({ code: 1, out: '' })
    expect(errors(second)).toEqual([{ code: 'already-imported', message: expect.stringContaining('earlier.txt') }])
    const other = at('again.db')
    expect((await run('import', at('earlier.txt'), at('earlier.txt'), '--again', '--library', other, '--json')).code).toBe(0)
  })

  test('refuses what it cannot read, each file by its own reason, and keeps the good ones', async () => {
    const docx = readFileSync((await redline()).docx)
    writeFileSync(at('empty.txt'), '')
    writeFileSync(at('blank.txt'), ' \n\n\t ')
    writeFileSync(at('binary.txt'), Buffer.from(Uint8Array.from({ length: 4096 }, (_, i) => (i * 37) % 256)))
    writeFileSync(at('cut.docx'), docx.subarray(0, Math.floor(docx.length / 2)))
    writeFileSync(at('notes.docx'), EARLIER)
    writeFileSync(at('locked.docx'), compound('EncryptedPackage'))
    writeFileSync(at('old.docx'), compound('Workbook'))
    writeFileSync(at('text.pdf'), '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')
    writeFileSync(at('page.rtf'), '{\\rtf1\\ansi text')
    writeFileSync(at('huge.txt'), '')
    truncateSync(at('huge.txt'), 50 * 1024 * 1024)
    const bad: [string, string][] = [
      ['empty.txt', 'file-empty'], ['blank.txt', 'file-empty'], ['binary.txt', 'file-binary'], ['cut.docx', 'file-truncated'],
      ['notes.docx', 'file-not-docx'], ['locked.docx', 'file-protected'], ['old.docx', 'format-unsupported'], ['text.pdf', 'file-truncated'], ['page.rtf', 'file-truncated'], ['huge.txt', 'file-too-large'],
      ['none.txt', 'file-missing'],
    ]
    const ran = await run('import', ...bad.map(([name]) => at(name)), at('later.txt'), '--library', at('bad.db'), '--json')
    expect(ran.code).toBe(1)
    expect(errors(ran).map(({ file, code }) => [file, code])).toEqual(bad.map(([name, code]) => [at(name), code]))
    expect(json<{ files: Declaration[] }>(ran).files.map(({ file }) => file)).toEqual([at('later.txt')])
  })

  test('warns in the language of the system, by codes that stay the same', async () => {
    writeFileSync(at('odd.txt'), 'Декларация\nСтороны заявляют о нижеследующем.\n1. Стороны отметили рост.\n4. Стороны одобрили план.\n4. Стороны решили встретиться.\n')
    writeFileSync(at('news.txt'), 'Новость дня\nАльмин, 16 ноября\nПо словам корреспондента, сегодня министры подписали резолюцию о воде от 3 мая 2020 года.\n')
    const importing = (lang: string, name: string) =>
      alternatProcess(folder, ['import', at('odd.txt'), at('news.txt'), '--json', '--library', at(name)], lang)
    const [english, russian] = await Promise.all([importing('en_GB.UTF-8', 'en.db'), importing('ru_RU.UTF-8', 'ru.db')])
    const warnings = (ran: Ran) => json<{ files: { warnings: { code: string; message: string }[] }[] }>(ran).files.map((file) =>
      file.warnings.map(({ code, message }) => `${code}: ${message}`))
    expect(warnings(english)).toEqual([
      ['no-date: no date of adoption was found', 'number-gap: a number is left out before 4.', 'number-repeated: the number 4. comes again'],
      ['no-declaration: no declaration was recognised, the text is taken as a press report',
        'names-documents: резолюцию о воде от 3 мая 2020 года', 'unsure: its kind is doubtful', 'date-without-year: 16 ноября'],
    ])
    expect(warnings(russian)).toEqual([
      ['no-date: дата принятия не найдена', 'number-gap: перед номером 4. пропущен другой', 'number-repeated: номер 4. повторяется'],
      ['no-declaration: декларация не найдена, текст принят как сообщение прессы',
        'names-documents: резолюцию о воде от 3 мая 2020 года', 'unsure: вид текста определён неуверенно', 'date-without-year: 16 ноября'],
    ])
  })

  test('waits, saying so, for a library in use; Ctrl+C ends the waiting', async () => {
    const path = at('in-use.db')
    let holder = openLibrary(path)
    const onWaiting = (act: () => void) => (line: string) => { if (line.startsWith('The library is in use')) act() }
    const importing = (act: () => void) => alternat(folder, ['import', at('earlier.txt'), '--library', path, '--json'], onWaiting(act))
    expect((await importing(() => holder.close())).code).toBe(0)
    holder = openLibrary(path)
    const ended = await importing(() => process.emit('SIGINT'))
    expect(errors(ended).map(({ code }) => code)).toEqual(['cancelled'])
    holder.close()
  })

  test('reads every encoding an officer may get', async () => {
    const files: [string, Buffer][] = [
      ['windows-1251.txt', encode(EARLIER, 'windows-1251')],
      ['koi8-r.txt', encode(EARLIER.replaceAll('–', '-'), 'koi8-r')],
      ['utf-16le.txt', Buffer.from(EARLIER, 'utf16le')],
      ['utf-16be.txt', Buffer.from(EARLIER, 'utf16le').swap16()],
      ['utf-8-bom.txt', Buffer.from(`\uFEFF${EARLIER}`)],
      ['crlf.txt', Buffer.from(EARLIER.replaceAll('\n', '\r\n'))],
    ]
    for (const [name, bytes] of files) writeFileSync(at(name), bytes)
    const ran = await run('import', ...files.map(([name]) => at(name)), '--library', at('encodings.db'), '--json')
    expect(ran).toMatchObject({ code: 0, err: '' })
    const texts = imported.clauses.map(({ text }) => text)
    for (const { title, clauses } of json<{ files: Declaration[] }>(ran).files) {
      expect({ title, texts: clauses.map(({ text }) => text) }).toEqual({ title: imported.title, texts })
    }
  })
})

describe('a press report', () => {
  const db = at('reports.db')
  const title = NAMED[0].replace('Совместное заявление ', 'Совместное заявление\n')
  const statement = EARLIER.replace(/^.*$/m, title).replace(/14 мая 2021/gu, '12 мая 2024')

  test('tells what is missing; a text that is one of them is told, and is missing no longer', async () => {
    writeFileSync(at('report.txt'), pressText('ru', NAMED))
    writeFileSync(at('statement.txt'), statement)
    const first = json<{ files: [{ missing?: string[] }] }>(await run('import', at('report.txt'), '--library', db, '--json'))
    expect(first.files[0].missing).toEqual([...NAMED])
    const told = json<{ missing: { name: string; date: string | null; namedBy: { title: string; date: string | null }[] }[] }>(await run('list', '--missing', '--library', db, '--json'))
    expect(told.missing.map(({ name }) => name)).toEqual([...NAMED])
    expect(told.missing[0]).toMatchObject({ date: null, namedBy: [{ title: 'Встреча в Орме', date: '2024-05-14' }] })
    const second = await run('import', at('statement.txt'), '--library', db)
    expect(second.out).toContain(NAMED[0])
    const left = await run('list', '--missing', '--library', db)
    expect(left.out.split('\n').slice(1, 3).join(' ')).toContain(NAMED[1])
    expect(left.out).not.toContain(`  ${NAMED[0]} (`)
  })
})

describe('search, list and show', () => {
  test('search finds other forms of a word, in the documented shape', async () => {
    const ran = await inLibrary('search', 'паводков', '--json')
    const [, clause] = imported.clauses
    expect(json(ran)).toEqual({
      total: 1,
      hits: [{ clauseId: clause!.id, declaration: 'Токская декларация', date: '2021-05-14', number: '2', section: ['I. Вода'], text: clause!.text }],
    })
  })

  test.each(['"', '« »', '...', '---', '-;', '* ( ) :', 'AND OR NOT'])('search for %s finds nothing and breaks nothing', async (query) => {
    const ran = await inLibrary('search', query, '--json')
    expect(ran).toMatchObject({ code: 0, err: '', out: '{"total":0,"hits":[]}\n' })
  })

  test('list holds what was imported and no samples', async () => {
    const { declarations, drafts } = json<{ declarations: { id: string; title: string; clauses: number; sample: boolean }[]; drafts: unknown[] }>(await inLibrary('list', '--json'))
    expect(declarations).toMatchObject([{ title: 'Токская декларация', clauses: 4, sample: false }])
    expect(drafts).toEqual([])
  })

  test('show opens a declaration and a clause by id', async () => {
    const [{ id }] = json<{ declarations: [{ id: string }] }>(await inLibrary('list', '--json')).declarations
    const { file: _, warnings: __, revisions: ___, comments: ____, ...shape } = imported as Declaration & Record<'warnings' | 'revisions' | 'comments', unknown>
    expect(json(await inLibrary('show', id, '--json'))).toEqual({ kind: 'declaration', id, ...shape })
    expect(json(await inLibrary('show', imported.clauses[1]!.id, '--json'))).toMatchObject({ kind: 'clause', declarationId: id, number: '2', text: imported.clauses[1]!.text })
    expect((await inLibrary('show', id)).out).toContain('\nI. Вода\n1. Стороны отметили')
  })
})

/** The comparison of the two fixtures, made once, with both files. */
let made: Promise<{ compared: Compared; docx: string; pdf: string }> | null = null
const redline = () => made ??= (async () => {
  const [docx, pdf] = [at('redline.docx'), at('redline.pdf')]
  const ran = await run('compare', at('earlier.txt'), at('later.txt'), '--docx', docx, '--pdf', pdf, '--json')
  expect(ran).toMatchObject({ code: 0, err: '' })
  return { compared: json<Compared>(ran), docx, pdf }
})()

describe('compare', () => {
  test('covers every paragraph once, with its number as text, and the ops spell both sides', async () => {
    const { compared } = await redline()
    expect(Object.keys(compared)).toEqual(['old', 'new', 'rows', 'counts'])
    expect(compared.old.paragraphs).toContain('2. Стороны договорились обмениваться сведениями о паводках.')
    expect(compared.rows.flatMap((row) => row.old).toSorted((a, b) => a - b)).toEqual(compared.old.paragraphs.map((_, index) => index))
    expect(compared.rows.flatMap((row) => row.new).toSorted((a, b) => a - b)).toEqual(compared.new.paragraphs.map((_, index) => index))
    for (const row of compared.rows) {
      const side = (other: string) => row.ops.filter(({ op }) => op !== other).map(({ text }) => text).join('')
      expect(side('insert')).toBe(row.old.map((index) => compared.old.paragraphs[index]).join('\n'))
      expect(side('delete')).toBe(row.new.map((index) => compared.new.paragraphs[index]).join('\n'))
    }
  })

  test('tells what became of each clause', async () => {
    const { compared } = await redline()
    expect(compared.counts).toEqual({ same: 5, edited: 3, inserted: 1, deleted: 1, moved: 0, split: 0, merged: 0 })
    const renumbered = compared.rows.find((row) => row.ops.some(({ text }) => text.includes('моста')))
    expect(renumbered).toMatchObject({ kind: 'edited', ops: [{ op: 'delete', text: '4. ' }, { op: 'insert', text: '3. ' }, { op: 'equal' }] })
  })

  test('its redline holds both texts', async () => {
    const { docx, pdf, compared } = await redline()
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
    expect(json(await run('revisions', docx, '--reject', '--json'))).toEqual({ paragraphs: compared.old.paragraphs })
    expect(json(await run('revisions', docx, '--accept', '--json'))).toEqual({ paragraphs: compared.new.paragraphs })
  })
})

test('comparing a text with itself says that it is the same', async () => {
  const { out } = await alternatProcess(folder, ['compare', at('earlier.txt'), at('earlier.txt')], 'en_GB.UTF-8')
  expect(out).toMatch(/^The two texts are the same in all their \d+ paragraphs\.\n$/u)
})

describe('compare of two languages', () => {
  test('is refused in a clear word, and done where it is wanted', async () => {
    writeFileSync(at('in-english.txt'), 'Joint Statement\n\n1. The Parties note the importance of the fair use of the waters of the river.\n')
    const pair = ['compare', at('earlier.txt'), at('in-english.txt'), '--json']
    const refused = await run(...pair)
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(errors(refused)).toMatchObject([{ code: 'languages-differ', message: expect.stringContaining('different languages (ru and en)') }])
    expect(json<Compared>(await run(...pair, '--across-languages')).counts).toMatchObject({ same: 0 })
  })
})

describe('compare --report', () => {
  test('prints the documented shape: fates that add up, new language, figures and verbs', async () => {
    const ran = await run('compare', at('earlier.txt'), at('later.txt'), '--report', '--json')
    const report = json<Report>(ran)
    expect(Object.keys(report)).toEqual(['old', 'new', 'fates', 'clauses', 'apart', 'added', 'facts', 'verbs', 'tenses', 'phrasebook', 'ladder'])
    expect(report.old).toEqual({ name: 'earlier.txt', language: 'ru', date: '2021-05-14', clauses: 4 })
    expect(report.fates).toEqual({ kept: 2, edited: 1, moved: 0, split: 0, merged: 0, dropped: 1 })
    expect(report.clauses[1]).toEqual({
      fate: 'dropped', place: { paragraph: 4, kind: 'paragraph', number: '2', clause: 2, section: 'I. Вода', inSection: 2 },
      text: 'Стороны договорились обмениваться сведениями о паводках.', now: [], ops: [], share: 0, lost: [], nearest: null,
    })
    expect(report.added).toMatchObject([{ text: 'Стороны поручили министрам открыть пункт пропуска в Сельте.', precedent: null, place: { number: '4' } }])
    expect(report.verbs).toMatchObject([
      { kind: 'verb', old: 'отметили', new: 'подтвердили', rank: { old: 1, new: 4 }, shift: 3, subject: null, at: { old: { number: '1' }, new: { number: '1' } } },
    ])
    expect(report.facts).toMatchObject([{ kind: 'name', old: null, new: 'Сельте', at: { old: null, new: { number: '4' } }, elsewhere: false }])
  })

  test('writes the report as a file, in the language of the system, and says so to people', async () => {
    const ran = await alternatProcess(folder, ['compare', at('earlier.txt'), at('later.txt'), '--report', '--docx', at('report.docx'), '--pdf', at('report.pdf')],
      'ru_RU.UTF-8')
    expect(ran).toMatchObject({ code: 0, err: '' })
    expect(ran.out).toContain('изменены 1')
    expect(ran.out).toContain('п. 2: Стороны договорились обмениваться сведениями о паводках.')
    expect(ran.out).toContain('отметили | подтвердили | 1 → 4 | сильнее на 3')
    expect(readFileSync(at('report.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    expect(json<{ paragraphs: string[] }>(await run('revisions', at('report.docx'), '--accept', '--json')).paragraphs.join('\n'))
      .toContain('Стороны договорились обмениваться сведениями о паводках.')
  })

  test('finds precedent in the library that is named', async () => {
    const ran = await inLibrary('compare', at('later.txt'), at('earlier.txt'), '--report', '--json')
    // The earlier text is in the library itself, and no precedent for itself.
    expect(json<Report>(ran).added).toMatchObject([{ precedent: null }])
    writeFileSync(at('other.txt'), EARLIER.replace('14 мая 2021', '3 марта 2019'))
    await inLibrary('import', at('other.txt'))
    const again = json<Report>(await inLibrary('compare', at('later.txt'), at('earlier.txt'), '--report', '--json'))
    expect(again.added).toMatchObject([{ precedent: { date: '2019-03-03', number: '2', share: 100, parties: [{ state: 'Вестрия' }, { state: 'Алвания' }] } }])
  })

  test('refuses two languages', async () => {
    writeFileSync(at('english.txt'), 'Joint Statement\n\n1. The Parties note the importance of the fair use of the waters of the river.\n')
    expect(errors(await run('compare', at('earlier.txt'), at('english.txt'), '--report', '--json'))).toMatchObject([{ code: 'languages-differ' }])
  })
})

describe('export', () => {
  test('a redline that came in leaves with its changes', async () => {
    const { docx, compared } = await redline()
    const ran = await run('export', docx, '--redline', '--docx', at('kept.docx'), '--json')
    expect(json(ran)).toMatchObject({ file: at('kept.docx'), format: 'docx', mode: 'redline' })
    expect(json(await run('revisions', at('kept.docx'), '--reject', '--json'))).toEqual({ paragraphs: compared.old.paragraphs })
    expect(json(await run('revisions', at('kept.docx'), '--accept', '--json'))).toEqual({ paragraphs: compared.new.paragraphs })
  })

  test('a final copy is refused while changes are open, and takes them when told', async () => {
    const { docx, compared } = await redline()
    expect(errors(await run('export', docx, '--docx', at('final.docx'), '--json'))).toMatchObject([{ code: 'open-changes' }])
    expect((await run('export', docx, '--final', '--docx', at('final.docx'))).code).toBe(0)
    for (const view of ['--accept', '--reject']) {
      expect(json<{ paragraphs: string[] }>(await run('revisions', at('final.docx'), view, '--json')).paragraphs.join('\n')).toContain(compared.new.paragraphs.at(-2)!.slice(3))
    }
  })

  test('an id of the library goes to PDF, named after the text', async () => {
    const [{ id }] = json<{ declarations: [{ id: string }] }>(await inLibrary('list', '--json')).declarations
    const ran = await alternatProcess(folder, ['export', id, '--pdf', '--json', '--library', DB])
    const { file } = json<{ file: string }>(ran)
    expect(file).toBe(at('Токская декларация.pdf'))
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('a folder that vanished is named before any work', async () => {
    expect(errors(await run('export', at('earlier.txt'), '--docx', at('gone/x.docx'), '--json'))).toMatchObject([{ code: 'folder-missing', message: expect.stringContaining('gone') }])
  })
})

describe('refusals', () => {
  const rows: [string[], number, string][] = [
    [['import'], 2, 'usage'],
    [['import', 'x.txt', '--colour'], 2, 'usage'],
    [['search'], 2, 'usage'],
    [['search', 'x', '--limit', '0'], 2, 'usage'],
    [['show'], 2, 'usage'],
    [['compare', 'x.txt'], 2, 'usage'],
    [['export', 'x.txt'], 2, 'usage'],
    [['export', 'x.txt', '--docx', '--pdf'], 2, 'usage'],
    [['export', 'x.txt', '--pdf', '--final', '--redline'], 2, 'usage'],
    [['revisions', 'x.docx'], 2, 'usage'],
    [['revisions', 'x.docx', '--accept', '--reject'], 2, 'usage'],
    [['list', 'x'], 2, 'usage'],
    [['serve', 'x'], 2, 'usage'],
    [['burn'], 2, 'usage'],
    [['compare', 'x.txt', 'y.txt', '--docx='], 2, 'usage'],
    [['list', '--library='], 2, 'usage'],
    [['compare', 'no/such.txt', 'other.txt'], 1, 'file-missing'],
    [['compare', at('earlier.txt'), folder], 1, 'file-is-folder'],
    [['export', at('earlier.txt'), '--docx', folder], 1, 'file-is-folder'],
    [['revisions', at('earlier.txt'), '--accept'], 1, 'file-not-docx'],
    [['list', '--library', at('earlier.txt')], 1, 'library-foreign'],
    [['list', '--library', at('gone/library.db')], 1, 'library-missing-folder'],
  ]
  test.each(rows)('%j: exit code %i, %s', async (args, code, name) => {
    const ran = await run(...args, '--json')
    expect(ran).toMatchObject({ code, out: '' })
    expect(errors(ran)).toMatchObject([{ code: name, message: expect.stringMatching(/^\S.*[.»”]$/) }])
  })

  test('speak the language of the system', async () => {
    expect(await alternatProcess(folder, ['import', 'none.txt'], 'ru_RU.UTF-8')).toEqual({ code: 1, out: '', err: 'alternat: Нет такого файла: «none.txt». Проверьте путь.\n' })
    expect(await alternatProcess(folder, ['import', 'none.txt'], 'en_GB.UTF-8')).toEqual({ code: 1, out: '', err: 'alternat: There is no file “none.txt”. Check the path.\n' })
    expect((await alternatProcess(folder, ['burn'], 'ru_RU.UTF-8')).err).toBe('alternat: Команды «burn» нет. См. «alternat --help».\n')
  })
})

describe('help', () => {
  test('names every command, and every command its options', async () => {
    const { out, code } = await alternatProcess(folder, ['--help'])
    expect(code).toBe(0)
    const commands = ['import', 'search', 'list', 'show', 'compare', 'export', 'revisions', 'serve']
    for (const command of commands) expect(out).toContain(`alternat ${command} `)
    const helps = await Promise.all(commands.map((command) => run(command, '--help')))
    for (const help of helps) expect(help).toMatchObject({ code: 0, out: expect.stringContaining('--json') })
  })
})

describe('signals', () => {
  test('serve prints one line of JSON with the address and stops at a polite signal', async () => {
    const serving = startAlternat(folder, ['serve', '--no-open', '--json', '--library', at('served.db')])
    const { address } = JSON.parse(await serving.firstLine) as { address: string }
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/)
    serving.kill('SIGTERM')
    expect(await serving.ended).toMatchObject({ code: 0, err: '' })
  })

  test('Ctrl+C while a file is read stores nothing of it', async () => {
    const ran = await alternat(folder, ['import', at('later.txt'), '--library', at('cancelled.db'), '--json'], (line) => {
      if (line.startsWith('later.txt')) process.emit('SIGINT')
    })
    expect(ran).toMatchObject({ code: 1, out: '' })
    expect(errors(ran).map(({ code }) => code)).toEqual(['cancelled'])
    expect(json(await run('list', '--library', at('cancelled.db'), '--json'))).toEqual({ declarations: [], drafts: [] })
  })
})
