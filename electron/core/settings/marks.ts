// Small JSON values that the library keeps by name: settings, and marks about itself.
import type { LibraryFile } from '../db/libraryFile.ts'

/** The value of that name; null where there is none. */
export const readMark = (db: LibraryFile, name: string): unknown => {
  const row = db.get<{ value: string }>('SELECT value FROM setting WHERE name = ?', name)
  return row ? (JSON.parse(row.value) as unknown) : null
}

/** Inside a write. */
export const writeMark = (db: LibraryFile, name: string, value: unknown): void =>
  void db.run('INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value', name, JSON.stringify(value))
