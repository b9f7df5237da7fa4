// What a paragraph is: title, chapeau, heading of a level, clause, item. A kind is no revision in the model: it applies at once.
import { $getSelection, $isRangeSelection, $setState } from 'lexical'
import type { BlockKind } from '../../../shared/model/index.ts'
import { $blockNodes } from '../statement/blocks.ts'
import { $facts, factsState } from '../statement/state.ts'
import { $rangeOf } from '../tracking/position.ts'

/** Sets the kind of every block that the selection touches. */
export function $setKind(kind: BlockKind, level?: number): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  const { from, to } = $rangeOf(selection)
  const nodes = $blockNodes()
  for (const node of nodes.slice(from.block.getIndexWithinParent(), to.block.getIndexWithinParent() + 1)) {
    const { level: _, kind: _kind, ...facts } = $facts(node)
    $setState(node, factsState, { ...facts, kind, ...(level !== undefined && { level }) })
  }
}
