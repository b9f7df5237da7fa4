// A snapshot: a whole copy of the library beside it, one file, checked before it gets its name. It is a library like any other.
import Database from 'better-sqlite3'
import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { BULK_ACTS, type Bulk, type CopyFile } from '../../../shared/contract/copies.ts'
import { folderFailure } from '../failures.ts'
import { openSqlite, type LibraryKey } from './cipher.ts'
import { flushFile, flushFolder } from './folder.ts'
import { APPLICATION_ID, damaged } from './header.ts'
import { announceGrowing } from '../jobs/growing.ts'
import type { Report } from '../jobs/task.ts'

/** What a library holds, by count; what was removed and can be brought back counts too. */
export interface Contents {
  declarations: number
  drafts: number
  versions: number
}

export type Snapshot = CopyFile

/** What a snapshot is taken before: the change of a schema, or an act that changes much at once. */
export type Before = { schema: number } | Bulk | null

/** Time with dashes, since a colon is no part of a file's name everywhere; what it was taken before, with the schema or a count. */
const NAME = new RegExp(`^(\\d{4}-\\d\\d-\\d\\dT)(\\d\\d)-(\\d\\d)-(\\d\\d)Z(?:-(schema|${BULK_ACTS.join('|')})-(\\d+))?\\.alternat$`)

/** Folder of the snapshots of a library. */
export const snapshotFolder = (library: string): string => `${library}-snapshots`

export const snapshotName = (taken: Date, before: Before = null): string =>
  `${taken.toISOString().slice(0, 19).replaceAll(':', '-')}Z${endingOf(before)}.alternat`

function endingOf(before: Before): string {
  if (before === null) return ''
  return 'schema' in before ? `-schema-${before.schema}` : `-${before.act}-${before.count}`
}

/** A name of its own: of several taken in one second, each later one is named a second later, so that names are in order of time. */
export function newSnapshotName(library: string, taken: Date, before: Before = null): string {
  const seconds = new Set(listSnapshots(library).map((snapshot) => Math.floor(Date.parse(snapshot.taken) / 1000)))
  let at = taken.getTime()
  while (seconds.has(Math.floor(at / 1000))) at += 1000
  return snapshotName(new Date(at), before)
}

/** All snapshots of a library, the newest first. */
export const listSnapshots = (library: string): Snapshot[] => snapshotsIn(snapshotFolder(library))

export function snapshotsIn(folder: string): Snapshot[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return []
  return readdirSync(folder).sort().reverse().flatMap((name) => readSnapshotName(name, statSync(join(folder, name)).size) ?? [])
}

/** What a file's name tells; null for the name of no snapshot. */
export function readSnapshotName(name: string, size: number): Snapshot | null {
  const [, day, hour, minute, second, what, number] = NAME.exec(name) ?? []
  if (day === undefined) return null
  const act = BULK_ACTS.find((one) => one === what)
  return {
    name, taken: `${day}${hour}:${minute}:${second}Z`, size,
    before: what === 'schema' ? Number(number) : null, bulk: act ? { act, count: Number(number) } : null,
  }
}

/** Copies the library into a snapshot, encrypted as it is itself; throws and leaves none where the copy fails its check. */
export function takeSnapshot(sqlite: Database.Database, library: string, name: string, key: LibraryKey | null = null): Contents {
  const folder = snapshotFolder(library)
  makeFolder(folder)
  return copyWhole(sqlite, join(folder, name), join(folder, 'unfinished'), key)
}

export interface CopyOptions {
  report?: Report
  /** What has to be beside the copy by the time it gets its name. */
  beforeNamed?(): void
}

/** The same to any place: the copy gets its name once it is checked and on disk, and then takes the place of what had it. */
export function copyWhole(sqlite: Database.Database, to: string, unfinished: string, key: LibraryKey | null, { report, beforeNamed }: CopyOptions = {}): Contents {
  for (const leftover of [unfinished, `${unfinished}-journal`]) rmSync(leftover, { force: true })
  const isGone = announceGrowing(unfinished, sizeWhenCopied(sqlite))
  try {
    const before = contentsOf(sqlite)
    sqlite.prepare('VACUUM INTO ?').run(unfinished)
    chmodSync(unfinished, 0o600)
    report?.('checking', 0, 0)
    const found = checkSnapshot(unfinished, key)
    // What is saved meanwhile may be in the copy or not.
    if (![before, contentsOf(sqlite)].some((held) => JSON.stringify(held) === JSON.stringify(found))) throw damaged()
    flushFile(unfinished)
    beforeNamed?.()
    renameSync(unfinished, to)
    flushFolder(dirname(to))
    return found
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  } finally {
    isGone()
  }
}

/** Pages that hold nothing are not copied. */
const sizeWhenCopied = (sqlite: Database.Database): number => {
  const [pages, free, size] = ['page_count', 'freelist_count', 'page_size'].map((name) => Number(sqlite.pragma(name, { simple: true })))
  return (pages! - free!) * size!
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
