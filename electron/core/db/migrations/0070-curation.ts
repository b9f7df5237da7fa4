// What officers note about declarations and clauses, under the id of either; the steps by which it was edited, so that each can be
// taken back; and searches that were kept. A text that is imported again is known by its title and day.
import type { Migration } from './migration.ts'

const counted = ['INSERT', 'UPDATE', 'DELETE'].map((act) => `
  CREATE TRIGGER curation_${act.toLowerCase()}_counted AFTER ${act} ON curation BEGIN UPDATE curation_changes SET count = count + 1; END;`)

export const curation: Migration = {
  version: 70,
  up: (sqlite) => void sqlite.exec(`
    CREATE TABLE curation (
      subject TEXT PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('declaration', 'clause')),
      tags TEXT NOT NULL,
      topics TEXT NOT NULL,
      note TEXT NOT NULL,
      favourite INTEGER NOT NULL,
      barred TEXT,
      status TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE curation_changes (count INTEGER NOT NULL) STRICT;
    INSERT INTO curation_changes (count) VALUES (0);
    ${counted.join('')}

    CREATE TABLE curation_step (
      id INTEGER PRIMARY KEY,
      made TEXT NOT NULL,
      subjects INTEGER NOT NULL,
      changes TEXT
    ) STRICT;

    CREATE TABLE saved_search (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      query TEXT NOT NULL,
      filter TEXT NOT NULL,
      saved TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX declaration_by_title ON declaration (title, date);
  `),
}
