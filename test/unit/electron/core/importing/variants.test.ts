// However a text was typed or saved – wrapped, with spaces at line ends, with other line ends, with no-break spaces – it is the same
// text: the same paragraphs, roles, numbers and facts. Over all ways to number it, in Russian and English.
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { propose } from '../../../../../electron/core/importing/propose.ts'

const LANGUAGES = {
  ru: {
    title: 'Совместное заявление министров Олмина и Тервена',
    chapeau: '3 мая 2030 года в городе Олмине министры иностранных дел Республики Олмин и Тервенской Республики (далее – Стороны) провели встречу и заявляют о нижеследующем.',
    heading: ['Общие вопросы', 'Торговля и транспорт', 'Вода и энергетика'],
    clause: [
      'Стороны подтвердили приверженность целям и началам добрососедства и готовность впредь решать все вопросы за столом переговоров.',
      'Стороны высоко оценили рост взаимной торговли, которая за последний год увеличилась на одну пятую, и условились её развивать.',
      'Стороны поддержали открытие второго перехода на границе.',
      'Олминская сторона выразила благодарность за тёплый приём, оказанный её делегации в дни работы встречи.',
    ],
    opens: 'Стороны договорились в ближайшее время:',
    item: ['подготовить перечень мостов, которые требуют ремонта в первую очередь', 'открыть общую сеть постов на реке Ланте', 'ввести единый билет'],
    end: 'г. Олмин, 3 мая 2030 года',
  },
  en: {
    title: 'Joint Statement by the Ministers of Olmin and Terven',
    chapeau: 'On 3 May 2030 the Ministers of Foreign Affairs of the Republic of Olmin and the Republic of Terven (hereinafter referred to as “the Sides”) met in Olmin and stated the following.',
    heading: ['General matters', 'Trade and transport', 'Water and energy'],
    clause: [
      'The Sides reaffirmed their commitment to the aims of good neighbourliness and their readiness to settle every question by talks alone.',
      'The Sides commended the growth of mutual trade, which rose by one fifth in the course of the last year, and agreed to develop it.',
      'The Sides supported the opening of a second crossing on the border.',
      'The Olminian side expressed its gratitude for the warm welcome given to its delegation in the days of the meeting.',
    ],
    opens: 'The Sides agreed that in the near future they will:',
    item: ['draw up a list of the bridges that need repair before all others', 'open a common network of gauges on the river Lanta', 'introduce a single ticket'],
    end: 'Olmin, 3 May 2030',
  },
} as const

const SECTIONS = { roman: ['I. ', 'II. ', 'III. '], arabic: ['1. ', '2. ', '3. '], lettered: ['A. ', 'B. ', 'C. '], unnumbered: ['', '', ''] } as const
const CLAUSES = { none: () => '', point: (n: number) => `${n}. `, bracket: (n: number) => `${n}) `, brackets: (n: number) => `(${n}) `, decimal: (n: number, s: number) => `${s}.${n}. ` } as const
const ITEMS = { dash: () => '– ', bullet: () => '• ', letter: (n: number) => `${'abc'[n - 1]!}) `, cyrillic: (n: number) => `${'абв'[n - 1]!}) ` } as const

interface Style { language: keyof typeof LANGUAGES; sections: keyof typeof SECTIONS; clauses: keyof typeof CLAUSES; items: keyof typeof ITEMS }

/** Its paragraphs. Sections and clauses of one kind of number would be one count, in which nobody could tell them apart. */
function written({ language, sections, clauses, items }: Style): string[] {
  const words = LANGUAGES[language]
  let number = 0
  const count = (section: number) => CLAUSES[clauses](++number, section + 1)
  const text: string[] = [words.title, words.chapeau]
  words.heading.forEach((heading, section) => {
    if (clauses === 'decimal') number = 0
    text.push(SECTIONS[sections][section]! + heading)
    words.clause.forEach((clause) => text.push(count(section) + clause))
    if (section !== 1) return
    text.push(count(section) + words.opens)
    words.item.forEach((item, i) => text.push(`${ITEMS[items](i + 1)}${item}${i === 2 ? '.' : ';'}`))
  })
  return [...text, words.end]
}

