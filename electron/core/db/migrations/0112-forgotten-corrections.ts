// Corrections of lineages that name clauses of a declaration that was deleted for good: earlier versions left them behind.
import type { Migration } from './migration.ts'

export const forgottenCorrections: Migration = {
  version: 112,
  up: (sqlite) => void sqlite.exec(`
    DELETE FROM correction WHERE one NOT IN (SELECT id FROM clause) OR (other IS NOT NULL AND other NOT IN (SELECT id FROM clause));
  `),
}
