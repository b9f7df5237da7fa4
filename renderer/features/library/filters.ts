// Which declarations and clauses the left column lets through. Pure, so that it can be read and tested as a table.
import type { ClauseFilter } from '../../../shared/contract/library.ts'
import type { DeclarationSummary } from '../../../shared/model/declaration.ts'
import type { DeclarationId } from '../../../shared/model/ids.ts'

export interface LibraryFilter {
  forms: readonly DeclarationSummary['form'][]
  /** Codes; a text matches when every one of them was party to it. */
  parties: readonly string[]
  grades: readonly DeclarationSummary['grade'][]
  languages: readonly string[]
  years: { from: number | null; to: number | null }
  /** Words of the section heading; clauses only. */
  section: string
  /** Only these declarations; empty lets all through. */
  declarations: readonly DeclarationId[]
}

export const NO_FILTER: LibraryFilter = {
  forms: [],
  parties: [],
  grades: [],
  languages: [],
  years: { from: null, to: null },
  section: '',
  declarations: [],
}

/** How many of the kinds of filter are in use. */
export const filtersInUse = (filter: LibraryFilter): number =>
  [
    filter.forms.length,
    filter.parties.length,
    filter.grades.length,
    filter.languages.length,
    filter.declarations.length,
  ].filter((count) => count > 0).length +
  (filter.years.from !== null || filter.years.to !== null ? 1 : 0) +
  (filter.section.trim() ? 1 : 0)

const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е')

/** Whether title, place, date, parties or source hold every word of the query. */
export function isNamed(summary: DeclarationSummary, query: string): boolean {
  const about = plain(
    [
      summary.title,
      summary.place,
      summary.date,
      summary.source,
      ...summary.parties.flatMap((party) => [party.state, party.code]),
    ]
      .filter(Boolean)
      .join(' '),
  )
  return plain(query)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => about.includes(word))
}

/** Code of a party, or its name where it has none: as facets and clause filters name it. */
export const partyKey = (party: { code?: string | undefined; state: string }): string => party.code ?? party.state

/** Whether a declaration passes the filter (all but `section`, which speaks of clauses). */
export function isLetThrough(summary: DeclarationSummary, filter: LibraryFilter): boolean {
  const year = summary.date ? Number(summary.date.slice(0, 4)) : null
  const { from, to } = filter.years
  return (
    (filter.forms.length === 0 || filter.forms.includes(summary.form)) &&
    (filter.grades.length === 0 || filter.grades.includes(summary.grade)) &&
    (filter.languages.length === 0 || filter.languages.includes(summary.language)) &&
    (filter.declarations.length === 0 || filter.declarations.includes(summary.id)) &&
    filter.parties.every((key) => summary.parties.some((party) => partyKey(party) === key)) &&
    ((from === null && to === null) || (year !== null && year >= (from ?? 0) && year <= (to ?? 9999)))
  )
}

/**
 * The filter as the clause search takes it. It knows no forms, so chosen forms become the declarations that have them;
 * `null` where none is left, and then nothing can be found.
 */
export function toClauseFilter(filter: LibraryFilter, all: readonly DeclarationSummary[]): ClauseFilter | null {
  const { from, to } = filter.years
  let declarations = filter.declarations
  if (filter.forms.length > 0) {
    const ofForm = all.filter((each) => filter.forms.includes(each.form)).map((each) => each.id)
    declarations = declarations.length > 0 ? declarations.filter((id) => ofForm.includes(id)) : ofForm
    if (declarations.length === 0) return null
  }
  return {
    ...(declarations.length > 0 && { declarations: [...declarations] }),
    ...(filter.parties.length > 0 && { parties: [...filter.parties] }),
    ...(filter.grades.length > 0 && { grades: [...filter.grades] }),
    ...(filter.languages.length > 0 && { languages: [...filter.languages] }),
    ...((from !== null || to !== null) && { years: { ...(from !== null && { from }), ...(to !== null && { to }) } }),
    ...(filter.section.trim() !== '' && { section: filter.section.trim() }),
  }
}

export type SortColumn = 'title' | 'form' | 'date' | 'grade' | 'language' | 'clauses'

export interface Sort {
  column: SortColumn
  descending: boolean
}

const GRADE_ORDER = ['official', 'unofficial-translation', 'press-report']

/** Declarations in the order of a column; those without a date come last either way. */
export function sorted(all: readonly DeclarationSummary[], sort: Sort, locale: string): DeclarationSummary[] {
  const words = new Intl.Collator(locale, { numeric: true })
  const by: Record<SortColumn, (a: DeclarationSummary, b: DeclarationSummary) => number> = {
    title: (a, b) => words.compare(a.title, b.title),
    form: (a, b) => words.compare(a.form, b.form),
    date: (a, b) => (a.date ?? '').localeCompare(b.date ?? ''),
    grade: (a, b) => GRADE_ORDER.indexOf(a.grade) - GRADE_ORDER.indexOf(b.grade),
    language: (a, b) => words.compare(a.language, b.language),
    clauses: (a, b) => a.clauses - b.clauses,
  }
  return [...all].sort((a, b) => {
    if (sort.column === 'date' && (a.date === null) !== (b.date === null)) return a.date === null ? 1 : -1
    return by[sort.column](a, b) * (sort.descending ? -1 : 1) || words.compare(a.title, b.title)
  })
}

/** The list with `value` added, or taken out where it was in. */
export const toggled = <T>(list: readonly T[], value: T): T[] =>
  list.includes(value) ? list.filter((each) => each !== value) : [...list, value]
