// What was changed of a draft since its text was last written whole: one patch for each save, so that a letter costs a paragraph
// and not the draft. `text_rev` is the rev of that text; each rev after it has its patch.
import type { Migration } from './migration.ts'

export const draftPatches: Migration = {
  version: 104,
  up: (sqlite) => void sqlite.exec(`
    ALTER TABLE draft ADD COLUMN text_rev INTEGER NOT NULL DEFAULT 0;
    UPDATE draft SET text_rev = rev;

    CREATE TABLE draft_patch (
      draft TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
      rev INTEGER NOT NULL,
      patch TEXT NOT NULL,
      PRIMARY KEY (draft, rev)
    ) STRICT, WITHOUT ROWID;
  `),
}
