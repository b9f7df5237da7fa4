// Undo history and place of a draft, kept beside its text for a window that crashes. Steps hold words that the text may have no more:
// they go with the draft, when its text is replaced, and a day after the last save.
import type { Resumed } from '../../../shared/contract/drafts.ts'
import type { DraftId } from '../../../shared/model/ids.ts'
import { MOST_STEPS, type Caret, type WindowPlace, type Step, type Trail, type TrailChange } from '../../../shared/model/trail.ts'
import type { LibraryFile, Row } from '../db/libraryFile.ts'

/** So long after the last save what was done can be undone in a window that is opened anew. */
const KEPT_MS = 24 * 60 * 60 * 1000
/** Characters of all steps of a draft. */
const MOST_CHARACTERS = 4_000_000

const oldest = (now: Date) => new Date(now.getTime() - KEPT_MS).toISOString()

/** Inside the write that stores rev `rev`, the text that the trail ends at. */
export function keepTrail(db: LibraryFile, draft: DraftId, rev: number, { from, steps, done, caret }: TrailChange): void {
  db.run('DELETE FROM draft_step WHERE draft = ? AND number >= ?', draft, from)
  steps.forEach((step, index) => db.run('INSERT INTO draft_step (draft, number, step) VALUES (?, ?, ?)', draft, from + index, JSON.stringify(step)))
  db.run(`
    DELETE FROM draft_step WHERE draft = ? AND number IN (
      SELECT number FROM (
        SELECT number, sum(length(step)) OVER later AS characters, row_number() OVER later AS place FROM draft_step WHERE draft = ?
        WINDOW later AS (ORDER BY number DESC))
      WHERE characters > ? OR place > ?)`, draft, draft, MOST_CHARACTERS, 2 * MOST_STEPS)
  db.run(`
    INSERT INTO draft_place (draft, rev, done, caret) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET rev = excluded.rev, done = excluded.done, caret = excluded.caret`, draft, rev, done, caret && JSON.stringify(caret))
}

/** Inside a write: the text is another one now, or nobody tells how it came to be. */
export function forgetTrail(db: LibraryFile, draft: DraftId): void {
  db.run('DELETE FROM draft_step WHERE draft = ?', draft)
}

/** Inside a write: of drafts that were not saved for a day. Tells how many steps went. */
export function forgetOldTrails(db: LibraryFile, now: Date): number {
  return db.run('DELETE FROM draft_step WHERE draft IN (SELECT id FROM draft WHERE saved < ?)', oldest(now))
}

/** Inside a write. */
export function keepPlace(db: LibraryFile, draft: DraftId, { caret, top }: WindowPlace): void {
  db.run(`
    INSERT INTO draft_place (draft, caret, top) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET caret = excluded.caret, top = excluded.top`, draft, caret && JSON.stringify(caret), top && JSON.stringify(top))
}

/** Where a draft was left, and its trail if that leads to the text of this rev and is not too old. */
export function readResumed(db: LibraryFile, { id, rev, saved }: { id: DraftId; rev: number; saved: string }, now: Date): Resumed {
  const row = db.get<Row>('SELECT rev, done, caret, top FROM draft_place WHERE draft = ?', id)
  if (!row) return { place: null, trail: null }
  const place: WindowPlace = { caret: parsed<Caret>(row['caret']), top: parsed<NonNullable<WindowPlace['top']>>(row['top']) }
  return { place, trail: row['rev'] === rev && saved >= oldest(now) ? readSteps(db, id, Number(row['done'])) : null }
}

/** null where there are none, or one of them is missing. */
function readSteps(db: LibraryFile, draft: DraftId, done: number): Trail | null {
  const rows = db.all<{ number: number; step: string }>('SELECT number, step FROM draft_step WHERE draft = ? ORDER BY number', draft)
  const from = rows[0]?.number ?? 0
  const isWhole = done >= from && done <= from + rows.length && rows.every(({ number }, index) => number === from + index)
  return rows.length > 0 && isWhole ? { from, steps: rows.map(({ step }) => JSON.parse(step) as Step), done } : null
}

const parsed = <T>(json: unknown): T | null => (typeof json === 'string' ? JSON.parse(json) as T : null)
