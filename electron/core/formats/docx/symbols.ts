// Letters of symbol fonts as the signs that they show. Word keeps them as numbers of a font; in its private area, U+F0xx.

/** The font Symbol from 0x20: it holds the Greek letters and the signs of logic, so its characters are text. */
const SYMBOL_LOW = ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'
/** And from 0xA0. */
const SYMBOL_HIGH = '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭'

const table = (first: number, signs: string) => [...signs].map((sign, at) => [first + at, sign] as const)

const FONTS = new Map<string, ReadonlyMap<number, string>>([
  ['symbol', new Map([...table(0x20, SYMBOL_LOW), ...table(0xa0, SYMBOL_HIGH)])],
  // Of the Wingdings, what texts use: boxes, ticks, arrows and bullets.
  ['wingdings', new Map([
    [0x6c, '●'], [0x6e, '■'], [0x6f, '□'], [0x71, '❑'], [0x76, '❖'], [0x9f, '•'], [0xa7, '▪'], [0xa8, '□'], [0xd8, '➢'],
    [0xdf, '←'], [0xe0, '→'], [0xe1, '↑'], [0xe2, '↓'], [0xe8, '➔'], [0xf0, '⇨'], [0xfb, '✗'], [0xfc, '✓'], [0xfd, '☒'], [0xfe, '☑'],
  ])],
  ['wingdings 2', new Map([[0x4f, '✗'], [0x50, '✓'], [0x52, '☑'], [0x53, '☒'], [0x54, '☒'], [0xa3, '□']])],
])

const inPrivateArea = (code: number) => code >= 0xf000 && code <= 0xf0ff

/** The sign of a font's character; null where it is not known. */
export function signOf(font: string, code: number): string | null {
  const known = FONTS.get(font.toLowerCase())
  if (known) return known.get(inPrivateArea(code) ? code - 0xf000 : code) ?? null
  const isLetter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xf8ff)
  return isLetter ? String.fromCodePoint(code) : null
}

/** Text in a symbol font, its letters of the private area as the signs that are known. */
export function inSigns(font: string | undefined, text: string): string {
  if (font === undefined || !FONTS.has(font.toLowerCase())) return text
  return text.replaceAll(/[\uF000-\uF0FF]/gu, (letter) => signOf(font, letter.charCodeAt(0)) ?? letter)
}
