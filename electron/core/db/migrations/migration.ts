// One step of the schema.
import type BetterSqlite3 from 'better-sqlite3'

export interface Migration {
  version: number
  up(sqlite: BetterSqlite3.Database): void
}
