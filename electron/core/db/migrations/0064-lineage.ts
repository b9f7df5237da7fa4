// Pairs of clauses worth comparing when a lineage is drawn; clauses that were not compared yet, at first all; and what an officer corrected.
// A correction names its clauses by id and, for a declaration that is imported again, by the print of their words and by date.
// It counts from the act that made it until the act that revoked it, so that an act can be undone.
import type { Migration } from './migration.ts'

export const lineage: Migration = {
  version: 64,
  up: (sqlite) => void sqlite.exec(`
    CREATE TABLE kinship (
      one INTEGER NOT NULL REFERENCES clause (key) ON DELETE CASCADE,
      other INTEGER NOT NULL REFERENCES clause (key) ON DELETE CASCADE,
      PRIMARY KEY (one, other)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX kinship_by_other ON kinship (other);

    CREATE TABLE kinless (clause INTEGER PRIMARY KEY REFERENCES clause (key) ON DELETE CASCADE) STRICT;
    INSERT INTO kinless (clause) SELECT key FROM clause WHERE kind = 'clause';
    CREATE TRIGGER clause_insert_kinless AFTER INSERT ON clause WHEN NEW.kind = 'clause' BEGIN INSERT INTO kinless (clause) VALUES (NEW.key); END;

    CREATE TABLE correction (
      kind TEXT NOT NULL,
      one TEXT NOT NULL, one_print TEXT NOT NULL, one_date TEXT,
      other TEXT, other_print TEXT, other_date TEXT,
      since INTEGER NOT NULL,
      until INTEGER
    ) STRICT;
  `),
}
