// Batches and their files between rows and the contract.
import { BATCH_STATES, type BatchFile, type BatchState, type BatchSummary } from '../../../../shared/contract/batches.ts'
import { AppError, type ErrorCode, type WireError } from '../../../../shared/contract/error.ts'
import type { Alike } from '../../../../shared/contract/library.ts'
import type { BatchId, DeclarationId } from '../../../../shared/model/ids.ts'
import type { LibraryFile, Row } from '../../db/libraryFile.ts'

/** The job that works on each batch now. */
export type Running = ReadonlyMap<BatchId, string>

export function readBatch(db: LibraryFile, id: BatchId, running: Running): BatchSummary {
  const row = db.get<Row>('SELECT * FROM batch WHERE id = ?', id)
  if (!row) throw new AppError('not-found', 'no such batch')
  return summaryOf(db, row, running)
}

export const readBatches = (db: LibraryFile, running: Running): BatchSummary[] =>
  db.all<Row>('SELECT * FROM batch ORDER BY started DESC, id DESC').map((row) => summaryOf(db, row, running))

function summaryOf(db: LibraryFile, row: Row, running: Running): BatchSummary {
  const id = row['id'] as BatchId
  const counts = Object.fromEntries(BATCH_STATES.map((state) => [state, 0])) as BatchSummary['counts']
  for (const { state, files } of db.all<{ state: BatchState; files: number }>(
    'SELECT state, count(*) AS files FROM batch_file WHERE batch = ? GROUP BY state', id,
  )) counts[state] = files
  return {
    id,
    name: String(row['name']),
    started: String(row['started']),
    announced: Number(row['announced']),
    sealed: row['sealed'] === 1,
    direct: row['direct'] === 1,
    counts,
    undone: row['undone'] !== null,
    job: running.get(id) ?? null,
  }
}

/** Every file in the order in which it was handed over. */
export function readFiles(db: LibraryFile, batch: BatchId): BatchFile[] {
  return db.all<Row>(
    `SELECT key, path, state, batch_file.error, bytes IS NOT NULL AS held, reasons, share, batch_file.declaration,
       known.id AS known, known.title, known.date
     FROM batch_file LEFT JOIN declaration AS known ON known.id = batch_file.alike
     WHERE batch = ? ORDER BY key`, batch,
  ).map((row) => ({
    key: Number(row['key']),
    path: String(row['path']),
    state: row['state'] as BatchState,
    error: row['error'] === null ? null : JSON.parse(String(row['error'])) as WireError,
    held: row['held'] === 1,
    reasons: JSON.parse(String(row['reasons'])) as string[],
    alike: row['known'] === null ? null : {
      id: row['known'] as DeclarationId, title: String(row['title']), date: row['date'] as string | null, share: Number(row['share']),
    },
    declaration: row['declaration'] as DeclarationId | null,
  }))
}

export interface HeldFile {
  key: number
  path: string
  insist: boolean
  bytes: Uint8Array
}

/** The first file after `after` that waits to be read. */
export function nextWaiting(db: LibraryFile, batch: BatchId, after: number): HeldFile | null {
  const row = db.get<{ key: number; path: string; insist: number; bytes: Uint8Array }>(
    "SELECT key, path, insist, bytes FROM batch_file WHERE batch = ? AND state = 'waiting' AND key > ? ORDER BY key LIMIT 1", batch, after,
  )
  return row ? { ...row, insist: row.insist === 1 } : null
}

/** A file whose bytes are still held; throws `not-found` for any other. */
export function heldFile(db: LibraryFile, batch: BatchId, key: number): HeldFile {
  const row = db.get<{ key: number; path: string; insist: number; bytes: Uint8Array }>(
    'SELECT key, path, insist, bytes FROM batch_file WHERE batch = ? AND key = ? AND bytes IS NOT NULL', batch, key,
  )
  if (!row) throw new AppError('not-found', 'no such file in the batch')
  return { ...row, insist: row.insist === 1 }
}

export type Outcome =
  | { state: 'stored'; declaration: DeclarationId }
  | { state: 'duplicate'; alike: Pick<Alike, 'id' | 'share'> }
  | { state: 'look'; reasons: readonly string[]; alike: Pick<Alike, 'id' | 'share'> | null }
  | { state: 'failed'; error: WireError }

/** Failures that lie outside the file: the same bytes may be read once they are mended. */
const OUTSIDE: ReadonlySet<ErrorCode> = new Set(['office-missing', 'office-failed', 'internal'])

/** What became of a file; its bytes go, unless an officer has still to look at it or it may be read again. Inside a write. */
export function writeOutcome(db: LibraryFile, key: number, outcome: Outcome): void {
  const alike = 'alike' in outcome ? outcome.alike : null
  const isHeld = outcome.state === 'look' || (outcome.state === 'failed' && OUTSIDE.has(outcome.error.code))
  db.run(
    `UPDATE batch_file SET state = ?, insist = 0, error = ?, reasons = ?, alike = ?, share = ?, declaration = ?,
       bytes = CASE WHEN ? THEN bytes ELSE NULL END WHERE key = ?`,
    outcome.state,
    outcome.state === 'failed' ? JSON.stringify(outcome.error) : null,
    JSON.stringify(outcome.state === 'look' ? outcome.reasons : []),
    alike?.id ?? null,
    alike?.share ?? null,
    outcome.state === 'stored' ? outcome.declaration : null,
    isHeld ? 1 : 0,
    key,
  )
}

/** Puts a file in; of a path that is there only where it had failed. Tells whether it did. */
export const putFile = (
  db: LibraryFile, batch: BatchId, path: string, file: { bytes: Uint8Array } | { error: WireError } | 'left-out',
): boolean => db.run(
  `INSERT INTO batch_file (batch, path, state, error, bytes) VALUES (?, ?, ?, ?, ?)
   ON CONFLICT (batch, path) DO UPDATE SET state = excluded.state, error = excluded.error, bytes = excluded.bytes
   WHERE batch_file.state = 'failed'`,
  batch, path,
  file === 'left-out' ? file : 'bytes' in file ? 'waiting' : 'failed',
  file !== 'left-out' && 'error' in file ? JSON.stringify(file.error) : null,
  file !== 'left-out' && 'bytes' in file ? file.bytes : null,
) > 0
