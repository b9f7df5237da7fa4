// Makes a new library of what can be read of a damaged one. The damaged file is only read. What was known to be there and could not
// be read is counted, and named where its title at least was readable.
import type Database from 'better-sqlite3'
import { rmSync } from 'node:fs'
import { AppError } from '../../../shared/contract/error.ts'
import type { Salvaged, Tally } from '../../../shared/contract/copies.ts'
import { statementPatchSchema } from '../../../shared/model/patch.ts'
import type { z } from '../../../shared/model/schema.ts'
import { statementSchema } from '../../../shared/model/statement.ts'
import { encryptInPlace, isEncrypted, keepInMemory, openSqlite, type LibraryKey } from '../db/cipher.ts'
import { connect } from '../db/connection.ts'
import { flushFile } from '../db/folder.ts'
import { damaged } from '../db/header.ts'
import { NEWEST, schemaVersion } from '../db/migrate.ts'
import { migrations } from '../db/migrations/index.ts'
import { makeEmpty } from '../db/open.ts'
import { bringIndexUpToDate } from '../library/search/clauseIndex.ts'
import type { Report } from '../jobs/task.ts'
import { mend } from './mending.ts'
import { attempt, rowsByKey, rowsByNumber, type Values } from './rows.ts'

/** Made anew from the rest. */
const DERIVED = new Set(['stem', 'library_changes'])

/** Where a ruined page may leave a value that SQLite takes for whole. */
const JSON_COLUMNS: Record<string, readonly string[]> = {
  declaration: ['defined_terms', 'statement'],
  clause: ['section'],
  draft: ['parties', 'statement'],
  draft_patch: ['patch'],
  version: ['details', 'statement'],
  setting: ['value'],
}

const MODELS: Record<string, z.ZodType> = { statement: statementSchema, patch: statementPatchSchema }

const COUNTED = { declarations: 'declaration', clauses: 'clause', drafts: 'draft', versions: 'version' } as const

export type Made = Omit<Salvaged, 'texts' | 'kept'> & {
  /** Clauses whose declaration was lost, as text. */
  orphans: string
}

/** Fills `target`, a file that does not exist yet, encrypted as the library is. Throws `nothing-readable`, and leaves no file, where no text can be read. */
export function salvage(library: string, key: LibraryKey | null, target: string, report: Report): Made {
  for (const leftover of [target, `${target}-journal`, `${target}-wal`]) rmSync(leftover, { force: true })
  const from = openSqlite(library, { readonly: true, fileMustExist: true }, key)
  try {
    const version = attempt(() => schemaVersion(from)) ?? 0
    const known = migrations.some((step) => step.version === version) ? version : NEWEST
    const to = makeEmpty(target, migrations.filter((step) => step.version <= known))
    try {
      // Before a word is in it.
      if (key && isEncrypted(library)) encryptInPlace(to, key)
      keepInMemory(to)
      to.pragma('foreign_keys = OFF')
      const made = to.transaction(() => fill(from, to, report))()
      if (known === NEWEST) bringIndexUpToDate(connect(target, to, {}))
      if (to.pragma('quick_check(1)', { simple: true }) !== 'ok') throw damaged()
      // No plain text beside an encrypted library.
      return isEncrypted(library) ? { ...made, orphans: '' } : made
    } finally {
      to.close()
      flushFile(target)
    }
  } catch (error) {
    rmSync(target, { force: true })
    throw error
  } finally {
    from.close()
  }
}

function fill(from: Database.Database, to: Database.Database, report: Report): Made {
  const tables = tablesOf(to)
  const total = tables.reduce((sum, table) => sum + sizeOf(from, table), 0)
  let done = 0
  for (const table of tables) {
    const columns = columnsOf(to, table).filter((column) => columnsOf(from, table).includes(column))
    if (columns.length === 0) continue
    const insert = to.prepare(`INSERT OR IGNORE INTO "${table}" (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
    for (const row of rowsOf(from, to, table, columns)) {
      report('rows', Math.min(++done, total), total)
      if (row && isSound(table, row)) attempt(() => insert.run(columns.map((column) => row[column])))
    }
  }
  const known = Object.values(COUNTED).map((table) => idsOf(from, table))
  const { rebuilt, orphans } = mend(to)
  const present = Object.values(COUNTED).map((table) => idsOf(to, table))
  const missing = known.map((ids, index) => [...ids].filter((id) => !present[index]!.has(id)))
  const saved = tally(present.map((ids) => ids.size))
  if (saved.declarations + saved.drafts === 0 && orphans === '') throw nothingReadable()
  const titles = (['declaration', 'draft'] as const).flatMap((table) => titlesOf(from, table, missing[Object.values(COUNTED).indexOf(table)]!))
  return { saved, lost: tally(missing.map((ids) => ids.length)), rebuilt, titles, orphans }
}

const nothingReadable = () => new AppError('nothing-readable', 'nothing can be read of the damaged library')

const tally = ([declarations, clauses, drafts, versions]: readonly number[]): Tally =>
  ({ declarations: declarations!, clauses: clauses!, drafts: drafts!, versions: versions! })

/** Declarations first: rows that belong to one are asked for by it. */
function tablesOf(to: Database.Database): string[] {
  const all = to.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'").pluck().all() as string[]
  const first = ['declaration', 'draft']
  return [...first, ...all.filter((name) => !first.includes(name) && !DERIVED.has(name))]
}

const columnsOf = (sqlite: Database.Database, table: string): string[] =>
  attempt(() => sqlite.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]) ?? []

/** For the progress only. */
const sizeOf = (from: Database.Database, table: string): number =>
  Number(attempt(() => from.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()) ?? 0)

function rowsOf(from: Database.Database, to: Database.Database, table: string, columns: readonly string[]): Generator<Values | null> {
  const key = to.prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk').pluck().all(table) as string[]
  const withoutNumbers = to.prepare("SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?").pluck().get(table) === 1
  return withoutNumbers ? rowsByKey(from, table, columns, key, parentsOf(to, table, key[0]!)) : rowsByNumber(from, table, columns)
}

/** Values that the first column of a key may have, where it names rows of another table. */
function parentsOf(to: Database.Database, table: string, column: string): unknown[] {
  const parent = to.prepare('SELECT "table", "to" FROM pragma_foreign_key_list(?) WHERE "from" = ?').get(table, column) as
    { table: string; to: string } | undefined
  return parent ? to.prepare(`SELECT "${parent.to}" FROM "${parent.table}"`).pluck().all() : []
}

function isSound(table: string, row: Values): boolean {
  for (const value of Object.values(row)) if (typeof value === 'string' && value.includes('\0')) return false
  return (JSON_COLUMNS[table] ?? []).every((column) => {
    if (typeof row[column] !== 'string') return row[column] === undefined
    const value = parsed(row[column])
    const schema = MODELS[column]
    return value !== undefined && (schema === undefined || schema.safeParse(value).success)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Ids by the index alone, which lies on other pages than the rows. */
function idsOf(sqlite: Database.Database, table: string): Set<string> {
  const ids = new Set<string>()
  for (const order of ['ASC', 'DESC']) {
    attempt(() => {
      for (const id of sqlite.prepare(`SELECT id FROM ${table} INDEXED BY sqlite_autoindex_${table}_1 ORDER BY id ${order}`).pluck().iterate()) ids.add(String(id))
    })
  }
  return ids
}

const titlesOf = (from: Database.Database, table: 'declaration' | 'draft', ids: readonly string[]): string[] =>
  ids.flatMap((id) => attempt(() => from.prepare(`SELECT title FROM ${table} WHERE id = ?`).pluck().get(id) as string | undefined) ?? [])
