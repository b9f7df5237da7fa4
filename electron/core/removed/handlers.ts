// Operations on texts that were taken out.
import type { Context } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import { createTurns } from '../turns.ts'
import { copiesHolding, deleteForGood, deleteLateCopies, listRemoved, unreachedSecond } from './service.ts'

type RemovedOperation = 'removed.list' | 'removed.copies' | 'removed.delete'

export function removedHandlers(context: Pick<Context, 'db' | 'library' | 'drafts' | 'jobs' | 'snapshots' | 'log'>): Pick<Handlers, RemovedOperation> {
  const inTurns = createTurns()
  return {
    'removed.list': () => listRemoved(context.db),
    'removed.copies': async ({ texts }) => {
      const found = await inTurns(copiesHolding(context.db, texts))
      return { copies: found.map(({ name, place, kind, taken, size }) => ({ name, place, kind, taken, size })), unreached: unreachedSecond(context.db.path) }
    },
    'removed.delete': async ({ texts, copies, withoutSnapshot, job }) => {
      // Where no copy holds them, or none is to, a snapshot would be the one that does.
      const isLeft = !copies && (await inTurns(copiesHolding(context.db, texts))).length > 0
      if (isLeft) await context.snapshots.before({ act: 'delete', count: texts.length }, { withoutSnapshot, job })
      const watched = job === undefined ? null : context.jobs.watch(job)
      try {
        const deleted = await inTurns(deleteForGood(texts, copies, context, watched?.throwIfCancelled))
        if (!copies) return deleted
        await context.snapshots.settled()
        return { ...deleted, copies: deleted.copies + await inTurns(deleteLateCopies(context.db, texts)) }
      } finally {
        watched?.end()
      }
    },
  }
}
