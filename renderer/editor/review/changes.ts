// Reading through the changes: which one the caret stands in, the next, the previous, and what a selection holds.
import { $getSelection, $isRangeSelection, type LexicalNode, type ParagraphNode } from 'lexical'
import type { Revision, RevisionBy } from '../../../shared/model/index.ts'
import type { Change } from '../../../shared/redline/index.ts'
import { $blockNodes } from '../statement/blocks.ts'
import { $facts, $mark, $restyled, $revisions, isMovedAway } from '../statement/state.ts'
import { $compare, $endOf, $placeOf, $rangeOf, $select, leafSize, type Position, type Range } from '../tracking/position.ts'

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

/** At the place a text was moved away from, what was done to it before is not told again: it is seen where it now stands. */
const told = (stack: readonly Revision[]): readonly Revision[] =>
  isMovedAway(stack) ? stack.filter((revision) => isMovedAway([revision])) : stack

/** Everything that was done to a text. */
function $onLeaf(leaf: LexicalNode): readonly RevisionBy[] {
  const stack = $revisions(leaf)
  return isMovedAway(stack) ? told(stack) : [...stack, ...$restyled(leaf)]
}

/** What was done beside a place: to the text before it first, at a block's end to its end, else to the paragraph as such. */
function $revisionsAt(at: Position): readonly RevisionBy[] {
  const { before, after } = $placeOf(at)
  const stacks = [before, after].filter((leaf) => leaf !== null).map($onLeaf)
  if (after === null) stacks.push(told($mark(at.block)))
  if (before === null) {
    const previous = at.block.getPreviousSibling<ParagraphNode>()
    if (previous) stacks.push(told($mark(previous)))
  }
  return stacks.find((stack) => stack.length > 0) ?? $onBlock(at.block)
}

/** What was done to a paragraph as such. */
function $onBlock(block: ParagraphNode): readonly RevisionBy[] {
  const { recast } = $facts(block)
  return recast && !isMovedAway($mark(block)) ? [recast] : []
}

/**
 * Every stretch that carries revisions, in order. A block's end is the stretch from its last place to the next block; what was
 * done to a paragraph as such is done to all of it.
 */
function* $carriers(): Generator<[at: Range, stack: readonly RevisionBy[], away: boolean]> {
  const blocks = $blockNodes()
  for (const [index, block] of blocks.entries()) {
    let offset = 0
    const recast = $onBlock(block)
    if (recast.length > 0) yield [{ from: { block, offset }, to: $endOf(block) }, recast, false]
    for (const leaf of block.getChildren<LexicalNode>()) {
      const size = leafSize(leaf)
      const stack = $onLeaf(leaf)
      const away = isMovedAway($revisions(leaf))
      if (stack.length > 0) yield [{ from: { block, offset }, to: { block, offset: offset + size } }, stack, away]
      offset += size
    }
    const mark = $mark(block)
    const next = blocks[index + 1]
    const end = { block, offset }
    const to = next ? { block: next, offset: 0 } : end
    if (mark.length > 0) yield [{ from: end, to }, told(mark), isMovedAway(mark)]
  }
}

const overlaps = (a: Range, b: Range) => $compare(a.from, b.to) < 0 && $compare(b.from, a.to) < 0

/** The stretch that a change covers, from its first revision to its last. Of a move it is where the text now stands. */
function $stretchOf(change: Change): Range | null {
  const ids = new Set(change.revisions)
  let stretch: Range | null = null
  for (const [range, stack, away] of $carriers()) {
    if ((away && change.kind === 'move') || !stack.some((revision) => ids.has(revision.id))) continue
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

/** The change after or before the current one, else the selection, going round at the ends; null where there is none. */
export function $nextChange(changes: readonly Change[], backward: boolean, current: Change | null): Change | null {
  const selection = $getSelection()
  const starts = $startsOf(changes)
  const [first, last] = [starts[0]?.[1] ?? null, starts.at(-1)?.[1] ?? null]
  if (!$isRangeSelection(selection)) return backward ? last : first
  const here = $rangeOf(selection)
  const known = starts.findIndex(([, change]) => change === current)
  if (known >= 0) return starts.at((known + (backward ? -1 : 1)) % starts.length)![1]
  if (backward) return starts.findLast(([start]) => $compare(start, here.from) < 0)?.[1] ?? last
  const past = here.from.block.is(here.to.block) && here.from.offset === here.to.offset ? 0 : 1
  return starts.find(([start]) => $compare(start, here.from) >= past || $compare(start, here.to) >= 0)?.[1] ?? first
}

/** Where each change starts, in one walk. */
function $startsOf(changes: readonly Change[]): [Position, Change][] {
  const byRevision = new Map(changes.flatMap((change) => change.revisions.map((id) => [id, change] as const)))
  const starts = new Map<Change, Position>()
  for (const [range, stack, away] of $carriers()) {
    for (const revision of stack) {
      const change = byRevision.get(revision.id)
      if (change && !(away && change.kind === 'move') && !starts.has(change)) starts.set(change, range.from)
    }
  }
  return [...starts].map(([change, start]) => [start, change])
}
