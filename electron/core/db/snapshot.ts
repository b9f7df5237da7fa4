// A snapshot: a whole copy of the library beside it, one file, checked before it gets its name. It is a library like any other.
import Database from 'better-sqlite3'
import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../../shared/contract/error.ts'
import { folderFailure } from '../failures.ts'
import { openSqlite, type LibraryKey } from './cipher.ts'
import { flushFile, flushFolder } from './folder.ts'
import { APPLICATION_ID, damaged } from './header.ts'

/** What a library holds, by count; what was removed and can be brought back counts too. */
export interface Contents {
  declarations: number
  drafts: number
  versions: number
}

export interface Snapshot {
  name: string
  /** ISO time. */
  taken: string
  /** In bytes. */
  size: number
  /** Schema that it was taken before the change of; null for one taken in passing. */
  before: number | null
}

/** Time with dashes, since a colon is no part of a file's name everywhere. */
const NAME = /^(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d)Z(?:-schema-(\d+))?\.alternat$/

/** Folder of the snapshots of a library. */
export const snapshotFolder = (library: string): string => `${library}-snapshots`

export const snapshotName = (taken: Date, before: number | null = null): string =>
  `${taken.toISOString().slice(0, 19).replaceAll(':', '-')}Z${before === null ? '' : `-schema-${before}`}.alternat`

/** A name that no snapshot of the library has: of several taken in one second, each later one is named a second later. */
export function newSnapshotName(library: string, taken: Date, before: number | null = null): string {
  const names = new Set(listSnapshots(library).map(({ name }) => name))
  let at = taken.getTime()
  while (names.has(snapshotName(new Date(at), before))) at += 1000
  return snapshotName(new Date(at), before)
}

/** Full path of one of the library's snapshots; throws `not-found` for any other name. */
export function snapshotPath(library: string, name: string): string {
  if (!listSnapshots(library).some((snapshot) => snapshot.name === name)) throw new AppError('not-found', 'no such snapshot')
  return join(snapshotFolder(library), name)
}

/** All snapshots of a library, the newest first. */
export function listSnapshots(library: string): Snapshot[] {
  const folder = snapshotFolder(library)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return []
  return readdirSync(folder).sort().reverse().flatMap((name) => {
    const [, day, hour, minute, second, before] = NAME.exec(name) ?? []
    if (day === undefined) return []
    return [{ name, taken: `${day}${hour}:${minute}:${second}Z`, size: statSync(join(folder, name)).size, before: before === undefined ? null : Number(before) }]
  })
}

/** Copies the library into a snapshot, encrypted as it is itself; throws and leaves none where the copy fails its check. */
export function takeSnapshot(sqlite: Database.Database, library: string, name: string, key: LibraryKey | null = null): Contents {
  const folder = snapshotFolder(library)
  makeFolder(folder)
  const unfinished = join(folder, 'unfinished')
  for (const leftover of [unfinished, `${unfinished}-journal`]) rmSync(leftover, { force: true })
  try {
    const before = contentsOf(sqlite)
    sqlite.prepare('VACUUM INTO ?').run(unfinished)
    chmodSync(unfinished, 0o600)
    const found = checkSnapshot(unfinished, key)
    // What is saved meanwhile may be in the copy or not.
    if (![before, contentsOf(sqlite)].some((held) => JSON.stringify(held) === JSON.stringify(found))) throw damaged()
    flushFile(unfinished)
    renameSync(unfinished, join(folder, name))
    flushFolder(folder)
    return found
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw folderFailure(error, folder) ?? error
  }
}

/** What a snapshot holds; throws `library-damaged` where it is not whole, `passphrase-needed` where it is encrypted and `key` is not given. */
export function checkSnapshot(file: string, key: LibraryKey | null = null): Contents {
  let sqlite: Database.Database | null = null
  try {
    sqlite = openSqlite(file, { readonly: true, fileMustExist: true }, key)
    if (Number(sqlite.pragma('application_id', { simple: true })) !== APPLICATION_ID) throw damaged()
    if (sqlite.pragma('quick_check(1)', { simple: true }) !== 'ok') throw damaged()
    return contentsOf(sqlite)
  } catch (error) {
    throw error instanceof Database.SqliteError ? damaged() : error
  } finally {
    sqlite?.close()
  }
}

/** A table that the schema of that time had not yet holds nothing. */
export function contentsOf(sqlite: Database.Database): Contents {
  const tables = new Set(sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all())
  const count = (table: string) => (tables.has(table) ? Number(sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()) : 0)
  return { declarations: count('declaration'), drafts: count('draft'), versions: count('version') }
}
