// What the panels show of a text: gathered a moment after the last key, never during one.
import { labelBlocks, type Statement } from '../../../shared/model/index.ts'
import type { Change } from '../../../shared/redline/index.ts'
import type { EditorHandle, OutlineEntry, PlacedComment } from '../../editor/index.ts'
import { placesOf, type Place } from './places.ts'

export interface Facts {
  words: number
  changes: Change[]
  comments: PlacedComment[]
  outline: OutlineEntry[]
  paragraphs: number
  /** Where each block stands. */
  places: Place[]
  statement: Statement
}

export function factsOf(handle: EditorHandle): Facts {
  const statement = handle.getStatement()
  return {
    words: handle.wordCount(),
    changes: handle.changes(),
    comments: handle.comments.all(),
    outline: handle.outline(),
    paragraphs: statement.blocks.filter((block) => block.kind === 'paragraph' || block.kind === 'item').length,
    places: placesOf(statement.blocks, labelBlocks(statement.blocks, statement.numbering)),
    statement,
  }
}

export interface ChangeGroup {
  block: number
  changes: Change[]
}

/** Changes by the paragraph in which they start, in order. */
export function byParagraph(changes: readonly Change[]): ChangeGroup[] {
  const groups: ChangeGroup[] = []
  for (const change of changes) {
    const last = groups.at(-1)
    if (last?.block === change.block) last.changes.push(change)
    else groups.push({ block: change.block, changes: [change] })
  }
  return groups
}
