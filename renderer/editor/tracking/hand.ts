// The hand that edits: takes the selection, the pen of the moment and an undo step, and sets the caret where the edit ends.
import {
  $getSelection, $isRangeSelection, COMMAND_PRIORITY_CRITICAL, type LexicalCommand, type LexicalEditor, type RangeSelection,
} from 'lexical'
import type { StepKind, Steps } from '../history/extension.ts'
import { penOf, type Pen, type Session } from '../session/extension.ts'
import { $placeCaret, $rangeOf, type Position, type Range } from './position.ts'
import { $replace } from './replace.ts'

/** Runs an edit on the selection, with the pen of the moment, as an undo step. */
export class Hand {
  readonly session: Session
  readonly steps: Steps
  constructor(session: Session, steps: Steps) {
    this.session = session
    this.steps = steps
  }

  /** A handler that edits the selected stretch; the caret goes where the edit says. */
  edit<P>(kind: StepKind, $edit: (range: Range, pen: Pen, payload: P, selection: RangeSelection) => Position | null) {
    return (payload: P): boolean => {
      const selection = $getSelection()
      if (!$isRangeSelection(selection)) return false
      const pen = penOf(this.session)
      this.steps.$step(selection.isCollapsed() ? kind : 'once', () => {
        const caret = $edit($rangeOf(selection), pen, payload, selection)
        if (caret) $placeCaret(caret)
      })
      return true
    }
  }

  /** Writes a text over the selection. */
  type = (text: string, selection: RangeSelection): void => {
    const alone = selection.isCollapsed() && text.length <= 2 && !/\s/u.test(text)
    this.steps.$step(alone ? 'type' : 'once', () => {
      const caret = $placeCaret($replace($rangeOf(selection), text, selection.format, penOf(this.session)))
      caret.format = selection.format
    })
  }
}

/** A handler of highest rank. */
export function handle<P>(editor: LexicalEditor, command: LexicalCommand<P>, handler: (payload: P) => boolean): () => void {
  return editor.registerCommand(command, handler, COMMAND_PRIORITY_CRITICAL)
}
