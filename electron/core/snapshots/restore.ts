// Puts a snapshot in the library's place. What stood there, damaged or not, is kept whole beside it.
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '../../../shared/contract/error.ts'
import { flushFile, flushFolder } from '../db/folder.ts'
import { takeWriterLock } from '../db/lock.ts'
import { checkSnapshot, listSnapshots, snapshotFolder, snapshotName } from '../db/snapshot.ts'

/** Tells under which name the former library is kept; null where there was none. Throws `library-locked` while it is in use. */
export function restoreSnapshot(library: string, name: string, now: Date): string | null {
  if (!listSnapshots(library).some((snapshot) => snapshot.name === name)) throw new AppError('not-found', 'no such snapshot')
  const snapshot = join(snapshotFolder(library), name)
  checkSnapshot(snapshot)
  const lock = takeWriterLock(library)
  if (lock === 'held') throw new AppError('library-locked', 'the library is in use by another program')
  try {
    const former = `${library}-replaced-${snapshotName(now)}`
    const log = `${library}-wal`
    const restored = `${library}-new`
    const had = existsSync(library)
    if (had) copy(library, former)
    if (existsSync(log)) copy(log, `${former}-wal`)
    copy(snapshot, restored)
    flushFolder(dirname(library))
    // The log goes first: over the restored file it would be taken for that file's own.
    for (const aside of [log, `${library}-shm`]) rmSync(aside, { force: true })
    flushFolder(dirname(library))
    renameSync(restored, library)
    flushFolder(dirname(library))
    return had ? former : null
  } finally {
    lock.release()
  }
}

function copy(from: string, to: string): void {
  copyFileSync(from, to)
  flushFile(to)
}
