// Figures of a text: dates, sums, numbers, ordinals and references to numbered places. Each has a key that does not depend on
// how it is written, so that "8 июня 2022 г." and "восьмого июня 2022 года" are the same date.
import type { FactKind } from '../model/report.ts'
import { findDates } from './dates.ts'
import { light } from './light.ts'
import { findNumerals, type Numeral } from './numerals.ts'
import { Taken } from './taken.ts'

export interface Fact {
  kind: FactKind
  key: string
  /** As a reader wants to see it: with the word that is counted. */
  text: string
  /** Of a person: the state they speak for, where the text tells. */
  of?: string
  /** Range [from, to) of the figure or name itself. */
  from: number
  to: number
}

const PLACES: readonly [RegExp, string][] = [
  [light(/(?<!\p{L})(?:пп?\.|пункт(?:а|у|ом|е|ы|ов|ам|ами|ах)?|paragraphs?|paras?\.?|point|items?)[\s\u00a0]*(?:№\s*)?(\d+(?:\.\d+)*)/giu), 'paragraph'],
  [light(/(?<!\p{L})(?:ст\.|стать(?:я|и|е|ю|ей|ям|ями|ях)|articles?|art\.)[\s\u00a0]*(\d+(?:\.\d+)*)/giu), 'article'],
  [light(/(?<!\p{L})(?:раздел(?:а|у|ом|е|ы)?|sections?|глав(?:а|ы|е|у|ой)|chapters?)[\s\u00a0]*(\d+|[IVX]+(?!\p{L}))/gu), 'section'],
  [light(/(?<![\p{L}\d])((?:[A-ZА-Я]+\/)*\d{1,3}\/\d{1,4}(?:\/\d+)*)(?!\d)/gu), 'number'],
]

const MONTH = '(?:январ|феврал|март|апрел|ма[йяе]|июн|июл|август|сентябр|октябр|ноябр|декабр)'
const MONTHS_RU = ['январ', 'феврал', 'март', 'апрел', 'ма', 'июн', 'июл', 'август', 'сентябр', 'октябр', 'ноябр', 'декабр']
const MONTHS_EN = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const YEARS = light(/(?<![\d/])((?:19|20|21)\d\d)(?:\s*[-–—]\s*((?:19|20|21)\d\d|\d\d(?!\d)))?(?![\d/])(?:[\s\u00a0]*(?:гг\.|г\.(?![\s\u00a0]*\p{Lu})|год(?:а|у|ом|е|ы|ов|ам|ами|ах)?(?!\p{L})))?/gu)
const MONTH_YEAR = light(new RegExp(String.raw`(?<!\p{L})(?:(${MONTH})[а-яё]*|(${MONTHS_EN.join('|')}))[\s\u00a0]+((?:19|20|21)\d\d)`
  + String.raw`(?:[\s\u00a0]*(?:г\.|года?у?))?`, 'giu'))
const MONTH_AFTER = light(new RegExp(String.raw`^[\s\u00a0]+(?:of[\s\u00a0]+)?(?:(${MONTH})[а-яё]*|(${MONTHS_EN.join('|')}))(?!\p{L})`, 'iu'))
const YEAR_AFTER = light(/^[\s\u00a0]+год(?:а|у|ом)?(?!\p{L})|^[\s\u00a0]+г\./u)

const PERCENT = light(/^[\s\u00a0]*(?:%|процент\p{Ll}*|per\s?cent)/iu)
const CURRENCY = light(new RegExp(String.raw`^[\s\u00a0]+(?:(долл\p{Ll}*\.?(?:[\s\u00a0]+США)?|(?:US[\s\u00a0]+)?dollars?|USD)|(евро|euros?|EUR)|(юан\p{Ll}+|yuan|CNY)`
  + String.raw`|(иен\p{Ll}*|yen|JPY)|(рубл\p{Ll}+|roubles?|rubles?|RUB)|(тенге|tenge|KZT)|(крон\p{Ll}*|crowns?)|(сум(?:ов|а)?(?!\p{L})|soum|UZS)|(сом(?:ов|а)?(?!\p{L})|KGS)`
  + String.raw`|(манат\p{Ll}*|manats?)|(фунт\p{Ll}*|pounds?|GBP))(?!\p{L})`, 'iu'))
