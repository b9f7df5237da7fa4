// Searches that are kept, between two libraries: the same one stands once, and one whose name another has here gets a name of its own.
import { isDeepStrictEqual } from 'node:util'
import { MOST_SEARCH_NAME } from '../../../shared/model/curation.ts'
import type { CarriedSearch, CarrySummary } from '../../../shared/model/carry.ts'
import type { DeclarationId } from '../../../shared/model/ids.ts'
import type { LibraryFile, Row } from '../db/libraryFile.ts'

interface Difference {
  fresh: CarriedSearch[]
  counts: CarrySummary['searches']
}

export const searchesIn = (db: LibraryFile): CarriedSearch[] =>
  db.all<Row>('SELECT id, name, query, filter, saved FROM saved_search ORDER BY id').map((row) => ({
    kind: 'search', id: row['id'] as CarriedSearch['id'], name: String(row['name']), query: String(row['query']),
    filter: JSON.parse(String(row['filter'])) as CarriedSearch['filter'], saved: String(row['saved']),
  }))

/** By the ids that the declarations it is narrowed to have here. */
export const searchHere = (search: CarriedSearch, idHere: (id: DeclarationId) => DeclarationId): CarriedSearch => {
  const { declarations } = search.filter
  return Array.isArray(declarations) ? { ...search, filter: { ...search.filter, declarations: declarations.map(idHere) } } : search
}

const lookFor = ({ query, filter }: CarriedSearch) => ({ query, filter })

export function compareSearches(db: LibraryFile, theirs: readonly CarriedSearch[]): Difference {
  const here = searchesIn(db)
  const names = namesOf(here)
  const fresh = theirs.filter((search) => !here.some((own) => isDeepStrictEqual(lookFor(own), lookFor(search))))
  return { fresh, counts: { new: fresh.length, same: theirs.length - fresh.length, renamed: fresh.filter(({ name }) => names.has(name.toLowerCase())).length } }
}

/** Inside a write. `suffix` ends a name that is taken. */
export function writeSearches(db: LibraryFile, { fresh }: Difference, { suffix, newId }: { suffix: string; newId: () => string }): void {
  const here = searchesIn(db)
  const [ids, names] = [new Set<string>(here.map(({ id }) => id)), namesOf(here)]
  for (const search of fresh) {
    const [id, name] = [ids.has(search.id) ? newId() : search.id, freeName(search.name, suffix, names)]
    names.add(name.toLowerCase())
    db.run('INSERT INTO saved_search (id, name, query, filter, saved) VALUES (?, ?, ?, ?, ?)', id, name, search.query, JSON.stringify(search.filter), search.saved)
  }
}

const namesOf = (searches: readonly CarriedSearch[]) => new Set(searches.map(({ name }) => name.toLowerCase()))

function freeName(name: string, suffix: string, taken: ReadonlySet<string>): string {
  for (let tries = 0; ; tries++) {
    const end = tries === 0 ? '' : tries === 1 ? suffix : `${suffix} ${tries}`
    const candidate = name.slice(0, Math.max(0, MOST_SEARCH_NAME - end.length)) + end
    if (!taken.has(candidate.toLowerCase())) return candidate
  }
}
