// What the officer typed, as terms: words, phrases in quotation marks, parts of words with stars for the rest, and what must not
// stand there after a minus sign. The last word counts as a beginning too, so that a search answers while it is being typed.
import { stem } from '../../../../shared/language/stems.ts'
import { fold, tokens, type Token } from '../../../../shared/language/tokens.ts'
import { stemsOfWord } from './wordForms.ts'

export type Term =
  /** Any of `stems`, or any stem that begins with `prefix`. */
  | { kind: 'word'; stems: string[]; prefix: string | null; excluded: boolean }
  /** The words in this order: by their stems, or as they are spelt in a language that is not stemmed. */
  | { kind: 'phrase'; spellings: string[][]; excluded: boolean }
  /** Any stem like one of these: letters, and stars for any number of them. */
  | { kind: 'part'; patterns: string[]; excluded: boolean }

export interface Query {
  /** None where it holds no word at all, only signs. */
  terms: Term[]
  /** There was more of it than is looked for. */
  isCut: boolean
}

/** More words than this make no search more exact. */
const MOST_TERMS = 32
/** Longer queries are pasted text: their beginning says what is looked for. */
const MOST_LETTERS = 2000

const QUOTED = /(^|\s)?([-−])?["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)/gu

/** The terms of a query. */
export function parseQuery(query: string): Query {
  const asked = query.slice(0, MOST_LETTERS)
  const terms: Term[] = []
  let rest = 0
  for (const match of asked.matchAll(QUOTED)) {
    const [whole, space, minus, quoted] = match
    // A minus within a word ("транс-«Селена»") takes nothing out.
    const excluded = minus !== undefined && space !== undefined
    terms.push(...wordTerms(asked.slice(rest, match.index), false))
    const words = tokens(quoted!).map((word) => word.text)
    if (words.length > 0) terms.push(phrase(words, excluded))
    rest = match.index + whole.length
  }
  terms.push(...wordTerms(asked.slice(rest), true))
  return { terms: terms.slice(0, MOST_TERMS), isCut: query.trimEnd().length > MOST_LETTERS || terms.length > MOST_TERMS }
}

/** Words outside of quotation marks; `last` where nothing comes after them. */
function wordTerms(text: string, last: boolean): Term[] {
  const words = tokens(text)
  const terms: Term[] = []
  for (let at = 0; at < words.length;) {
    const start = words[at]!.from
    let next = joined(text, words, at, STARRED)
    const isPart = next - at > 1 || text[start - 1] === '*' || text[words[next - 1]!.to] === '*'
    if (!isPart) next = joined(text, words, at, JOINED)
    const end = words[next - 1]!.to
    const excluded = EXCLUDED.test(text.slice(0, text[start - 1] === '*' ? start - 1 : start))
    const together = words.slice(at, next).map((word) => word.text)
    if (isPart) terms.push(...part(together, text[start - 1] === '*', text[end] === '*', excluded))
    else if (together.length > 1) terms.push(phrase(together, excluded))
    else if (isUnspaced(together[0]!)) terms.push(...part(together, true, true, excluded))
    else terms.push(word(words[at]!, last && next === words.length && end === text.length, excluded))
    at = next
  }
  return terms
}

/** A minus in front of the word, and a space or nothing in front of the minus. */
const EXCLUDED = /(?:^|\s)[-−]$/u
/** "ЦА+Япония", "C5+1", "2023/24" are one name: their parts are looked for side by side. */
const JOINED = /^[+/&]$/u
/** "меж*ный" is one part of a word. */
const STARRED = /^\*$/u

/** Where the words end that stand together with the first, joined by such signs. */
function joined(text: string, words: readonly Token[], first: number, by: RegExp): number {
  let next = first + 1
  while (next < words.length && by.test(text.slice(words[next - 1]!.to, words[next]!.from))) next++
  return next
}

/** `ends` where the text does: the word may be still being typed. */
const word = ({ text }: Token, ends: boolean, excluded: boolean): Term =>
  ({ kind: 'word', stems: stemsFor(text), prefix: ends && !excluded && isBeginning(text) ? fold(text) : null, excluded })

/** One or two letters begin so many words that the answer would say nothing, and take long. A Chinese sign says enough. */
const isBeginning = (word: string) => word.length > 2 || !/^[\p{Script=Cyrillic}\p{Script=Latin}]/u.test(word)

// The index holds stems of Russian and English texts, and plain words of all others.
const stemsFor = (word: string) => [...new Set([...stemsOfWord(stem(word, 'ru')), fold(word)])]

/**
 * A part of a word. The index holds stems, so a part that goes on into the ending is looked for without it too: "*теграция" as
 * "*теграц". One letter alone is in every word.
 */
function part(pieces: string[], open: boolean, goesOn: boolean, excluded: boolean): Term[] {
  const folded = pieces.map(fold)
  if (!folded.some((piece) => piece.length > 1 || isUnspaced(piece))) return []
  const last = folded.at(-1)!
  const stemmed = stem(last, 'ru')
  const endings = stemmed.length >= LEAST_STEM ? [...new Set([last, stemmed])] : [last]
  const patterns = endings.map((ending) => `${open ? '*' : ''}${[...folded.slice(0, -1), ending].join('*')}${goesOn ? '*' : ''}`)
  return [{ kind: 'part', patterns, excluded }]
}

/** Shorter, a stem says less than what was typed. */
const LEAST_STEM = 3

/** In a script without spaces a word is what the segmenter takes for one, in a longer run of signs perhaps another. */
const isUnspaced = (word: string) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u.test(word)

/** Whether a stem is like one of the patterns of a part. */
export const isLike = (stem: string, patterns: readonly string[]): boolean =>
  patterns.some((pattern) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`, 'u').test(stem))

function phrase(words: string[], excluded: boolean): Term {
  const stems = words.map((word) => stem(word, 'ru'))
  const plain = words.map(fold)
  return { kind: 'phrase', spellings: stems.join(' ') === plain.join(' ') ? [stems] : [stems, plain], excluded }
}

/** How words that are known in part may stand in the index. */
export interface Ways {
  /** Stems that begin so. */
  beginning: (prefix: string) => readonly string[]
  /** Stems like one of the patterns. */
  like: (patterns: readonly string[]) => readonly string[]
}

/** The terms as an FTS5 expression over one column, joined by `how`. */
export const matchExpression = (column: 'text' | 'section', terms: readonly Term[], how: 'AND' | 'OR', ways: Ways): string =>
  `{${column}} : (${terms.map((term) => termExpression(term, ways)).join(` ${how} `)})`

/** A string of FTS5. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** A word that no text holds. */
const NOWHERE = '\u{e000}'

function termExpression(term: Term, { beginning, like }: Ways): string {
  if (term.kind === 'phrase') return `(${term.spellings.map((words) => quoted(words.join(' '))).join(' OR ')})`
  const stems = term.kind === 'part' ? like(term.patterns) : [...term.stems, ...(term.prefix ? beginning(term.prefix) : [])]
  // A stem that no clause has finds nothing; an expression of nothing would be none.
  return `(${[...new Set(stems.length > 0 ? stems : [NOWHERE])].map(quoted).join(' OR ')})`
}
