// What the officer typed, as terms: words, and phrases in quotation marks. The last word counts as a beginning too, so that
// a search answers while it is being typed.
import { stem } from '../../../../shared/language/stems.ts'
import { fold, tokens } from '../../../../shared/language/tokens.ts'
import { stemsOfWord } from './wordForms.ts'

export type Term =
  /** Any of `stems`, or any stem that begins with `prefix`. */
  | { kind: 'word'; stems: string[]; prefix: string | null }
  /** The words in this order: by their stems, or as they are spelt in a language that is not stemmed. */
  | { kind: 'phrase'; spellings: string[][] }

/** More words than this make no search more exact. */
const MOST_TERMS = 32

const QUOTED = /["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)/gu

/** Terms of a query; none where it holds no word at all (only punctuation or quotes). */
export function parseQuery(query: string): Term[] {
  const terms: Term[] = []
  let rest = 0
  const addWords = (text: string, last: boolean) => {
    const words = tokens(text)
    words.forEach((word, index) => {
      const typing = last && index === words.length - 1 && word.to === text.length && isBeginning(word.text)
      terms.push({ kind: 'word', stems: stemsFor(word.text), prefix: typing ? fold(word.text) : null })
    })
  }
  for (const match of query.matchAll(QUOTED)) {
    addWords(query.slice(rest, match.index), false)
    const words = tokens(match[1]!).map((word) => word.text)
    if (words.length > 0) terms.push({ kind: 'phrase', spellings: spellingsOf(words) })
    rest = match.index + match[0].length
  }
  addWords(query.slice(rest), true)
  return terms.slice(0, MOST_TERMS)
}

/** One or two letters begin so many words that the answer would say nothing, and take long. A Chinese sign says enough. */
const isBeginning = (word: string) => word.length > 2 || !/^[\p{Script=Cyrillic}\p{Script=Latin}]/u.test(word)

// The index holds stems of Russian and English texts, and plain words of all others.
const stemsFor = (word: string) => [...new Set([...stemsOfWord(stem(word, 'ru')), fold(word)])]

function spellingsOf(words: string[]): string[][] {
  const stems = words.map((word) => stem(word, 'ru'))
  const plain = words.map(fold)
  return stems.join(' ') === plain.join(' ') ? [stems] : [stems, plain]
}

/** The terms as an FTS5 expression over one column; every term must be found. */
export function matchExpression(column: 'text' | 'section', terms: readonly Term[]): string {
  return `{${column}} : (${terms.map(termExpression).join(' AND ')})`
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

function termExpression(term: Term): string {
  if (term.kind === 'phrase') return `(${term.spellings.map((words) => quoted(words.join(' '))).join(' OR ')})`
  const ways = term.stems.map(quoted)
  if (term.prefix) ways.push(`${quoted(term.prefix)} *`)
  return `(${ways.join(' OR ')})`
}
