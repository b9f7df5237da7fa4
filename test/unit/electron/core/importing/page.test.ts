// Pages as browsers save them: the declaration is found inside, in whatever encoding, and nothing of the page is run.
import { describe, expect, it, test } from 'vitest'
import { propose, proposeFile } from '../../../../../electron/core/importing/propose.ts'
import { readFile } from '../../../../../electron/core/importing/read.ts'
import { AppError } from '../../../../../shared/contract/error.ts'

const TITLE = 'Совместное заявление по итогам встречи министров в формате «Олмин – Тервен»'
const CLAUSES = ['Стороны подтвердили приверженность дальнейшему сотрудничеству в области охраны лесов и водных ресурсов края.',
  'Стороны приветствовали открытие постоянной выставки, посвящённой истории торговых путей между двумя странами.',
  'Стороны согласились провести следующую встречу в 2031 году в Тервене и поручили министрам подготовить план работы.']
const CHAPEAU = 'Министры иностранных дел Олмина и Тервена (далее – Стороны), проведя встречу 3 мая 2030 года, заявляют о нижеследующем.'
const MENU = '<nav><ul><li><a href="/">Главная</a><li><a href="/n">Новости</a></ul></nav>'
const BODY = `<h2>I. Общие вопросы</h2>\n${CLAUSES.map((text) => `<p>${text}</p>`).join('\n')}`
const page = (inner: string, head = '') => `<!DOCTYPE html><html><head><title>${TITLE} | Вестник</title>${head}</head><body>${inner}</body></html>`
const article = `${MENU}<article><h1>${TITLE}</h1><p>${CHAPEAU}</p>${BODY}</article><footer>© Вестник, все права защищены</footer>`
const utf8 = (text: string) => new TextEncoder().encode(text)
const windows1251 = (text: string) => {
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1251').decode(new Uint8Array([byte])), byte]))
  return new Uint8Array([...text].map((letter) => table.get(letter) ?? 63))
}
const read = (source: string | Uint8Array) => readFile(typeof source === 'string' ? utf8(source) : source, 'a.html')
const texts = async (source: string | Uint8Array) => (await read(source)).paragraphs.map(({ text }) => text)

describe('the declaration inside a page', () => {
  it('is what the same text gives', async () => {
    const plain = propose(utf8([TITLE, CHAPEAU, 'I. Общие вопросы', ...CLAUSES].join('\n')), 'a.txt')
    const saved = await proposeFile(utf8(page(article)), 'a.html')
    const shape = ({ paragraphs }: typeof plain) => paragraphs.filter(({ role }) => role !== 'left-out').map(({ role, label, text }) => ({ role, label, text }))
    expect(shape(saved)).toEqual(shape(plain))
    expect(saved.metadata).toEqual({ ...plain.metadata, source: 'a.html' })
    expect(saved).toMatchObject({ format: 'html', encoding: 'utf-8' })
  })

  it('is told how much of the page stands around it', async () => {
    const aside = `<div class="sidebar related">${'<p><a href="#">Другая новость дня</a></p>'.repeat(7)}</div>`
    const { warnings, paragraphs } = await read(page(article.replace('<footer>', `${aside}<footer>`)))
    expect(paragraphs.map(({ text }) => text)).not.toContain('Другая новость дня')
    expect(warnings).toEqual([expect.objectContaining({ code: 'html-outside', message: expect.stringMatching(/ 7$/u) })])
  })

  it('is read whole where a page is nothing but lines', async () => {
    expect(await texts(page([TITLE, CHAPEAU, ...CLAUSES].join('<br>\n')))).toEqual([TITLE, CHAPEAU, ...CLAUSES])
  })

  it('keeps a heading of two lines as one, and lists with the numbers a browser shows', async () => {
    const { paragraphs } = await read('<h2>Сотрудничество в сфере воды,<br>энергии и климата</h2><ol start="4"><li>Пункт<li value="9">Ещё<li>Третий</ol><ol type="I"><li>Раз</ol><ul><li>Лес</ul>')
    expect(paragraphs.map(({ text, hint }) => [hint?.label ?? hint?.heading, text])).toEqual([
      [1, 'Сотрудничество в сфере воды, энергии и климата'], ['4.', 'Пункт'], ['9.', 'Ещё'], ['10.', 'Третий'], ['I.', 'Раз'], ['•', 'Лес'],
    ])
  })

  it('keeps bold and italic, no-break spaces and cells; marks of notes go', async () => {
    const { paragraphs, warnings } = await read('<p>Стороны <b>отметили <i>рост</i></b>&nbsp;цен<sup><a href="#n1">[1]</a></sup>.</p><table><tr><td>За Олмин</td><td>За Тервен</td></tr><tr><td>Подпись</td><td>Подпись</td></tr></table>')
    expect(paragraphs.slice(0, 2)).toEqual([
      { text: 'Стороны отметили рост\u00A0цен.', line: 1, hint: { marks: [
        { from: 8, to: 17, mark: 'bold' }, { from: 17, to: 21, mark: 'bold' }, { from: 17, to: 21, mark: 'italic' }] } },
      { text: 'За Олмин', line: 2, hint: { cell: true } },
    ])
    expect(warnings.map(({ code }) => code)).toEqual(['html-notes'])
  })

  it('joins lines that were wrapped by hand inside PRE', async () => {
    const wrapped = CLAUSES.map((text) => text.replace(/(.{30,45}) /gu, '$1\n')).join('\n\n')
    expect(await texts(`<pre>${wrapped}</pre>`)).toEqual(CLAUSES)
  })

  it('joins lines that BR breaks in the middle of sentences, of paragraphs as short as they are', async () => {
    const wrapped = CLAUSES.map((text) => text.replace(/(.{30,48}) /gu, '$1<br>\n'))
    expect(wrapped[2]).toContain('\n2031')
    expect(await texts(page(wrapped.map((lines) => `<p>${lines}</p>`).join('\n')))).toEqual(CLAUSES)
    expect(await texts(page(wrapped.join('<br>\n<br>\n')))).toEqual(CLAUSES)
    expect(await texts(page(wrapped.map((lines) => `<pre>${lines.replaceAll('<br>\n', '\u2028')}\n</pre>`).join('')))).toEqual(CLAUSES)
  })

  it('keeps lines that BR breaks at their ends, and counts those of other signs', async () => {
    expect(await texts(page(`<p>${CLAUSES.join('<br>')}</p><p>За Олмин<br>Ивар Секст<br>министр</p>`))).toEqual([...CLAUSES, 'За Олмин', 'Ивар Секст министр'])
    expect(await texts(`<pre>Раз\u2028Два\n\nТри</pre>`)).toEqual(['Раз\u2028Два', 'Три'])
  })

  it('tells headings of sections from those below them where a page has several of the first level', async () => {
    const section = (name: string) => `<h1>${name}</h1><h2>О лесах</h2>${CLAUSES.map((text) => `<p>${text}</p>`).join('')}`
    const { paragraphs } = await read(page(`<p>${CHAPEAU}</p>${section('Общий обзор')}${section('Направления')}`))
    expect(paragraphs.flatMap(({ text, hint }) => (hint?.heading ? [[hint.heading, text]] : []))).toEqual(
      [[1, 'Общий обзор'], [2, 'О лесах'], [1, 'Направления'], [2, 'О лесах']])
  })
})