const style: fc.Arbitrary<Style> = fc.record({
  language: fc.constantFrom('ru', 'en'), sections: fc.constantFrom('roman', 'arabic', 'lettered', 'unnumbered'),
  clauses: fc.constantFrom('none', 'point', 'bracket', 'brackets', 'decimal'), items: fc.constantFrom('dash', 'bullet', 'letter', 'cyrillic'),
} as const).filter(({ sections, clauses }) => !(sections === 'arabic' && clauses === 'point') && (clauses !== 'decimal' || sections === 'arabic'))

function wrapped(paragraph: string, width: number): string {
  const lines: string[] = ['']
  for (const word of paragraph.split(' ')) {
    if (lines.at(-1) !== '' && lines.at(-1)!.length + 1 + word.length > width) lines.push('')
    lines[lines.length - 1] += (lines.at(-1) === '' ? '' : ' ') + word
  }
  return lines.join('\n')
}

const read = (text: string) => propose(Buffer.from(text), 'text.txt')
const plain = (text: string) => text.replace(/\s+/gu, ' ')
const shape = ({ paragraphs, metadata, numbering }: ReturnType<typeof read>) => ({
  paragraphs: paragraphs.map(({ role, label, level, text }) => [role, label, level, plain(text)].filter((each) => each !== undefined).join(' | ')), metadata, numbering,
})

it('is read as it is written, numbered in any way', () => {
  fc.assert(fc.property(style, (chosen) => {
    const { paragraphs } = read(written(chosen).join('\n'))
    const roles = paragraphs.map(({ role }) => role)
    expect(roles.slice(0, 2)).toEqual(['title', 'chapeau'])
    expect(roles.at(-1)).toBe('place-date')
    expect([roles.filter((role) => role === 'heading').length, roles.filter((role) => role === 'clause').length, roles.filter((role) => role === 'item').length])
      .toEqual([3, 13, 3])
    expect(paragraphs.filter(({ role, label }) => role === 'clause' && label !== undefined).length).toBe(chosen.clauses === 'none' ? 0 : 13)
  }), { numRuns: 150 })
})

const VARIANTS: Record<string, (paragraphs: readonly string[], width: number) => string> = {
  'wrapped, blank lines between': (paragraphs, width) => paragraphs.map((each) => wrapped(each, width)).join('\n\n'),
  'wrapped, first lines indented': (paragraphs, width) => paragraphs.map((each) => `    ${wrapped(each, width - 4)}`).join('\n'),
  'blank lines between': (paragraphs) => paragraphs.join('\n\n'),
  'spaces at line ends': (paragraphs) => paragraphs.map((each, i) => each + ' '.repeat(i % 4)).join('\n'),
  'line ends of Windows': (paragraphs) => paragraphs.join('\r\n'),
  'line ends of old Macs': (paragraphs) => paragraphs.join('\r'),
  'no-break spaces after numbers and small words': (paragraphs) => paragraphs.map((each) => each.replace(/(^\S{1,4}|(?<=\s)\S{1,3}) /gu, '$1\u00A0')).join('\n'),
  'tabs after numbers and before paragraphs': (paragraphs) => paragraphs.map((each) => `\t${each.replace(/^(\(?[\dIVXA-Zа-я.]{1,5}[.)]|[–•]) /u, '$1\t')}`).join('\n'),
}

it.each(Object.entries(VARIANTS))('%s: the same', (_, vary) => {
  fc.assert(fc.property(style, fc.integer({ min: 58, max: 100 }), (chosen, width) => {
    const paragraphs = written(chosen)
    expect(shape(read(vary(paragraphs, width)))).toEqual(shape(read(paragraphs.join('\n'))))
  }), { numRuns: 60 })
})
