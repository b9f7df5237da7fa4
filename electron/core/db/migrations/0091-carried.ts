// Drafts that came in a carry file: under which id and with which text, so that the same file brings none of them twice, whatever
// became of it here.
import type { Migration } from './migration.ts'

export const carried: Migration = {
  version: 91,
  up: (sqlite) => void sqlite.exec(`
    CREATE TABLE carried (
      origin TEXT NOT NULL,
      content TEXT NOT NULL,
      draft TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
      PRIMARY KEY (origin, content)
    ) STRICT, WITHOUT ROWID;
  `),
}
