// Whether a library is what SQLite wrote: looked at whole where that is soon done or there is a reason for doubt, else where
// damage would strike first, and whole in a worker while it is open (see docs/adr/0070-whole-checks.md).
import type Database from 'better-sqlite3'
import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { flushFile, flushFolder } from './folder.ts'
import { damaged } from './header.ts'

/** In bytes. A whole check reads every page: of so many in the time of a glance. */
export const SOON_CHECKED = 64 * 1024 * 1024

/** Beside a library in which damage was found: it is checked whole at every opening until it is whole. */
const doubtOf = (library: string) => `${library}-doubt`

/** Keeps in mind that damage was found. */
export function castDoubt(library: string): void {
  writeFileSync(doubtOf(library), '', { mode: 0o600 })
  flushFile(doubtOf(library))
  flushFolder(dirname(library))
}

/** false where SQLite finds the pages wrong. */
export const isWhole = (sqlite: Database.Database): boolean => sqlite.pragma('quick_check(1)', { simple: true }) === 'ok'

/** Whether the file has to be checked whole before anything is written to it. Asked before SQLite takes away what a crash left. */
export const mustBeWhole = (library: string, soon: number): boolean =>
  isSoonChecked(library, soon) || wasLeftOpen(library) || existsSync(doubtOf(library))

export const isSoonChecked = (library: string, soon: number): boolean => statSync(library).size <= soon

/** A library that was closed has no log. */
const wasLeftOpen = (library: string) => (statSync(`${library}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0

/** Throws `library-damaged` where SQLite finds the pages wrong; all of them or, unless `whole`, both ends of every table. */
export function check(sqlite: Database.Database, library: string, whole: boolean): void {
  if (!whole) return readEnds(sqlite)
  if (!isWhole(sqlite)) throw damaged()
  if (!sqlite.readonly) rmSync(doubtOf(library), { force: true })
}

/** SQLite itself refuses a file that is shorter than its first page says, and a page of a tree that is none. */
function readEnds(sqlite: Database.Database): void {
  const tables = sqlite.prepare("SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')").all()
  for (const { name, wr: withoutRowid } of tables as { name: string; wr: number }[]) {
    const key = withoutRowid ? sqlite.prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk').pluck().all(name) : ['rowid']
    for (const order of ['ASC', 'DESC']) {
      sqlite.prepare(`SELECT * FROM "${name}" ORDER BY ${key.map((column) => `${String(column)} ${order}`).join(', ')} LIMIT 1`).get()
    }
  }
}
