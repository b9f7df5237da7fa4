// Keeps the pairs of clauses up to date: whenever declarations came in, a part at a time, so that neither storing nor opening waits
// for it. A few declarations are compared between two answers to windows, more of them in a worker. What was compared stays so: a
// run that is stopped goes on where it was.
import { setImmediate as breathe } from 'node:timers/promises'
import { AppError } from '../../../shared/contract/error.ts'
import type { Context } from '../context.ts'
import { describeError } from '../log.ts'
import { countPending, keepPairs, languagesOf, pairsOf, pendingKeys, readNew, stemCounts, type KeyPair } from './kinship.ts'
import type { kinshipTask } from './tasks.ts'

/** Clauses compared in one part: a second of a worker in a large library, after which a run can be stopped. */
const PART = 100
/** Clauses that are not worth a worker. */
const FEW = 400
/** After the last declaration of an import, in ms. */
const QUIET = 400

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

  const compared = async (keys: number[], inWorker: boolean): Promise<KeyPair[]> => {
    if (inWorker) return jobs.run<typeof kinshipTask>('kinship', { library: db.path, key: db.key, keys })
    const languages = languagesOf(db)
    const countsOf = stemCounts(db)
    const pairs: KeyPair[] = []
    for (const clause of readNew(db, keys)) {
      const steps = pairsOf(db, clause, (declaration) => languages.get(declaration), countsOf)
      let step = steps.next()
      while (!step.done) {
        await breathe()
        if (!db.sqlite.open) return []
        step = steps.next()
      }
      pairs.push(...step.value)
    }
    return pairs
  }

  const tellFollowers = (done: number, total: number) => {
    for (const [job, throwIfCancelled] of followers) {
      throwIfCancelled()
      events.push('job.progress', { job, stage: 'kinship', done, total })
    }
  }

  const run = async () => {
    const total = countPending(db)
    const inWorker = total > few && db.path !== ':memory:'
    for (let done = 0; ; ) {
      const keys = pendingKeys(db, PART)
      if (keys.length === 0) break
      const pairs = await compared(keys, inWorker)
      if (!db.sqlite.open) return
      db.write(() => keepPairs(db, keys, pairs))
      done += keys.length
      tellFollowers(done, Math.max(total, done))
    }
    if (total > 0) events.push('lineage.changed', {})
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
