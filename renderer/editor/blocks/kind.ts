// What a paragraph is: title, chapeau, heading of a level, clause, item. Tracked, a paragraph that was there is recast and
// remembers what it was; one whose end is one's own insertion simply is something else.
import { $getSelection, $isRangeSelection, $setState, type ParagraphNode } from 'lexical'
import type { BlockKind, RevisionBy } from '../../../shared/model/index.ts'
import type { Pen } from '../session/extension.ts'
import { $facts, $mark, $revisions, factsState, isInserted, isMovedAway } from '../statement/state.ts'
import { isOwnInsertion } from '../tracking/insert.ts'
import { $nextBlock, $rangeOf } from '../tracking/position.ts'
import { $blockNodes } from '../statement/blocks.ts'

interface Kind {
  kind: BlockKind
  level?: number | undefined
}

/** Sets the kind of every block that the selection touches, as one act. */
export function $setKind(kind: BlockKind, level: number | undefined, pen: Pen): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  const { from, to } = $rangeOf(selection)
  const nodes = $blockNodes()
  const act = pen.act()
  for (const node of nodes.slice(from.block.getIndexWithinParent(), to.block.getIndexWithinParent() + 1)) {
    if (!isMovedAway($mark(node))) $recast(node, { kind, level }, pen, act)
  }
}

const same = (a: Kind, b: Kind) => a.kind === b.kind && (a.level ?? 1) === (b.level ?? 1)

/** Makes a block something else, as part of an act. */
export function $recast(node: ParagraphNode, to: Kind, pen: Pen, act: RevisionBy): void {
  const { kind, level, recast, ...facts } = $facts(node)
  const now: Kind = { kind, ...(level !== undefined && { level }) }
  if (same(now, to)) return
  const was = recast?.was ?? now
  const made = (what: Kind) => ({ kind: what.kind, ...(what.level !== undefined && { level: what.level }) })
  if (!pen.tracked || $isOwn(node, pen)) $setState(node, factsState, { ...facts, ...made(to) })
  else if (same(was, to)) $setState(node, factsState, { ...facts, ...made(was) })
  else {
    const by = recast && pen.owns(recast) ? recast : act
    $setState(node, factsState, { ...facts, ...made(to), recast: { ...by, was } })
  }
}

/** Whether a block goes with its end when this hand's insertion is rejected. The last end of a text never joins. */
function $isOwn(node: ParagraphNode, pen: Pen): boolean {
  if (!isOwnInsertion($mark(node), pen)) return false
  return $nextBlock(node) !== null || node.getChildren().every((leaf) => isInserted($revisions(leaf)))
}
