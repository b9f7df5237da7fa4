// Declarations with their parties and clauses. The text stands last in its row, so that lists never read it.
import type { Migration } from './migration.ts'

export const library: Migration = {
  version: 10,
  up: (sqlite) => void sqlite.exec(`
    CREATE TABLE declaration (
      id TEXT PRIMARY KEY,
      title TEXT NOT NULL,
      form TEXT NOT NULL,
      language TEXT NOT NULL,
      grade TEXT NOT NULL,
      date TEXT,
      place TEXT,
      source TEXT NOT NULL,
      defined_terms TEXT NOT NULL,
      clauses INTEGER NOT NULL,
      sample INTEGER NOT NULL,
      file_name TEXT NOT NULL,
      hash TEXT NOT NULL,
      added TEXT NOT NULL,
      removed TEXT,
      statement TEXT NOT NULL
    ) STRICT;
    CREATE INDEX declaration_by_hash ON declaration (hash);

    CREATE TABLE party (
      declaration TEXT NOT NULL REFERENCES declaration (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      state TEXT NOT NULL,
      code TEXT,
      person TEXT,
      title TEXT,
      PRIMARY KEY (declaration, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE clause (
      key INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      declaration TEXT NOT NULL REFERENCES declaration (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      number TEXT,
      section TEXT NOT NULL,
      kind TEXT NOT NULL,
      text TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX clause_by_declaration ON clause (declaration, position);
  `),
}
