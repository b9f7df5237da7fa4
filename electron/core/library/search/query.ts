// What the officer typed, as terms: words, phrases in quotation marks, and what must not stand there after a minus sign. The
// last word counts as a beginning too, so that a search answers while it is being typed.
import { stem } from '../../../../shared/language/stems.ts'
import { fold, tokens, type Token } from '../../../../shared/language/tokens.ts'
import { stemsOfWord } from './wordForms.ts'

export type Term =
  /** Any of `stems`, or any stem that begins with `prefix`. */
  | { kind: 'word'; stems: string[]; prefix: string | null; excluded: boolean }
  /** The words in this order: by their stems, or as they are spelt in a language that is not stemmed. */
  | { kind: 'phrase'; spellings: string[][]; excluded: boolean }

/** More words than this make no search more exact. */
const MOST_TERMS = 32
/** Longer queries are pasted text: their beginning says what is looked for. */
const MOST_LETTERS = 2000

const QUOTED = /(^|\s)?([-−])?["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)/gu

/** Terms of a query; none where it holds no word at all (only punctuation or quotes). */
export function parseQuery(query: string): Term[] {
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
  return terms.slice(0, MOST_TERMS)
}

/** Words outside of quotation marks; `last` where nothing comes after them. */
function wordTerms(text: string, last: boolean): Term[] {
  const words = tokens(text)
  const terms: Term[] = []
  for (let at = 0; at < words.length;) {
    let next = at + 1
    while (next < words.length && isJoined(text, words[next - 1]!, words[next]!)) next++
    const excluded = EXCLUDED.test(text.slice(0, words[at]!.from))
    if (next - at > 1) terms.push(phrase(words.slice(at, next).map((word) => word.text), excluded))
    else terms.push(word(words[at]!, last && next === words.length && words[at]!.to === text.length, excluded))
    at = next
  }
  return terms
}

/** A minus in front of the word, and a space or nothing in front of the minus. */
const EXCLUDED = /(?:^|\s)[-−]$/u
/** "ЦА+Япония", "C5+1", "2023/24" are one name: their parts are looked for side by side. */
const JOINED = /^[+/&]$/u
const isJoined = (text: string, before: Token, after: Token) => JOINED.test(text.slice(before.to, after.from))

/** `ends` where the text does: the word may be still being typed. */
const word = ({ text }: Token, ends: boolean, excluded: boolean): Term =>
  ({ kind: 'word', stems: stemsFor(text), prefix: ends && !excluded && isBeginning(text) ? fold(text) : null, excluded })

/** One or two letters begin so many words that the answer would say nothing, and take long. A Chinese sign says enough. */
const isBeginning = (word: string) => word.length > 2 || !/^[\p{Script=Cyrillic}\p{Script=Latin}]/u.test(word)

// The index holds stems of Russian and English texts, and plain words of all others.
const stemsFor = (word: string) => [...new Set([...stemsOfWord(stem(word, 'ru')), fold(word)])]

function phrase(words: string[], excluded: boolean): Term {
  const stems = words.map((word) => stem(word, 'ru'))
  const plain = words.map(fold)
  return { kind: 'phrase', spellings: stems.join(' ') === plain.join(' ') ? [stems] : [stems, plain], excluded }
}

/** How a word may go on: the stems that begin with it. */
export type Endings = (prefix: string) => readonly string[]

/** The terms as an FTS5 expression over one column, joined by `how`. */
export const matchExpression = (column: 'text' | 'section', terms: readonly Term[], how: 'AND' | 'OR', endings: Endings): string =>
  `{${column}} : (${terms.map((term) => termExpression(term, endings)).join(` ${how} `)})`

/** A string of FTS5. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

function termExpression(term: Term, endings: Endings): string {
  if (term.kind === 'phrase') return `(${term.spellings.map((words) => quoted(words.join(' '))).join(' OR ')})`
  const ways = new Set([...term.stems, ...(term.prefix ? endings(term.prefix) : [])])
  return `(${[...ways].map(quoted).join(' OR ')})`
}
