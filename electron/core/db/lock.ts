// One process at a time writes a library. The lock is a transaction held open on a small file beside it: the system lets go
// of it when the process ends, however it ends, so no stale lock has ever to be removed by hand.
import Database from 'better-sqlite3'

export interface WriterLock {
  release(): void
}

/** The lock, `held` where another process or window has it, or `unwritable` where the folder takes no files. */
export function takeWriterLock(path: string): WriterLock | 'held' | 'unwritable' {
  let lock: Database.Database
  try {
    lock = new Database(`${path}-lock`, { timeout: 0 })
  } catch {
    return 'unwritable'
  }
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return { release: () => void lock.close() }
  } catch (error) {
    lock.close()
    return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY') ? 'held' : 'unwritable'
  }
}
