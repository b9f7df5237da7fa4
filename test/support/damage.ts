// Damage done to a library that leaves every list readable: noise over an index.
import Database from 'better-sqlite3'
import { readFileSync, writeFileSync } from 'node:fs'

const INDEX = 'version_by_draft'

/** Writes noise over the one page of the index of versions. The file is closed, and its log empty. */
export function spoilIndex(library: string): void {
  const sqlite = new Database(library, { readonly: true })
  const size = sqlite.pragma('page_size', { simple: true }) as number
  const page = sqlite.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(INDEX) as number
  sqlite.close()
  writeFileSync(library, readFileSync(library).fill(7, (page - 1) * size, page * size))
}
