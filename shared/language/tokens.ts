// Words of a text with their places: runs of letters and digits, and for scripts without spaces what Intl.Segmenter finds.

export interface Token {
  text: string
  /** Range [from, to) in the text. */
  from: number
  to: number
}

// A raised figure is the mark of a note or a power, and no part of the word before it.
// An apostrophe between letters belongs to the word (o‘zbek, don’t); a hyphen does not, so that each half can be found.
const WORD = /[\p{L}\p{M}\p{Nd}\p{Nl}]+(?:['’ʻʼ‘][\p{L}\p{M}]+)*/gu
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u

let segmenter: Intl.Segmenter | null = null

/** Words in order. Punctuation and spaces are skipped. */
export function tokens(text: string): Token[] {
  const found: Token[] = []
  const mayBeUnspaced = CJK.test(text)
  for (const match of text.matchAll(WORD)) {
    if (mayBeUnspaced && CJK.test(match[0])) found.push(...segmented(match[0], match.index))
    else found.push({ text: match[0], from: match.index, to: match.index + match[0].length })
  }
  return found
}

function segmented(run: string, offset: number): Token[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  const found: Token[] = []
  for (const { segment, index, isWordLike } of segmenter.segment(run)) {
    if (isWordLike) found.push({ text: segment, from: offset + index, to: offset + index + segment.length })
  }
  return found
}

/** Lower case with ё read as е: two spellings that a reader takes for one. */
export const fold = (word: string): string => word.toLowerCase().replaceAll('ё', 'е')
