// What is noted about declarations and clauses, between its rows and the model.
import { UNCURATED, type Curation, type Status } from '../../../../shared/model/curation.ts'
import type { LibraryFile, Row } from '../../db/libraryFile.ts'

export interface Noted {
  curation: Curation
  /** Of a declaration. */
  status: Status
}

export const UNNOTED: Noted = { curation: UNCURATED, status: 'current' }

const NOTED = 'tags, topics, note, favourite, barred, status'

const curationOf = (row: Row): Curation => ({
  tags: JSON.parse(String(row['tags'])) as string[],
  topics: JSON.parse(String(row['topics'])) as string[],
  note: String(row['note']),
  favourite: row['favourite'] === 1,
  barred: row['barred'] as string | null,
})

const notedOf = (row: Row): Noted => ({ curation: curationOf(row), status: row['status'] as Status })

/** What is noted about one declaration or clause. */
export function readNoted(db: LibraryFile, subject: string): Noted {
  const row = db.get<Row>(`SELECT ${NOTED} FROM curation WHERE subject = ?`, subject)
  return row ? notedOf(row) : UNNOTED
}

/** Of all declarations that something is noted about. */
export const readDeclarationsNoted = (db: LibraryFile): Map<string, Noted> =>
  new Map(db.all<Row>(`SELECT subject, ${NOTED} FROM curation WHERE kind = 'declaration'`).map((row) => [String(row['subject']), notedOf(row)]))

/** Of all clauses that something is noted about, by their keys. */
export const readClauseCurations = (db: LibraryFile): Map<number, Curation> =>
  new Map(db.all<Row>(`SELECT clause.key, ${NOTED} FROM curation CROSS JOIN clause ON clause.id = curation.subject WHERE curation.kind = 'clause'`)
    .map((row) => [Number(row['key']), curationOf(row)]))

/** Inside a write. What says nothing has no row. */
export function writeNoted(db: LibraryFile, subject: string, kind: 'declaration' | 'clause', { curation, status }: Noted): void {
  const { tags, topics, note, favourite, barred } = curation
  if (tags.length + topics.length === 0 && note === '' && !favourite && barred === null && status === 'current') {
    db.run('DELETE FROM curation WHERE subject = ?', subject)
    return
  }
  db.run(
    `INSERT INTO curation (subject, kind, ${NOTED}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (subject) DO UPDATE SET tags = excluded.tags, topics = excluded.topics, note = excluded.note,
       favourite = excluded.favourite, barred = excluded.barred, status = excluded.status`,
    subject, kind, JSON.stringify(tags), JSON.stringify(topics), note, favourite ? 1 : 0, barred, status,
  )
}

/** Takes out all that was noted about a declaration and its clauses, also in edits that could be taken back; inside a write. */
export function forgetNotes(db: LibraryFile, declaration: string): void {
  db.run('DELETE FROM curation WHERE subject = ? OR subject IN (SELECT id FROM clause WHERE declaration = ?)', declaration, declaration)
  db.run('UPDATE curation_step SET changes = NULL WHERE instr(changes, ?) > 0', declaration)
}
