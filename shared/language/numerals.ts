// Numerals of Russian and English, in digits and in words, in any case: "двадцати пяти", "one hundred and twenty", "3 млн",
// "первый", "77-й". What is written one way and the other gives the same value.
import { light } from './light.ts'
import { fold } from './tokens.ts'

export interface Numeral {
  value: number
  ordinal: boolean
  /** Range [from, to) in the text. */
  from: number
  to: number
}

type Role = 'unit' | 'ten' | 'hundred' | 'times' | 'scale' | 'digits'
interface Piece extends Numeral { role: Role }

const words = new Map<string, { value: number; role: Role; ordinal: boolean }>()
const put = (forms: readonly string[], value: number, role: Role, ordinal = false) => {
  for (const form of forms) words.set(form, { value, role, ordinal })
}
const withEndings = (stem: string, endings: string) => endings.split(' ').map((ending) => stem + (ending === '-' ? '' : ending))

const ADJECTIVE = 'ый ая ое ые ого ому ым ом ой ую ых ыми'
const RU_UNITS: readonly string[] = [
  '', '', 'два две двух двум двумя', 'три трех трем тремя', 'четыре четырех четырем четырьмя', 'пять пяти пятью', 'шесть шести шестью',
  'семь семи', 'восемь восьми восемью', 'девять девяти девятью', 'десять десяти десятью',
]
RU_UNITS.forEach((forms, value) => { if (forms) put(forms.split(' '), value, 'unit') })
const RU_TEENS = 'одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат'.split(' ')
RU_TEENS.forEach((stem, index) => {
  put(withEndings(stem, 'ь и ью'), 11 + index, 'unit')
  put(withEndings(stem, ADJECTIVE), 11 + index, 'unit', true)
})
const RU_TENS: readonly [string, number][] = [['двадцат', 20], ['тридцат', 30]]
for (const [stem, value] of RU_TENS) {
  put(withEndings(stem, 'ь и ью'), value, 'ten')
  put(withEndings(stem, ADJECTIVE), value, 'ten', true)
}
put(['сорок', 'сорока'], 40, 'ten')
put(withEndings('сороков', 'ой ая ое ые ого ому ым ом ую ых ыми'), 40, 'ten', true)
;['пят', 'шест', 'сем', 'восем'].forEach((stem, index) => {
  const oblique = stem === 'восем' ? 'восьм' : stem
  put([`${stem}ьдесят`, `${oblique}идесяти`, `${stem}ьюдесятью`], 50 + 10 * index, 'ten')
  put(withEndings(`${oblique}идесят`, ADJECTIVE), 50 + 10 * index, 'ten', true)
})
put(['девяносто', 'девяноста'], 90, 'ten')
put(withEndings('девяност', ADJECTIVE), 90, 'ten', true)
put(['сто', 'ста'], 100, 'hundred')
put(['двести', 'двухсот', 'двумстам'], 200, 'hundred')
put(['триста', 'трехсот', 'тремстам'], 300, 'hundred')
put(['четыреста', 'четырехсот', 'четыремстам'], 400, 'hundred')
;['пят', 'шест', 'сем', 'восем', 'девят'].forEach((stem, index) => {
  put([`${stem}ьсот`, `${stem === 'восем' ? 'восьм' : stem}исот`], 500 + 100 * index, 'hundred')
})
const RU_ORDINALS: readonly [string, number, string][] = [
  ['перв', 1, ADJECTIVE], ['втор', 2, 'ой ая ое ые ого ому ым ом ую ых ыми'], ['трет', 3, 'ий ья ье ьи ьего ьему ьим ьем ьей ью ьих ьими'],
  ['четверт', 4, ADJECTIVE], ['пят', 5, ADJECTIVE], ['шест', 6, 'ой ая ое ые ого ому ым ом ую ых ыми'],
  ['седьм', 7, 'ой ая ое ые ого ому ым ом ую ых ыми'], ['восьм', 8, 'ой ая ое ые ого ому ым ом ую ых ыми'], ['девят', 9, ADJECTIVE],
  ['десят', 10, ADJECTIVE],
]
for (const [stem, value, endings] of RU_ORDINALS) put(withEndings(stem, endings), value, 'unit', true)
put(withEndings('тысяч', '- а и у е ей ью ам ами ах'), 1e3, 'scale')
put(['тыс'], 1e3, 'scale')
put(withEndings('миллион', '- а у ом е ы ов ам ами ах'), 1e6, 'scale')
put(['млн'], 1e6, 'scale')
put(withEndings('миллиард', '- а у ом е ы ов ам ами ах'), 1e9, 'scale')
put(['млрд'], 1e9, 'scale')
put(withEndings('триллион', '- а у ом е ы ов ам ами ах'), 1e12, 'scale')
put(['трлн'], 1e12, 'scale')

'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
  .forEach((word, index) => put([word], 2 + index, 'unit'))
;('first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth '
  + 'seventeenth eighteenth nineteenth').split(' ').forEach((word, index) => put([word], 1 + index, 'unit', true))
