// Input methods (Japanese, dead keys, Android) write into the page by themselves and cannot be stopped: composed text grows in
// whatever node the caret stands in. So a composition is given a node of its own to grow in: one's own insertion that holds a
// zero-width space, which Lexical takes out again when the composition ends.
import {
  $getSelection, $isRangeSelection, $isTextNode, COMPOSITION_START_COMMAND, type LexicalEditor, type RangeSelection,
} from 'lexical'
import { penOf } from '../session/extension.ts'
import { $revisions } from '../statement/state.ts'
import { handle, type Hand } from './hand.ts'
import { isOwnInsertion } from './insert.ts'

/** Takes no room and is no text. */
export const SPACER = '\u200b'

export function registerComposition(editor: LexicalEditor, hand: Hand): () => void {
  return handle(editor, COMPOSITION_START_COMMAND, () => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return false
    const node = selection.anchor.getNode()
    const pen = penOf(hand.session)
    const home = $isTextNode(node) && selection.anchor.offset > 0
      && (pen.tracked ? isOwnInsertion($revisions(node), pen) : $revisions(node).length === 0)
    if (!selection.isCollapsed() || !home) hand.type(SPACER, selection)
    return false
  })
}

/** Lexical asks for a spacer of its own where one was just put in. */
export function isRedundantSpacer(text: string, selection: RangeSelection): boolean {
  const node = selection.anchor.getNode()
  return text === SPACER && $isTextNode(node) && node.getTextContent().slice(0, selection.anchor.offset).endsWith(SPACER)
}
