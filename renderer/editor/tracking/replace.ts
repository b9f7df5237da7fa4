// Edits made of several: typing over a selection, giving a stretch another wording, putting in paragraphs.
import type { Revision, Run } from '../../../shared/model/index.ts'
import type { Pen } from '../session/extension.ts'
import { formatOf } from '../statement/blocks.ts'
import { $erase } from './erase.ts'
import { $insertLines, $splitBlock } from './insert.ts'
import { $compare, type Position, type Range } from './position.ts'

/** Where text goes: a place, or a stretch that it replaces. */
export function $replace(range: Range, text: string, format: number, pen: Pen): Position {
  const { at, group } = $cleared(range, pen)
  const revision = pen.tracked && group !== undefined ? pen.revision('insertion', group) : undefined
  return text === '' ? at : $insertLines(at, text, format, pen, revision)
}

/**
 * Clears a stretch. What stays of it, marked deleted, is one act with what comes in its place: both halves carry a group, and
 * are resolved together. Nothing stays of one's own insertion, and what comes there is more of it.
 */
function $cleared({ from, to }: Range, pen: Pen): { at: Position; group?: string } {
  if ($compare(from, to) === 0) return { at: from }
  const group = pen.newId()
  const left = $erase({ from, to }, pen, group)
  return $compare(left.from, left.to) === 0 ? { at: left.to } : { at: left.to, group }
}

/** Puts paragraphs of runs in place of a stretch: the first goes on where it starts, the last is followed by what stood after. */
export function $replaceWithParagraphs(range: Range, paragraphs: readonly (readonly Run[])[], pen: Pen): Position {
  const { at: start, group } = $cleared(range, pen)
  let at = start
  const revision: Revision | undefined = pen.tracked ? pen.revision('insertion', group) : undefined
  paragraphs.forEach((runs, index) => {
    if (index > 0) at = $splitBlock(at, pen, revision)
    for (const run of runs) at = $insertLines(at, run.text, formatOf(run.marks), pen, revision)
  })
  return at
}
