// Edits made of several: typing over a selection, giving a stretch another wording, putting in paragraphs.
import type { Revision, Run } from '../../../shared/model/index.ts'
import type { Pen } from '../session/extension.ts'
import { formatOf } from '../statement/blocks.ts'
import { $erase } from './erase.ts'
import { $insertLines, $splitBlock } from './insert.ts'
import { $compare, type Position, type Range } from './position.ts'

/** Where text goes: a place, or a stretch that it replaces. */
export function $replace(range: Range, text: string, format: number, pen: Pen): Position {
  if ($compare(range.from, range.to) === 0) return $insertLines(range.from, text, format, pen)
  // One act: both halves carry a group, and are resolved together.
  const group = pen.newId()
  const { to } = $erase(range, pen, group)
  return text === '' ? to : $insertLines(to, text, format, pen, pen.tracked ? pen.revision('insertion', group) : undefined)
}

/** Puts paragraphs of runs in place of a stretch: the first goes on where it starts, the last is followed by what stood after. */
export function $replaceWithParagraphs(range: Range, paragraphs: readonly (readonly Run[])[], pen: Pen): Position {
  const empty = $compare(range.from, range.to) === 0
  const group = empty ? undefined : pen.newId()
  let at = empty ? range.from : $erase(range, pen, group).to
  const revision: Revision | undefined = pen.tracked ? pen.revision('insertion', group) : undefined
  paragraphs.forEach((runs, index) => {
    if (index > 0) at = $splitBlock(at, pen, revision)
    for (const run of runs) at = $insertLines(at, run.text, formatOf(run.marks), pen, revision)
  })
  return at
}
