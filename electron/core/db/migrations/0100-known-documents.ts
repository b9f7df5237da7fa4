// Documents that press reports name and whose text may be missing, with the paragraphs that name them. One that nothing names any
// more goes with the last of them. Reports that an earlier version stored wait here to be read for the documents they name.
import type { Migration } from './migration.ts'

export const knownDocuments: Migration = {
  version: 100,
  up: (sqlite) => void sqlite.exec(`
    CREATE TABLE known_document (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL,
      stems TEXT NOT NULL,
      date TEXT,
      declaration TEXT REFERENCES declaration (id) ON DELETE SET NULL,
      dismissed INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX known_document_by_stems ON known_document (stems);
    CREATE INDEX known_document_by_declaration ON known_document (declaration) WHERE declaration IS NOT NULL;

    CREATE TABLE naming (
      document INTEGER NOT NULL REFERENCES known_document (id) ON DELETE CASCADE,
      clause TEXT NOT NULL REFERENCES clause (id) ON DELETE CASCADE,
      PRIMARY KEY (document, clause)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX naming_by_clause ON naming (clause);
    CREATE TRIGGER naming_delete_last AFTER DELETE ON naming
      WHEN NOT EXISTS (SELECT 1 FROM naming WHERE document = OLD.document)
      BEGIN DELETE FROM known_document WHERE id = OLD.document; END;

    CREATE INDEX declaration_by_date ON declaration (date);
    CREATE TABLE unread_report (declaration TEXT PRIMARY KEY REFERENCES declaration (id) ON DELETE CASCADE) STRICT, WITHOUT ROWID;
    INSERT INTO unread_report (declaration) SELECT DISTINCT declaration FROM clause WHERE kind = 'passage';
  `),
}
