// Takes a snapshot every hour in which something was saved. It is asked at every request, so an idle Alternat does nothing.
import { statSync } from 'node:fs'
import type { Context } from '../context.ts'
import { listSnapshots } from '../db/snapshot.ts'
import { describeError } from '../log.ts'
import type { snapshotTask } from './tasks.ts'

const HOUR = 60 * 60_000
/** After a failure: a full disk may have room again. */
const AGAIN = 5 * 60_000

export interface SnapshotKeeper {
  /** Resolves once the snapshot that was due is there or has failed; at once where none is due. */
  consider(): Promise<void>
}

/** The keeper of the library that is open for writing; for any other it does nothing. */
export function createSnapshotKeeper({ db, jobs, ports, log }: Pick<Context, 'db' | 'jobs' | 'ports' | 'log'>): SnapshotKeeper {
  if (!db.writable || db.path === ':memory:') return { consider: () => Promise.resolve() }
  const [newest] = listSnapshots(db.path)
  let due = (newest ? Date.parse(newest.taken) : statSync(db.path).birthtimeMs) + HOUR
  // One process writes a library, so its own changes are all there are.
  const changes = () => db.get<{ count: number }>('SELECT total_changes() AS count')!.count
  let covered = changes()
  let busy = false
  return {
    async consider() {
      const now = ports.now()
      if (busy || now.getTime() < due || !db.sqlite.open) return
      const made = changes()
      if (made === covered) return
      busy = true
      try {
        const contents = await jobs.run<typeof snapshotTask>('snapshot', { library: db.path, taken: now.toISOString() })
        covered = made
        due = now.getTime() + HOUR
        log.info('snapshot.taken', { ...contents })
      } catch (error) {
        due = now.getTime() + AGAIN
        log.error('snapshot.failed', describeError(error))
      } finally {
        busy = false
      }
    },
  }
}
