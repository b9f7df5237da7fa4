// Brings a library to the newest schema: each step in one transaction together with its version number.
import type BetterSqlite3 from 'better-sqlite3'
import { newer } from './header.ts'
import { migrations, type Migration } from './migrations/index.ts'

export const NEWEST = migrations.at(-1)?.version ?? 0

/** Version of the schema that a file has now. */
export const schemaVersion = (sqlite: BetterSqlite3.Database): number => Number(sqlite.pragma('user_version', { simple: true }))

/** Runs the steps that the library has not seen. Refuses a library from the future. */
export function migrate(sqlite: BetterSqlite3.Database, steps: readonly Migration[] = migrations): void {
  const present = schemaVersion(sqlite)
  if (present > (steps.at(-1)?.version ?? 0)) throw newer()
  for (const { version, up } of steps) {
    if (version <= present) continue
    sqlite.transaction(() => {
      up(sqlite)
      sqlite.pragma(`user_version = ${version}`)
    }).immediate()
  }
}
