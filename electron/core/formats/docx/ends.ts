// Where paragraph ends that carry changes stand in Word. The last paragraph of a Word text cannot lose its end: a paragraph
// appended there is an inserted end of the one BEFORE, a deleted last paragraph a deleted end of the one before.
import type { Block, Revision } from '../../../../shared/model/statement.ts'
import { layers } from './pen.ts'

export interface PlacedEnds {
  /** Changes of each block's end, in Word's places. */
  marks: Revision[][]
  /** The block whose look the last paragraph has once its insertion is rejected; undefined: its own. */
  lookIfRejected?: number
  /** The block whose look it has once its deletion is accepted. */
  lookIfAccepted?: number
}

/** Puts the changes of the last end where Word keeps them; all others stay where they are. */
export function placeEnds(blocks: readonly Block[]): PlacedEnds {
  const marks = blocks.map((block) => layers(block.mark))
  const placed: PlacedEnds = { marks }
  const last = marks.at(-1)
  if (!last) return placed
  for (const revision of last.splice(0)) {
    const before = blockBefore(blocks, marks, revision.kind)
    // With text left over the paragraph stays: then its end loses nothing by carrying no change.
    if (before === null) continue
    marks[before]!.push(revision)
    marks[before]!.sort((a) => (a.kind === 'insertion' ? -1 : 1))
    if (revision.kind === 'insertion') placed.lookIfRejected = before
    else placed.lookIfAccepted = before
  }
  return placed
}

/**
 * The block before the stretch at the end that goes as a whole when changes of `kind` take effect; null where some of that
 * stretch stays, or where nothing stands before it.
 */
function blockBefore(blocks: readonly Block[], marks: readonly Revision[][], kind: Revision['kind']): number | null {
  const goes = (revisions: readonly Revision[] | undefined) => revisions?.some((revision) => revision.kind === kind) ?? false
  for (let index = blocks.length - 1; index >= 0; index--) {
    if (index < blocks.length - 1 && !goes(marks[index])) return index
    if (!blocks[index]!.runs.every((run) => run.text === '' || goes(run.revisions))) return null
  }
  return null
}
