// The tasks of checking a library and of taking a snapshot, for a worker: a large library must not keep the windows waiting.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Bulk } from '../../../shared/contract/copies.ts'
import { isWhole } from '../db/check.ts'
import { openSqlite, type LibraryKey } from '../db/cipher.ts'
import { listSnapshots, newSnapshotName, snapshotFolder, takeSnapshot, type Contents } from '../db/snapshot.ts'
import { expectedFailure } from '../failures.ts'
import type { Task } from '../jobs/task.ts'
import { outdated } from './keeping.ts'

export interface SnapshotInput {
  library: string
  key: LibraryKey | null
  /** ISO time. */
  taken: string
  bulk: Bulk | null
}

/** Takes a snapshot and tells its name; only then those go whose time has passed. */
export const snapshotTask: Task<SnapshotInput, Contents & { name: string }> = ({ library, key, taken, bulk }) => {
  const now = new Date(taken)
  const sqlite = openSqlite(library, { readonly: true, fileMustExist: true }, key)
  try {
    const name = newSnapshotName(library, now, bulk)
    const contents = takeSnapshot(sqlite, library, name, key)
    for (const old of outdated(listSnapshots(library), now)) rmSync(join(snapshotFolder(library), old.name), { force: true })
    return { name, ...contents }
  } finally {
    sqlite.close()
  }
}

/** Tells whether every page of the library is what SQLite wrote. */
export const checkTask: Task<Pick<SnapshotInput, 'library' | 'key'>, boolean> = ({ library, key }) => {
  const sqlite = openSqlite(library, { readonly: true, fileMustExist: true }, key)
  try {
    return isWhole(sqlite)
  } catch (error) {
    if (expectedFailure(error)?.code === 'library-damaged') return false
    throw error
  } finally {
    sqlite.close()
  }
}
