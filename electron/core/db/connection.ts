// The one connection to the library: prepared statements, and writes that are on disk before they return.
import type BetterSqlite3 from 'better-sqlite3'
import type { AppError } from '../../../shared/contract/error.ts'
import type { LibraryKey } from './cipher.ts'
import type { Bound, LibraryFile } from './libraryFile.ts'

interface ConnectionOptions {
  /** What the file is encrypted with. */
  key?: LibraryKey | null
  /** Gives the error of every write where the library may not be written. */
  refusal?: () => AppError
  /** Whether every page was looked at when it was opened. */
  wasChecked?: boolean
  /** Lets go of the writer's lock. */
  release?: () => void
}

const FULL = 2

/** The open file as the services see it; with a `refusal` it is for reading only. */
export function connect(path: string, sqlite: BetterSqlite3.Database, { key = null, refusal: atFirst, wasChecked = true, release }: ConnectionOptions): LibraryFile {
  const prepared = new Map<string, BetterSqlite3.Statement<Bound[]>>()
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? sqlite.prepare<Bound[]>(sql)
    prepared.set(sql, known)
    return known
  }
  let isDurable = false
  let refusal = atFirst

  return {
    path,
    sqlite,
    get writable() {
      return refusal === undefined
    },
    get refusal() {
      return refusal?.().code ?? null
    },
    key,
    wasChecked,
    refuseWrites(reason) {
      refusal = reason
    },
    all: <T extends object>(sql: string, ...values: Bound[]) => statement(sql).all(...values) as T[],
    get: <T extends object>(sql: string, ...values: Bound[]) => statement(sql).get(...values) as T | undefined,
    run(sql, ...values) {
      if (!sqlite.inTransaction) throw new RangeError('a change outside of `write`')
      return statement(sql).run(...values).changes
    },
    write(act) {
      if (refusal) throw refusal()
      // Inside another write it is a part of its own: where it fails and the failure is caught, only this part is undone.
      if (sqlite.inTransaction) return sqlite.transaction(act)()
      const value = sqlite.transaction(act).immediate()
      if (!isDurable) assureDurable(sqlite)
      isDurable = true
      return value
    },
    emptyLog: () => sqlite.memory || (sqlite.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[])[0]?.busy === 0,
    close() {
      if (!sqlite.open) return
      try {
        if (!atFirst) sqlite.pragma('wal_checkpoint(TRUNCATE)')
      } catch {
        // What was saved is in the log already; the next start reads it from there.
      }
      sqlite.close()
      release?.()
    },
  }
}

/** SQLite may fall back to NORMAL at the first commit in WAL mode: then that commit is flushed now, and FULL set again. */
function assureDurable(sqlite: BetterSqlite3.Database): void {
  if (sqlite.memory || Number(sqlite.pragma('synchronous', { simple: true })) === FULL) return
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
}
