// Settings and marks of the library itself, each a JSON value under its name.
import type { Migration } from './migration.ts'

export const settings: Migration = {
  version: 40,
  up: (sqlite) => void sqlite.exec('CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;'),
}
