// A backup: the library as one file where the officer wants it, checked before it gets its name, with the key file beside it where the
// library is encrypted. And the way back: such a file looked into, and laid out to take the library's place.
import { existsSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, isAbsolute, join } from 'node:path'
import type { BackupFile, MadeBackup } from '../../../shared/contract/copies.ts'
import { AppError } from '../../../shared/contract/error.ts'
import { decryptInPlace, encryptInPlace, isEncrypted, keyIdOf, openSqlite, type LibraryKey } from '../db/cipher.ts'
import { flushFile, flushFolder } from '../db/folder.ts'
import { examine, newer } from '../db/header.ts'
import { NEWEST, schemaVersion } from '../db/migrate.ts'
import { checkSnapshot, copyWhole, snapshotFolder } from '../db/snapshot.ts'
import { folderFailure } from '../failures.ts'
import type { Task } from '../jobs/task.ts'
import { carriedKeyFile, keyFileBeside, keyFileOf } from '../protection/keyFile.ts'
import { keyByPassphrase } from '../protection/keyring.ts'
import { layOut } from '../snapshots/restore.ts'

export interface BackupInput {
  library: string
  key: LibraryKey | null
  /** Full path. */
  file: string
  /** Over an earlier backup of that name. */
  replace: boolean
}

/** Throws `folder-missing`, `folder-read-only`, `backup-in-library`, `backup-there` or `library-foreign`, and writes nothing then. */
export const backupTask: Task<BackupInput, MadeBackup> = ({ library, key, file, replace }, report) => {
  mustBeElsewhere(library, file)
  if (existsSync(file)) {
    if (!replace) throw new AppError('backup-there', 'a file of that name is there', { name: basename(file) })
    // Nothing but a library goes under a backup, and whatever else was chosen by mistake stays.
    examine(file, NEWEST)
  }
  const sqlite = openSqlite(library, { readonly: true, fileMustExist: true }, key)
  try {
    let keyFile: string | null = null
    const contents = copyWhole(sqlite, file, join(dirname(file), `.${basename(file)}-unfinished`), key, {
      report,
      // Not sooner: an earlier backup of that name keeps its own key file until the new one is whole.
      beforeNamed() {
        keyFile = key && writeKeyBeside(library, key, file)
      },
    })
    return { kind: 'saved', path: file, size: statSync(file).size, keyFile, ...contents }
  } catch (error) {
    throw error instanceof AppError ? error : folderFailure(error, dirname(file)) ?? error
  } finally {
    sqlite.close()
  }
}

function mustBeElsewhere(library: string, file: string): void {
  const folder = dirname(file)
  if (!isAbsolute(file) || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new AppError('folder-missing', 'no such folder', { name: folder })
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new AppError('file-is-folder', 'a folder', { name: basename(file) })
  const own = realpathSync(dirname(library))
  const chosen = realpathSync(folder)
  // The library, its log, its key, and all that is kept of it begin with its name.
  const isOwn = chosen === own && basename(file).startsWith(basename(library))
  if (isOwn || chosen.startsWith(join(own, basename(snapshotFolder(library))))) throw new AppError('backup-in-library', 'a name of the library itself')
}

/** Without it only a recovery file would open the backup on another machine. */
function writeKeyBeside(library: string, key: LibraryKey, file: string): string | null {
  const carried = carriedKeyFile(library, key.id)
  if (carried === null) return null
  writeFileSync(keyFileOf(file), carried, { mode: 0o600 })
  flushFile(keyFileOf(file))
  flushFolder(dirname(file))
  return keyFileOf(file)
}

export interface LookAtBackup {
  file: string
  key: LibraryKey | null
}

/** What a file holds that is to be restored. Throws `library-foreign`, `library-newer`, `library-damaged`, `file-missing`. */
export const lookAtBackupTask: Task<LookAtBackup, Omit<BackupFile, 'id'>> = ({ file, key }) => {
  if (!isAbsolute(file) || !statSync(file, { throwIfNoEntry: false })?.isFile()) throw new AppError('file-missing', 'no such file', { name: file })
  examine(file, NEWEST)
  const found = statSync(file)
  const about = { name: basename(file), size: found.size, saved: found.mtime.toISOString() }
  const id = keyIdOf(file)
  if (id !== null && id !== key?.id) return { ...about, needs: keyFileBeside(file, id) === null ? 'key-file' : 'passphrase', contents: null }
  return { ...about, needs: null, contents: checked(file, key) }
}

function checked(file: string, key: LibraryKey | null) {
  const contents = checkSnapshot(file, key)
  const sqlite = openSqlite(file, { readonly: true, fileMustExist: true }, key)
  try {
    if (schemaVersion(sqlite) > NEWEST) throw newer()
    return contents
  } finally {
    sqlite.close()
  }
}

export interface LayOutBackup {
  library: string
  /** Of the library that stands there. */
  key: LibraryKey | null
  file: string
  /** Of the backup. */
  fileKey: LibraryKey | null
}

/** The copy that is to take the library's place, protected as that is: under its key, or plain. */
export const layOutBackupTask: Task<LayOutBackup, string> = ({ library, key, file, fileKey }) => {
  checked(file, fileKey)
  const isForeign = fileKey !== null && fileKey.id !== key?.id
  if (!isForeign) return layOut(library, file, key)
  const made = layOut(library, file, fileKey)
  const sqlite = openSqlite(made, { fileMustExist: true }, fileKey)
  try {
    decryptInPlace(sqlite)
    if (key && isEncrypted(library)) encryptInPlace(sqlite, key)
  } finally {
    sqlite.close()
  }
  flushFile(made)
  return made
}

/** The library's own, or the one that went along, by its passphrase. Throws `passphrase-wrong` and `key-file-missing`. */
export async function keyOfBackup(file: string, own: LibraryKey | null, passphrase: () => Promise<string>): Promise<LibraryKey | null> {
  const id = keyIdOf(file)
  if (id === null) return null
  if (id === own?.id) return own
  const keyFile = keyFileBeside(file, id)
  if (keyFile === null) throw new AppError('key-file-missing', 'no key file beside the backup', { name: basename(keyFileOf(file)) })
  return keyByPassphrase(keyFile, await passphrase())
}
