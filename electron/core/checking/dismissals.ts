// Findings that the officer let be, by draft.
import { AppError } from '../../../shared/contract/error.ts'
import type { Dismissal } from '../../../shared/model/finding.ts'
import type { DraftId } from '../../../shared/model/ids.ts'
import type { LibraryFile } from '../db/libraryFile.ts'

export function dismissed(db: LibraryFile, draft: DraftId): Dismissal[] {
  expectDraft(db, draft)
  return db.all<Dismissal>('SELECT block, kind, found, near FROM dismissal WHERE draft = ? ORDER BY block, found', draft)
}

export function dismiss(db: LibraryFile, draft: DraftId, { block, kind, found, near }: Dismissal): void {
  db.write(() => {
    expectDraft(db, draft)
    db.run('INSERT OR IGNORE INTO dismissal (draft, block, kind, found, near) VALUES (?, ?, ?, ?, ?)', draft, block, kind, found, near)
  })
}

/** It is shown again; what was not dismissed is left alone. */
export function recall(db: LibraryFile, draft: DraftId, { block, kind, found, near }: Dismissal): void {
  db.write(() => {
    expectDraft(db, draft)
    db.run('DELETE FROM dismissal WHERE draft = ? AND block = ? AND kind = ? AND found = ? AND near = ?', draft, block, kind, found, near)
  })
}

/** Inside a write: a second draft begins with what was let be in the first. */
export function copyDismissals(db: LibraryFile, from: DraftId, to: DraftId): void {
  db.run('INSERT INTO dismissal (draft, block, kind, found, near) SELECT ?, block, kind, found, near FROM dismissal WHERE draft = ?', to, from)
}

function expectDraft(db: LibraryFile, draft: DraftId): void {
  if (!db.get('SELECT 1 FROM draft WHERE id = ? AND removed IS NULL', draft)) throw new AppError('not-found', 'no such draft')
}
