// Puts a snapshot in the library's place. What stood there, damaged or not, is kept whole beside it.
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '../../../shared/contract/error.ts'
import { encryptInPlace, isEncrypted, openSqlite, passphraseNeeded, type LibraryKey } from '../db/cipher.ts'
import { flushFile, flushFolder } from '../db/folder.ts'
import { takeWriterLock } from '../db/lock.ts'
import { checkSnapshot, listSnapshots, snapshotFolder, snapshotName } from '../db/snapshot.ts'

/**
 * Tells under which name the former library is kept; null where there was none. In the place of an encrypted library a plain
 * snapshot is encrypted as that was. Throws `library-locked` while it is in use, `passphrase-needed` where `key` is missing.
 */
export function restoreSnapshot(library: string, name: string, now: Date, key: LibraryKey | null = null): string | null {
  if (!listSnapshots(library).some((snapshot) => snapshot.name === name)) throw new AppError('not-found', 'no such snapshot')
  const snapshot = join(snapshotFolder(library), name)
  checkSnapshot(snapshot, key)
  if (isEncrypted(library) && !key) throw passphraseNeeded()
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
    if (key && isEncrypted(library) && !isEncrypted(restored)) encrypt(restored, key)
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

function encrypt(file: string, key: LibraryKey): void {
  const sqlite = openSqlite(file, { fileMustExist: true }, null)
  try {
    encryptInPlace(sqlite, key)
  } finally {
    sqlite.close()
  }
  flushFile(file)
}

function copy(from: string, to: string): void {
  copyFileSync(from, to)
  flushFile(to)
}
