// The filter of a search as a function that SQLite calls for each match: what passes is known in memory, and a look into the table
// of clauses for each of a hundred thousand matches takes fifty times as long.
import type { LibraryFile } from '../../db/libraryFile.ts'

export interface Wanted {
  /** No clause outside of these keys passes. */
  from: number
  to: number
  has: (key: number) => boolean
}

const asked = new WeakMap<LibraryFile, { wanted: Wanted | null }>()

/** Runs `act` while `is_wanted(key)` tells what passes. */
export function onlyWanted<T>(db: LibraryFile, wanted: Wanted | null, act: () => T): T {
  const filter = asked.get(db) ?? declare(db)
  filter.wanted = wanted
  try {
    return act()
  } finally {
    filter.wanted = null
  }
}

function declare(db: LibraryFile): { wanted: Wanted | null } {
  const filter: { wanted: Wanted | null } = { wanted: null }
  asked.set(db, filter)
  db.sqlite.function('is_wanted', { directOnly: true }, (key) => (filter.wanted?.has(Number(key)) ? 1 : 0))
  return filter
}
