// Batches: many files on their way into the library, each with what became of it. The bytes of a file stand here until it is
// decided about, so that a batch goes on after the program was closed or killed.
import type { Migration } from './migration.ts'

export const batches: Migration = {
  version: 96,
  up: (sqlite) => void sqlite.exec(`
    CREATE TABLE batch (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      started TEXT NOT NULL,
      announced INTEGER NOT NULL,
      sealed INTEGER NOT NULL,
      direct INTEGER NOT NULL,
      undone TEXT
    ) STRICT;

    CREATE TABLE batch_file (
      key INTEGER PRIMARY KEY,
      batch TEXT NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
      path TEXT NOT NULL,
      state TEXT NOT NULL,
      insist INTEGER NOT NULL DEFAULT 0,
      error TEXT,
      reasons TEXT NOT NULL DEFAULT '[]',
      alike TEXT REFERENCES declaration (id) ON DELETE SET NULL,
      share INTEGER,
      declaration TEXT REFERENCES declaration (id) ON DELETE CASCADE,
      mark TEXT,
      taken INTEGER NOT NULL DEFAULT 0,
      bytes BLOB
    ) STRICT;
    CREATE UNIQUE INDEX batch_file_by_path ON batch_file (batch, path);
    CREATE INDEX batch_file_by_state ON batch_file (batch, state);
    CREATE INDEX batch_file_by_declaration ON batch_file (declaration) WHERE declaration IS NOT NULL;
    CREATE INDEX batch_file_by_alike ON batch_file (alike) WHERE alike IS NOT NULL;
  `),
}
