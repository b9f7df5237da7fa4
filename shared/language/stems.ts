// The stem of a word: what its forms share. Snowball for Russian and English; any other language keeps its plain words.
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as russian } from '@orama/stemmers/russian'
import { fold, tokens } from './tokens.ts'

export interface Stem {
  stem: string
  /** Range [from, to) of the word in the text. */
  from: number
  to: number
}

const CYRILLIC = /^[а-я]+$/u
const LATIN = /^[a-z'’]+$/u

/** Words met before with their stems: statements use few words, and stemming one costs more than looking it up. */
const stemmed = new Map<string, string>()
const MOST_KNOWN = 50_000

/**
 * Stem of one word, in lower case with ё → е. A word is stemmed by its own script, so that Latin names in a Russian text
 * and Russian names in an English one are found too.
 */
export function stem(word: string, language: string): string {
  if (!(language.startsWith('ru') || language.startsWith('en'))) return fold(word)
  const known = stemmed.get(word)
  if (known !== undefined) return known
  if (stemmed.size >= MOST_KNOWN) stemmed.clear()
  const found = stemOf(fold(word))
  stemmed.set(word, found)
  return found
}

function stemOf(folded: string): string {
  // "ИИ" is no form of "и": so short a word is an abbreviation or a particle.
  if (folded.length < 3) return folded
  if (CYRILLIC.test(folded)) return russian(folded)
  return LATIN.test(folded) ? english(folded.replaceAll('’', "'")) : folded
}

/** Stems of every word of a text, in order, with the places of the words. */
export function stemsOf(text: string, language: string): Stem[] {
  return tokens(text).map(({ text: word, from, to }) => ({ stem: stem(word, language), from, to }))
}
