// Counts every change of what is known about declarations, so that what was read of them is kept until then: a draft that is
// saved every few seconds makes none of it stale. And finds the paragraphs of press reports without reading every clause.
import type { Migration } from './migration.ts'

const counted = ['declaration', 'party'].flatMap((table) => ['INSERT', 'UPDATE', 'DELETE'].map((act) => `
  CREATE TRIGGER ${table}_${act.toLowerCase()}_counted AFTER ${act} ON ${table} BEGIN UPDATE library_changes SET count = count + 1; END;`))

export const libraryChanges: Migration = {
  version: 61,
  up: (sqlite) => void sqlite.exec(`
    CREATE TABLE library_changes (count INTEGER NOT NULL) STRICT;
    INSERT INTO library_changes (count) VALUES (0);
    ${counted.join('')}
    CREATE INDEX passage_by_declaration ON clause (declaration) WHERE kind = 'passage';
  `),
}
