// Full-text index over the stems of clauses and of their section headings. It keeps no text of its own (content=''), and
// forgets the terms of what is taken out of it.
import type { Migration } from './migration.ts'

export const clauseIndex: Migration = {
  version: 20,
  up: (sqlite) => void sqlite.exec(`
    CREATE VIRTUAL TABLE clause_index USING fts5 (
      text, section, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0"
    );
    INSERT INTO clause_index (clause_index, rank) VALUES ('secure-delete', 1);
  `),
}
