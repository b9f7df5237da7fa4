// Ties known documents to the declarations that are their texts. All inside a write.
import { matchOf, reportsOf, type Described } from '../../../shared/identity/index.ts'
import type { DeclarationId } from '../../../shared/model/ids.ts'
import type { LibraryFile } from '../db/libraryFile.ts'
import { readDocuments, type StoredDocument } from './rows.ts'

/** Documents whose text is missing. */
export const missingDocuments = (db: LibraryFile): StoredDocument[] => readDocuments(db, 'WHERE text.id IS NULL AND dismissed = 0')

function ofItsDay(db: LibraryFile, date: string | null): StoredDocument[] {
  if (date === null) return []
  const { from, to } = reportsOf(date)
  return readDocuments(
    db, 'WHERE text.id IS NULL AND dismissed = 0 AND (known_document.date = ? OR (known_document.date IS NULL AND report.date BETWEEN ? AND ?))', date, from, to,
  )
}

/** Missing documents that a text surely is. */
export const surely = (db: LibraryFile, text: Described): number[] => ofItsDay(db, text.date).filter((each) => matchOf(each, text)?.isSure).map(({ id }) => id)

/** The text is these documents; those that an officer named, or else all that it surely is. */
export function tieTo(db: LibraryFile, id: DeclarationId, text: Described, documents?: readonly number[]): void {
  for (const document of documents ?? surely(db, text)) db.run('UPDATE known_document SET declaration = ?, dismissed = 0 WHERE id = ?', id, document)
}
