// Moving paragraphs. Tracked, it is one move: at its old place the text is deleted, at the new one a copy of it is inserted, and
// both halves carry the id of the move. What is one's own to move (a new paragraph, or one's own move once more) really moves;
// a move that comes back to where it began is none.
import { $setState, type LexicalNode, type ParagraphNode } from 'lexical'
import type { Block, Revision } from '../../../shared/model/index.ts'
import { withMark, withRevisions } from '../../../shared/redline/runs.ts'
import type { Pen } from '../session/extension.ts'
import { $blockNodes, $createBlock, $readBlock } from '../statement/blocks.ts'
import { $mark, $revisions, isDeleted, markState, revisionsState } from '../statement/state.ts'
import { $isGone } from '../tracking/live.ts'
import type { Position } from '../tracking/position.ts'
import { settledKey } from '../tracking/settled.ts'
import type { Standing } from './paragraphs.ts'

/** Where a place in a moved block is now; null for a place that was not moved. */
export type Follow = (at: Position) => Position | null

/**
 * Moves paragraphs `first` to `last` of those that stand into the gap before paragraph `gap` (0 is the top); null where they
 * stand there already.
 */
export function $moveParagraphs(
  standing: readonly Standing[], [first, last]: readonly [number, number], gap: number, pen: Pen,
): Follow | null {
  if (gap >= first && gap <= last + 1) return null
  $standAtEnd(standing.at(-1)!.at(-1)!)
  const id = pen.newId()
  const out: Revision = { ...pen.revision('deletion'), move: id }
  const into: Revision = { ...pen.revision('insertion'), move: id }
  const fresh = new Map<string, ParagraphNode>()
  const left: ParagraphNode[] = []
  const again = new Set<string>()
  for (const paragraph of standing.slice(first, last + 1)) {
    const own = !pen.tracked || paragraph.every((node) => $stacks(node).every((stack) => stack.some((r) => isOwn(r, pen))))
    for (const node of paragraph) {
      const { label: _, ...block } = $readBlock(node)
      if (own) {
        left.push(node)
        for (const r of $stacks(node).flat()) if (r.move !== undefined && isOwn(r, pen)) again.add(r.move)
        fresh.set(node.getKey(), $createBlock($readBlock(node)))
      } else {
        fresh.set(node.getKey(), $createBlock(under({ ...block, id: pen.newId() }, into)))
        $markAway(node, out)
      }
    }
  }
  const before = standing[gap - 1]?.at(-1)
  if (gap > last) for (const node of [...fresh.values()].toReversed()) before!.insertAfter(node, false)
  else for (const node of fresh.values()) standing[gap]![0]!.insertBefore(node, false)
  for (const node of left) node.remove(true)
  const returned = [...again].map($settleReturned).filter((follow) => follow !== null)
  return ({ block, offset }) => {
    const moved = fresh.get(block.getKey())
    return moved ? returned.reduce((at, follow) => follow(at) ?? at, { block: moved, offset }) : null
  }
}

/** The last end of a text stands even where it is marked deleted: with another paragraph after it, it would join. */
function $standAtEnd(last: ParagraphNode): void {
  const mark = $mark(last)
  if (isDeleted(mark)) $setState(last, markState, mark.filter((revision) => revision.kind !== 'deletion'))
}

const isOwn = (revision: Revision, pen: Pen) => revision.kind === 'insertion' && pen.owns(revision)

const $stacks = (node: ParagraphNode): (readonly Revision[])[] => [...node.getChildren().map($revisions), $mark(node)]

/** A block with one more revision on all of it: what was done to it before stays to be judged by itself. */
function under(block: Block, revision: Revision): Block {
  const over = (stack: readonly Revision[] = []) => [...stack, revision]
  return withMark({ ...block, runs: block.runs.map((run) => withRevisions(run, over(run.revisions))) }, over(block.mark))
}

/** Text that is deleted already is marked too: it left with the rest, and comes back with it. */
function $markAway(node: ParagraphNode, out: Revision): void {
  for (const leaf of node.getChildren<LexicalNode>()) $setState(leaf, revisionsState, [...$revisions(leaf), out])
  $setState(node, markState, [...$mark(node), out])
}

/**
 * A move whose two halves stand side by side is none any more: its text is back, with what was done to it meanwhile. Null where
 * they do not, where a part of it was judged alone, or where it was edited at once and rejecting would say something else.
 */
function $settleReturned(move: string): Follow | null {
  const nodes = $blockNodes()
  const has = (kind: Revision['kind']) => (stack: readonly Revision[]) => stack.some((r) => r.move === move && r.kind === kind)
  const away = nodes.filter((node) => $stacks(node).some(has('deletion')))
  const here = nodes.filter((node) => $stacks(node).some(has('insertion')))
  if (away.length === 0 || here.length === 0) return null
  if (!away.every((node) => $stacks(node).every(has('deletion')))) return null
  if (!here.every((node) => $stacks(node).every(has('insertion')))) return null
  const places = [...away, ...here].map((node) => node.getIndexWithinParent())
  const between = nodes.slice(Math.min(...places), Math.max(...places))
  if (!between.every((node) => here.includes(node) || $isGone(node))) return null

  const without = (node: ParagraphNode): Block => {
    const drop = (stack: readonly Revision[] = []) => stack.filter((r) => r.move !== move)
    const block = $readBlock(node)
    return withMark({ ...block, runs: block.runs.map((run) => withRevisions(run, drop(run.revisions))) }, drop(block.mark))
  }
  const was = away.map(without)
  const now = here.map(without)
  if (settledKey(was) !== settledKey(now)) return null
  const together = away.every((node, index) => node.getIndexWithinParent() === away[0]!.getIndexWithinParent() + index)
  if (was.length !== now.length && !together) return null
  return $putBack(was, now, away, here)
}

/** Each block takes the place, and the id, of the one it left; of a paragraph split meanwhile the last does, as in any split. */
function $putBack(was: readonly Block[], now: readonly Block[], away: ParagraphNode[], here: ParagraphNode[]): Follow {
  const shift = was.length - now.length
  const fresh = new Map<string, ParagraphNode>()
  now.forEach((block, index) => {
    const old = was[index + shift]
    const node = $createBlock({ ...block, ...(old && { id: old.id }), ...(old?.label !== undefined && { label: old.label }) })
    fresh.set(here[index]!.getKey(), node)
    away[Math.max(0, index + shift)]!.insertBefore(node, false)
  })
  for (const node of [...away, ...here]) node.remove(true)
  return ({ block, offset }) => {
    const back = fresh.get(block.getKey())
    return back ? { block: back, offset } : null
  }
}
