// The open library file as the services see it: prepared reads, and writes that are on disk when they return.
import type BetterSqlite3 from 'better-sqlite3'
import type { AppError, ErrorCode } from '../../../shared/contract/error.ts'
import type { LibraryKey } from './cipher.ts'

export type Value = string | number | null
/** What a statement may be given: values of rows, and the bytes of a file. */
export type Bound = Value | Uint8Array
export type Row = Record<string, Value>

export interface LibraryFile {
  /** Full path, or ":memory:". */
  readonly path: string
  /** false where the file may only be read, or another process holds it for writing. */
  readonly writable: boolean
  /** Why nothing can be written; null where it can. */
  readonly refusal: ErrorCode | null
  /** What it is encrypted with; null for a plain one. */
  readonly key: LibraryKey | null
  /** Whether every page was looked at when it was opened. */
  readonly wasChecked: boolean
  /** Every write from now on fails with `reason`. */
  refuseWrites(reason: () => AppError): void
  /** All rows of a query; the statement is prepared once and kept. */
  all<T extends object = Row>(sql: string, ...values: Bound[]): T[]
  /** First row of a query. */
  get<T extends object = Row>(sql: string, ...values: Bound[]): T | undefined
  /** Runs one statement; only inside `write`. Returns how many rows changed. */
  run(sql: string, ...values: Bound[]): number
  /**
   * Runs `act` in one transaction. It returns after the commit is on disk, or throws and nothing has changed. A write inside a
   * write is on disk with the outer one.
   */
  write<T>(act: () => T): T
  /** Moves all there is from the write-ahead log into the library and empties it; false where a reader is in the way. */
  emptyLog(): boolean
  /** Truncates the write-ahead log and lets go of the file and of the writer's lock. */
  close(): void
  /** For migrations and tests of query plans. */
  readonly sqlite: BetterSqlite3.Database
}
