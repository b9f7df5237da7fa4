// Batches: files are read in workers, several at a time, and in their turn stored, put before the officer, or told as failed, in one
// transaction with their rows. Wherever a batch is broken off it goes on from its rows, and nothing is stored twice.
import { basename } from 'node:path/posix'
import { setImmediate as breathe } from 'node:timers/promises'
import type { BatchSummary } from '../../../../shared/contract/batches.ts'
import { AppError, toWire, type ErrorCode } from '../../../../shared/contract/error.ts'
import type { Approved, ImportPreview } from '../../../../shared/contract/library.ts'
import type { BatchId, DeclarationId } from '../../../../shared/model/ids.ts'
import type { Proposal } from '../../../../shared/model/proposal.ts'
import { reasonsToLook } from '../../../../shared/segmenting/index.ts'
import type { Context } from '../../context.ts'
import { createTurns } from '../../turns.ts'
import { previewOf } from '../preview.ts'
import type { importTask } from '../tasks.ts'
import { heldFile, nextWaiting, readBatch, readBatches, writeOutcome, type HeldFile, type Outcome } from './rows.ts'

/** Files being read: one for each worker, and as many that wait for one. They are stored in their order. */
const AHEAD = 4
/** How often it is looked whether it was paused, and how often windows are told, in ms. */
const LOOK_MS = 200
const TELL_MS = 1000

/** What stops the whole batch and not one file: it goes on where it stopped once this is mended. */
const STOPPING: ReadonlySet<ErrorCode> = new Set([
  'cancelled', 'disk-full', 'disk-failing', 'library-locked', 'library-read-only', 'library-damaged', 'folder-missing', 'folder-read-only',
])

type Needs = Pick<Context, 'db' | 'library' | 'jobs' | 'snapshots' | 'events' | 'ports'>

/** A file ahead of the one that is stored; what its reading came to is null while it is read. */
interface Ahead {
  file: HeldFile
  reading: Promise<void>
  read: { proposal: Proposal } | { error: unknown } | null
}

const stopsAll = (error: unknown): boolean => !(error instanceof AppError) || STOPPING.has(error.code)
const isReady = ({ read }: Ahead): boolean => read !== null && !('error' in read && stopsAll(read.error))

export type BatchService = ReturnType<typeof createBatchService>

