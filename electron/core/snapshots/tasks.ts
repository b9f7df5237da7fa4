// The task of taking a snapshot, for a worker: a long library must not keep the windows waiting.
import Database from 'better-sqlite3'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { listSnapshots, snapshotFolder, snapshotName, takeSnapshot, type Contents } from '../db/snapshot.ts'
import type { Task } from '../jobs/task.ts'
import { outdated } from './keeping.ts'

export interface SnapshotInput {
  library: string
  /** ISO time. */
  taken: string
}

/** Takes a snapshot; only then those go whose time has passed. */
export const snapshotTask: Task<SnapshotInput, Contents> = ({ library, taken }) => {
  const now = new Date(taken)
  const sqlite = new Database(library, { readonly: true, fileMustExist: true })
  try {
    const contents = takeSnapshot(sqlite, library, snapshotName(now))
    for (const { name } of outdated(listSnapshots(library), now)) rmSync(join(snapshotFolder(library), name), { force: true })
    return contents
  } finally {
    sqlite.close()
  }
}
