// The reason of a change: every revision of it carries the same words, so that it goes where the change goes.
import { $setState } from 'lexical'
import type { RevisionBy } from '../../../shared/model/index.ts'
import { $blockNodes } from '../statement/blocks.ts'
import { $facts, $mark, $restyled, $revisions, factsState, markState, restyledState, revisionsState } from '../statement/state.ts'

/** Gives the revisions with these ids a reason; an empty one takes it away. */
export function $explain(ids: ReadonlySet<string>, reason: string): void {
  const told = <R extends RevisionBy>(revision: R): R => {
    if (!ids.has(revision.id)) return revision
    const { reason: _, ...bare } = revision
    return (reason === '' ? bare : { ...bare, reason }) as R
  }
  const concerns = (revisions: readonly RevisionBy[]) => revisions.some(({ id }) => ids.has(id))
  for (const block of $blockNodes()) {
    for (const leaf of block.getChildren()) {
      if (concerns($revisions(leaf))) $setState(leaf, revisionsState, $revisions(leaf).map(told))
      if (concerns($restyled(leaf))) $setState(leaf, restyledState, $restyled(leaf).map(told))
    }
    if (concerns($mark(block))) $setState(block, markState, $mark(block).map(told))
    const { recast } = $facts(block)
    if (recast && concerns([recast])) $setState(block, factsState, { ...$facts(block), recast: told(recast) })
  }
}
