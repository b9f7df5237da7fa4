// What is known about all declarations, and what is noted about them and their clauses: read once and kept until it changes, since
// every search needs it.
import { UNCURATED, type Curation } from '../../../shared/model/curation.ts'
import type { DeclarationId } from '../../../shared/model/ids.ts'
import type { LibraryFile } from '../db/libraryFile.ts'
import { readClauseCurations } from './curating/rows.ts'
import { readDeclarations, type StoredDeclaration } from './rows.ts'

export interface Shelf {
  byId: ReadonlyMap<DeclarationId, StoredDeclaration>
  /** All but those taken out, newest text first. */
  present: readonly StoredDeclaration[]
  /** The declaration that the clause with this key stands in. The clauses of one have neighbouring keys, in the order of the text. */
  holding(key: number): StoredDeclaration
  /** Of clauses that something is noted about, by key. */
  curations: ReadonlyMap<number, Curation>
  curationOf(key: number): Curation
}

export type ReadShelf = () => Shelf

/** Reads the shelf of a library as it is now. */
export function createShelf(db: LibraryFile): ReadShelf {
  let declarations: { changes: number; known: Pick<Shelf, 'byId' | 'present' | 'holding'> } | null = null
  let curations: { changes: number; known: ReadonlyMap<number, Curation> } | null = null
  return () => {
    const { library, curation } = db.get<{ library: number; curation: number }>(
      'SELECT (SELECT count FROM library_changes) AS library, (SELECT count FROM curation_changes) AS curation',
    )!
    const changes = library + curation
    if (declarations?.changes !== changes) declarations = { changes, known: arranged(readDeclarations(db)) }
    if (curations?.changes !== curation) curations = { changes: curation, known: readClauseCurations(db) }
    const { known } = curations
    return { ...declarations.known, curations: known, curationOf: (key) => known.get(key) ?? UNCURATED }
  }
}

function arranged(all: readonly StoredDeclaration[]): Pick<Shelf, 'byId' | 'present' | 'holding'> {
  const inOrder = all.filter((each) => each.firstKey !== null).sort((a, b) => a.firstKey! - b.firstKey!)
  const firsts = inOrder.map((each) => each.firstKey!)
  let last = 0
  return {
    byId: new Map(all.map((entry) => [entry.id, entry])),
    present: all.filter((entry) => entry.removed === null),
    // Keys are mostly asked for in order: the next one stands in the same declaration.
    holding(key) {
      if (key < (firsts[last] ?? Infinity) || key >= (firsts[last + 1] ?? Infinity)) last = lastUpTo(firsts, key)
      return inOrder[last]!
    },
  }
}

/** Index of the last of the ascending numbers that is no greater; 0 where all are. */
function lastUpTo(ascending: readonly number[], most: number): number {
  let [from, to] = [0, ascending.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (ascending[middle]! <= most) from = middle + 1
    else to = middle
  }
  return Math.max(0, from - 1)
}
