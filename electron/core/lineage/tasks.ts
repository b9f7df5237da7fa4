// The task of comparing clauses that came in, for a worker: it reads the library beside the backend and writes nothing.
import { AppError } from '../../../shared/contract/error.ts'
import { openSqlite, type LibraryKey } from '../db/cipher.ts'
import { connect } from '../db/connection.ts'
import type { Task } from '../jobs/task.ts'
import { languagesOf, pairsOf, readNew, stemCounts, type KeyPair } from './kinship.ts'

export const kinshipTask: Task<{ library: string; key: LibraryKey | null; keys: number[] }, KeyPair[]> = ({ library, key, keys }) => {
  const sqlite = openSqlite(library, { readonly: true, fileMustExist: true }, key)
  try {
    const db = connect(library, sqlite, { refusal: () => new AppError('library-read-only', 'a worker only reads') })
    const languages = languagesOf(db)
    const countsOf = stemCounts(db)
    const pairs: KeyPair[] = []
    for (const clause of readNew(db, keys)) {
      const steps = pairsOf(db, clause, (declaration) => languages.get(declaration), countsOf)
      let step = steps.next()
      while (!step.done) step = steps.next()
      pairs.push(...step.value)
    }
    return pairs
  } finally {
    sqlite.close()
  }
}
