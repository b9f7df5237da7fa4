// Corrections as rows, and which clause stands for one that they name: the clause itself, or where its declaration is gone one of
// the same words and the same date.
import { createHash } from 'node:crypto'
import type { DeclarationSummary } from '../../../shared/model/declaration.ts'
import { plain } from '../../../shared/reporting/index.ts'
import type { LibraryFile, Row } from '../db/libraryFile.ts'

/** A clause as a correction knows it. */
export interface Named {
  id: string
  print: string
  date: string | null
}

export interface CorrectionRow extends Row {
  rowid: number
  kind: 'joined' | 'pinned' | 'apart'
  one: string
  one_print: string
  one_date: string | null
  other: string | null
  other_print: string | null
  other_date: string | null
  /** The act that made it, and the one that revoked it. */
  since: number
  until: number | null
}

export const CORRECTION = 'rowid, kind, one, one_print, one_date, other, other_print, other_date, since, until'

/** The clauses that a correction names: one, or the two of a pair. */
export const named = ({ one, one_print, one_date, other, other_print, other_date }: CorrectionRow): Named[] => [
  { id: one, print: one_print, date: one_date }, ...(other === null ? [] : [{ id: other, print: other_print!, date: other_date }]),
]

export const printOf = (text: string): string => createHash('sha256').update(plain(text)).digest('base64url').slice(0, 22)

type Present = Pick<DeclarationSummary, 'id' | 'date'>

/** Which clause in the library stands for one that a correction names. */
export class Standing {
  readonly #db: LibraryFile
  readonly #present: ReadonlyMap<string, Present>
  readonly #byDate = new Map<string | null, Map<string, string>>()

  constructor(db: LibraryFile, present: readonly Present[]) {
    this.#db = db
    this.#present = new Map(present.map((declaration) => [declaration.id as string, declaration]))
  }

  for({ id, print, date }: Named): string | null {
    const row = this.#db.get<{ declaration: string }>('SELECT declaration FROM clause WHERE id = ?', id)
    return row && this.#present.has(row.declaration) ? id : this.#of(date).get(print) ?? null
  }

  /** Clauses of one date by their print. */
  #of(date: string | null): Map<string, string> {
    const known = this.#byDate.get(date)
    if (known) return known
    const ids = [...this.#present.values()].filter((declaration) => declaration.date === date).map((declaration) => declaration.id)
    const rows = this.#db.all<{ id: string; text: string }>('SELECT id, text FROM clause WHERE declaration IN (SELECT value FROM json_each(?)) ORDER BY key', JSON.stringify(ids))
    const found = new Map(rows.map(({ id, text }) => [printOf(text), id]))
    this.#byDate.set(date, found)
    return found
  }
}
