// Copy, cut and paste. Lexical's own cut edits the text past the commands, and its paste takes HTML at its word.
import {
  $addUpdateTag, $getSelection, $isRangeSelection, COPY_COMMAND, CUT_COMMAND, CUT_TAG, PASTE_COMMAND, PASTE_TAG,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND, defineExtension, mergeRegister, type LexicalEditor, type RangeSelection,
} from 'lexical'
import type { Run } from '../../../shared/model/index.ts'
import { StepsExtension } from '../history/extension.ts'
import { SessionExtension } from '../session/extension.ts'
import { $erase } from '../tracking/erase.ts'
import { Hand, handle } from '../tracking/hand.ts'
import { $replaceWithParagraphs } from '../tracking/replace.ts'
import { registerDragging } from './drag.ts'
import { $copyTo, paragraphsIn } from './transfer.ts'

export const ClipboardExtension = defineExtension({
  name: 'alternat/clipboard',
  dependencies: [SessionExtension, StepsExtension],
  register: (editor, _config, state) => {
    const hand = new Hand(state.getDependency(SessionExtension).output, state.getDependency(StepsExtension).output)
    return mergeRegister(registerCopying(editor, hand), registerPasting(editor, hand), registerDragging(editor, hand))
  },
})

function registerCopying(editor: LexicalEditor, hand: Hand): () => void {
  const copy = (event: unknown): RangeSelection | null => {
    const selection = $getSelection()
    if (!(event instanceof ClipboardEvent) || !event.clipboardData) return null
    // Without a selection nothing is copied, and nothing that was copied before is lost.
    event.preventDefault()
    if (!$isRangeSelection(selection) || selection.isCollapsed()) return null
    $copyTo(event.clipboardData, selection)
    return selection
  }
  return mergeRegister(
    handle(editor, COPY_COMMAND, (event) => copy(event) !== null || true),
    handle(editor, CUT_COMMAND, (event) => {
      const selection = copy(event)
      if (selection && editor.isEditable()) {
        $addUpdateTag(CUT_TAG)
        hand.edit('once', (range, pen) => $erase(range, pen).to)(undefined)
      }
      return true
    }),
  )
}

function registerPasting(editor: LexicalEditor, hand: Hand): () => void {
  const paste = hand.edit<readonly (readonly Run[])[]>('once', (range, pen, paragraphs) =>
    $replaceWithParagraphs(range, paragraphs, pen))
  return mergeRegister(
    handle(editor, PASTE_COMMAND, (event) => {
      const data = 'clipboardData' in event ? event.clipboardData : null
      event.preventDefault()
      const paragraphs = data && editor.isEditable() ? paragraphsIn(data) : []
      if (paragraphs.length > 0) {
        $addUpdateTag(PASTE_TAG)
        paste(paragraphs)
      }
      return true
    }),
    // Nodes made by Lexical's own importers never come in.
    handle(editor, SELECTION_INSERT_CLIPBOARD_NODES_COMMAND, () => true),
  )
}
