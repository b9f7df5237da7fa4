// Operations on texts that were taken out.
import type { Context } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import { createTurns } from '../turns.ts'
import { copiesHolding, deleteForGood, listRemoved } from './service.ts'

type RemovedOperation = 'removed.list' | 'removed.copies' | 'removed.delete'

export function removedHandlers(context: Pick<Context, 'db' | 'library' | 'drafts' | 'jobs' | 'log'>): Pick<Handlers, RemovedOperation> {
  const inTurns = createTurns()
  return {
    'removed.list': () => listRemoved(context.db),
    'removed.copies': ({ texts }) => inTurns(copiesHolding(context.db, texts)),
    'removed.delete': async ({ texts, copies, job }) => {
      const watched = job === undefined ? null : context.jobs.watch(job)
      try {
        return await inTurns(deleteForGood(texts, copies, context, watched?.throwIfCancelled))
      } finally {
        watched?.end()
      }
    },
  }
}
