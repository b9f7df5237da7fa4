// Deleting. Tracked: one's own insertions go for real, everything else is marked; the same holds for paragraph ends.
// At once: everything in the stretch goes, deleted text of others too.
import { $copyNode, $isTextNode, $setState, type LexicalNode, type ParagraphNode } from 'lexical'
import type { Revision } from '../../../shared/model/index.ts'
import type { Pen } from '../session/extension.ts'
import {
  $facts, $mark, $revisions, factsState, isDeleted, isInserted, markState, revisionsState, stackKey,
} from '../statement/state.ts'
import { isOwnInsertion } from './insert.ts'
import { $fromLive, $liveOffset, $liveText } from './live.ts'
import { $nextBlock, leafSize, type Range } from './position.ts'

/** Deletes a stretch; returns the places before and after what stays of it, in order. */
export function $erase({ from, to }: Range, pen: Pen, group?: string): Range {
  const blocks: ParagraphNode[] = []
  for (let block: ParagraphNode | null = from.block; block; block = $nextBlock(block)) {
    blocks.push(block)
    if (block.is(to.block)) break
  }
  if (!blocks.at(-1)!.is(to.block) || (from.block.is(to.block) && from.offset > to.offset)) {
    throw new RangeError('a stretch whose end stands before its start')
  }
  const liveAfter = $liveText(to.block).length - $liveOffset(to)
  const revision = pen.tracked ? pen.revision('deletion', group) : null
  blocks.forEach((block, index) => {
    const first = index === 0 ? from.offset : 0
    const last = index === blocks.length - 1 ? to.offset : Infinity
    $eraseLeaves(block, first, last, revision, pen)
  })

  let start = from.block
  let tail = to.block
  for (let index = blocks.length - 2; index >= 0; index--) {
    const block = blocks[index]!.getLatest()
    const next = $nextBlock(block)!
    const kept = revision ? $eraseEnd(block, next, revision, pen) : $joinInto(block, next)
    if (kept === null) continue
    if (tail.is(next)) tail = kept
    if (start.is(block)) start = kept
  }
  const end = tail.getLatest()
  const after = $fromLive(end, $liveText(end).length - liveAfter, 'before')
  return { from: { block: start.getLatest(), offset: from.offset }, to: after }
}

function $eraseLeaves(block: ParagraphNode, from: number, to: number, revision: Revision | null, pen: Pen): void {
  let passed = 0
  for (const leaf of block.getChildren()) {
    const size = leafSize(leaf)
    const start = Math.max(from - passed, 0)
    const end = Math.min(to - passed, size)
    passed += size
    if (start >= end) continue
    const stack = $revisions(leaf)
    if (revision && isDeleted(stack)) continue
    if (!revision || isOwnInsertion(stack, pen)) {
      if (start === 0 && end === size) leaf.remove(true)
      else if ($isTextNode(leaf)) leaf.spliceText(start, end - start, '', false)
      continue
    }
    const part = $cut(leaf, start, end, size)
    $setState(part, revisionsState, [...stack, $growing(part, stack, revision, pen) ?? revision])
  }
}

/** The part [start, end) of a leaf as a leaf of its own. */
export function $cut(leaf: LexicalNode, start: number, end: number, size: number): LexicalNode {
  if (!$isTextNode(leaf) || (start === 0 && end === size)) return leaf
  const parts = leaf.splitText(...[start, end].filter((offset) => offset > 0 && offset < size))
  return parts[start > 0 ? 1 : 0]!
}

/** One's own deletion right beside: key after key, a deletion grows instead of becoming many. */
function $growing(leaf: LexicalNode, stack: readonly Revision[], revision: Revision, pen: Pen): Revision | null {
  for (const near of [leaf.getPreviousSibling(), leaf.getNextSibling()]) {
    const other = near ? $revisions(near) : []
    const top = other.at(-1)
    const fits = top?.kind === 'deletion' && pen.owns(top) && revision.group === undefined && top.move === undefined
    if (fits && stackKey(other.slice(0, -1)) === stackKey(stack)) return top
  }
  return null
}

/** Deletes a paragraph's end; returns the block that is left where two became one, else null. */
function $eraseEnd(block: ParagraphNode, next: ParagraphNode, revision: Revision, pen: Pen): ParagraphNode | null {
  const mark = $mark(block)
  if (isDeleted(mark)) return null
  if (isOwnInsertion(mark, pen)) return $joinForward(block, next)
  // A paragraph that is an insertion as a whole leaves nothing behind: its text runs on here and its own end goes.
  const whole = isOwnInsertion($mark(next), pen) && next.getChildren().every((leaf) => isInserted($revisions(leaf)))
  if (whole) return $joinBack(block, next, mark)
  $setState(block, markState, [...mark, revision])
  return null
}

/** Takes one's own split back: the next block gets the text and keeps what it is. */
function $joinForward(block: ParagraphNode, next: ParagraphNode): ParagraphNode {
  next.splice(0, 0, block.getChildren().map((leaf) => $copyNode(leaf)))
  block.remove(true)
  return next.getLatest()
}

function $joinBack(block: ParagraphNode, next: ParagraphNode, mark: readonly Revision[]): ParagraphNode {
  block.append(...next.getChildren().map((leaf) => $copyNode(leaf)))
  next.remove(true)
  return $setState(block.getLatest(), markState, mark)
}

/** Joins at once. The first paragraph keeps what it is, unless it is empty: then the next one does. */
function $joinInto(block: ParagraphNode, next: ParagraphNode): ParagraphNode {
  const facts = block.isEmpty() ? $facts(next) : $facts(block)
  return $setState($joinBack(block, next, $mark(next)), factsState, facts)
}
