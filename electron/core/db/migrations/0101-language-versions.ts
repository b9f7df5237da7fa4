// Declarations that an officer said are one document in two languages, or are not. A row counts from the act that made it until the act
// that revoked it, so that an act can be undone. Rows of one document hang together in a chain.
import type { Migration } from './migration.ts'

export const languageVersions: Migration = {
  version: 101,
  up: (sqlite) => void sqlite.exec(`
    CREATE TABLE language_version (
      kind TEXT NOT NULL CHECK (kind IN ('same', 'apart')),
      one TEXT NOT NULL REFERENCES declaration (id) ON DELETE CASCADE,
      other TEXT NOT NULL REFERENCES declaration (id) ON DELETE CASCADE,
      since INTEGER NOT NULL,
      until INTEGER
    ) STRICT;
    CREATE INDEX language_version_by_one ON language_version (one);
    CREATE INDEX language_version_by_other ON language_version (other);
  `),
}
