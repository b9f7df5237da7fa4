// Which declarations the left column lets through, and in which order. Pure, so that it can be read and tested as a table.
import type { ClauseFilter, LibraryFacets } from '../../../shared/contract/library.ts'
import type { DeclarationSummary } from '../../../shared/model/declaration.ts'
import { readName } from '../../../shared/identity/index.ts'
import type { KnownDocument } from '../../../shared/model/document.ts'
import { facetsOf, filtersWithout, passes, passesNoted, type Counted } from '../../../shared/searching/index.ts'

const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е')

/** Read once for each of ten thousand declarations, not at every key. */
const named = new WeakMap<DeclarationSummary, string>()

function nameOf(summary: DeclarationSummary): string {
  const known = named.get(summary)
  if (known !== undefined) return known
  const { title, place, date, source, parties } = summary
  const name = plain([title, place, date, source, ...parties.flatMap((party) => [party.state, party.code])].filter(Boolean).join(' '))
  named.set(summary, name)
  return name
}

/** Whether title, place, date, parties or source hold every word of the query. */
export function isNamed(summary: DeclarationSummary, query: string): boolean {
  const name = nameOf(summary)
  return plain(query).split(/\s+/).filter(Boolean).every((word) => name.includes(word))
}

/** What a known document is found by: its words as written, and their stems. Read once, as the names of declarations are. */
const documents = new WeakMap<KnownDocument, { written: string; stems: ReadonlySet<string> }>()

function wordsOf(document: KnownDocument) {
  const known = documents.get(document)
  if (known) return known
  const { name, date, namedBy } = document
  const written = plain([name, date, ...namedBy.map(({ title }) => title)].filter(Boolean).join(' '))
  const words = { written, stems: new Set(readName(written).stems) }
  documents.set(document, words)
  return words
}

/** Tells whether the name of a document, or that of a report that names it, holds every word of the query in any form. */
export function namedBy(query: string): (document: KnownDocument) => boolean {
  const asked = plain(query).split(/\s+/).filter(Boolean).map((word) => ({ word, stems: readName(word).stems }))
  return (document) => {
    if (asked.length === 0) return true
    const { written, stems } = wordsOf(document)
    return asked.every(({ word, stems: its }) => written.includes(word) || its.some((stem) => stems.has(stem)))
  }
}

/** Code of a party, or its name where it has none: as facets and clause filters name it. */
export const partyKey = (party: { code?: string | undefined; state: string }): string => party.code ?? party.state

/** The declarations that the filter lets through; `section` speaks of clauses alone. */
export const letThrough = (all: readonly DeclarationSummary[], filter: ClauseFilter): DeclarationSummary[] =>
  all.filter((from) => passes(from, filter) && passesNoted({ from, own: null }, filter))

/** What can be chosen among the declarations named by `query`, counted. */
export function declarationFacets(all: readonly DeclarationSummary[], query: string, filter: ClauseFilter): LibraryFacets {
  const named = all.filter((each) => isNamed(each, query))
  const counted = (by: ClauseFilter) => facetsOf(letThrough(named, by).map((from): Counted => ({ from, own: null, count: 1 })))
  const facets = counted(filter)
  for (const { kind, filter: without } of filtersWithout(filter)) Object.assign(facets, { [kind]: counted(without)[kind] })
  return facets
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
