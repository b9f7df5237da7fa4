// One paragraph against the draft it stands in.
import { Taken } from '../language/taken.ts'
import type { Successor } from '../model/successors.ts'
import { checkDates } from './dates.ts'
import type { DraftFacts, Finding, FindingKind, SourceFacts } from '../model/finding.ts'
import { checkOrdinals } from './ordinals.ts'
import { checkPersons } from './persons.ts'
import { checkPlace, checkSuccessors } from './places.ts'
import { checkTerms } from './terms.ts'

/** Longer ones are no clauses, and are read so far. */
const LONGEST = 20_000

/** Of two that meet the one that says more: a city that is called otherwise is not only the earlier one. */
const RANK: Record<FindingKind, number> = { place: 0, renamed: 1, person: 2, office: 3, announced: 4, date: 5, year: 6, ordinal: 7, term: 8 }

const rank = ({ kind, proposal }: Finding) => (kind === 'place' && proposal === null ? RANK.renamed + 0.5 : RANK[kind])

/** Findings in the order of the text, none over another. `source` is null for words that come from no earlier text. */
export function checkParagraph(text: string, source: SourceFacts | null, draft: DraftFacts, successors: readonly Successor[]): Finding[] {
  const read = text.slice(0, LONGEST)
  const found = [
    ...checkPlace(read, source, draft), ...checkSuccessors(read, source, draft, successors), ...checkPersons(read, source, draft),
    ...checkDates(read, source, draft), ...checkOrdinals(read, source, draft), ...checkTerms(read, source, draft),
  ].sort((a, b) => rank(a) - rank(b) || a.from - b.from)
  const taken = new Taken(read.length)
  return found.filter(({ from, to }) => {
    if (!taken.isFree(from, to)) return false
    taken.take(from, to)
    return true
  }).sort((a, b) => a.from - b.from)
}
