// Ordinals in a text, "третьей", "4-го", "VII", "third", and another number in the same form.
import { light } from './light.ts'
import { findNumerals } from './numerals.ts'
import { fold } from './tokens.ts'

export interface Ordinal {
  value: number
  /** Range [from, to) in the text. */
  from: number
  to: number
}

export type Gender = 'm' | 'f' | 'n'

const MOST = 39
const ROMAN = light(/(?<![\p{L}\d])(?=[IVX])(X{0,3}(?:IX|IV|V?I{0,3}))(?![\p{L}\d’'.)])/gu)

/** Ordinals in the order of the text; a Roman number counts where something follows it ("VII встреча"). */
export function findOrdinals(text: string): Ordinal[] {
  const words = findNumerals(text).filter(({ ordinal, value }) => ordinal && value >= 1 && value <= MOST)
  const romans = [...text.matchAll(ROMAN)].filter((match) => /^[\s\u00a0]+\p{L}/u.test(text.slice(match.index + match[0].length, match.index + match[0].length + 3)))
    .map((match) => ({ value: fromRoman(match[0]), from: match.index, to: match.index + match[0].length }))
  return [...words.map(({ value, from, to }) => ({ value, from, to })), ...romans].sort((a, b) => a.from - b.from)
}

const ROMAN_DIGITS: readonly [string, number][] = [['X', 10], ['IX', 9], ['V', 5], ['IV', 4], ['I', 1]]

function fromRoman(text: string): number {
  let value = 0
  let rest = text
  for (const [digits, worth] of ROMAN_DIGITS) {
    for (; rest.startsWith(digits); rest = rest.slice(digits.length)) value += worth
  }
  return value
}

function toRoman(value: number): string {
  let text = ''
  let rest = value
  for (const [digits, worth] of ROMAN_DIGITS) for (; rest >= worth; rest -= worth) text += digits
  return text
}

// Twelve forms of an adjective: masculine in five cases, neuter, feminine (nominative, oblique, accusative), plural.
const HARD = 'ый ого ому ым ом ое ая ой ую ые ых ыми'.split(' ')
const STRESSED = 'ой ого ому ым ом ое ая ой ую ые ых ыми'.split(' ')
const THIRD = 'ий ьего ьему ьим ьем ье ья ьей ью ьи ьих ьими'.split(' ')
/** Where masculine and feminine share a form ("второй"), the gender tells which is meant. */
const FEMININE = new Set([6, 7, 8])

const UNITS = 'перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат'.split(' ')
const STRESSED_VALUES = new Set([2, 6, 7, 8])

const formsOf = (last: number): string[] => {
  const stem = last === 20 ? 'двадцат' : last === 30 ? 'тридцат' : UNITS[last - 1]!
  const endings = last === 3 ? THIRD : STRESSED_VALUES.has(last) ? STRESSED : HARD
  return endings.map((ending) => stem + ending)
}

/** The part that declines, and what stands before it. */
const split = (value: number): { head: string; last: number } => {
  const tens = value - (value % 10)
  return value > 20 && value % 10 !== 0 ? { head: tens === 20 ? 'двадцать ' : 'тридцать ', last: value % 10 } : { head: '', last: value }
}

const ENGLISH = ('first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth '
  + 'seventeenth eighteenth nineteenth').split(' ')
const inEnglish = (value: number): string => {
  if (value < 20) return ENGLISH[value - 1]!
  const tens = value < 30 ? ['twentieth', 'twenty'] : ['thirtieth', 'thirty']
  return value % 10 === 0 ? tens[0]! : `${tens[1]!}-${ENGLISH[(value % 10) - 1]!}`
}
const suffix = (value: number) => (value > 10 && value < 14 ? 'th' : ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')

/** `found`, an ordinal of `value`, as `wanted`; `gender` is that of what is counted. Null where no rule reaches. */
export function ordinalLike(found: string, value: number, wanted: number, gender: Gender | null): string | null {
  if (wanted < 1 || wanted > MOST) return null
  if (/^[IVX]+$/u.test(found)) return toRoman(wanted)
  const digits = /^\d+(.*)$/u.exec(found)
  if (digits) return /^(?:st|nd|rd|th)$/u.test(digits[1]!) ? `${wanted}${suffix(wanted)}` : `${wanted}${digits[1]!}`
  const folded = fold(found).replaceAll(/[\s\u00a0]+/gu, ' ')
  const text = /^[a-z-]/u.test(folded) ? inEnglish(wanted) : inRussian(folded, value, wanted, gender, /ё/iu.test(found))
  return text && (/^\p{Lu}/u.test(found) ? text[0]!.toUpperCase() + text.slice(1) : text)
}

function inRussian(folded: string, value: number, wanted: number, gender: Gender | null, yo: boolean): string | null {
  const [from, to] = [split(value), split(wanted)]
  if (!folded.startsWith(from.head)) return null
  const forms = formsOf(from.last)
  const slots = forms.flatMap((form, slot) => (form === folded.slice(from.head.length) ? [slot] : []))
  const slot = slots.find((one) => FEMININE.has(one) === (gender === 'f')) ?? slots[0]
  if (slot === undefined) return null
  const text = to.head + formsOf(to.last)[slot]!
  return yo ? text.replace('четверт', 'четвёрт') : text
}
