// The changes that a number written as text shares with its paragraph.
import type { Block, Revision } from '../../../shared/model/statement.ts'

/** Revisions that all of a block's text carries; of an empty block, those of its end. */
export function commonRevisions(block: Block): readonly Revision[] {
  const texts = block.runs.filter((run) => run.text !== '')
  if (texts.length === 0) return block.mark ?? []
  const isOnAll = ({ id }: Revision) => texts.every((run) => run.revisions?.some((revision) => revision.id === id))
  return (texts[0]!.revisions ?? []).filter(isOnAll)
}
