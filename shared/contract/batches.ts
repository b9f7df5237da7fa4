// Operations on batches: whole folders and archives on their way into the library.
import { MAX_FILE_BYTES } from './app.ts'
import { withoutSnapshot } from './copies.ts'
import { ERROR_CODES, type WireError } from './error.ts'
import { approvedSchema, type Alike, type ImportPreview } from './library.ts'
import { batchIdSchema, type BatchId, type DeclarationId } from '../model/ids.ts'
import { z } from '../model/schema.ts'
import { jobSchema, nothing, read, write } from './operation.ts'

/**
 * What became of a file: `waiting` to be read, `look` (an officer should see it first), `stored`, `duplicate` of what the library
 * holds, `skipped` by an officer, `failed`, `left-out` as no document (what systems and editors leave in folders).
 */
export const BATCH_STATES = ['waiting', 'look', 'stored', 'duplicate', 'skipped', 'failed', 'left-out'] as const
export type BatchState = (typeof BATCH_STATES)[number]

export interface BatchSummary {
  id: BatchId
  /** Of the folder or the archive. */
  name: string
  /** ISO time. */
  started: string
  /** Files that were to be handed over; archives among them count as one. */
  announced: number
  /** All of them were handed over. */
  sealed: boolean
  /** Sure texts are stored without being looked at. */
  direct: boolean
  counts: Record<BatchState, number>
  /** What it stored was taken out of the library again. */
  undone: boolean
  /** The job that works on it now; null where nobody does. */
  job: string | null
}

export interface BatchFile {
  key: number
  /** Within the folder or the archive. */
  path: string
  state: BatchState
  error: WireError | null
  /** Its bytes are still here: it can be read again as it is. */
  held: boolean
  /** Why it should be looked at: codes of `importing:look.<code>`. */
  reasons: string[]
  /** The declaration that it is, or is nearly. */
  alike: Alike | null
  declaration: DeclarationId | null
}

/** Files in one batch. */
export const MOST_FILES = 10_000

const batch = z.strictObject({ batch: batchIdSchema })
const key = z.int().min(1)
const path = z.string().min(1).max(1000)

export const batchOperations = {
  /** Begins a batch; `direct` stores sure texts without being looked at. */
  'batch.start': write<BatchSummary>()(z.strictObject({
    name: z.string().min(1).max(500), announced: z.int().min(0).max(1_000_000), direct: z.boolean(),
  })),
  /**
   * Hands files over (bytes in base64), or says of one why it cannot be read. A path that is there already is taken anew only
   * where it had failed.
   */
  'batch.add': write<{ added: number }>()(z.strictObject({
    batch: batchIdSchema,
    files: z.array(z.union([
      z.strictObject({ path, data: z.base64().max(Math.ceil(MAX_FILE_BYTES / 3) * 4 + 4) }),
      z.strictObject({ path, problem: z.enum(ERROR_CODES) }),
    ])).min(1).max(500),
    job: jobSchema.optional(),
  })),
  /** Everything was handed over. */
  'batch.seal': write<BatchSummary>()(batch),
  /** Reads what waits and stores what may be stored, of many files after a snapshot. `job.cancel` pauses it; called again it goes on. */
  'batch.run': write<BatchSummary>()(z.strictObject({ batch: batchIdSchema, withoutSnapshot, job: jobSchema })),
  /** The newest first. */
  'batch.list': read<BatchSummary[]>()(nothing),
  'batch.open': read<{ batch: BatchSummary; files: BatchFile[] }>()(batch),
  /** Of files that wait to be looked at: `skip` them, `keep` them beside what they are like (at the next run), or `look` after all. */
  'batch.decide': write<BatchSummary>()(z.strictObject({
    batch: batchIdSchema, files: z.array(key).min(1).max(MOST_FILES), as: z.enum(['skip', 'keep', 'look']),
  })),
  /** Has files that failed read again at the next run, where they are still held. */
  'batch.retry': write<BatchSummary>()(z.strictObject({ batch: batchIdSchema, files: z.array(key).min(1).max(MOST_FILES) })),
  /** Reads a file that should be looked at and proposes its structure. */
  'batch.propose': read<ImportPreview>()(z.strictObject({ batch: batchIdSchema, file: key, job: jobSchema.optional() })),
  /** Stores such a file as the officer approved it. */
  'batch.store': write<{ id: DeclarationId; clauses: number; passages: number }>()(approvedSchema.extend({ batch: batchIdSchema, file: key })),
  /** Takes out of the library what the batch stored; what was edited since only where `edited`. */
  'batch.undo': write<{ taken: number; kept: number }>()(z.strictObject({ batch: batchIdSchema, edited: z.boolean() })),
  /** Brings back what `batch.undo` took out. */
  'batch.redo': write<{ restored: number }>()(batch),
  /** Forgets the batch and the files that still wait; what it stored stays. */
  'batch.remove': write<null>()(batch),
}

export interface BatchEvents {
  'batch.changed': { id: BatchId }
}