describe('what a page hides or would do', () => {
  it.each([
    ['scripts', '<script>document.body.textContent = "x"</script>'], ['a script never closed', '', '<script>alert(1)'],
    ['styles', '<style>p { color: red }</style>'], ['comments', '<!-- Скрытое -->'], ['what is not shown', '<p style="display: none">Скрытое</p><p hidden>Скрытое</p>'],
    ['frames and objects', '<iframe src="https://example.org/"></iframe><object data="x"></object>'],
  ])('%s', async (_, inner, end = '') => {
    expect(await texts(page(`${article.replace('<article>', `<article>${inner}`)}${end}`))).toEqual(await texts(page(article)))
  })
})

describe('encodings', () => {
  test.each([
    ['windows-1251', windows1251(page(article, '<meta charset="windows-1251">'))],
    ['windows-1251', windows1251(page(article, '<meta http-equiv="Content-Type" content="text/html; charset=cp1251">'))],
    ['windows-1251', windows1251(page(article))],
    ['utf-8', utf8(page(article, '<meta charset="windows-1251">'))],
    ['utf-8', utf8(page(article, '<meta charset="no-such-thing">'))],
    ['utf-8', new Uint8Array([0xef, 0xbb, 0xbf, ...utf8(page(article))])],
    ['utf-16le', new Uint8Array(Buffer.from(`\uFEFF${page(article)}`, 'utf16le'))],
  ])('%s, variant %#', async (encoding, bytes) => {
    const result = await read(bytes)
    expect(result.encoding).toBe(encoding)
    expect(result.paragraphs.map(({ text }) => text)).toEqual([TITLE, CHAPEAU, 'I. Общие вопросы', ...CLAUSES])
  })
})

test('a text that is merely named as a page is a text', async () => {
  expect(await readFile(utf8('Стороны отметили рост, 2 < 3.'), 'a.html')).toMatchObject({ format: 'txt' })
})

test.each([
  ['nested tags', '<div>'.repeat(20_000), 'file-hostile'], ['nested marks', '<i>'.repeat(600_000), 'file-hostile'],
  ['brackets', '<a '.repeat(500_000), 'file-hostile'], ['entities', `<p>${'&amp;'.repeat(200_000)}`, 'file-hostile'],
  ['attributes', `<p ${'a=1 '.repeat(200_000)}>x`, 'file-hostile'], ['a bomb of words', `<p>${'слово '.repeat(3_000_000)}`, 'file-hostile'],
  ['comments never closed', '<!--'.repeat(500_000), 'file-empty'], ['scripts never closed', '<html>' + '<script'.repeat(500_000), 'file-empty'],
  ['no words', '<html><body><img src="x"></body></html>', 'file-empty'],
])('refused: %s', async (_, inner, code) => {
  await expect(readFile(utf8(`<html><body>${inner}`), 'a.html')).rejects.toSatisfy((error) => error instanceof AppError && error.code === code)
})

test('a page without a head is read, its title is none of the text', async () => {
  const bare = `<html><meta charset="utf-8"><title>Вестник</title><body>${article}</body></html>`
  expect(await texts(bare)).toEqual(await texts(page(article)))
  expect(await texts(`<title>Вестник</title><p>${CLAUSES[0]}</p>`)).toEqual([CLAUSES[0]])
})

test.each([
  ['<![CDATA[', page(article)], ['<pre><!D<!D', page(article)], ['<!DOCTYPE x', page(article)], ['</html>', page(article)], [']]>', article],
])('a ruin that begins with %s is read', async (ruin, rest) => {
  expect((await texts(ruin + rest)).join(' ')).toContain(CLAUSES[2])
})
