// The acts of a paragraph, one by one: every operative verb with its place and rank, who speaks, hedges, modal verbs and
// negations. What is an operative verb, and how firm, the phrasebook says; `acts.ts` finds the main verb that it does not know.
import type { Phrasebook } from '../model/phrasebook.ts'
import { actReader, isFiniteVerb, sentences } from './acts.ts'
import { light } from './light.ts'
import { stateMentions } from './states.ts'
import { stem } from './stems.ts'
import { fold, tokens } from './tokens.ts'

export interface OperativeVerb {
  /** What tells one verb from another whatever its form: its name in the phrasebook, else its stem. */
  key: string
  text: string
  /** Step on the ladder, from 1; null where the phrasebook does not rank it, and where the text denies it. */
  rank: number | null
  from: number
  to: number
}

/** A hedge, modal verb or negation. */
export interface Modifier {
  kind: 'hedge' | 'modality' | 'negation'
  key: string
  text: string
  from: number
  to: number
}

export interface Sentence {
  from: number
  to: number
  /** Who speaks, as written; null where the sentence does not begin with it. */
  subject: { text: string; narrowed: boolean; from: number } | null
  verbs: OperativeVerb[]
  modifiers: Modifier[]
}

interface Entry { stems: string[]; key: string; rank: number | null }
interface Word { text: string; stem: string; from: number; to: number }

const wordsOf = (text: string): Word[] => tokens(text).map(({ text: word, from, to }) => ({ text: word, stem: stem(word, 'ru'), from, to }))
const entryOf = (phrase: string, key: string, rank: number | null = null): Entry => ({ stems: wordsOf(phrase).map((word) => word.stem), key, rank })
const longestFirst = (entries: Entry[]) => entries.filter(({ stems }) => stems.length > 0).sort((a, b) => b.stems.length - a.stems.length)

/** Adverbs between the words of a verb ("высоко оценили", "express their deep gratitude") are passed over, up to this many. */
const GAP = 1
/** Letters of a sentence that are looked at: a clause that lists fifty measures has its verbs before them. */
const LONGEST = 5000
/** Before an English verb these make it a noun or an infinitive: "in support of", "to note". */
const NO_VERB_AFTER = new Set('to the a an of in for by with its their his her no and/or mutual international further full strong continued on'.split(' '))

/** Reads the sentences of paragraphs in the language of a phrasebook; `terms` are those that the text defines for its parties. */
export function operativeReader(book: Phrasebook, terms: readonly string[]): (text: string) => Sentence[] {
  const act = actReader(terms)
  const ladder = longestFirst(book.ladder.flatMap(({ verbs }, step) => verbs.flatMap((forms) => forms.map((form) => entryOf(form, forms[0]!, step + 1)))))
  const hedges = longestFirst(book.hedges.map((phrase) => entryOf(phrase, phrase)))
  const modals = new Map(book.modals.flatMap((forms) => forms.map((form) => [fold(form), forms[0]!] as const)))
  const negations = new Set(book.negations.map(fold))
  const harmless = longestFirst(book.notNegations.map((phrase) => entryOf(phrase, phrase)))
  const english = book.language.startsWith('en')

  const read = (sentence: string, offset: number): Sentence => {
    const words = wordsOf(sentence.slice(0, LONGEST))
    const main = act(sentence.slice(0, LONGEST))
    const mainAt = main.verb === null ? -1 : words.findIndex(({ text }) => fold(text) === fold(main.verb!))
    const verbs: OperativeVerb[] = []
    for (let i = 0; i < words.length; i++) {
      const match = matchAround(words, i, ladder)
      // A phrase of the Russian ladder needs no further proof: "примет участие" has an ending that no rule knows.
      const isPhrase = !english && match !== null && match.from === i && match.entry.stems.length > 1
      const found = isPhrase || isVerbAt(words, i, mainAt, verbs.length > 0, english) ? match : null
      if (!found && i !== mainAt) continue
      const [first, last] = found ? [words[found.from]!, words[found.to]!] : [words[i]!, words[i]!]
      if (verbs.some((verb) => verb.to > first.from + offset)) continue
      const at = words.indexOf(first)
      const denial = negations.has(fold(words[at - 1]?.text ?? '')) && !matchFrom(words, at - 1, harmless) ? words[at - 1]! : null
      const start = denial ?? first
      const text = sentence.slice(start.from, found && AUXILIARY.has(fold(last.text)) ? words[found.to + 1]?.to ?? last.to : last.to)
      verbs.push({ key: found?.entry.key ?? words[i]!.stem, text, rank: denial ? null : found?.entry.rank ?? null, from: start.from + offset, to: last.to + offset })
    }
    const modifiers: Modifier[] = []
    const add = (kind: Modifier['kind'], key: string, first: Word, last: Word) => {
      modifiers.push({ kind, key, text: sentence.slice(first.from, last.to), from: first.from + offset, to: last.to + offset })
    }
    for (let i = 0; i < words.length; i++) {
      const hedge = matchFrom(words, i, hedges)
      if (hedge) add('hedge', hedge.entry.key, words[i]!, words[hedge.to]!)
      const modal = modals.get(fold(words[i]!.text))
      if (modal !== undefined) add('modality', modal, words[i]!, words[i]!)
      if (negations.has(fold(words[i]!.text)) && !matchFrom(words, i, harmless)) add('negation', 'not', words[i]!, words[Math.min(i + 1, words.length - 1)]!)
    }
    const [firstVerb] = verbs
    return { from: offset, to: offset + sentence.length, subject: firstVerb ? subjectOf(sentence, firstVerb.from - offset, offset, act) : null, verbs, modifiers }
  }

  return (text) => {
    let at = 0
    return text.split('\n').flatMap((line) => sentences(line)).map((sentence) => {
      const from = text.indexOf(sentence, at)
      at = from + sentence.length
      return read(sentence, from)
    })
  }
}

