// Keeps the pairs of clauses up to date: whenever declarations came in, a part at a time, so that neither storing nor opening waits
// for it. A few declarations are compared between two answers to windows, more of them in a worker. What was compared stays so: a
// run that is stopped goes on where it was.
import { setImmediate as breathe } from 'node:timers/promises'
import { AppError } from '../../../shared/contract/error.ts'
import type { Context } from '../context.ts'
import { describeError } from '../log.ts'
import { Comparer } from './comparer.ts'
import { countPending, keepPairs, pendingKeys, readNew, type Compared } from './kinship.ts'
import type { kinshipTask } from './tasks.ts'

/** Clauses that are not worth a worker. */
const FEW = 400
/** After the last declaration of an import, in ms: a batch tells of what it stored each second, and needs the workers. */
const QUIET = 1500

type Services = Pick<Context, 'db' | 'jobs' | 'events' | 'log'>

export interface KinshipKeeper {
  consider(): void
  /** Resolves once nothing is pending. */
  finish(job?: string): Promise<void>
}

export function createKinshipKeeper({ db, jobs, events, log }: Services, few: number = FEW): KinshipKeeper {
  let soon: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  /** Jobs that follow the run, each with how it asks whether it was cancelled. */
  const followers = new Map<string, () => void>()

  const tellFollowers = (done: number, total: number) => {
    for (const [job, throwIfCancelled] of followers) {
      throwIfCancelled()
      events.push('job.progress', { job, stage: 'kinship', done, total })
    }
  }

  const run = async () => {
    let done = 0
    const keep = (compared: Compared) => {
      db.write(() => keepPairs(db, compared))
      done += compared.keys.length
      tellFollowers(done, done + countPending(db))
    }
    // What comes in meanwhile is for another round.
    for (let pending = countPending(db); pending > 0; pending = countPending(db)) {
      if (pending > few && db.path !== ':memory:') await jobs.run<typeof kinshipTask>('kinship', { library: db.path, key: db.key }, undefined, keep)
      else await compareHere(keep)
      if (!db.sqlite.open) return
    }
    if (done > 0) events.push('lineage.changed', {})
  }

  const compareHere = async (keep: (compared: Compared) => void) => {
    const comparer = new Comparer(db)
    const compared: Compared = { keys: pendingKeys(db, FEW, 0, comparer.last), pairs: [] }
    for (const clause of readNew(db, compared.keys)) {
      const steps = comparer.pairsOf(clause)
      let step = steps.next()
      while (!step.done) {
        await breathe()
        if (!db.sqlite.open) return
        step = steps.next()
      }
      compared.pairs.push(...step.value)
    }
    keep(compared)
  }

  const start = () => {
    clearTimeout(soon)
    running ??= run().finally(() => { running = null })
    return running
  }

  return {
    consider() {
      if (!db.writable || running) return
      clearTimeout(soon)
      soon = setTimeout(() => {
        if (!db.sqlite.open || !db.writable || countPending(db) === 0) return
        start().catch((error: unknown) => {
          if (!(error instanceof AppError && error.code === 'cancelled')) log.error('lineage.failed', describeError(error))
        })
      }, QUIET)
      soon.unref()
    },

    async finish(job) {
      const watch = job === undefined ? null : jobs.watch(job)
      if (job !== undefined) followers.set(job, () => watch!.throwIfCancelled())
      try {
        while (db.writable && countPending(db) > 0) await start()
      } finally {
        if (job !== undefined) followers.delete(job)
        watch?.end()
      }
    },
  }
}
