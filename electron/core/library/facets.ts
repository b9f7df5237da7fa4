// What the library can be filtered by, counted over its declarations, and the filter itself.
import type { ClauseFilter, LibraryFacets } from '../../../shared/contract/library.ts'
import { fold } from '../../../shared/language/tokens.ts'
import type { DeclarationSummary, Party } from '../../../shared/model/declaration.ts'

/** Counts of declarations by party, language, grade, form and year; the most frequent first, years newest first. */
export function facetsOf(declarations: readonly DeclarationSummary[]): LibraryFacets {
  const years = counted(declarations.flatMap(({ date }) => (date ? [Number(date.slice(0, 4))] : [])))
  return {
    parties: partiesOf(declarations),
    languages: counted(declarations.map(({ language }) => language)),
    grades: counted(declarations.map(({ grade }) => grade)),
    forms: counted(declarations.map(({ form }) => form)),
    years: years.sort((a, b) => b.value - a.value),
  }
}

function counted<T extends string | number>(values: readonly T[]): { value: T; count: number }[] {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count)
}

/** A party is known by its code, or by its name where it has none; the name shown is the one met first. */
function partiesOf(declarations: readonly DeclarationSummary[]): LibraryFacets['parties'] {
  const facets = new Map<string, LibraryFacets['parties'][number]>()
  for (const { parties } of declarations) {
    for (const [key, party] of new Map(parties.map((party) => [keyOf(party), party]))) {
      const facet = facets.get(key) ?? { code: party.code ?? '', state: party.state, count: 0 }
      facet.count++
      facets.set(key, facet)
    }
  }
  return [...facets.values()].sort((a, b) => b.count - a.count || a.state.localeCompare(b.state))
}

const keyOf = (party: Party) => party.code ?? fold(party.state)

/** Whether the filter keeps any declaration out. */
export const narrows = ({ declarations, languages, grades, parties, years }: ClauseFilter): boolean =>
  years?.from !== undefined || years?.to !== undefined || [declarations, languages, grades, parties].some((list) => list !== undefined && list.length > 0)

/** Whether a declaration passes the part of the filter that speaks of declarations. */
export function passes(declaration: DeclarationSummary, filter: ClauseFilter): boolean {
  const { declarations, languages, grades, years, parties } = filter
  if (declarations?.length && !declarations.includes(declaration.id)) return false
  if (languages?.length && !languages.includes(declaration.language)) return false
  if (grades?.length && !grades.includes(declaration.grade)) return false
  if (years?.from !== undefined || years?.to !== undefined) {
    const year = declaration.date ? Number(declaration.date.slice(0, 4)) : null
    if (year === null || year < (years.from ?? 0) || year > (years.to ?? 9999)) return false
  }
  return (parties ?? []).every((wanted) => declaration.parties.some((party) => isParty(party, wanted)))
}

const isParty = ({ code, state }: Party, wanted: string) => code === wanted.toUpperCase() || fold(state) === fold(wanted.trim())
