// By what a text is known again: a digest of its words, and the bands of its signature (`shared/language/shingles.ts`). Bands
// have no foreign key, which would want a second index; those of a declaration that is gone are never joined with it.
import type { Migration } from './migration.ts'

export const likeness: Migration = {
  version: 95,
  up: (sqlite) => void sqlite.exec(`
    CREATE TABLE likeness (
      declaration TEXT PRIMARY KEY REFERENCES declaration (id) ON DELETE CASCADE,
      content TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX likeness_by_content ON likeness (content);
    CREATE TABLE likeness_band (band INTEGER NOT NULL, declaration TEXT NOT NULL, PRIMARY KEY (band, declaration)) STRICT, WITHOUT ROWID;
  `),
}
