// The caret as it is on the page. A browser tells of a moved caret in a task of its own (`selectionchange`), and on a key or at
// the clipboard Lexical goes by what it was told last: a Backspace that follows an arrow at once would delete at the old caret.
// So these commands look at the page first. Text (`beforeinput`) needs no help: there Lexical itself looks.
import {
  $getPreviousSelection, $getSelection, $isRangeSelection, $isTextNode, $setSelection, COMMAND_PRIORITY_BEFORE_CRITICAL,
  COPY_COMMAND, CUT_COMMAND, KEY_DOWN_COMMAND, PASTE_COMMAND, defineExtension, getDOMSelection, isSelectionWithinEditor,
  mergeRegister, type LexicalCommand, type LexicalEditor, type RangeSelection,
} from 'lexical'
import { $compare, $positionOf } from '../tracking/position.ts'

export const CaretExtension = defineExtension({
  name: 'alternat/caret',
  register: (editor) => {
    const look = () => {
      $takeFromPage(editor)
      return false
    }
    const before = <P>(command: LexicalCommand<P>) => editor.registerCommand(command, look, COMMAND_PRIORITY_BEFORE_CRITICAL)
    return mergeRegister(before(KEY_DOWN_COMMAND), before(COPY_COMMAND), before(CUT_COMMAND), before(PASTE_COMMAND))
  },
})

function $takeFromPage(editor: LexicalEditor): void {
  const known = $getSelection()
  if (!$isRangeSelection(known) || editor.isComposing()) return
  // An edit that is not on the page yet has set a caret of its own.
  if (known.dirty || !known.is($getPreviousSelection())) return
  const page = getDOMSelection(editor.getRootElement()?.ownerDocument.defaultView ?? null)
  if (!page?.anchorNode || !page.focusNode || !isSelectionWithinEditor(editor, page.anchorNode, page.focusNode)) return
  const { anchorNode, anchorOffset, focusNode, focusOffset, isCollapsed } = page
  const seen = known.clone()
  seen.applyDOMRange({
    startContainer: anchorNode, startOffset: anchorOffset, endContainer: focusNode, endOffset: focusOffset, collapsed: isCollapsed,
  })
  if ($same(seen, known)) return
  const text = seen.anchor.getNode()
  if (seen.anchor.key !== known.anchor.key) seen.format = $isTextNode(text) ? text.getFormat() : 0
  $setSelection(seen)
}

/** Whether both mean the same places of the text: one place has several spellings. */
const $same = (a: RangeSelection, b: RangeSelection): boolean =>
  $compare($positionOf(a.anchor), $positionOf(b.anchor)) === 0 && $compare($positionOf(a.focus), $positionOf(b.focus)) === 0
