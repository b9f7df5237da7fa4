// Where the words of a text begin and end. A word is a run of letters and digits and is never cut inside, nor is a number like
// 2,5 or a name like O’zbekiston; every other sign stands alone. Scripts that write without spaces are cut by the dictionary of
// Intl.Segmenter: a change of 发展 to 开展 is one of a word, not of its first character. Spaces are the gaps between words.

const UNSPACED = /[[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]&&[\p{L}\p{M}\p{N}]]/v
/** One dictionary serves Chinese and Japanese; the scripts of other languages tell which of theirs is meant. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

const SPACE = 1
const SIGN = 2
const LETTER = 3
const DIGIT = 4
/** Marks, numerals, and the signs that are no letter but inside a word: soft hyphens and joiners. */
const INSIDE = 5
/** Inside a word between digits, else a sign; the next one between letters. */
const POINT = 6
const APOSTROPHE = 7
const UNSPACED_LETTER = 8
/** A letter that stands for another one when spelling is left out of account. */
const CAPITAL = 9

const CLASSES: [number, RegExp][] = [
  [SPACE, /\s/u], [UNSPACED_LETTER, UNSPACED], [CAPITAL, /[ё[\p{L}&&\p{Changes_When_Lowercased}]]/v], [LETTER, /\p{L}/u], [DIGIT, /\p{Nd}/u],
  [INSIDE, /[\p{M}\p{N}\u00ad\u200c\u200d]/u], [POINT, /[.,]/u], [APOSTROPHE, /['’‘]/u],
]
const classify = (character: string): number => CLASSES.find(([, pattern]) => pattern.test(character))?.[0] ?? SIGN

/** Classes of the characters met so far; 0 where not met. Those beyond the first plane are asked for each time. */
const known = new Uint8Array(0xd800)

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code >= 0xd800) return classify(String.fromCodePoint(text.codePointAt(at)!))
  return known[code] || (known[code] = classify(text[at]!))
}

/** Takes the ends of a word or sign; `plain` is one of small letters and digits alone, which no other spelling stands for. */
export type Found = (from: number, to: number, plain: boolean) => void

/** Calls `found` with every word and sign of the text, in order. */
export function eachToken(text: string, found: Found): void {
  let at = 0
  while (at < text.length) {
    const first = classAt(text, at)
    if (first === SPACE) at++
    else if (first === UNSPACED_LETTER) at = eachOfDictionary(text, at, found)
    else if (first === LETTER || first === CAPITAL || first === DIGIT || first === INSIDE) at = word(text, at, first, found)
    else {
      const width = widthAt(text, at)
      found(at, at + width, false)
      at += width
    }
  }
}

const widthAt = (text: string, at: number): number => (text.codePointAt(at)! > 0xffff ? 2 : 1)

function word(text: string, from: number, first: number, found: Found): number {
  let plain = first === LETTER || first === DIGIT
  let before = first
  let at = from + widthAt(text, from)
  for (; at < text.length; at += widthAt(text, at)) {
    const here = classAt(text, at)
    if (here !== LETTER && here !== DIGIT) {
      plain = false
      if (here !== INSIDE && here !== CAPITAL && !joins(here, before, at + 1 < text.length ? classAt(text, at + 1) : SPACE)) break
    }
    before = here
  }
  found(from, at, plain)
  return at
}

const isLetter = (kind: number) => kind === LETTER || kind === CAPITAL

const joins = (sign: number, before: number, after: number): boolean =>
  (sign === POINT && before === DIGIT && after === DIGIT) || (sign === APOSTROPHE && isLetter(before) && isLetter(after))

function eachOfDictionary(text: string, from: number, found: Found): number {
  let to = from
  while (to < text.length && classAt(text, to) === UNSPACED_LETTER) to += widthAt(text, to)
  for (const { index, segment } of segmenter.segment(text.slice(from, to))) found(from + index, from + index + segment.length, false)
  return to
}
