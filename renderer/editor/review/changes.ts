// Reading through the changes: which one the caret stands in, the next, the previous, and what a selection holds.
import { $getSelection, $isRangeSelection, type LexicalNode, type ParagraphNode } from 'lexical'
import type { Revision } from '../../../shared/model/index.ts'
import type { Change } from '../../../shared/redline/index.ts'
import { $blockNodes } from '../statement/blocks.ts'
import { $mark, $revisions } from '../statement/state.ts'
import { $blockSize, $compare, $placeOf, $rangeOf, $select, leafSize, type Position, type Range } from '../tracking/position.ts'

/** Ids of the revisions that touch the caret, or stand in the selection. */
export function $revisionsAtSelection(): Set<string> {
  const selection = $getSelection()
  const ids = new Set<string>()
  if (!$isRangeSelection(selection)) return ids
  const range = $rangeOf(selection)
  if ($compare(range.from, range.to) === 0) for (const revision of $revisionsAt(range.from)) ids.add(revision.id)
  else for (const [at, stack] of $carriers()) if (overlaps(at, range)) for (const revision of stack) ids.add(revision.id)
  return ids
}

/** The stacks beside a place: the text before it first, at a block's end its end. */
function $revisionsAt(at: Position): readonly Revision[] {
  const { before, after } = $placeOf(at)
  const stacks = [before, after].filter((leaf) => leaf !== null).map((leaf) => $revisions(leaf))
  if (after === null) stacks.push($mark(at.block))
  if (before === null) {
    const previous = at.block.getPreviousSibling<ParagraphNode>()
    if (previous) stacks.push($mark(previous))
  }
  return stacks.find((stack) => stack.length > 0) ?? []
}

/** Every stretch that carries revisions, in order. A block's end is the stretch from its last place to the next block. */
function* $carriers(): Generator<[Range, readonly Revision[]]> {
  const blocks = $blockNodes()
  for (const [index, block] of blocks.entries()) {
    let offset = 0
    for (const leaf of block.getChildren<LexicalNode>()) {
      const size = leafSize(leaf)
      const stack = $revisions(leaf)
      if (stack.length > 0) yield [{ from: { block, offset }, to: { block, offset: offset + size } }, stack]
      offset += size
    }
    const mark = $mark(block)
    const next = blocks[index + 1]
    const end = { block, offset: $blockSize(block) }
    if (mark.length > 0) yield [{ from: end, to: next ? { block: next, offset: 0 } : end }, mark]
  }
}

const overlaps = (a: Range, b: Range) => $compare(a.from, b.to) < 0 && $compare(b.from, a.to) < 0

/** The stretch that a change covers, from its first revision to its last. */
function $stretchOf(change: Change): Range | null {
  const ids = new Set(change.revisions)
  let stretch: Range | null = null
  for (const [range, stack] of $carriers()) {
    if (!stack.some((revision) => ids.has(revision.id))) continue
    stretch = stretch ? { from: stretch.from, to: range.to } : range
  }
  return stretch
}

/** Selects a change; false where it is gone. */
export function $selectChange(change: Change): boolean {
  const stretch = $stretchOf(change)
  if (stretch) $select(stretch)
  return stretch !== null
}

/** The change after or before the selection, going round at the ends; null where there is none. */
export function $nextChange(changes: readonly Change[], backward: boolean): Change | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || changes.length === 0) return (backward ? changes.at(-1) : changes[0]) ?? null
  const here = $rangeOf(selection)
  const starts = $startsOf(changes)
  if (backward) return starts.findLast(([start]) => $compare(start, here.from) < 0)?.[1] ?? changes.at(-1)!
  const past = here.from.block.is(here.to.block) && here.from.offset === here.to.offset ? 0 : 1
  return starts.find(([start]) => $compare(start, here.from) >= past || $compare(start, here.to) >= 0)?.[1] ?? changes[0]!
}

/** Where each change starts, in one walk. */
function $startsOf(changes: readonly Change[]): [Position, Change][] {
  const byRevision = new Map(changes.flatMap((change) => change.revisions.map((id) => [id, change] as const)))
  const starts = new Map<Change, Position>()
  for (const [range, stack] of $carriers()) {
    for (const revision of stack) {
      const change = byRevision.get(revision.id)
      if (change && !starts.has(change)) starts.set(change, range.from)
    }
  }
  return [...starts].map(([change, start]) => [start, change])
}
