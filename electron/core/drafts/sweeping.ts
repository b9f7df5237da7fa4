// What could be undone of drafts that nobody saved for a day goes by itself: at the opening of the library, and then every hour that
// it stays open, so that deleted words do not linger in it.
import type { Context } from '../context.ts'
import { describeError } from '../log.ts'

const HOUR = 60 * 60_000

/** Sweeps now and every hour; the returned function ends that. What cannot go now, on a full disk say, goes an hour later. */
export function sweepTrails({ db, drafts, log }: Pick<Context, 'db' | 'drafts' | 'log'>): () => void {
  const sweep = () => {
    if (!db.writable) return
    try {
      // Out of the write-ahead log too.
      if (drafts.forgetOldTrails() > 0) db.emptyLog()
    } catch (error) {
      log.error('trails.kept', describeError(error))
    }
  }
  sweep()
  const timer = setInterval(sweep, HOUR).unref()
  return () => clearInterval(timer)
}
