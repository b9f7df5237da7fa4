// Which declarations and clauses a filter lets through. Pure: the backend searches by it, the screen filters its table by it.
import type { ClauseFilter } from '../contract/library.ts'
import { fold } from '../language/tokens.ts'
import { holdsLabel, type Curation } from '../model/curation.ts'
import type { DeclarationSummary, Party } from '../model/declaration.ts'

/** A declaration, or a clause as what its declaration is and what is noted about the two. */
export interface Noted {
  from: DeclarationSummary
  /** Of the clause itself; null for the declaration. */
  own: Curation | null
}

/** A clause has the labels of its declaration too, and is barred with it. */
export const labelsOf = ({ from, own }: Noted, kind: 'tags' | 'topics'): string[] =>
  own === null ? from.curation[kind] : [...new Set([...own[kind], ...from.curation[kind]])]
export const reasonOf = ({ from, own }: Noted): string | null => own?.barred ?? from.curation.barred
export const isFavourite = ({ from, own }: Noted): boolean => own?.favourite ?? from.curation.favourite
export const yearOf = (date: string): number => Number(date.slice(0, 4))

const any = (list: readonly unknown[] | undefined) => list !== undefined && list.length > 0

/** Whether the filter keeps any declaration out. */
export const narrows = ({ declarations, languages, grades, parties, years, forms, statuses }: ClauseFilter): boolean =>
  years?.from !== undefined || years?.to !== undefined || [declarations, languages, grades, parties, forms, statuses].some(any)

/** Whether a declaration passes the part of the filter that speaks of declarations. */
export function passes(declaration: DeclarationSummary, filter: ClauseFilter): boolean {
  const { declarations, languages, grades, years, parties, forms, statuses } = filter
  if (declarations?.length && !declarations.includes(declaration.id)) return false
  if (languages?.length && !languages.includes(declaration.language)) return false
  if (grades?.length && !grades.includes(declaration.grade)) return false
  if (forms?.length && !forms.includes(declaration.form)) return false
  if (statuses?.length && !statuses.includes(declaration.status)) return false
  if (years?.from !== undefined || years?.to !== undefined) {
    const year = declaration.date ? yearOf(declaration.date) : null
    if (year === null || year < (years.from ?? 0) || year > (years.to ?? 9999)) return false
  }
  return (parties ?? []).every((wanted) => declaration.parties.some((party) => isParty(party, wanted)))
}

const isParty = ({ code, state }: Party, wanted: string) => code === wanted.toUpperCase() || fold(state) === fold(wanted.trim())

/** Whether the filter tells clauses of one declaration from each other. */
export const narrowsClauses = ({ tags, topics, favourites, reuse }: ClauseFilter): boolean =>
  any(tags) || any(topics) || favourites === true || reuse !== undefined

/** Whether a clause passes the part of the filter that speaks of what is noted. */
export const passesNoted = (clause: Noted, { tags, topics, favourites, reuse }: ClauseFilter): boolean =>
  (tags ?? []).every((tag) => holdsLabel(labelsOf(clause, 'tags'), tag)) &&
  (topics ?? []).every((topic) => holdsLabel(labelsOf(clause, 'topics'), topic)) &&
  (!favourites || isFavourite(clause)) &&
  (reuse === undefined || (reuse === 'barred') === (reasonOf(clause) !== null))

/** Kinds of which any chosen value will do. */
const ANY_OF = ['forms', 'languages', 'grades', 'statuses', 'years'] as const

/** For each kind that is chosen from, the filter without it: the other values are counted so. */
export const filtersWithout = (filter: ClauseFilter): { kind: (typeof ANY_OF)[number]; filter: ClauseFilter }[] =>
  ANY_OF.filter((kind) => narrows({ [kind]: filter[kind] })).map((kind) => ({ kind, filter: { ...filter, [kind]: undefined } }))
