// Numbers as they are written before a paragraph: "14.", "2.1.", "IV.", "1)", "(1)", "a)", "一、", "Статья 5.", a bullet.
import { eastAsianNumber } from '../language/eastAsian.ts'
import { light } from '../language/light.ts'

export type LabelKind =
  | 'arabic' | 'decimal' | 'arabic-bracket' | 'brackets' | 'roman' | 'roman-bracket' | 'letter' | 'letter-bracket'
  | 'cjk' | 'article' | 'bullet' | 'dash'

export interface Label {
  kind: LabelKind
  /** Its place in the count; 0 for a bullet. */
  value: number
  /** As written, without spaces around it: "14.". */
  text: string
  /** Where the paragraph's own words begin. */
  end: number
  /** "2.1.3": all its figures; `value` is the last of them. */
  path?: readonly number[]
  /** "1. 1.": the number stands there twice. */
  doubled?: boolean
}

const ROMAN_DIGITS: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 }
/** Cyrillic letters that are typed for Roman digits. */
const LOOK_ALIKE: Record<string, string> = { І: 'I', Х: 'X', Ӏ: 'I', С: 'C', і: 'i', х: 'x' }
const CYRILLIC_ORDER = 'абвгдежзиклмнопрстуфхцчшщэюя'

/** The value of a well-formed Roman numeral, else 0. */
export function romanValue(written: string): number {
  const letters = [...written].map((letter) => LOOK_ALIKE[letter] ?? letter).join('').toUpperCase()
  if (!/^(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(letters) || letters === '') return 0
  let sum = 0
  for (let i = 0; i < letters.length; i++) {
    const here = ROMAN_DIGITS[letters[i]!]!
    sum += here < (ROMAN_DIGITS[letters[i + 1] ?? ''] ?? 0) ? -here : here
  }
  return sum
}

function letterValue(letter: string): number {
  const lower = letter.toLowerCase()
  const latin = lower.charCodeAt(0) - 96
  if (latin >= 1 && latin <= 26) return latin
  return CYRILLIC_ORDER.indexOf(lower) + 1
}

type Read = Pick<Label, 'kind' | 'value' | 'path'>
type Reader = readonly [pattern: RegExp, read: (match: RegExpExecArray) => Read | null]

// What follows a number: a space, the end, or at once a capital or an opening quote ("12.Стороны"); never a digit ("3.5").
const AFTER = String.raw`(?=\s|$|\p{Lu}|[«“"„(])`
const pattern = (written: string) => light(new RegExp(String.raw`^\s*(?:${written})${AFTER}\s*`, 'u'))

const DECIMAL = String.raw`[1-9]\d?(?:\.[1-9]\d?)`

const READERS: readonly Reader[] = [
  // "2.1" before small letters may be a sum ("2.1 млрд"); with a point after it, or deeper, it is none.
  [pattern(String.raw`(${DECIMAL}{1,3})\.`), ([, n]) => decimal(n!)],
  [pattern(String.raw`(${DECIMAL}{2,3})`), ([, n]) => decimal(n!)],
  [light(new RegExp(String.raw`^\s*(${DECIMAL})\s+(?=[\p{Lu}«“"„(])`, 'u')), ([, n]) => decimal(n!)],
  [pattern(String.raw`(\d{1,3})[.．]`), ([, n]) => ({ kind: 'arabic', value: Number(n) })],
  [pattern(String.raw`(\d{1,3})\)`), ([, n]) => ({ kind: 'arabic-bracket', value: Number(n) })],
  [/^\s*[（(](\d{1,3})[)）]\s*/u, ([, n]) => ({ kind: 'brackets', value: Number(n) })],
  [pattern(String.raw`([IVXLCІХӀС]{1,7})\.`), ([, n]) => withValue('roman', romanValue(n!))],
  [pattern(String.raw`[(]?([ivxlcіх]{1,6})\)`), ([, n]) => withValue('roman-bracket', romanValue(n!))],
  [pattern(String.raw`([A-ZА-Я])[.)]`), ([, n]) => withValue('letter', letterValue(n!))],
  [pattern(String.raw`[(]?([a-zа-я])\)`), ([, n]) => withValue('letter-bracket', letterValue(n!))],
  [/^\s*([一二三四五六七八九十]{1,3})[、．.]\s*/u, ([, n]) => withValue('cjk', eastAsianNumber(n!))],
  [/^\s*第([一二三四五六七八九十]{1,3})[條条]\s*/u, ([, n]) => withValue('article', eastAsianNumber(n!))],
  [/^\s*(?:Статья|Article|Раздел|Section|ARTICLE|СТАТЬЯ|РАЗДЕЛ|SECTION)\s+(\d{1,3}|[IVXLC]{1,7})(?:[.:]|(?=\s|$))\s*/u,
    ([, n]) => withValue('article', /^\d/.test(n!) ? Number(n) : romanValue(n!))],
  [/^\s*(\d{1,3})-(?:бап|берене)\.?(?=\s|$)\s*/u, ([, n]) => ({ kind: 'article', value: Number(n) })],
  [/^\s*[•●▪◦‣·■□*]\s+/u, () => ({ kind: 'bullet', value: 0 })],
  [/^\s*[-–—]\s+/u, () => ({ kind: 'dash', value: 0 })],
]

function decimal(written: string): Read {
  const path = written.split('.').map(Number)
  return { kind: 'decimal', value: path.at(-1)!, path }
}

const withValue = (kind: LabelKind, value: number) => (value > 0 ? { kind, value } : null)

/** A Roman numeral alone on its line needs no point. */
const BARE_ROMAN = /^\s*([IVXІХ]{1,7})\s*$/u

/** The number before a paragraph, or null. A single letter may be an initial: whoever asks must look at its neighbours. */
export function readLabel(text: string): Label | null {
  for (const [shape, read] of READERS) {
    const match = shape.exec(text)
    const found = match && read(match)
    if (!match || !found) continue
    const label = { ...found, text: match[0].trim(), end: match[0].length }
    if (found.kind !== 'arabic') return label
    const again = shape.exec(text.slice(label.end))
    const same = again && read(again)?.value === found.value
    return same ? { ...label, end: label.end + again[0].length, doubled: true } : label
  }
  const bare = BARE_ROMAN.exec(text)
  const value = bare ? romanValue(bare[1]!) : 0
  return value > 0 ? { kind: 'roman', value, text: bare![1]!, end: text.length } : null
}

/** The label and the words after it. */
export function cutLabel(text: string): { label?: string; text: string } {
  const label = readLabel(text)
  return label && label.text.length <= 20 ? { label: label.text, text: text.slice(label.end).trim() } : { text: text.trim() }
}