export function createBatchService({ db, library, jobs, snapshots, events, ports }: Needs) {
  const running = new Map<BatchId, string>()
  const inTurns = createTurns()
  const changed = (id: BatchId) => events.push('batch.changed', { id })
  const summary = (id: BatchId) => readBatch(db, id, running)

  /** What becomes of a file that was read; inside a write, of which a file that fails is a part of its own. */
  function settle({ file, read }: Ahead, direct: boolean): void {
    try {
      if ('error' in read!) throw read.error
      const { proposal } = read!
      db.write(() => writeOutcome(db, file.key, file.insist ? stored(proposal) : judged(proposal, direct)))
    } catch (error) {
      if (stopsAll(error)) throw error
      writeOutcome(db, file.key, { state: 'failed', error: toWire(error as AppError) })
    }
  }

  /** Where the library has the text, or the officer should see it, it is not stored. */
  function judged(proposal: Proposal, direct: boolean): Outcome {
    const { duplicateOf, alike } = previewOf(proposal, library)
    if (duplicateOf) return { state: 'duplicate', alike: { id: duplicateOf.id, share: 100 } }
    // The same words on another day are another text.
    const sameDay = alike?.date === proposal.metadata.date || alike?.date === null || proposal.metadata.date === null
    if (alike?.share === 100 && sameDay) return { state: 'duplicate', alike }
    const reasons = [...(alike ? ['near'] : []), ...reasonsToLook(proposal), ...(direct ? [] : ['asked-for'])]
    return reasons.length > 0 ? { state: 'look', reasons, alike } : stored(proposal)
  }

  const stored = (proposal: Proposal): Outcome =>
    ({ state: 'stored', declaration: library.store(proposal, { again: true, quiet: true }).id })

  async function work(id: BatchId, job: string): Promise<void> {
    const watch = jobs.watch(job)
    const jobOf = (file: HeldFile) => `${job}-${file.key}`
    const { direct, counts } = summary(id)
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
    let done = total - counts.waiting
    let after = 0
    let told = 0
    const tell = (isLast: boolean) => {
      events.push('job.progress', { job, stage: 'batch', done, total })
      if (!isLast && performance.now() - told < TELL_MS) return
      told = performance.now()
      changed(id)
      events.push('library.changed', { id: null })
    }
    const ahead: Ahead[] = []
    const readAhead = () => {
      while (ahead.length < AHEAD) {
        const file = nextWaiting(db, id, after)
        if (!file) return
        after = file.key
        const each: Ahead = { file, reading: Promise.resolve(), read: null }
        each.reading = jobs.run<typeof importTask>('import', { bytes: file.bytes, name: basename(file.path) }, jobOf(file)).then(
          (proposal) => { each.read = { proposal } },
          (error: unknown) => { each.read = { error } },
        )
        ahead.push(each)
      }
    }
    const endReading = () => ahead.forEach(({ file }) => jobs.cancel(jobOf(file)))
    const look = setInterval(() => {
      if (watch.isCancelled()) endReading()
    }, LOOK_MS)
    try {
      await inTurns(rememberAll(watch))
      tell(false)
      for (readAhead(); ahead.length > 0; readAhead()) {
        const [first] = ahead
        await first!.reading
        if ('error' in first!.read! && stopsAll(first!.read.error)) throw first!.read.error
        // Others may have been read while the last ones were stored: together they are on disk with one flush.
        await breathe()
        const later = ahead.findIndex((each) => !isReady(each))
        const ready = ahead.splice(0, later === -1 ? ahead.length : later)
        db.write(() => ready.forEach((each) => settle(each, direct)))
        done += ready.length
        tell(false)
        watch.throwIfCancelled()
      }
      markStored(id)
    } finally {
      clearInterval(look)
      endReading()
      watch.end()
      running.delete(id)
      tell(true)
    }
  }

  function* rememberAll(watch: { throwIfCancelled(): void }): Generator<void, void> {
    for (const step of library.rememberAll()) {
      yield step
      // The library may have been closed meanwhile.
      watch.throwIfCancelled()
    }
  }

  /** What is known about each text now, so that a later edit is noticed. */
  function markStored(id: BatchId): void {
    const unmarked = db.all<{ key: number; declaration: DeclarationId }>(
      "SELECT key, declaration FROM batch_file WHERE batch = ? AND state = 'stored' AND mark IS NULL", id,
    )
    db.write(() => unmarked.forEach(({ key, declaration }) =>
      db.run('UPDATE batch_file SET mark = ? WHERE key = ?', library.markOf(declaration), key)))
  }

  /** Files that may be stored unseen; none of a batch that goes on, since it had its snapshot. */
  const toStore = (id: BatchId): number => db.get<{ files: number }>(
    `SELECT count(*) AS files FROM batch_file JOIN batch ON batch.id = batch_file.batch WHERE batch = ? AND state = 'waiting' AND (insist OR direct)
       AND NOT EXISTS (SELECT 1 FROM batch_file WHERE batch = ? AND state = 'stored')`, id, id,
  )!.files

  const throwIfRunning = (id: BatchId) => {
    if (running.has(id)) throw new AppError('batch-running', 'the batch is worked on')
  }

  return {
    list: () => readBatches(db, running),
    summary,

    start(name: string, announced: number, direct: boolean): BatchSummary {
      const id = ports.newId() as BatchId
      db.write(() => db.run(
        'INSERT INTO batch (id, name, started, announced, sealed, direct) VALUES (?, ?, ?, ?, 0, ?)',
        id, name, ports.now().toISOString(), announced, direct ? 1 : 0,
      ))
      changed(id)
      return summary(id)
    },

    seal(id: BatchId): BatchSummary {
      summary(id)
      db.write(() => db.run('UPDATE batch SET sealed = 1 WHERE id = ?', id))
      changed(id)
      return summary(id)
    },

    async run(id: BatchId, job: string, withoutSnapshot?: boolean): Promise<BatchSummary> {
      summary(id)
      throwIfRunning(id)
      running.set(id, job)
      try {
        await snapshots.before({ act: 'import', count: toStore(id) }, { withoutSnapshot, job })
      } catch (error) {
        running.delete(id)
        throw error
      }
      await work(id, job)
      return summary(id)
    },

    decide(id: BatchId, files: readonly number[], as: 'skip' | 'keep' | 'look'): BatchSummary {
      summary(id)
      const [state, insist] = as === 'keep' ? ['waiting', 1] : [as === 'skip' ? 'skipped' : 'look', 0]
      db.write(() => db.run(
        `UPDATE batch_file SET state = ?, insist = ? WHERE batch = ? AND state IN ('look', 'skipped')
           AND key IN (SELECT value FROM json_each(?))`, state as string, insist as number, id, JSON.stringify(files),
      ))
      changed(id)
      return summary(id)
    },

    retry(id: BatchId, files: readonly number[]): BatchSummary {
      summary(id)
      db.write(() => db.run(
        `UPDATE batch_file SET state = 'waiting', error = NULL WHERE batch = ? AND state = 'failed' AND bytes IS NOT NULL
           AND key IN (SELECT value FROM json_each(?))`, id, JSON.stringify(files),
      ))
      changed(id)
      return summary(id)
    },

    async propose(id: BatchId, key: number, job?: string): Promise<ImportPreview> {
      const file = heldFile(db, id, key)
      const proposal = await jobs.run<typeof importTask>('import', { bytes: file.bytes, name: basename(file.path) }, job)
      return previewOf(proposal, library)
    },

    store(id: BatchId, key: number, { proposal, known }: Approved) {
      const kept = db.write(() => {
        // Another window may have decided about it meanwhile.
        heldFile(db, id, key)
        const result = library.store(proposal, { again: true, ...(known && { known }) })
        writeOutcome(db, key, { state: 'stored', declaration: result.id })
        return result
      })
      markStored(id)
      changed(id)
      return kept
    },

    undo(id: BatchId, edited: boolean): { taken: number; kept: number } {
      throwIfRunning(id)
      summary(id)
      markStored(id)
      const rows = db.all<{ key: number; declaration: DeclarationId; mark: string | null }>(
        "SELECT key, declaration, mark FROM batch_file WHERE batch = ? AND state = 'stored' AND taken = 0", id,
      ).map((row) => ({ ...row, now: library.markOf(row.declaration) })).filter(({ now }) => now !== null)
      const taken = edited ? rows : rows.filter(({ mark, now }) => mark === now)
      db.write(() => {
        library.setRemoved(taken.map(({ declaration }) => declaration), true)
        for (const { key } of taken) db.run('UPDATE batch_file SET taken = 1 WHERE key = ?', key)
        db.run('UPDATE batch SET undone = ? WHERE id = ?', ports.now().toISOString(), id)
      })
      changed(id)
      return { taken: taken.length, kept: rows.length - taken.length }
    },

    redo(id: BatchId): { restored: number } {
      summary(id)
      const rows = db.all<{ declaration: DeclarationId }>('SELECT declaration FROM batch_file WHERE batch = ? AND taken = 1', id)
      db.write(() => {
        library.setRemoved(rows.map(({ declaration }) => declaration), false)
        db.run('UPDATE batch_file SET taken = 0 WHERE batch = ?', id)
        db.run('UPDATE batch SET undone = NULL WHERE id = ?', id)
      })
      changed(id)
      return { restored: rows.length }
    },

    remove(id: BatchId): void {
      throwIfRunning(id)
      summary(id)
      db.write(() => db.run('DELETE FROM batch WHERE id = ?', id))
      changed(id)
    },

    changed,
  }
}
