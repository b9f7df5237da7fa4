// Takes snapshots: every hour in which something was saved, of a library that was checked whole first, and before every act that
// changes much at once. It also checks the library once a day where it was too large to be checked at its opening. It is asked at
// every request, so an idle Alternat does nothing.
import { statSync } from 'node:fs'
import type { Bulk } from '../../../shared/contract/copies.ts'
import { AppError } from '../../../shared/contract/error.ts'
import type { BulkOptions, Context, SnapshotService } from '../context.ts'
import { castDoubt } from '../db/check.ts'
import { damaged } from '../db/header.ts'
import { readSecond, reachedSecond } from '../db/second.ts'
import { listSnapshots } from '../db/snapshot.ts'
import { expectedFailure } from '../failures.ts'
import { describeError } from '../log.ts'
import { isKeyCarried } from '../protection/carriedKey.ts'
import { readMark, writeMark } from '../settings/marks.ts'
import { isBulk } from './keeping.ts'
import { missingThere, type secondTask } from './second.ts'
import type { checkTask, snapshotTask } from './tasks.ts'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR
/** After a failure: a full disk may have room again. */
const AGAIN = 5 * 60_000
/** How often it is looked whether the second folder lacks something. */
const LOOK = 60_000
/** When the library was last found whole while open, ISO. */
const CHECKED = 'checked'

const nothing = () => Promise.resolve()

export interface SnapshotKeeper extends SnapshotService {
  /** Resolves once what was due is done or has failed; at once where nothing is due. */
  consider(): Promise<void>
  /** Damage was met: nothing more goes into the library, the windows are told, and the next start looks at every page. */
  foundDamaged(): void
}

/** The keeper of the library that is open for writing; for any other it does nothing. */
export function createSnapshotKeeper(
  { db, jobs, events, ports, log }: Pick<Context, 'db' | 'jobs' | 'events' | 'ports' | 'log'>,
): SnapshotKeeper {
  if (!db.writable || db.path === ':memory:') return { consider: nothing, settled: nothing, before: () => Promise.resolve(null), foundDamaged() {} }
  const [newest] = listSnapshots(db.path)
  const opened = ports.now().getTime()
  let due = (newest ? Date.parse(newest.taken) : statSync(db.path).birthtimeMs) + HOUR
  let checkDue = DAY + (db.wasChecked ? opened : Math.max(Date.parse(newest?.taken ?? '') || 0, Date.parse(String(readMark(db, CHECKED))) || 0))
  // One process writes a library, so its own changes are all there are.
  const changes = () => db.get<{ count: number }>('SELECT total_changes() AS count')!.count
  let covered = changes()
  let busy = false
  let secondDue = 0
  let wasReached: boolean | null = null
  /** The snapshot under way: two at a time would be in each other's way. */
  let last: Promise<unknown> = nothing()
  /** What was due, under way. */
  let considered: Promise<void> = nothing()

  const foundDamaged = () => {
    if (!db.writable) return
    log.error('library.damaged', {})
    db.refuseWrites(damaged)
    events.push('app.changed', {})
    castDoubt(db.path)
  }

  const takeSnapshot = (bulk: Bulk | null, job?: string): Promise<string> => {
    const taken = last.then(async () => {
      const now = ports.now()
      const made = changes()
      const { name, ...contents } = await jobs.run<typeof snapshotTask>('snapshot', { library: db.path, key: db.key, taken: now.toISOString(), bulk }, job)
      covered = made
      due = now.getTime() + HOUR
      log.info('snapshot.taken', { name, ...contents })
      secondDue = 0
      return name
    })
    last = taken.catch(() => {})
    return taken
  }

  const lacks = (place: string, now: Date) =>
    missingThere(db.path, place, db.key !== null, now).length > 0 || (db.key !== null && !isKeyCarried(db.path, place, db.key.id))

  /** Looks now and then whether the second folder is there and lacks something, and writes it there. */
  const considerSecond = async (now: Date) => {
    if (now.getTime() < secondDue) return
    secondDue = now.getTime() + LOOK
    const second = readSecond(db.path)
    if (second === null) return
    const place = reachedSecond(db.path)
    if (wasReached !== (place !== null)) events.push('copies.changed', {})
    wasReached = place !== null
    if (place === null || (second.owed.length === 0 && !lacks(place, now))) return
    secondDue = now.getTime() + AGAIN
    try {
      const done = await jobs.run<typeof secondTask>('second', { library: db.path, key: db.key, now: now.toISOString() })
      log.info('second.written', { ...done })
    } catch (error) {
      log.error('second.failed', describeError(error))
    }
    events.push('copies.changed', {})
  }

  /** The mark itself is nothing that a snapshot would be taken for. */
  const noteChecked = (now: Date) => {
    const isCovered = changes() === covered
    db.write(() => writeMark(db, CHECKED, now.toISOString()))
    if (isCovered) covered = changes()
  }

  const doWhatIsDue = async (now: Date, isDue: boolean, isSnapshotDue: boolean) => {
    try {
      if (!isDue) return await considerSecond(now)
      if (!(await jobs.run<typeof checkTask>('check', { library: db.path, key: db.key }))) return foundDamaged()
      checkDue = now.getTime() + DAY
      if (isSnapshotDue) await takeSnapshot(null)
      else noteChecked(now)
      await considerSecond(now)
    } catch (error) {
      due = Math.max(due, now.getTime() + AGAIN)
      checkDue = Math.max(checkDue, now.getTime() + AGAIN)
      log.error('snapshot.failed', describeError(error))
    } finally {
      busy = false
    }
  }

  return {
    foundDamaged,

    async settled() {
      await last
      await considered
    },

    async before(bulk: Bulk, { withoutSnapshot = false, job }: BulkOptions = {}) {
      if (withoutSnapshot || !isBulk(bulk) || !db.writable) return null
      // It may be called off while it waits for another snapshot, before there is a worker to end.
      const watch = job === undefined ? null : jobs.watch(job)
      try {
        const name = await takeSnapshot(bulk, job)
        watch?.throwIfCancelled()
        return name
      } catch (error) {
        if (error instanceof AppError && error.code === 'cancelled') throw error
        log.error('snapshot.failed', describeError(error))
        const reason = error instanceof AppError ? error.code : expectedFailure(error)?.code
        throw new AppError('snapshot-failed', 'no snapshot could be taken before it', { reason: reason ?? 'internal' })
      } finally {
        watch?.end()
      }
    },

    async consider() {
      const now = ports.now()
      if (busy || !db.writable || !db.sqlite.open) return
      const isSnapshotDue = now.getTime() >= due && changes() !== covered
      const isDue = isSnapshotDue || now.getTime() >= checkDue
      if (!isDue && now.getTime() < secondDue) return
      busy = true
      considered = doWhatIsDue(now, isDue, isSnapshotDue)
      await considered
    },
  }
}
