// Numbers that a document bears ("A/RES/72/283", "№ 5"). In a table of their own: a new column of a declaration would stand behind
// its long text, which lists never read.
import type { Migration } from './migration.ts'

export const documentNumbers: Migration = {
  version: 120,
  up: (sqlite) => void sqlite.exec(`
    CREATE TABLE document_number (
      declaration TEXT NOT NULL REFERENCES declaration (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      number TEXT NOT NULL,
      PRIMARY KEY (declaration, position)
    ) STRICT, WITHOUT ROWID;
  `),
}
