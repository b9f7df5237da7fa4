// Takes a snapshot every hour in which something was saved, of a library that was checked whole first; and checks it once a day
// where it was too large to be checked at its opening. It is asked at every request, so an idle Alternat does nothing.
import { statSync } from 'node:fs'
import type { Context } from '../context.ts'
import { castDoubt } from '../db/check.ts'
import { damaged } from '../db/header.ts'
import { listSnapshots } from '../db/snapshot.ts'
import { describeError } from '../log.ts'
import { readMark, writeMark } from '../settings/marks.ts'
import type { checkTask, snapshotTask } from './tasks.ts'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR
/** After a failure: a full disk may have room again. */
const AGAIN = 5 * 60_000
/** When the library was last found whole while open, ISO. */
const CHECKED = 'checked'

export interface SnapshotKeeper {
  /** Resolves once what was due is done or has failed; at once where nothing is due. */
  consider(): Promise<void>
  /** Damage was met: nothing more goes into the library, the windows are told, and the next start looks at every page. */
  foundDamaged(): void
}

/** The keeper of the library that is open for writing; for any other it does nothing. */
export function createSnapshotKeeper(
  { db, jobs, events, ports, log }: Pick<Context, 'db' | 'jobs' | 'events' | 'ports' | 'log'>,
): SnapshotKeeper {
  if (!db.writable || db.path === ':memory:') return { consider: () => Promise.resolve(), foundDamaged() {} }
  const [newest] = listSnapshots(db.path)
  const opened = ports.now().getTime()
  let due = (newest ? Date.parse(newest.taken) : statSync(db.path).birthtimeMs) + HOUR
  let checkDue = DAY + (db.wasChecked ? opened : Math.max(Date.parse(newest?.taken ?? '') || 0, Date.parse(String(readMark(db, CHECKED))) || 0))
  // One process writes a library, so its own changes are all there are.
  const changes = () => db.get<{ count: number }>('SELECT total_changes() AS count')!.count
  let covered = changes()
  let busy = false

  const foundDamaged = () => {
    if (!db.writable) return
    log.error('library.damaged', {})
    db.refuseWrites(damaged)
    events.push('app.changed', {})
    castDoubt(db.path)
  }

  const takeSnapshot = async (now: Date, made: number) => {
    const contents = await jobs.run<typeof snapshotTask>('snapshot', { library: db.path, key: db.key, taken: now.toISOString() })
    covered = made
    due = now.getTime() + HOUR
    log.info('snapshot.taken', { ...contents })
  }

  /** The mark itself is nothing that a snapshot would be taken for. */
  const noteChecked = (now: Date) => {
    const isCovered = changes() === covered
    db.write(() => writeMark(db, CHECKED, now.toISOString()))
    if (isCovered) covered = changes()
  }

  return {
    foundDamaged,
    async consider() {
      const now = ports.now()
      if (busy || !db.writable || !db.sqlite.open) return
      const made = changes()
      const isSnapshotDue = now.getTime() >= due && made !== covered
      if (!isSnapshotDue && now.getTime() < checkDue) return
      busy = true
      try {
        if (!(await jobs.run<typeof checkTask>('check', { library: db.path, key: db.key }))) return foundDamaged()
        checkDue = now.getTime() + DAY
        if (isSnapshotDue) await takeSnapshot(now, made)
        else noteChecked(now)
      } catch (error) {
        due = Math.max(due, now.getTime() + AGAIN)
        checkDue = Math.max(checkDue, now.getTime() + AGAIN)
        log.error('snapshot.failed', describeError(error))
      } finally {
        busy = false
      }
    },
  }
}
