// Findings of a check that the officer let be, with the draft they stand in.
import type { Migration } from './migration.ts'

export const dismissals: Migration = {
  version: 90,
  up: (sqlite) => void sqlite.exec(`
    CREATE TABLE dismissal (
      draft TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
      block TEXT NOT NULL,
      kind TEXT NOT NULL,
      found TEXT NOT NULL,
      near TEXT NOT NULL,
      PRIMARY KEY (draft, block, kind, found, near)
    ) STRICT, WITHOUT ROWID;
  `),
}
