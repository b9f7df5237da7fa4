// Paragraphs of a PDF that carries no structure: by the places of its lines alone.
import { describe, expect, it } from 'vitest'
import { readPdf } from '../../../../../../electron/core/importing/pdf/read.ts'
import { pdfOf, type Placed } from '../../../../../support/pdf.ts'

const FIRST = 'Стороны подтвердили приверженность дальнейшему сотрудничеству в области охраны лесов и водных ресурсов края и договорились делиться опытом.'
const SECOND = 'Стороны приветствовали открытие постоянной выставки, посвящённой истории торговых путей между двумя странами, и её первых гостей.'
const THIRD = 'Стороны согласились провести следующую встречу через год и поручили министрам подготовить к ней подробный план работы на два года.'
const CLAUSES = [FIRST, SECOND, THIRD]

const SIZE = 10
const LEADING = 12
/** Words broken into lines of at most so many letters. */
function wrapped(text: string, letters: number, indent = 0): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const room = letters - (lines.length === 1 ? indent : 0)
    if (`${lines.at(-1)} ${word}`.trim().length > room) lines.push(word)
    else lines[lines.length - 1] = `${lines.at(-1)} ${word}`.trim()
  }
  return lines
}

interface Sheet { x: number; letters: number; indent?: number; gap?: number; top?: number; justified?: boolean }

/** Paragraphs set one below the other from the top. */
function setOn({ x, letters, indent = 0, gap = 0, top = 760, justified = false }: Sheet, paragraphs: readonly string[]): Placed[] {
  let y = top
  return paragraphs.flatMap((text) => {
    const lines = wrapped(text, letters, indent).flatMap((line, i, all) => {
      const left = x + (i === 0 ? indent * 5 : 0)
      y -= LEADING
      const words = line.split(' ')
      if (!justified || i === all.length - 1) return [{ x: left, y, text: line, size: SIZE }]
      const room = (letters - (i === 0 ? indent : 0) - words.join('').length) / Math.max(1, words.length - 1)
      let at = left
      return words.map((word) => {
        const placed = { x: at, y, text: word, size: SIZE }
        at += (word.length + room) * 5
        return placed
      })
    })
    y -= gap
    return lines
  })
}

const textsOf = async (pages: readonly (readonly Placed[])[]) => (await readPdf(pdfOf({ pages }), 'a.pdf')).paragraphs.map(({ text }) => text)

