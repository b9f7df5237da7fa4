// Bold, italic and underline over a stretch. Tracked: text that was there is restyled, as one act; one's own insertion simply
// looks otherwise. A mark that is switched back, by whomever and in either mode, is no change any more.
import { $isTextNode, $setState, type ParagraphNode, type TextNode } from 'lexical'
import type { Restyling, RevisionBy, TextMark } from '../../../shared/model/index.ts'
import type { Pen } from '../session/extension.ts'
import { formatOf, marksOf } from '../statement/blocks.ts'
import { $restyled, $revisions, isDeleted, isMovedAway, restyledState } from '../statement/state.ts'
import { $cut } from '../tracking/erase.ts'
import { isOwnInsertion } from '../tracking/insert.ts'
import { $nextBlock, leafSize, type Range } from '../tracking/position.ts'

/** Switches a mark over a stretch: off where every live letter has it, else on. */
export function $switchMark(range: Range, mark: TextMark, pen: Pen): void {
  const all = [...$textsIn(range)].map(([leaf]) => leaf)
  const live = all.filter((leaf) => !isDeleted($revisions(leaf)))
  const on = !(live.length > 0 ? live : all).every((leaf) => leaf.hasFormat(mark))
  $setMark(range, mark, on, pen, pen.act())
}

/** Marks that hold for all of the live text of a stretch. */
export function $marksOver(range: Range): TextMark[] {
  const all = [...$textsIn(range)].map(([leaf]) => leaf)
  const live = all.filter((leaf) => !isDeleted($revisions(leaf)))
  const shown = live.length > 0 ? live : all
  return shown.length === 0 ? [] : marksOf(shown.reduce((bits, leaf) => bits & leaf.getFormat(), ~0))
}

/** Switches a mark on or off over a stretch, as part of an act. */
export function $setMark(range: Range, mark: TextMark, on: boolean, pen: Pen, act: RevisionBy): void {
  for (const [leaf, start, end, size] of $textsIn(range)) {
    if (leaf.hasFormat(mark) === on) continue
    const part = $cut(leaf, start, end, size) as TextNode
    part.setFormat(part.getFormat() ^ formatOf([mark]))
    $setState(part, restyledState, $overSwitched(part, mark, pen, act))
  }
}

function $overSwitched(leaf: TextNode, mark: TextMark, pen: Pen, act: RevisionBy): readonly Restyling[] {
  const restyled = $restyled(leaf)
  if (restyled.some((one) => one.marks.includes(mark))) {
    const left = restyled.map((one) => ({ ...one, marks: one.marks.filter((other) => other !== mark) }))
    return left.filter((one) => one.marks.length > 0)
  }
  if (!pen.tracked || isOwnInsertion($revisions(leaf), pen)) return restyled
  const begun = restyled.find((one) => one.id === act.id)
  if (!begun) return [...restyled, { ...act, marks: [mark] }]
  const marks = marksOf(formatOf([...begun.marks, mark]))
  return restyled.map((one) => (one === begun ? { ...begun, marks } : one))
}

/** The texts of a stretch with the part of each that falls into it. What was moved away is restyled where it stands now. */
function* $textsIn({ from, to }: Range): Generator<[leaf: TextNode, start: number, end: number, size: number]> {
  for (let block: ParagraphNode | null = from.block; block; block = $nextBlock(block)) {
    let passed = 0
    for (const leaf of block.getChildren()) {
      const size = leafSize(leaf)
      const start = block.is(from.block) ? Math.max(from.offset - passed, 0) : 0
      const end = block.is(to.block) ? Math.min(to.offset - passed, size) : size
      passed += size
      if (start < end && $isTextNode(leaf) && !isMovedAway($revisions(leaf))) yield [leaf, start, end, size]
    }
    if (block.is(to.block)) return
  }
}
