// Gaps of a lineage: declarations of the same parties, adopted after a wording of it, in which none was found. A declaration of
// other parties says nothing by its silence, nor does one in another language or of which only a press report is known.
import type { Grade } from '../model/words.ts'

export interface Known {
  id: string
  language: string
  grade: Grade
  date: string | null
  parties: readonly string[]
}

export interface Gap {
  id: string
  /** Index of the appearance it comes after. */
  after: number
}

/** `appearances` in order of date; `declarations` in any. */
export function gapsOf(appearances: readonly Known[], declarations: readonly Known[]): Gap[] {
  const within = new Set(appearances.map(({ id }) => id))
  return declarations.flatMap((one) => {
    if (within.has(one.id) || one.date === null || one.grade === 'press-report') return []
    const after = appearances.findLastIndex(({ date }) => date !== null && date < one.date!)
    const before = appearances[after]
    if (!before || before.parties.length === 0 || before.language !== one.language) return []
    const parties = new Set(one.parties)
    return before.parties.every((party) => parties.has(party)) ? [{ id: one.id, after, date: one.date }] : []
  }).sort((a, b) => a.after - b.after || (a.date < b.date ? -1 : 1)).map(({ id, after }) => ({ id, after }))
}
