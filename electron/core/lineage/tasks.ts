// The task of comparing clauses that came in, for a worker: it reads the library beside the backend and writes nothing.
import { AppError } from '../../../shared/contract/error.ts'
import { openSqlite, type LibraryKey } from '../db/cipher.ts'
import { connect } from '../db/connection.ts'
import type { PartTask } from '../jobs/task.ts'
import { Comparer } from './comparer.ts'
import { pendingKeys, readNew, type Compared } from './kinship.ts'

/** Clauses handed over together, for one write: some tenths of a second of a large library. */
const PART = 200

/** Hands over part by part what becomes of the clauses that wait. */
export const kinshipTask: PartTask<{ library: string; key: LibraryKey | null }, Compared> = ({ library, key }, _report, deliver) => {
  const sqlite = openSqlite(library, { readonly: true, fileMustExist: true }, key)
  try {
    const db = connect(library, sqlite, { refusal: () => new AppError('library-read-only', 'a worker only reads') })
    const comparer = new Comparer(db)
    for (let keys = pendingKeys(db, PART, 0, comparer.last); keys.length > 0; keys = pendingKeys(db, PART, keys.at(-1)!, comparer.last)) {
      const pairs = readNew(db, keys).flatMap((clause) => {
        const steps = comparer.pairsOf(clause)
        for (;;) {
          const step = steps.next()
          if (step.done) return step.value
        }
      })
      deliver({ keys, pairs })
    }
  } finally {
    sqlite.close()
  }
}
