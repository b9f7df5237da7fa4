// The editor's own keys. Letters and digits are told by their place on the keyboard (`code`): on a Russian layout Ctrl+B is still
// Ctrl+B. Bold, italic, underline, undo and redo are Lexical's.
import {
  $addUpdateTag, $getSelection, $isRangeSelection, DELETE_LINE_COMMAND, HISTORY_PUSH_TAG, KEY_DOWN_COMMAND, defineExtension,
  type LexicalEditor,
} from 'lexical'
import { $setKind } from '../blocks/kind.ts'
import { StepsExtension } from '../history/extension.ts'
import { $moveSelected } from '../moves/act.ts'
import { goToChange, resolveCurrent } from '../review/extension.ts'
import { SessionExtension, penOf, type Session } from '../session/extension.ts'
import { Hand, handle } from '../tracking/hand.ts'

const NO_BREAK_SPACE = '\u00a0'
const EN_DASH = '–'

/** "Ctrl+Alt+Digit1". On a Mac the command key stands for Ctrl. AltGr is not Ctrl+Alt: it writes letters. */
function chord(event: KeyboardEvent): string {
  if (event.getModifierState('AltGraph')) return ''
  const held = [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', event.shiftKey ? 'Shift' : '']
  return [...held.filter((name) => name !== ''), event.code].join('+')
}

export const KeysExtension = defineExtension({
  name: 'alternat/keys',
  dependencies: [SessionExtension, StepsExtension],
  register: (editor, _config, state) => {
    const session = state.getDependency(SessionExtension).output
    const keys = actions(editor, session, new Hand(session, state.getDependency(StepsExtension).output))
    return handle(editor, KEY_DOWN_COMMAND, (event) => {
      const action = keys[chord(event)]
      if (!action || event.isComposing) return false
      event.preventDefault()
      action()
      return true
    })
  },
})

function actions(editor: LexicalEditor, session: Session, hand: Hand): Record<string, () => void> {
  const type = (text: string) => () => {
    const selection = $getSelection()
    if (editor.isEditable() && $isRangeSelection(selection)) hand.type(text, selection)
  }
  const heading = (level: number | null) => () => {
    if (!editor.isEditable()) return
    $addUpdateTag(HISTORY_PUSH_TAG)
    if (level === null) $setKind('paragraph', undefined, penOf(session))
    else $setKind('heading', level, penOf(session))
  }
  const move = (down: boolean) => () => {
    const selection = $getSelection()
    if (!editor.isEditable() || !$isRangeSelection(selection)) return
    if ($moveSelected(selection, down, penOf(session))) hand.steps.$step('once', () => {})
  }
  const deleteLine = (backward: boolean) => () => {
    if (editor.isEditable()) editor.dispatchCommand(DELETE_LINE_COMMAND, backward)
  }
  // These begin an update of their own, which may not stand inside the one of the key.
  const later = (run: () => void) => () => queueMicrotask(run)
  const decide = (verdict: 'accept' | 'reject') => later(() => {
    if (!session.readOnly && session.view === 'all') resolveCurrent(editor, verdict)
  })
  return {
    'Alt+ArrowDown': later(() => goToChange(editor, 'next')),
    'Alt+ArrowUp': later(() => goToChange(editor, 'previous')),
    'Alt+Shift+ArrowDown': move(true),
    'Alt+Shift+ArrowUp': move(false),
    'Alt+Shift+KeyA': decide('accept'),
    'Alt+Shift+KeyR': decide('reject'),
    'Ctrl+Shift+Backspace': deleteLine(true),
    'Ctrl+Shift+Delete': deleteLine(false),
    'Ctrl+Shift+Space': type(NO_BREAK_SPACE),
    'Ctrl+NumpadSubtract': type(EN_DASH),
    'Ctrl+Shift+Digit8': later(() => session.onShowMarks()),
    'Ctrl+Alt+KeyM': later(() => session.onComment()),
    'Ctrl+Alt+Digit0': heading(null),
    'Ctrl+Alt+Digit1': heading(1),
    'Ctrl+Alt+Digit2': heading(2),
    'Ctrl+Alt+Digit3': heading(3),
  }
}
