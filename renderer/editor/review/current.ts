// The change that was gone to last, as long as it is what is selected. Changes may cover the same words (a paragraph made a
// heading, and a word inserted in it): what is decided then is the one that was gone to, not all that stand there.
import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'
import type { Change } from '../../../shared/redline/index.ts'
import { $rangeOf } from '../tracking/position.ts'

const goneTo = new WeakMap<LexicalEditor, { id: string; selected: string }>()

function $selected(): string {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return ''
  const { from, to } = $rangeOf(selection)
  return `${from.block.getKey()} ${from.offset} ${to.block.getKey()} ${to.offset}`
}

/** Keeps the change that has just been selected. */
export function $keepCurrent(editor: LexicalEditor, { id }: Change): void {
  goneTo.set(editor, { id, selected: $selected() })
}

/** Id of the change that was gone to, as long as it is selected. */
export function $goneTo(editor: LexicalEditor): string | null {
  const last = goneTo.get(editor)
  return last && last.selected !== '' && last.selected === $selected() ? last.id : null
}

/** The change that was gone to, if it is still selected and still there. */
export function $current(editor: LexicalEditor, changes: readonly Change[]): Change | null {
  const id = $goneTo(editor)
  return changes.find((change) => change.id === id) ?? null
}