describe('paragraphs', () => {
  it.each<[string, Placed[]]>([
    ['indented', setOn({ x: 70, letters: 80, indent: 6 }, CLAUSES)],
    ['justified', setOn({ x: 70, letters: 80, indent: 6, justified: true }, CLAUSES)],
    ['parted by gaps', setOn({ x: 70, letters: 80, gap: 8 }, CLAUSES)],
    ['ragged, by their last lines', setOn({ x: 70, letters: 60 }, CLAUSES)],
    ['narrow', setOn({ x: 70, letters: 36, indent: 4 }, CLAUSES)],
  ])('%s', async (_, words) => expect(await textsOf([words])).toEqual(CLAUSES))

  it('that gaps part from headings alone are told by their last lines, and by the word that opens most of them', async () => {
    const FULL = 'Стороны договорились о правилах.'
    const sections = ['I. Общие положения', 'II. Охрана лесов', 'III. Водные пути']
    const texts = sections.flatMap((heading) => [heading, ...CLAUSES, FULL, ...CLAUSES])
    let y = 800
    const words = texts.flatMap((text) => {
      if (sections.includes(text)) y -= LEADING
      return wrapped(text, FULL.length).map((line) => ({ x: 70, y: (y -= LEADING - 3), text: line, size: 8 }))
    })
    const pages = [words.filter((word) => word.y > 50), words.filter((word) => word.y <= 50).map((word) => ({ ...word, y: word.y + 750 }))]
    expect(await textsOf(pages)).toEqual(texts)
  })

  it('two columns are read one after the other, below what spans them', async () => {
    const title = { x: 150, y: 780, text: 'Совместное заявление по итогам встречи министров', size: 14 }
    const left = setOn({ x: 50, letters: 44, indent: 4 }, [FIRST, SECOND])
    const right = setOn({ x: 310, letters: 44, indent: 4 }, [THIRD, FIRST])
    expect(await textsOf([[title, ...left, ...right]])).toEqual([title.text, FIRST, SECOND, THIRD, FIRST])
    // Drawn row by row, as some writers do.
    const byRow = [...left, ...right].sort((a, b) => b.y - a.y || a.x - b.x)
    expect(await textsOf([[title, ...byRow]])).toEqual([title.text, FIRST, SECOND, THIRD, FIRST])
  })

  it('a paragraph goes on over the page, one that ends there does not', async () => {
    const lines = setOn({ x: 70, letters: 60, indent: 6 }, CLAUSES)
    const moved = (words: readonly Placed[]) => words.map((word) => ({ ...word, y: word.y + 748 - words[0]!.y }))
    for (const at of [2, 3, 6]) expect(await textsOf([lines.slice(0, at), moved(lines.slice(at))])).toEqual(CLAUSES)
  })

  it('a sentence at the head of a page goes on with its paragraph where first lines are indented, and parts where it is', async () => {
    const FULL = 'Стороны отметили рост числа поездок по рекам.'
    const long = `${FULL} Стороны вернутся к этому вопросу через год и тогда же обсудят его.`
    const lines = setOn({ x: 70, letters: 58, indent: 6, justified: true }, [...CLAUSES, long, THIRD, ...CLAUSES])
    for (const verb of ['вернутся', 'отметили']) {
      const at = lines.findIndex(({ text }, i) => text === 'Стороны' && lines[i + 1]?.text === verb)
      const moved = lines.slice(at).map((word) => ({ ...word, y: word.y + 748 - lines[at]!.y }))
      expect(await textsOf([lines.slice(0, at), moved])).toEqual([...CLAUSES, long, THIRD, ...CLAUSES])
    }
  })

  it('lines that were broken by hand and again by a narrower page are told by gaps alone', async () => {
    const paragraphs = [...CLAUSES, ...CLAUSES].map((text) => `${text} ${FIRST}`)
    const byHand = paragraphs.map((text) => wrapped(text, 70).flatMap((line) => wrapped(line, 56)))
    let y = 780
    const words = byHand.flatMap((lines) => {
      y -= LEADING
      return lines.map((text) => ({ x: 70, y: (y -= LEADING), text, size: SIZE }))
    })
    expect(await textsOf([words])).toEqual(paragraphs)
  })

  it('a centred heading is one where its first line nearly fills the page, as are two that gaps part', async () => {
    const middle = (text: string, y: number) => ({ x: 70 + (400 - text.length * 5) / 2, y, text, size: SIZE })
    const headings = [middle('Общий обзор', 680), middle('Направления будущего сотрудничества двух государств в области лесов и Водных', 660), middle('Путей', 648)]
    const pdf = pdfOf({ pages: [[
      ...setOn({ x: 70, letters: 80, indent: 6, justified: true }, [THIRD, FIRST]), ...headings, ...setOn({ x: 70, letters: 80, indent: 6, top: 630, justified: true }, [SECOND, THIRD])]] })
    expect((await readPdf(pdf, 'a.pdf')).paragraphs.map(({ text }) => text)).toEqual(
      [THIRD, FIRST, 'Общий обзор', 'Направления будущего сотрудничества двух государств в области лесов и Водных Путей', SECOND, THIRD])
  })

  it('centred lines are a heading of their own', async () => {
    const heading = ['I. Политико-дипломатическое', 'взаимодействие сторон'].map((text, i) => ({ x: 70 + (400 - text.length * 5) / 2, y: 700 - i * LEADING, text, size: SIZE }))
    const pdf = pdfOf({ pages: [[...setOn({ x: 70, letters: 80, indent: 6 }, [FIRST]), ...heading, ...setOn({ x: 70, letters: 80, indent: 6, top: 670 }, [SECOND])]] })
    const { paragraphs } = await readPdf(pdf, 'a.pdf')
    expect(paragraphs.map(({ text, hint }) => [text, hint?.centered ?? false])).toEqual(
      [[FIRST, false], ['I. Политико-дипломатическое взаимодействие сторон', true], [SECOND, false]])
  })

  it('Chinese lines are joined without spaces', async () => {
    const text = '双方重申愿意在保护森林和水资源方面继续合作并分享经验双方欢迎在两国首都举办关于贸易道路历史的常设展览'
    const lines = [text.slice(0, 20), text.slice(20, 40), text.slice(40)].map((line, i) => ({ x: 70, y: 700 - i * 16, text: line, size: 14 }))
    expect(await textsOf([lines])).toEqual([text])
  })

  it('a page on its side is read upright', async () => {
    const turned = setOn({ x: 70, letters: 60, indent: 6, top: 560 }, CLAUSES).map(({ x, y, text, size = SIZE }) => ({ x: 595 - y, y: x, text, size, turned: true }))
    const { paragraphs } = await readPdf(pdfOf({ pages: [turned], page: '/Rotate 90' }), 'a.pdf')
    expect(paragraphs.map(({ text }) => text)).toEqual(CLAUSES)
  })

  it.each([90, 180, 270])('pages that somebody turned by %i degrees are read, the last one with its few words too', async (rotate) => {
    const pages = [setOn({ x: 70, letters: 60, indent: 6 }, CLAUSES), setOn({ x: 70, letters: 60, indent: 6 }, ['Подписано в Тервене.'])]
    const { paragraphs, warnings } = await readPdf(pdfOf({ pages, page: `/Rotate ${rotate}` }), 'a.pdf')
    expect([paragraphs.map(({ text }) => text), warnings]).toEqual([[...CLAUSES, 'Подписано в Тервене.'], []])
  })

  it('a page of nothing but a stamp on its side is no text', async () => {
    const stamp = [{ x: 300, y: 300, text: 'Получено канцелярией', turned: true }]
    await expect(readPdf(pdfOf({ pages: [stamp] }), 'a.pdf')).rejects.toMatchObject({ code: 'pdf-scanned' })
  })
})

