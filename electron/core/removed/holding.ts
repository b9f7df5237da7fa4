// Whether a copy of the library holds a text still.
import type { RemovedRef } from '../../../shared/contract/removed.ts'
import { openSqlite, type LibraryKey } from '../db/cipher.ts'

/** A copy that cannot be read counts: nobody can say what it holds. */
export function holds(path: string, texts: readonly RemovedRef[], key: LibraryKey | null): boolean {
  try {
    const sqlite = openSqlite(path, { readonly: true, fileMustExist: true }, key)
    try {
      return texts.some(({ kind, id }) => sqlite.prepare(`SELECT 1 FROM ${kind} WHERE id = ?`).get(id) !== undefined)
    } finally {
      sqlite.close()
    }
  } catch {
    return true
  }
}
