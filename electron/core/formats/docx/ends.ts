// Where paragraph ends that carry changes stand in Word. The last paragraph of a Word text cannot lose its end: a paragraph
// appended there is an inserted end of the one BEFORE, a deleted last paragraph a deleted end of the one before. Where that one
// goes itself in the other view (the last paragraph was replaced by another), its end would be in neither text: then the two
// are one paragraph, with the old text deleted and the new one inserted, as Word's own comparison writes it.
import type { Block, Revision } from '../../../../shared/model/statement.ts'
import { layers } from './pen.ts'

export interface PlacedEnds {
  /** Changes of each block's end, in Word's places. */
  marks: Revision[][]
  /** Blocks that run on into the next one: their ends are not written. */
  joined: Set<number>
  /** The block whose look the last paragraph has once its insertion is rejected; undefined: its own. */
  lookIfRejected?: number
  /** The block whose look it has once its deletion is accepted. */
  lookIfAccepted?: number
}

/** Puts the changes of the last end where Word keeps them; all others stay where they are. */
export function placeEnds(blocks: readonly Block[]): PlacedEnds {
  const marks = blocks.map((block) => layers(block.mark))
  const placed: PlacedEnds = { marks, joined: new Set() }
  const last = marks.at(-1)?.splice(0) ?? []
  // Both places are looked up before either is used: one must not be mistaken for a mark of the other's.
  const moves = last.map((revision) => ({ revision, before: blockBefore(blocks, marks, revision.kind) }))
  for (const { revision, before } of moves) {
    // With text left over the paragraph stays: then its end loses nothing by carrying no change.
    if (before === null) continue
    marks[before]!.push(revision)
    if (marks[before]!.length > 1) placed.joined.add(before)
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