/** Whether the word may be an operative verb where it stands; a second one in English only in a row with the first. */
function isVerbAt(words: readonly Word[], i: number, main: number, isSecond: boolean, english: boolean): boolean {
  if (i === main) return true
  const { text } = words[i]!
  if (/^\p{Lu}/u.test(text) && i > 0) return false
  if (!isFiniteVerb(text)) return false
  if (!english) return true
  const before = fold(words[i - 1]?.text ?? '')
  if (NO_VERB_AFTER.has(before) || !isSecond) return false
  return before === 'and' || before === 'also' || before.endsWith('ly') || before === 'further'
}

/** Alone they say too little: they are shown with the word after them. */
const AUXILIARY = new Set(['will', 'shall', 'будут', 'готовы', 'намерены'])

interface Found { entry: Entry; from: number; to: number }

/** The longest entry whose words begin at `i`, with few words between them. */
function matchFrom(words: readonly Word[], i: number, entries: readonly Entry[]): { entry: Entry; to: number } | null {
  for (const entry of entries) {
    if (words[i]!.stem !== entry.stems[0]) continue
    let at = i
    const isWhole = entry.stems.slice(1).every((wanted) => {
      for (let skip = 1; skip <= 1 + GAP; skip++) {
        if (words[at + skip]?.stem === wanted) {
          at += skip
          return true
        }
      }
      return false
    })
    if (isWhole) return { entry, to: at }
  }
  return null
}

/** The longest entry that holds the word at `i`; its first word may stand before ("высоко оценили", "will consider"). */
function matchAround(words: readonly Word[], i: number, entries: readonly Entry[]): Found | null {
  let best: Found | null = null
  for (let from = Math.max(0, i - 1 - GAP); from <= i; from++) {
    const found = matchFrom(words, from, entries)
    if (found && found.to >= i && (!best || found.entry.stems.length > best.entry.stems.length)) best = { entry: found.entry, from, to: found.to }
  }
  return best
}

const APPOSITION = /^[^,]{1,80}/u

/** Who speaks: the words before the verb, up to a comma; of some of the states all that are named. */
function subjectOf(sentence: string, verb: number, offset: number, act: ReturnType<typeof actReader>): Sentence['subject'] {
  const { opening, narrowed } = act(sentence)
  if (opening !== 'subject') return null
  const before = sentence.slice(0, verb)
  const states = narrowed ? stateMentions(before) : []
  const last = states.at(-1)
  const text = last ? before.slice(0, last.to) : APPOSITION.exec(before)?.[0] ?? before
  const from = text.length - text.trimStart().length
  const trimmed = text.trim().replace(light(/\s+(?:вновь|также|высоко|в\s.*|с\s.*|также|also|highly|further|again)$/iu), '')
  return trimmed === '' ? null : { text: trimmed, narrowed, from: from + offset }
}
