// Accepting and rejecting in the editor. What it does to the text is decided in one place, `shared/redline`; here only the
// blocks that came out changed are given their new text, so that every other one keeps its node, and the caret its place.
import { $getSelection, $isRangeSelection, $setState, type ParagraphNode } from 'lexical'
import type { Block, RevisionBy, Statement } from '../../../shared/model/index.ts'
import { resolve, type Verdict } from '../../../shared/redline/index.ts'
import { $blockNodes, $createBlock, $readBlock } from '../statement/blocks.ts'
import { factsState, markState } from '../statement/state.ts'
import { $fromLive, $liveOffset, $liveText } from './live.ts'
import { $placeCaret, $positionOf } from './position.ts'

/** Resolves the chosen revisions; false where there were none. */
export function $resolve(chosen: (revision: RevisionBy) => boolean, verdict: Verdict): boolean {
  const nodes = $blockNodes()
  const before = nodes.map($readBlock)
  const touched = before.some((block) => [...block.mark ?? [], ...(block.recast ? [block.recast] : [])].some(chosen)
    || block.runs.some((run) => run.revisions?.some(chosen) || run.restyled?.some(chosen)))
  if (!touched) return false
  const caret = $caretPlace(nodes)
  $showBlocks(nodes, before, resolve(asStatement(before), chosen, verdict).blocks)
  if (caret) $restore(caret)
  return true
}

// Resolving reads blocks only.
const asStatement = (blocks: Block[]): Statement =>
  ({ format: 1, language: 'en', numbering: { sections: 'none', clauses: 'none', items: 'none' }, blocks })

/** Brings the nodes to what `after` says, touching only blocks that differ. Ids of `after` are a subset of those before. */
function $showBlocks(nodes: ParagraphNode[], before: Block[], after: readonly Block[]): void {
  const result = new Map(after.map((block) => [block.id, block]))
  before.forEach((block, index) => {
    const node = nodes[index]!
    const now = result.get(block.id)
    if (now === undefined) node.remove(true)
    else if (now !== block) {
      const fresh = $createBlock(now)
      const { runs: _, mark, ...facts } = now
      node.clear().append(...fresh.getChildren())
      $setState($setState(node, markState, mark ?? []), factsState, facts)
    }
  })
}

/** The caret as a count of live characters in the whole text: it survives joins, and deletions that are accepted. */
interface CaretPlace {
  blocksBefore: string[]
  id: string
  live: number
}

function $caretPlace(nodes: ParagraphNode[]): CaretPlace | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  const at = $positionOf(selection.focus)
  const index = at.block.getIndexWithinParent()
  const ids = nodes.map((node) => $readBlock(node).id)
  return { blocksBefore: ids.slice(0, index).reverse(), id: ids[index]!, live: $liveOffset(at) }
}

function $restore({ blocksBefore, id, live }: CaretPlace): void {
  const nodes = $blockNodes()
  const byId = new Map(nodes.map((node) => [$readBlock(node).id, node]))
  const home = byId.get(id)
  if (home) {
    $placeCaret($fromLive(home, Math.min(live, $liveText(home).length), 'before'))
    return
  }
  // Its block ran on into the next one, or is gone: the place after the nearest block that still stands before it.
  const near = blocksBefore.map((other) => byId.get(other)).find((node) => node !== undefined)
  const next = near ? (near.getNextSibling<ParagraphNode>() ?? near) : nodes[0]
  if (next) $placeCaret($fromLive(next, Math.min(live, $liveText(next).length), 'before'))
}
