// Moving what is selected: by one paragraph up or down, or to a place pointed at. The selection goes along.
import type { ParagraphNode, RangeSelection } from 'lexical'
import type { Pen } from '../session/extension.ts'
import { $endOf, $positionOf, $rangeOf, $select, type Position, type Range } from '../tracking/position.ts'
import { $moveParagraphs } from './move.ts'
import { $gapAfter, $standing, $touched } from './paragraphs.ts'

/** Moves the paragraphs of a selection over their neighbour; false where there is none. */
export function $moveSelected(selection: RangeSelection, down: boolean, pen: Pen): boolean {
  const standing = $standing()
  const touched = $touched($rangeOf(selection), standing)
  if (!touched) return false
  const gap = down ? touched[1] + 2 : touched[0] - 1
  if (gap < 0 || gap > standing.length) return false
  return $moveAlong([$positionOf(selection.anchor), $positionOf(selection.focus)], standing, touched, gap, pen)
}

/** Moves the paragraphs of a stretch behind a block (−1 is the top); the caret stands at their end. */
export function $moveBehind(range: Range, index: number, pen: Pen): boolean {
  const standing = $standing()
  const touched = $touched(range, standing)
  const end = touched && $endOf(standing[touched[1]]!.at(-1)!)
  return end !== null && $moveAlong([end, end], standing, touched!, $gapAfter(index, standing), pen)
}

function $moveAlong(
  ends: readonly [Position, Position], standing: ParagraphNode[][], touched: [number, number], gap: number, pen: Pen,
): boolean {
  const last = $endOf(standing[touched[1]]!.at(-1)!)
  const follow = $moveParagraphs(standing, touched, gap, pen)
  if (!follow) return false
  const place = (at: Position) => follow(at) ?? follow(last)!
  $select({ from: place(ends[0]), to: place(ends[1]) })
  return true
}
