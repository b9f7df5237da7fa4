// What could be undone and redone of a draft when it was last saved, step by step, and where its window was. A trail is that of the
// text of its rev alone.
import type { Migration } from './migration.ts'

export const trails: Migration = {
  version: 105,
  up: (sqlite) => void sqlite.exec(`
    CREATE TABLE draft_step (
      draft TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      step TEXT NOT NULL,
      PRIMARY KEY (draft, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE draft_place (
      draft TEXT PRIMARY KEY REFERENCES draft (id) ON DELETE CASCADE,
      rev INTEGER,
      done INTEGER NOT NULL DEFAULT 0,
      caret TEXT,
      top TEXT
    ) STRICT, WITHOUT ROWID;
  `),
}
