// Opens the library, or makes a new one where there is none. A file that is damaged, newer, foreign or locked is refused
// with the reason and left as it is: an empty library is never put over one that cannot be read. What may not be written, or
// has no room to be, is read all the same.
import Database from 'better-sqlite3'
import { chmodSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { AppError } from '../../../shared/contract/error.ts'
import { expectedFailure } from '../failures.ts'
import { isEncrypted, keepInMemory, openSqlite, type LibraryKey } from './cipher.ts'
import { check, isSoonChecked, mustBeWhole, SOON_CHECKED } from './check.ts'
import { connect } from './connection.ts'
import { flushFolder } from './folder.ts'
import { APPLICATION_ID, damaged, examine, isWritable } from './header.ts'
import type { LibraryFile } from './libraryFile.ts'
import { removeLeftovers } from './leftovers.ts'
import { takeWriterLock, type WriterLock } from './lock.ts'
import { migrate, NEWEST, schemaVersion } from './migrate.ts'
import type { Migration } from './migrations/index.ts'
import { newSnapshotName, takeSnapshot } from './snapshot.ts'

/** How long a statement waits for another program, in ms. The window waits with it, so it is short. */
const PATIENCE = 1000

/** Bytes 18 and 19 of a SQLite file say whether it keeps a write-ahead log. */
const WAL_MARK_AT = 18

const readOnly = () => new AppError('library-read-only', 'the library may only be read')
const folderReadOnly = (file: string) => new AppError('folder-read-only', 'the folder may only be read', { name: dirname(file) })
const locked = () => new AppError('library-locked', 'the library is in use by another program')
const diskFull = () => new AppError('disk-full', 'the disk is full')

export interface OpenOptions {
  /** For a library that is encrypted. */
  key?: LibraryKey | null
  /** Throws `library-locked` where another process writes the library, rather than opening it for reading. */
  mustWrite?: boolean
  /** In bytes. A larger file that was closed is not checked whole before it opens, see `check.ts`. */
  soonChecked?: number
}

/** Opens the library file at `path`; ":memory:" makes one that lives as long as it is open. */
export function openLibrary(path: string, { key = null, mustWrite = false, soonChecked = SOON_CHECKED }: OpenOptions = {}): LibraryFile {
  if (path === ':memory:') return openInMemory()
  const file = resolve(path)
  const found = examine(file, NEWEST)
  const reading = (refusal: () => AppError) => openForReading(file, key, soonChecked, refusal)
  if (!isWritable(dirname(file))) return reading(found === 'missing' ? () => folderReadOnly(file) : readOnly)
  if (found === 'present' && !isWritable(file)) return reading(readOnly)
  try {
    const lock = takeWriterLock(file)
    if (lock !== 'held') return openForWriting(file, key, soonChecked, lock)
  } catch (error) {
    if (found === 'missing' || !isDiskFull(error)) throw error
    return reading(diskFull)
  }
  if (mustWrite) throw locked()
  return reading(locked)
}

/** Lets go of the lock where the file cannot be opened. */
function openForWriting(file: string, key: LibraryKey | null, soonChecked: number, lock: WriterLock): LibraryFile {
  try {
    removeLeftovers(file)
    // Looked at again under the lock: another process may have just made the file.
    if (examine(file, NEWEST) === 'missing') create(file)
    const inDoubt = mustBeWhole(file, soonChecked)
    const sqlite = open(file, key)
    try {
      const wasChecked = prepareForWriting(sqlite, file, key, inDoubt)
      return connect(file, sqlite, { key: isEncrypted(file) ? key : null, wasChecked, release: () => lock.release() })
    } catch (error) {
      sqlite.close()
      throw error
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

function openInMemory(): LibraryFile {
  const sqlite = new Database(':memory:')
  sqlite.pragma('foreign_keys = ON')
  keepInMemory(sqlite)
  migrate(sqlite)
  return connect(':memory:', sqlite, {})
}

/** Without the writer's lock: reads work, and each attempt to write fails with `refusal`. */
function openForReading(file: string, key: LibraryKey | null, soonChecked: number, refusal: () => AppError): LibraryFile {
  if (examine(file, NEWEST) === 'missing') throw refusal()
  const sqlite = openReadOnly(file, key, refusal)
  try {
    check(sqlite, file, isSoonChecked(file, soonChecked))
    // An older schema needs a step that cannot be made now.
    if (schemaVersion(sqlite) !== NEWEST) throw refusal()
    return connect(file, sqlite, { key: isEncrypted(file) ? key : null, refusal })
  } catch (error) {
    sqlite.close()
    throw error
  }
}

/**
 * A damaged library, for reading what can be read of it; it is left as it is. Throws `library-damaged` where not even lists can be,
 * and where its schema is an older one.
 */
export function openDamaged(path: string, key: LibraryKey | null): LibraryFile {
  const file = resolve(path)
  const sqlite = openReadOnly(file, key, damaged)
  try {
    if (schemaVersion(sqlite) !== NEWEST) throw damaged()
    for (const table of ['setting', 'declaration', 'party', 'draft']) sqlite.prepare(`SELECT count(*) FROM ${table} NOT INDEXED`).get()
    return connect(file, sqlite, { key: isEncrypted(file) ? key : null, refusal: damaged })
  } catch (error) {
    sqlite.close()
    throw error
  }
}

/** A new library is complete before it has its name, so that a crash leaves no half of one. */
function create(file: string): void {
  const unfinished = `${file}-new`
  for (const leftover of [unfinished, `${unfinished}-journal`]) rmSync(leftover, { force: true })
  try {
    makeEmpty(unfinished).close()
    renameSync(unfinished, file)
    flushFolder(dirname(file))
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

/** A file with no rows, of this schema or an earlier one, not yet in its place. */
export function makeEmpty(file: string, steps?: readonly Migration[]): Database.Database {
  const sqlite = new Database(file)
  try {
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma(`application_id = ${APPLICATION_ID}`)
    migrate(sqlite, steps)
    // Drafts are confidential; the log and the index beside the file take over its permissions.
    chmodSync(file, 0o600)
    return sqlite
  } catch (error) {
    sqlite.close()
    throw error
  }
}

function open(file: string, key: LibraryKey | null): Database.Database {
  try {
    return openSqlite(file, { fileMustExist: true, timeout: PATIENCE }, key)
  } catch (error) {
    if (cannotOpen(error)) throw locked()
    throw error
  }
}

function openReadOnly(file: string, key: LibraryKey | null, refusal: () => AppError): Database.Database {
  const sqlite = openSqlite(file, { readonly: true, fileMustExist: true, timeout: PATIENCE }, key)
  try {
    schemaVersion(sqlite)
    return sqlite
  } catch (error) {
    sqlite.close()
    if (cannotOpen(error) || isDiskFull(error)) return openCopy(file, refusal)
    throw error
  }
}

/**
 * A copy in memory. On a medium that takes no files at all, or has no room for one, SQLite cannot read a library in WAL mode,
 * since it keeps an index beside it; a library whose log is empty is whole without one. The two bytes say that the copy has
 * no log. One that is encrypted cannot be read so: SQLite decrypts files only.
 */
function openCopy(file: string, refusal: () => AppError): Database.Database {
  if (isEncrypted(file) || (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) throw refusal()
  const copy = readFileSync(file)
  copy.fill(1, WAL_MARK_AT, WAL_MARK_AT + 2)
  return new Database(copy, { readonly: true })
}

const isDiskFull = (error: unknown) => expectedFailure(error)?.code === 'disk-full'
const cannotOpen = (error: unknown) => error instanceof Database.SqliteError && /^SQLITE_(CANTOPEN|READONLY)/.test(error.code)

/** Tells whether the library was checked whole. */
function prepareForWriting(sqlite: Database.Database, file: string, key: LibraryKey | null, mustBeWhole: boolean): boolean {
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('secure_delete = ON')
  // SQLite refuses here a file that is shorter than it was.
  const present = schemaVersion(sqlite)
  // A step of the schema touches every page.
  const whole = mustBeWhole || present < NEWEST
  check(sqlite, file, whole)
  sqlite.pragma('journal_mode = WAL')
  // WAL alone runs with NORMAL, which loses acknowledged saves at a power cut.
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('fullfsync = ON')
  sqlite.pragma('checkpoint_fullfsync = ON')
  // Without a way back no step is taken.
  if (present < NEWEST) takeSnapshot(sqlite, file, newSnapshotName(file, new Date(), { schema: present }), key)
  migrate(sqlite)
  return whole
}
