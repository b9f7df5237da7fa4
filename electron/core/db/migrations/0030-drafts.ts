// Drafts, and their versions: snapshots that are never changed.
import type { Migration } from './migration.ts'

export const drafts: Migration = {
  version: 30,
  up: (sqlite) => void sqlite.exec(`
    CREATE TABLE draft (
      id TEXT PRIMARY KEY,
      rev INTEGER NOT NULL,
      created TEXT NOT NULL,
      saved TEXT NOT NULL,
      removed TEXT,
      title TEXT NOT NULL,
      form TEXT NOT NULL,
      language TEXT NOT NULL,
      date TEXT,
      place TEXT,
      parties TEXT NOT NULL,
      base TEXT REFERENCES declaration (id),
      paragraphs INTEGER NOT NULL,
      open_changes INTEGER NOT NULL,
      statement TEXT NOT NULL
    ) STRICT;

    CREATE TABLE version (
      id TEXT PRIMARY KEY,
      draft TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      created TEXT NOT NULL,
      author TEXT NOT NULL,
      details TEXT NOT NULL,
      statement TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX version_by_draft ON version (draft, position);
  `),
}