describe('around the text', () => {
  const body = setOn({ x: 70, letters: 80, indent: 6 }, CLAUSES)
  const remarks = async (pages: readonly (readonly Placed[])[]) => {
    const { paragraphs, warnings } = await readPdf(pdfOf({ pages }), 'a.pdf')
    return [paragraphs.map(({ text }) => text), warnings.map(({ code }) => code)]
  }
  const others = [SECOND, THIRD, FIRST]

  it('running heads and page numbers', async () => {
    const page = (number: number, clauses: readonly string[]): Placed[] => [
      { x: 70, y: 800, text: 'Проект от 3 мая 2030 года', size: 9 }, ...setOn({ x: 70, letters: 80, indent: 6 }, clauses),
      { x: 290, y: 40, text: `– ${number} –`, size: 9 }]
    expect(await remarks([page(1, CLAUSES), page(2, others)])).toEqual([[...CLAUSES, ...others], ['pdf-around']])
  })

  it('numbers of lines', async () => {
    const numbers = [...new Set(body.map(({ y }) => y))].map((y, i) => ({ x: 40, y, text: String(i + 1), size: 8 }))
    expect(await remarks([[...body, ...numbers]])).toEqual([CLAUSES, ['pdf-around']])
    expect(await remarks([[...numbers, ...body]])).toEqual([CLAUSES, ['pdf-around']])
  })

  it('notes below the text are read where their marks stand raised in it, else told and left out', async () => {
    const last = body.at(-1)!
    const mark = { x: last.x + last.text.length * 5, y: last.y + 4, text: '1', size: 6 }
    const note = { x: 70, y: 60, text: '1 Опубликовано в вестнике принимающей стороны.', size: 8 }
    const { paragraphs } = await readPdf(pdfOf({ pages: [[...body, mark, note, { x: 76, y: 50, text: 'Второй выпуск.', size: 8 }]] }), 'a.pdf')
    expect(paragraphs.map(({ text, hint }) => [text, hint?.note])).toEqual([
      [FIRST, undefined], [SECOND, undefined], [`${THIRD}¹`, undefined], ['¹ Опубликовано в вестнике принимающей стороны. Второй выпуск.', '¹'],
    ])
    const second = { x: 70, y: 40, text: '2 Знака этой сноски в тексте нет.', size: 8 }
    expect(await remarks([[...body, mark, note, second]])).toEqual([CLAUSES, ['pdf-notes']])
    expect(await remarks([[...body, note]])).toEqual([CLAUSES, ['pdf-notes']])
    expect(await remarks([[...body, mark, note, { ...note, y: 50 }]])).toEqual([CLAUSES, ['pdf-notes']])
  })

  it('raised figures without a note stay: they belong to a unit', async () => {
    const area = [{ x: 70, y: 700, text: 'Площадь лесов достигла 300 км', size: 10 }, { x: 215, y: 704, text: '2', size: 6 }]
    expect(await textsOf([area])).toEqual(['Площадь лесов достигла 300 км2'])
  })

  it('a stamp aslant', async () => {
    expect(await remarks([[...body, { x: 300, y: 300, text: 'ПРОЕКТ', size: 40, turned: true }]])).toEqual([CLAUSES, ['pdf-aslant']])
  })

  it('pages that are pictures are counted', async () => expect(await remarks([body, []])).toEqual([CLAUSES, ['pdf-pictures']]))
})

describe('hyphens at line ends', () => {
  const broken = (first: string, rest: string, more = '') => [
    'Стороны договорились развивать в ближайшие годы широкое ' + first, `${rest} взаимодействие городов и областей обеих стран.`,
    ...(more ? [more] : [])].map((text, i) => ({ x: 70, y: 700 - i * LEADING, text, size: SIZE }))
  it.each([
    ['сотруд-', 'ничество и', 'сотрудничество и', false, ''],
    ['культурно-', 'гуманитарное', 'культурно-гуманитарное', true, ''],
    ['технико-', 'экономическое', 'технико-экономическое', true, ''],
    ['вопро-', 'сы и', 'вопросы и', false, ''],
    ['взаимо-', 'выгодное', 'взаимовыгодное', false, ''],
    ['онлайн-', 'формате', 'онлайн-формате', true, ''],
    ['Нур-', 'Султане', 'Нур-Султане', false, ''],
    ['арт-', 'клуба', 'арт-клуба', false, 'Совет арт-клуба признателен.'],
    ['преобра-', 'зованное', 'преобразованное', false, ''],
    ['странах-', 'партнёрах', 'странах-партнёрах', true, 'В странах региона партнёрами признаны все.'],
    ['2027–', '2028', '2027–2028', false, ''],
  ])('%s + %s', async (first, rest, whole, unsure, more) => {
    const { paragraphs, warnings } = await readPdf(pdfOf({ pages: [broken(first, rest, more)] }), 'a.pdf')
    expect(paragraphs[0]!.text).toContain(` ${whole}`)
    expect(warnings.filter(({ code }) => code === 'pdf-hyphens').map(({ paragraph }) => paragraph)).toEqual(unsure ? [0] : [])
  })
})