const CURRENCIES = ['USD', 'EUR', 'CNY', 'JPY', 'RUB', 'KZT', 'crown', 'UZS', 'KGS', 'manat', 'GBP']
const SIGN_BEFORE = /(US\$|\$|€|£|¥)[\s\u00a0]*$/u
const SIGNS: Record<string, string> = { 'US$': 'USD', $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY' }
/** The word that is counted; what joins words is none. */
const COUNTED = light(/^(?:-\p{L}+|[\s\u00a0]+(?!(?:и|или|в|во|на|с|со|по|к|для|от|до|за|из|and|or|in|of|to|at|for|by|on|as|is|are|the)(?!\p{L}))\p{L}[\p{L}-]*)/u)

const DESCRIBING = /(?:[иы]х|(?:ы|ски|ши|щи)й|[ао]я|[ое]го|[иы]м|[ое]й|ing|ed|al|ive|ous|ary|able)$/u

/** Figures of a text in order, none inside another. */
export function findFigures(text: string): Fact[] {
  const found: Fact[] = []
  const taken = new Taken(text.length)
  const add = (kind: FactKind, key: string, from: number, to: number, shown = text.slice(from, to)) => {
    if (!taken.isFree(from, to)) return
    taken.take(from, to)
    found.push({ kind, key: `${kind}:${key}`, text: shown.replaceAll(/\s+/gu, ' ').trim(), from, to })
  }
  for (const [shape, what] of PLACES) {
    for (const match of text.matchAll(shape)) add('reference', `${what} ${match[1]!}`, match.index, match.index + match[0].length)
  }
  for (const { iso, from, to } of findDates(text)) add('date', dayKey(text.slice(from, to), iso), from, withYearWord(text, to))
  const numerals = findNumerals(text)
  numerals.forEach((numeral, index) => dayInWords(text, numeral, numerals[index + 1], add))
  for (const match of text.matchAll(MONTH_YEAR)) {
    add('date', `${match[3]!}-${monthOf(match[1], match[2])}`, match.index, match.index + match[0].length)
  }
  for (const match of text.matchAll(YEARS)) add('date', yearsKey(match[1]!, match[2]), match.index, match.index + match[0].length)
  for (const numeral of numerals) addNumeral(text, numeral, add)
  return found.sort((a, b) => a.from - b.from)
}

type Add = (kind: FactKind, key: string, from: number, to: number, shown?: string) => void

/** "2022 года" belongs to a date as a whole. */
const withYearWord = (text: string, to: number) => to + (/^[\s\u00a0]*(?:года?у?|г\.)/u.exec(text.slice(to))?.[0].length ?? 0)

/** Both days of a span count: "18–19 октября" is another date than "19 октября". */
function dayKey(written: string, iso: string | null): string {
  const start = /^(\d{1,2})[^-–—\d]*[-–—]\s*\d/u.exec(written)?.[1] ?? /\p{L}\s+(\d{1,2})\s*[-–—]\s*\d/u.exec(written)?.[1]
  if (iso) return start ? `${iso} from ${Number(start)}` : iso
  const month = monthOf(new RegExp(MONTH, 'iu').exec(written)?.[0], MONTHS_EN.find((name) => written.toLowerCase().includes(name)))
  return `--${month}-${/(\d{1,2})\D*$/u.exec(written)?.[1] ?? written} ${start ?? ''}`
}

function monthOf(russian: string | undefined, english: string | undefined): string {
  const index = russian
    ? MONTHS_RU.findLastIndex((name) => russian.toLowerCase().startsWith(name))
    : MONTHS_EN.indexOf(english?.toLowerCase() ?? '')
  // "мар(т)" begins like "ма(й)": the longer name is meant.
  const month = russian?.toLowerCase().startsWith('март') ? 2 : index
  return String(month + 1).padStart(2, '0')
}

const yearsKey = (from: string, to: string | undefined) => (to === undefined ? from : `${from}–${to.length === 2 ? from.slice(0, 2) + to : to}`)

/** "восьмого июня две тысячи двадцать второго года", "the eighth of June 2022". */
function dayInWords(text: string, day: Numeral, next: Numeral | undefined, add: Add): void {
  if (!day.ordinal || day.value < 1 || day.value > 31) return
  const month = MONTH_AFTER.exec(text.slice(day.to))
  if (!month) return
  const end = day.to + month[0].length
  const year = next && next.from > end && next.from - end <= 3 && next.value > 1900 && next.value < 2200 ? next : null
  const number = `${monthOf(month[1], month[2])}-${String(day.value).padStart(2, '0')}`
  if (!year) return add('date', `--${number.slice(0, 2)}-${day.value} `, day.from, end)
  add('date', `${year.value}-${number}`, day.from, withYearWord(text, year.to))
}

function addNumeral(text: string, { value, ordinal, from, to }: Numeral, add: Add): void {
  const rest = text.slice(to, to + 60)
  if (value > 1900 && value < 2200 && YEAR_AFTER.test(rest)) return add('date', String(value), from, withYearWord(text, to))
  let counted = COUNTED.exec(rest)?.[0] ?? ''
  // "десяти предыдущих встреч", "twelve gauging stations": an adjective alone says little.
  if (DESCRIBING.test(counted)) counted += COUNTED.exec(rest.slice(counted.length))?.[0] ?? ''
  const shown = text.slice(from, to + counted.length)
  if (ordinal) return add('ordinal', String(value), from, to, shown)
  const percent = PERCENT.exec(rest)
  if (percent) return add('number', `${value} %`, from, to + percent[0].length)
  const currency = CURRENCY.exec(rest)
  if (currency) return add('sum', `${value} ${CURRENCIES[currency.slice(1).findIndex(Boolean)]!}`, from, to + currency[0].length)
  const sign = SIGN_BEFORE.exec(text.slice(Math.max(0, from - 5), from))
  if (sign) return add('sum', `${value} ${SIGNS[sign[1]!]!}`, from - sign[0].length, to)
  add('number', String(value), from, to, shown)
}
