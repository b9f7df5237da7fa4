// Where a paragraph comes from and how much of it is still word for word: what stands in its left margin.
import type { Source } from '../../../shared/model/index.ts'
import { diff } from '../../../shared/redline/diff.ts'
import { Vocabulary } from '../../../shared/redline/words.ts'

export interface Provenance {
  /** `new` where there is no earlier text. */
  state: 'verbatim' | 'edited' | 'new'
  citation: string | null
  number: string | null
  /** Words of the paragraph that stand in the earlier text in the same order, over all its words: 0…1. */
  verbatim: number
}

/** How a text stands to its source. */
export function provenanceOf(text: string, source: Source | undefined): Provenance {
  if (!source) return { state: 'new', citation: null, number: null, verbatim: 0 }
  const same = text.trim() === source.text.trim()
  return {
    state: same ? 'verbatim' : 'edited',
    citation: source.citation,
    number: source.number,
    verbatim: same ? 1 : verbatimShare(source.text, text),
  }
}

/** The shortest edit counts every word that stayed, where a readable one would give up stray ones. */
function verbatimShare(earlier: string, text: string): number {
  const vocabulary = new Vocabulary()
  const old = vocabulary.cut(earlier)
  const now = vocabulary.cut(text)
  const words = (from: number, to: number) => now.ids.slice(from, to).filter((id) => vocabulary.isWord[id]).length
  const kept = diff(old.ids, now.ids).reduce((sum, { equal, newFrom, newTo }) => sum + (equal ? words(newFrom, newTo) : 0), 0)
  const all = words(0, now.ids.length)
  // Rounded down: a share is never overstated. An edit that leaves every word (a comma, a deletion) is not "100 %".
  return all === 0 ? 0 : Math.min(Math.floor((100 * kept) / all), 99) / 100
}
