// Paragraphs as they read with every change accepted: what a person takes hold of to move. A block whose end is deleted runs on
// into the next one and is moved with it; a block of which nothing is left stays where it is.
import type { ParagraphNode } from 'lexical'
import { $blockNodes } from '../statement/blocks.ts'
import { $mark, isDeleted } from '../statement/state.ts'
import { $liveOffset, $liveText } from '../tracking/live.ts'
import { $compare, type Range } from '../tracking/position.ts'

/** The blocks of one paragraph, from the first of which something is left to the one whose end stands. */
export type Standing = ParagraphNode[]

/** Every paragraph that stands, in order. */
export function $standing(nodes: readonly ParagraphNode[] = $blockNodes()): Standing[] {
  const standing: Standing[] = []
  let open: ParagraphNode[] = []
  for (const node of nodes) {
    const ends = !isDeleted($mark(node))
    if (ends || open.length > 0 || $liveText(node) !== '') open.push(node)
    if (!ends) continue
    standing.push(open)
    open = []
  }
  if (open.length > 0) standing.push(open)
  return standing
}

/** First and last of the paragraphs that a selection touches, among those that stand; null where it touches none. */
export function $touched({ from, to }: Range, standing: readonly Standing[]): [first: number, last: number] | null {
  // A selection that reaches just to the start of a paragraph has nothing of it.
  const over = $compare(from, to) !== 0 && !from.block.is(to.block) && to.offset === 0
  const start = from.block.getIndexWithinParent()
  const end = to.block.getIndexWithinParent() - (over ? 1 : 0)
  const first = standing.findIndex((blocks) => blocks.at(-1)!.getIndexWithinParent() >= start)
  const last = standing.findLastIndex((blocks) => blocks[0]!.getIndexWithinParent() <= end)
  return first < 0 || last < first ? null : [first, last]
}

/** Whether a stretch takes whole paragraphs: from the start of one to the end of one, or to the start of the next. */
export function $areWhole(range: Range): boolean {
  const standing = $standing()
  const touched = $touched(range, standing)
  if (!touched) return false
  const { from, to } = range
  const [first, last] = [standing[touched[0]]![0]!, standing[touched[1]]!.at(-1)!]
  const starts = $compare(from, { block: first, offset: 0 }) <= 0 || (from.block.is(first) && $liveOffset(from) === 0)
  const ends = !to.block.is(last) || $liveOffset(to) === $liveText(last).length
  return starts && ends && $compare(to, { block: last, offset: 0 }) >= 0
}

/** The gap after a block: how many paragraphs stand before it. −1 is the top. */
export const $gapAfter = (index: number, standing: readonly Standing[]): number =>
  standing.filter((blocks) => blocks[0]!.getIndexWithinParent() <= index).length
