// One process at a time writes a library. The lock is a transaction held open on a small file beside it: the system lets go
// of it when the process ends, however it ends, so no stale lock has ever to be removed by hand.
import Database from 'better-sqlite3'

export interface WriterLock {
  release(): void
}

/** The lock, or `held` where another process or window has it. */
export function takeWriterLock(path: string): WriterLock | 'held' {
  const lock = new Database(`${path}-lock`, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return { release: () => void lock.close() }
  } catch (error) {
    lock.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return 'held'
    throw error
  }
}
