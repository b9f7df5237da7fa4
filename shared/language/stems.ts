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

/**
 * Stem of one word, in lower case with ё → е. A word is stemmed by its own script, so that Latin names in a Russian text
 * and Russian names in an English one are found too.
 */
export function stem(word: string, language: string): string {
  const folded = fold(word)
  // "ИИ" is no form of "и": so short a word is an abbreviation or a particle.
  if (folded.length < 3) return folded
  if (language.startsWith('ru') || language.startsWith('en')) {
    if (CYRILLIC.test(folded)) return russian(folded)
    if (LATIN.test(folded)) return english(folded.replaceAll('’', "'"))
  }
  return folded
}

/** Stems of every word of a text, in order, with the places of the words. */
export function stemsOf(text: string, language: string): Stem[] {
  return tokens(text).map(({ text: word, from, to }) => ({ stem: stem(word, language), from, to }))
}
