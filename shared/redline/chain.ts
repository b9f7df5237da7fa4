// One paragraph through a chain of texts, each compared with the one before: the versions of a draft, say. A paragraph that was
// split or merged on the way is followed in all its parts.
import type { Comparison, Row } from '../model/comparison.ts'
import type { Wording } from '../model/wording.ts'

/** The wordings of paragraph `paragraph` of text `start`, one for each text: `chain` has one comparison fewer. */
export function wordings(chain: readonly Comparison[], start: number, paragraph: number): Wording[] {
  const at: number[][] = Array.from({ length: chain.length + 1 }, () => [])
  at[start] = [paragraph]
  for (let text = start; text > 0; text--) at[text - 1] = across(chain[text - 1]!.rows, at[text]!, 'new', 'old')
  for (let text = start; text < chain.length; text++) at[text + 1] = across(chain[text]!.rows, at[text]!, 'old', 'new')
  return at.map((places, text) => {
    if (text === 0) return { paragraphs: places.map((index) => chain[0]!.old.paragraphs[index]!), rows: [] }
    const { rows, new: now } = chain[text - 1]!
    const before = at[text - 1]!
    return {
      paragraphs: places.map((index) => now.paragraphs[index]!),
      rows: rows.filter((row) => row.new.some((index) => places.includes(index)) || row.old.some((index) => before.includes(index))),
    }
  })
}

const across = (rows: readonly Row[], places: readonly number[], from: 'old' | 'new', to: 'old' | 'new'): number[] =>
  [...new Set(rows.filter((row) => row[from].some((index) => places.includes(index))).flatMap((row) => row[to]))].sort((a, b) => a - b)
