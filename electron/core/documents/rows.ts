// Known documents between their rows and the model.
import type { Named } from '../../../shared/identity/index.ts'
import type { Naming } from '../../../shared/model/document.ts'
import type { ClauseId, DeclarationId } from '../../../shared/model/ids.ts'
import type { LibraryFile, Row } from '../db/libraryFile.ts'

export interface StoredDocument extends Named {
  id: number
  /** Its text; null where that is not in the library. */
  declaration: DeclarationId | null
  dismissed: boolean
  namedBy: Naming[]
}

/** Reports that were taken out name nothing, and a declaration that was taken out is no text. */
const DOCUMENT = `
  SELECT known_document.id, known_document.name, stems, known_document.date, dismissed, text.id AS declaration,
    report.id AS report, report.title, report.date AS reported, naming.clause
  FROM known_document
    JOIN naming ON naming.document = known_document.id
    JOIN clause ON clause.id = naming.clause
    JOIN declaration AS report ON report.id = clause.declaration AND report.removed IS NULL
    LEFT JOIN declaration AS text ON text.id = known_document.declaration AND text.removed IS NULL`
const ORDER = 'ORDER BY known_document.id, report.date IS NULL, report.date, report.added, clause.position'

/** All of them, or those that `where` lets through. */
export function readDocuments(db: LibraryFile, where = '', ...values: (string | number | null)[]): StoredDocument[] {
  const found = new Map<number, StoredDocument>()
  for (const row of db.all<Row>(`${DOCUMENT} ${where} ${ORDER}`, ...values)) {
    const id = Number(row['id'])
    let document = found.get(id)
    if (!document) {
      document = {
        id, name: String(row['name']), date: row['date'] as string | null, stems: String(row['stems']).split(' '), reported: [],
        declaration: row['declaration'] as DeclarationId | null, dismissed: row['dismissed'] === 1, namedBy: [],
      }
      found.set(id, document)
    }
    document.namedBy.push({
      report: row['report'] as DeclarationId, title: String(row['title']), date: row['reported'] as string | null, clause: row['clause'] as ClauseId,
    })
    document.reported = [...document.reported, row['reported'] as string | null]
  }
  return [...found.values()]
}
