// What tells which document a declaration is, of those adopted between two days.
import type { Described } from '../../../shared/identity/index.ts'
import type { Party } from '../../../shared/model/declaration.ts'
import type { DeclarationId } from '../../../shared/model/ids.ts'
import type { LibraryFile, Row } from '../db/libraryFile.ts'

export const readDescribed = (db: LibraryFile, { from, to }: { from: string; to: string }): ({ id: DeclarationId } & Described)[] =>
  db.all<Row>(
    `SELECT id, title, date, form, (SELECT json_group_array(json_object('state', state, 'code', code)) FROM party WHERE declaration = declaration.id) AS parties
     FROM declaration WHERE date BETWEEN ? AND ? AND removed IS NULL AND grade <> 'press-report' ORDER BY added, id`, from, to,
  ).map((row) => ({
    id: row['id'] as DeclarationId,
    title: String(row['title']),
    date: row['date'] as string | null,
    form: row['form'] as Described['form'],
    parties: (JSON.parse(String(row['parties'])) as { state: string; code: string | null }[]).map(({ state, code }): Party => ({ state, ...(code && { code }) })),
  }))