'twen thir for fif six seven eigh nine'.split(' ').forEach((stem, index) => {
  put([`${stem}ty`], 20 + 10 * index, 'ten')
  put([`${stem}tieth`], 20 + 10 * index, 'ten', true)
})
put(['hundred'], 100, 'times')
put(['hundredth'], 100, 'times', true)
put(['thousand'], 1e3, 'scale')
put(['million'], 1e6, 'scale')
put(['billion'], 1e9, 'scale')
put(['trillion'], 1e12, 'scale')
/** Alone it is a pronoun or an article; before a hundred or a million it counts. */
const ONE = new Set(['one', 'один', 'одна', 'одной', 'одного', 'одну', 'одном'])

const DIGITS = /(?<![\p{L}\p{N}]-?)\d{1,3}(?:[\u00a0\u202f ,]\d{3})+(?![\d])|(?<![\p{L}\p{N}]-?)\d+(?:[.,]\d+)?/gu
const SUFFIX = light(/^(?:-?(?:й|го|му|ым|ом|ой|я|е|ю|ая|ое|ый)|st|nd|rd|th)(?!\p{L})/u)
const WORD = light(/\p{L}+/gu)
/** What keeps two numerals apart, and what does not. */
const GAP = /^(?:[\s\u00a0]+|-|[\s\u00a0]+and[\s\u00a0]+|\.?[\s\u00a0]+)$/u
const IDIOMS = [
  light(/(?:в|во)\s+перв(?:ую|ом|ых)\s*(?:очередь|числе)?$/iu), light(/(?:^|[^\p{L}])во-?(?:первых|вторых)$/iu),
]
const AFTER_IDIOM = light(/^\s+(?:очередь|of\s+all|стран\p{L}*|сторон\p{L}*|hand|countr\p{L}*|part(?:y|ies)|states?)(?!\p{L})/iu)

/** Numerals of a text in order. A lone "one", "first and foremost" and "third countries" are none. */
export function findNumerals(text: string): Numeral[] {
  const pieces = piecesOf(text)
  const found: Numeral[] = []
  for (let i = 0; i < pieces.length;) {
    const [numeral, next] = joined(text, pieces, i)
    if (numeral && !isIdiom(text, numeral)) found.push(numeral)
    i = next
  }
  return found
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  for (const match of text.matchAll(DIGITS)) {
    const suffix = SUFFIX.exec(text.slice(match.index + match[0].length))?.[0] ?? ''
    const plain = match[0].replaceAll(/[\u00a0\u202f ]/gu, '')
    const value = Number(/^\d{1,3}(?:,\d{3})+$/u.test(plain) ? plain.replaceAll(',', '') : plain.replace(',', '.'))
    pieces.push({ value, role: 'digits', ordinal: suffix !== '', from: match.index, to: match.index + match[0].length + suffix.length })
  }
  const matches = [...text.matchAll(WORD)]
  matches.forEach((match, index) => {
    const form = fold(match[0])
    const next = matches[index + 1]
    const known = words.get(form)
      ?? (ONE.has(form) && next && ['times', 'scale'].includes(words.get(fold(next[0]))?.role ?? '') ? { value: 1, role: 'unit' as const, ordinal: false } : undefined)
    if (known) pieces.push({ ...known, from: match.index, to: match.index + match[0].length })
  })
  return pieces.sort((a, b) => a.from - b.from)
}

/** The longest numeral that begins with piece `i`, and the index of the piece after it. A scale alone ("миллионы людей") is none. */
function joined(text: string, pieces: readonly Piece[], i: number): [Numeral | null, number] {
  const first = pieces[i]!
  if (first.role === 'scale' || first.role === 'times') return [null, i + 1]
  let total = 0
  let current = first.value
  let last = first
  let size = sizeOf(first)
  let at = i + 1
  for (; at < pieces.length && !last.ordinal; at++) {
    const piece = pieces[at]!
    if (!GAP.test(text.slice(last.to, piece.from))) break
    if (piece.role === 'scale') {
      total += (current || 1) * piece.value
      current = 0
      size = piece.value
    } else if (piece.role === 'times' && current > 0 && current < 10) {
      current *= 100
      size = 100
    } else if (piece.role !== 'digits' && piece.role !== 'times' && last.role !== 'digits' && sizeOf(piece) < size) {
      current += piece.value
      size = sizeOf(piece)
    } else break
    last = piece
  }
  return [{ value: total + current, ordinal: last.ordinal, from: first.from, to: last.to }, at]
}

/** Smaller ones may follow: tens after hundreds, units after tens. */
const sizeOf = ({ role, value }: Piece) => (role === 'hundred' ? 100 : role === 'ten' ? 10 : role === 'unit' && value >= 10 ? 2 : 1)

const isIdiom = (text: string, { ordinal, from, to }: Numeral) =>
  ordinal && (IDIOMS.some((idiom) => idiom.test(text.slice(Math.max(0, from - 12), to))) || AFTER_IDIOM.test(text.slice(to, to + 20)))
