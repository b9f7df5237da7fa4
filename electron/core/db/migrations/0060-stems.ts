// In how many clauses each stem stands, in their text or in the headings above: which words of a text are rare, and how a word
// that is being typed may go on. Counted from the full-text index of an older library.
import type { Migration } from './migration.ts'

export const stems: Migration = {
  version: 60,
  up: (sqlite) => void sqlite.exec(`
    CREATE TABLE stem (stem TEXT PRIMARY KEY, clauses INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE VIRTUAL TABLE temp.indexed_stem USING fts5vocab (main, clause_index, row);
    INSERT INTO stem (stem, clauses) SELECT term, doc FROM temp.indexed_stem;
    DROP TABLE temp.indexed_stem;
  `),
}
