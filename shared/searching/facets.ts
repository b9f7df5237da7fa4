// What declarations and clauses can be filtered by, counted.
import type { LibraryFacets } from '../contract/library.ts'
import { fold } from '../language/tokens.ts'
import type { Party } from '../model/declaration.ts'
import { isFavourite, labelsOf, reasonOf, yearOf, type Noted } from './filter.ts'

/** How many are such. */
export interface Counted extends Noted {
  count: number
}

/** Counts by what can be chosen; the most frequent first, years newest first. */
export function facetsOf(all: readonly Counted[]): LibraryFacets {
  return {
    parties: partiesOf(all),
    languages: countedBy(all, ({ from }) => [from.language]),
    grades: countedBy(all, ({ from }) => [from.grade]),
    forms: countedBy(all, ({ from }) => [from.form]),
    years: countedBy(all, ({ from }) => (from.date ? [yearOf(from.date)] : [])).sort((a, b) => b.value - a.value),
    statuses: countedBy(all, ({ from }) => [from.status]),
    tags: countedBy(all, (each) => labelsOf(each, 'tags')),
    topics: countedBy(all, (each) => labelsOf(each, 'topics')),
    favourites: sum(all.filter(isFavourite)),
    barred: sum(all.filter((each) => reasonOf(each) !== null)),
  }
}

const sum = (all: readonly Counted[]) => all.reduce((total, { count }) => total + count, 0)

function countedBy<T extends string | number>(all: readonly Counted[], valuesOf: (each: Counted) => readonly T[]): { value: T; count: number }[] {
  const counts = new Map<T, number>()
  for (const each of all) for (const value of valuesOf(each)) counts.set(value, (counts.get(value) ?? 0) + each.count)
  return [...counts].map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || String(a.value).localeCompare(String(b.value)))
}

/** A party is known by its code, or by its name where it has none; the name shown is the one met first. */
function partiesOf(all: readonly Counted[]): LibraryFacets['parties'] {
  const facets = new Map<string, LibraryFacets['parties'][number]>()
  for (const { from: { parties }, count } of all) {
    for (const [key, party] of new Map(parties.map((party) => [keyOf(party), party]))) {
      const facet = facets.get(key) ?? { code: party.code ?? '', state: party.state, count: 0 }
      facet.count += count
      facets.set(key, facet)
    }
  }
  return [...facets.values()].sort((a, b) => b.count - a.count || a.state.localeCompare(b.state))
}

const keyOf = (party: Party) => party.code ?? fold(party.state)
