// Puts a snapshot in the library's place. What stood there, damaged or not, is kept whole beside it.
import { chmodSync, copyFileSync, rmSync, statSync } from 'node:fs'
import { AppError } from '../../../shared/contract/error.ts'
import { encryptInPlace, isEncrypted, keyIdOf, openSqlite, passphraseNeeded, type LibraryKey } from '../db/cipher.ts'
import { flushFile } from '../db/folder.ts'
import { takeWriterLock } from '../db/lock.ts'
import { announceGrowing } from '../jobs/growing.ts'
import { putInPlace, snapshotPaths, type Former } from '../db/place.ts'
import { checkSnapshot } from '../db/snapshot.ts'
import { putBackKeyFile } from '../protection/carriedKey.ts'

/**
 * Tells under which name the former library is kept; null where there was none. In the place of an encrypted library a plain
 * snapshot is encrypted as that was. Throws `library-locked` while it is in use, `passphrase-needed` where `key` is missing.
 */
export function restoreSnapshot(library: string, name: string, now: Date, key: LibraryKey | null = null): string | null {
  const made = layOutSnapshot(library, name, key)
  try {
    return place(library, made, 'replaced', now)
  } finally {
    rmSync(made, { force: true })
  }
}

/** The snapshot of that name, from the first place where it lies whole. */
export function layOutSnapshot(library: string, name: string, key: LibraryKey | null): string {
  const found = snapshotPaths(library, name)
  for (const { path } of found.slice(0, -1)) {
    try {
      return layOut(library, path, key)
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'library-damaged')) throw error
    }
  }
  return layOut(library, found.at(-1)!.path, key)
}

/** Copies a snapshot that is whole beside the library, where it can take its place; the long part of the work. */
export function layOut(library: string, snapshot: string, key: LibraryKey | null): string {
  checkSnapshot(snapshot, key)
  if (isEncrypted(library) && !key) throw passphraseNeeded()
  const made = `${library}-restoring`
  rmSync(made, { force: true })
  const isWhole = announceGrowing(made, statSync(snapshot).size)
  try {
    copyFileSync(snapshot, made)
    chmodSync(made, 0o600)
    if (key && isEncrypted(library) && !isEncrypted(made)) encrypt(made, key)
    flushFile(made)
    return made
  } catch (error) {
    rmSync(made, { force: true })
    throw error
  } finally {
    isWhole()
  }
}

/** `putInPlace` under the writer's lock, with the key file of what is encrypted beside it. Throws `library-locked` while the library is in use. */
export function place(library: string, made: string, former: Former | null, now: Date): string | null {
  const lock = takeWriterLock(library)
  if (lock === 'held') throw new AppError('library-locked', 'the library is in use by another program')
  try {
    const id = keyIdOf(made)
    if (id !== null) putBackKeyFile(library, id, now)
    return putInPlace(library, made, former, now)
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
}
