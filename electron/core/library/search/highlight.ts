// Places of a clause that a query found, told by the same stems as the index.
import { stemsOf, type Stem } from '../../../../shared/language/stems.ts'
import { isLike, type Term } from './query.ts'

/** Ranges [from, to) of `text` to mark, in order, never overlapping. */
export function marksOf(text: string, language: string, terms: readonly Term[]): [number, number][] {
  const words = stemsOf(text, language)
  const marked = new Set<number>()
  for (const term of terms) {
    if (term.excluded) continue
    if (term.kind === 'part') words.forEach(({ stem }, index) => isLike(stem, term.patterns) && marked.add(index))
    else if (term.kind === 'word') {
      words.forEach(({ stem }, index) => {
        if (term.stems.includes(stem) || (term.prefix && stem.startsWith(term.prefix))) marked.add(index)
      })
    } else {
      for (const spelling of term.spellings) for (const at of placesOf(spelling, words)) spelling.forEach((_, i) => marked.add(at + i))
    }
  }
  return [...marked].sort((a, b) => a - b).map((index) => [words[index]!.from, words[index]!.to])
}

/** Indexes at which the words stand one after the other. */
const placesOf = (spelling: readonly string[], words: readonly Stem[]): number[] =>
  words.flatMap((_, at) => (spelling.every((stem, i) => words[at + i]?.stem === stem) ? [at] : []))
