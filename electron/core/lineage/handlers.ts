// Operations on lineages.
import type { Context } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import { createTurns } from '../turns.ts'

type LineageOperation = Extract<keyof Handlers, `lineage.${string}`>

export function lineageHandlers({ lineage }: Pick<Context, 'lineage'>): Pick<Handlers, LineageOperation> {
  const inTurns = createTurns()
  return {
    'lineage.open': ({ clause }) => inTurns(lineage.open(clause)),
    'lineage.prepare': async ({ job }) => {
      await lineage.prepare(job)
      return null
    },
    'lineage.join': ({ one, other }) => lineage.join(one, other),
    'lineage.takeOut': ({ clause }) => lineage.takeOut(clause),
    'lineage.pin': ({ clauses, pinned }) => lineage.pin(clauses, pinned),
    'lineage.undo': ({ act }) => {
      lineage.undo(act)
      return null
    },
  }
}
