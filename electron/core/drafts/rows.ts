// Drafts and versions between their rows and the model.
import type { Party } from '../../../shared/model/declaration.ts'
import type { Draft, DraftDetails, DraftSummary, Version } from '../../../shared/model/draft.ts'
import type { DeclarationId, DraftId, VersionId } from '../../../shared/model/ids.ts'
import { isGone } from '../../../shared/model/numbering.ts'
import type { Statement } from '../../../shared/model/statement.ts'
import { countChanges } from '../../../shared/redline/changes.ts'
import type { LibraryFile, Row } from '../db/libraryFile.ts'

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

/** A draft with its text, from `SUMMARY` and `statement`. */
export const storedDraft = (row: Row): Draft =>
  ({ ...storedDetails(row), ...storedState(row), statement: JSON.parse(String(row['statement'])) as Statement })

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
  const { paragraphs, changes } = sizeOf(draft.statement)
  db.run(
    `INSERT INTO draft (id, rev, created, saved, title, form, language, date, place, parties, base, paragraphs, open_changes, statement)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    draft.id, draft.rev, draft.created, draft.saved, draft.title, draft.form, draft.language, draft.date, draft.place,
    JSON.stringify(draft.parties), draft.base, paragraphs, changes, JSON.stringify(draft.statement),
  )
}

/** Puts a new text in the draft and counts its rev up; inside a write. */
export function writeStatement(db: LibraryFile, id: DraftId, statement: Statement, saved: string): void {
  const { paragraphs, changes } = sizeOf(statement)
  db.run(
    'UPDATE draft SET rev = rev + 1, saved = ?, paragraphs = ?, open_changes = ?, statement = ? WHERE id = ?',
    saved, paragraphs, changes, JSON.stringify(statement), id,
  )
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
