// What was noted goes along when a declaration is imported again: about the declaration, and about each clause whose words are the
// same. Clauses that were changed begin without notes.
import { plain } from '../../../../shared/reporting/index.ts'
import type { Clause } from '../../../../shared/model/declaration.ts'
import type { DeclarationId } from '../../../../shared/model/ids.ts'
import type { LibraryFile } from '../../db/libraryFile.ts'
import { readNoted, UNNOTED, writeNoted } from './rows.ts'

export interface Imported {
  id: DeclarationId
  hash: string
  title: string
  language: string
  date: string | null
  clauses: readonly Clause[]
}

/** Imports of the same file, and of a text of the same title, day and language. */
export const SAME_FILE_SQL = 'SELECT id FROM declaration WHERE hash = ? AND id <> ? ORDER BY added DESC LIMIT 1'
export const SAME_TEXT_SQL = 'SELECT id FROM declaration WHERE title = ? AND date = ? AND language = ? AND id <> ? ORDER BY added DESC LIMIT 1'

/** Takes them over from the newest earlier import of the file, or of the text; inside a write. */
export function carryNotes(db: LibraryFile, { id, hash, title, language, date, clauses }: Imported): void {
  const earlier = db.get<{ id: string }>(SAME_FILE_SQL, hash, id) ?? db.get<{ id: string }>(SAME_TEXT_SQL, title, date, language, id)
  if (!earlier) return
  const noted = readNoted(db, earlier.id)
  if (noted !== UNNOTED) writeNoted(db, id, 'declaration', noted)
  const marked = db.all<{ id: string; text: string }>(
    'SELECT clause.id, clause.text FROM clause JOIN curation ON curation.subject = clause.id WHERE clause.declaration = ? ORDER BY clause.position',
    earlier.id,
  )
  const left = new Map<string, string[]>()
  for (const clause of clauses) left.set(plain(clause.text), [...(left.get(plain(clause.text)) ?? []), clause.id])
  for (const clause of marked) {
    const now = left.get(plain(clause.text))?.shift()
    if (now) writeNoted(db, now, 'clause', readNoted(db, clause.id))
  }
}
