// Drafts and versions between their rows and the model.
import type { Party } from '../../../shared/model/declaration.ts'
import type { Draft, DraftDetails, DraftSummary, Version } from '../../../shared/model/draft.ts'
import type { DeclarationId, DraftId, VersionId } from '../../../shared/model/ids.ts'
import { isGone } from '../../../shared/model/numbering.ts'
import { patched, type StatementPatch } from '../../../shared/model/patch.ts'
import type { Statement } from '../../../shared/model/statement.ts'
import { countChanges } from '../../../shared/redline/changes.ts'
import { damaged } from '../db/header.ts'
import type { LibraryFile, Row } from '../db/libraryFile.ts'
import { forgetTrail } from './trail.ts'

/** So many at most are put together whenever a draft is opened. */
const MOST_PATCHES = 200

/** Columns of a draft but for its text, which is long. */
export const SUMMARY = 'id, rev, created, saved, removed, title, form, language, date, place, parties, base, paragraphs, open_changes'
export const VERSION = 'id, draft, name, created, author'

/** Only the details of a draft, as they may be edited and shown. */
export const detailsOf = ({ title, form, language, date, place, parties, base }: DraftDetails): DraftDetails =>
  ({ title, form, language, date, place, parties, base })

const storedDetails = (row: Row): DraftDetails => ({
  title: String(row['title']),
  form: row['form'] as DraftDetails['form'],
  language: String(row['language']),
  date: row['date'] as string | null,
  place: row['place'] as string | null,
  parties: JSON.parse(String(row['parties'])) as Party[],
  base: row['base'] as DeclarationId | null,
})

const storedState = (row: Row) => ({
  id: row['id'] as DraftId,
  rev: Number(row['rev']),
  created: String(row['created']),
  saved: String(row['saved']),
})

/** A draft in a list, from the columns of `SUMMARY`. */
export const storedSummary = (row: Row): DraftSummary =>
  ({ ...storedDetails(row), ...storedState(row), paragraphs: Number(row['paragraphs']), openChanges: Number(row['open_changes']) })

/** A draft with its text, removed or not; null where there is none. */
export function readDraft(db: LibraryFile, id: DraftId): Draft | null {
  const row = db.get<Row>(`SELECT ${SUMMARY}, text_rev, statement FROM draft WHERE id = ?`, id)
  if (!row) return null
  const { statement, rev } = followPatches(db.sqlite, id, Number(row['text_rev']), JSON.parse(String(row['statement'])) as Statement)
  if (rev !== Number(row['rev'])) throw damaged()
  return { ...storedDetails(row), ...storedState(row), statement }
}

/** A text that was written whole with what was changed since, as far as one change follows the other, and the rev that it then has. */
export function followPatches(sqlite: LibraryFile['sqlite'], id: string, textRev: number, whole: Statement): { statement: Statement; rev: number } {
  const rows = sqlite.prepare<[string], { rev: number; patch: string }>('SELECT rev, patch FROM draft_patch WHERE draft = ? ORDER BY rev').all(id)
  let statement = whole
  let rev = textRev
  for (const row of rows) {
    const next = row.rev === rev + 1 ? patched(statement, JSON.parse(row.patch) as StatementPatch) : null
    if (!next) break
    statement = next
    rev++
  }
  return { statement, rev }
}

/** A version without its text, from the columns of `VERSION`. */
export const storedVersion = (row: Row): Version => ({
  id: row['id'] as VersionId,
  draftId: row['draft'] as DraftId,
  name: String(row['name']),
  created: String(row['created']),
  author: String(row['author']),
})

/** Inside a write. */
export function insertDraft(db: LibraryFile, draft: Draft): void {
  insertRow(db, draft)
  db.run('UPDATE draft SET text_rev = rev WHERE id = ?', draft.id)
}

/** The same in a library of any schema. */
export function insertRow(db: LibraryFile, draft: Draft): void {
  const { paragraphs, changes } = sizeOf(draft.statement)
  db.run(
    `INSERT INTO draft (id, rev, created, saved, title, form, language, date, place, parties, base, paragraphs, open_changes, statement)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    draft.id, draft.rev, draft.created, draft.saved, draft.title, draft.form, draft.language, draft.date, draft.place,
    JSON.stringify(draft.parties), draft.base, paragraphs, changes, JSON.stringify(draft.statement),
  )
}

/** Puts another text in the draft and counts its rev up; inside a write. */
export function writeStatement(db: LibraryFile, id: DraftId, statement: Statement, saved: string): void {
  forgetTrail(db, id)
  writeWhole(db, id, statement, saved)
}

/** The same where it is the window that goes on with its text. */
export function writeWhole(db: LibraryFile, id: DraftId, statement: Statement, saved: string): void {
  const { paragraphs, changes } = sizeOf(statement)
  db.run('DELETE FROM draft_patch WHERE draft = ?', id)
  db.run(
    'UPDATE draft SET rev = rev + 1, text_rev = rev + 1, saved = ?, paragraphs = ?, open_changes = ?, statement = ? WHERE id = ?',
    saved, paragraphs, changes, JSON.stringify(statement), id,
  )
}

/** The same of what became another: the text stays as it was last written, until its patches are as long as it is, or many. */
export function writePatch(db: LibraryFile, id: DraftId, patch: StatementPatch, statement: Statement, saved: string): void {
  const text = JSON.stringify(patch)
  const { rev, room } = db.get<{ rev: number; room: number }>(`
    SELECT rev, CASE WHEN rev - text_rev < ? THEN octet_length(statement) - (SELECT coalesce(sum(octet_length(patch)), 0) FROM draft_patch WHERE draft = id) ELSE 0 END AS room
    FROM draft WHERE id = ?`, MOST_PATCHES, id)!
  if (Buffer.byteLength(text) > room) {
    writeWhole(db, id, statement, saved)
    return
  }
  const { paragraphs, changes } = sizeOf(statement)
  db.run('INSERT INTO draft_patch (draft, rev, patch) VALUES (?, ?, ?)', id, rev + 1, text)
  // SQLite writes only those pages of a row that became others, where the row is as long as before.
  db.run('UPDATE draft SET rev = rev + 1, saved = ?, paragraphs = ?, open_changes = ? WHERE id = ?', saved, paragraphs, changes, id)
}

/** Inside a write. */
export function writeDetails(db: LibraryFile, id: DraftId, details: DraftDetails, saved: string): void {
  db.run(
    'UPDATE draft SET title = ?, form = ?, language = ?, date = ?, place = ?, parties = ?, base = ?, saved = ? WHERE id = ?',
    details.title, details.form, details.language, details.date, details.place, JSON.stringify(details.parties), details.base, saved, id,
  )
}

/** Inside a write. */
export function insertVersion(db: LibraryFile, version: Version, draft: DraftDetails & Pick<Draft, 'statement'>): void {
  db.run(
    `INSERT INTO version (id, draft, position, name, created, author, details, statement)
     VALUES (?, ?, (SELECT coalesce(max(position), 0) + 1 FROM version WHERE draft = ?), ?, ?, ?, ?, ?)`,
    version.id, version.draftId, version.draftId, version.name, version.created, version.author,
    JSON.stringify(detailsOf(draft)), JSON.stringify(draft.statement),
  )
}

/** Clauses and list items that remain once every change is accepted, and the open changes. */
const sizeOf = (statement: Statement) => ({
  paragraphs: statement.blocks.filter((block) => (block.kind === 'paragraph' || block.kind === 'item') && !isGone(block)).length,
  changes: countChanges(statement),
})
