// Where a paragraph comes from and how much of it is still word for word: what stands in its left margin.
import type { Source } from '../../../shared/model/index.ts'
import { wordDiff } from '../../../shared/redline/index.ts'

export interface Provenance {
  /** `new` where there is no earlier text. */
  state: 'verbatim' | 'edited' | 'new'
  citation: string | null
  number: string | null
  /** Words of the paragraph that stand in the earlier text in the same order, over all its words: 0…1. */
  verbatim: number
}

const words = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

/** How a text stands to its source. */
export function provenanceOf(text: string, source: Source | undefined): Provenance {
  if (!source) return { state: 'new', citation: null, number: null, verbatim: 0 }
  const kept = wordDiff(source.text, text).reduce((sum, { op, text: part }) => sum + (op === 'equal' ? words(part) : 0), 0)
  const all = words(text)
  const same = text.trim() === source.text.trim()
  return {
    state: same ? 'verbatim' : 'edited',
    citation: source.citation,
    number: source.number,
    // An edit that leaves every word (a comma, a deletion) is not "100 %".
    verbatim: same ? 1 : all === 0 ? 0 : Math.min(kept / all, 0.99),
  }
}
