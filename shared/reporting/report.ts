// The report of a comparison: fates that add up, new language, figures and names, verbs.
import type { ComparedText, Comparison } from '../model/comparison.ts'
import type { Phrasebook } from '../model/phrasebook.ts'
import { FATES, type Fate, type Report, type ReportedText } from '../model/report.ts'
import { factChanges } from './facts.ts'
import { fatesOf } from './fates.ts'
import { isClause, placesOf } from './places.ts'
import { verbChanges } from './verbs.ts'

/** The phrasebook in the language of the texts, or why there is none. */
export type BookGiven = Phrasebook | 'none' | 'unreadable'

export function reportOf(comparison: Comparison, book: BookGiven): Report {
  const { old, new: now } = comparison
  const places = { old: placesOf(old), new: placesOf(now) }
  const { all, added, links } = fatesOf(comparison)
  const clauses = all.filter(({ place }) => isClause(place.kind))
  const fates = Object.fromEntries(FATES.map((fate) => [fate, clauses.filter((clause) => clause.fate === fate).length])) as Record<Fate, number>
  const hasBook = typeof book !== 'string'
  const { changes: verbs, tenses } = hasBook ? verbChanges(comparison, links, places, book) : { changes: [], tenses: 0 }
  return {
    old: told(old),
    new: told(now),
    fates,
    clauses,
    apart: all.filter(({ place, fate }) => !isClause(place.kind) && fate !== 'kept'),
    added,
    facts: factChanges(comparison, links, places),
    verbs,
    tenses,
    phrasebook: hasBook ? 'read' : book,
    ladder: hasBook ? book.ladder.map((step) => step.name) : [],
  }
}

const told = ({ name, language, date, paragraphs }: ComparedText): ReportedText =>
  ({ name, language, date, clauses: paragraphs.filter(({ kind }) => isClause(kind)).length })
