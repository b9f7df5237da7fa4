// Every edit of the text, as a command. Handlers stand at critical priority so that none of Lexical's own edits runs: its Enter
// leaves the end's revisions on the wrong half, its deletion over a paragraph's end loses them, its typing writes into the run
// of another author. This holds for direct editing too.
import {
  $getSelection, $isRangeSelection, BEFORE_INPUT_COMMAND, CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND, DELETE_LINE_COMMAND, DELETE_WORD_COMMAND, FORMAT_ELEMENT_COMMAND, FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND, INSERT_LINE_BREAK_COMMAND, INSERT_PARAGRAPH_COMMAND, INSERT_TAB_COMMAND,
  OUTDENT_CONTENT_COMMAND, REMOVE_TEXT_COMMAND, SET_TEXT_FORMAT_COMMAND, defineExtension, mergeRegister,
  type LexicalEditor, type RangeSelection,
} from 'lexical'
import { RichTextExtension } from '@lexical/rich-text'
import type { TextMark } from '../../../shared/model/index.ts'
import { $marksOver, $switchMark } from '../formats/restyle.ts'
import { StepsExtension } from '../history/extension.ts'
import { SessionExtension, penOf, type Pen } from '../session/extension.ts'
import { MARKS, formatOf } from '../statement/blocks.ts'
import { registerComposition, isRedundantSpacer } from './composition.ts'
import { $erase } from './erase.ts'
import { Hand, handle } from './hand.ts'
import { $insertLineBreak, $splitBlock } from './insert.ts'
import { $deletedNextTo, $pastDeleted, $unitAt } from './live.ts'
import { registerSafetyNet } from './net.ts'
import { $compare, $positionOf, $rangeOf, $select, type Range } from './position.ts'

const TYPED = /^insert(Text|Transpose|ReplacementText|FromYank)$/

export const TrackingExtension = defineExtension({
  name: 'alternat/tracking',
  dependencies: [RichTextExtension, SessionExtension, StepsExtension],
  /** `repairs`: how often an edit slipped past the commands and was turned into tracked changes; 0 unless there is a fault. */
  build: (): { repairs: number } => ({ repairs: 0 }),
  register: (editor, _config, state) => {
    const session = state.getDependency(SessionExtension).output
    const steps = state.getDependency(StepsExtension).output
    const output = state.getOutput()
    const hand = new Hand(session, steps)
    return mergeRegister(
      registerTyping(editor, hand),
      registerDeleting(editor, hand),
      registerBreaks(editor, hand),
      registerFormats(editor, hand),
      registerComposition(editor, hand),
      registerSafetyNet(editor, session, () => output.repairs++),
    )
  },
})

function registerTyping(editor: LexicalEditor, hand: Hand): () => void {
  return mergeRegister(
    handle(editor, BEFORE_INPUT_COMMAND, (event: InputEvent) => {
      const selection = $getSelection()
      if (!TYPED.test(event.inputType) || !$isRangeSelection(selection)) return false
      const text = event.data ?? event.dataTransfer?.getData('text/plain')
      if (text === undefined || text === null) return false
      const target = event.getTargetRanges()[0]
      if (target && (event.inputType === 'insertReplacementText' || selection.isCollapsed())) selection.applyDOMRange(target)
      event.preventDefault()
      hand.type(text, selection)
      return true
    }),
    handle(editor, CONTROLLED_TEXT_INSERTION_COMMAND, (payload: InputEvent | string) => {
      const selection = $getSelection()
      if (!$isRangeSelection(selection)) return false
      const text = typeof payload === 'string' ? payload : (payload.data ?? payload.dataTransfer?.getData('text/plain') ?? '')
      if (!isRedundantSpacer(text, selection)) hand.type(text, selection)
      return true
    }),
  )
}

function registerDeleting(editor: LexicalEditor, hand: Hand): () => void {
  const unit = (size: 'character' | 'word') => (backward: boolean) =>
    hand.edit<boolean>(backward ? 'erase-back' : 'erase-forward', (range, pen) => {
      const collapsed = $compare(range.from, range.to) === 0
      if (collapsed && size === 'character' && hand.session.view === 'all' && $deletedNextTo(range.from, backward)) {
        return $pastDeleted(range.from, backward)
      }
      const stretch = collapsed ? $unitAt(range.from, backward, size) : range
      if (!stretch) return null
      const left = $erase(stretch, pen)
      return backward ? left.from : left.to
    })(backward)
  return mergeRegister(
    handle(editor, DELETE_CHARACTER_COMMAND, unit('character')),
    handle(editor, DELETE_WORD_COMMAND, unit('word')),
    handle(editor, DELETE_LINE_COMMAND, hand.edit<boolean>('once', (_range, pen, backward, selection) => {
      if (selection.isCollapsed()) selection.modify('extend', backward, 'lineboundary')
      const left = $erase($rangeOf(selection), pen)
      return backward ? left.from : left.to
    })),
    handle(editor, REMOVE_TEXT_COMMAND, hand.edit('once', (range, pen) => $erase(range, pen).from)),
  )
}

function registerBreaks(editor: LexicalEditor, hand: Hand): () => void {
  const cleared = (range: Range, pen: Pen) => ($compare(range.from, range.to) === 0 ? range.from : $erase(range, pen).to)
  return mergeRegister(
    handle(editor, INSERT_PARAGRAPH_COMMAND, hand.edit('once', (range, pen) => $splitBlock(cleared(range, pen), pen))),
    handle(editor, INSERT_LINE_BREAK_COMMAND, hand.edit('once', (range, pen) => $insertLineBreak(cleared(range, pen), pen))),
  )
}

// Bold, italic and underline; other formats a statement has none of. Without a selection only what is typed next changes.
function registerFormats(editor: LexicalEditor, hand: Hand): () => void {
  const refuse = () => true
  return mergeRegister(
    handle(editor, FORMAT_TEXT_COMMAND, (format) => {
      const selection = $getSelection()
      const mark = MARKS.find((one) => one === format)
      if (!mark || !$isRangeSelection(selection)) return true
      if (selection.isCollapsed()) selection.toggleFormat(mark)
      else hand.steps.$step('once', () => $format(selection, mark, penOf(hand.session)))
      return true
    }),
    handle(editor, SET_TEXT_FORMAT_COMMAND, refuse),
    handle(editor, FORMAT_ELEMENT_COMMAND, refuse),
    handle(editor, INDENT_CONTENT_COMMAND, refuse),
    handle(editor, OUTDENT_CONTENT_COMMAND, refuse),
    handle(editor, INSERT_TAB_COMMAND, refuse),
  )
}

/** Switches a mark over a selection, which stays as it is. */
function $format(selection: RangeSelection, mark: TextMark, pen: Pen): void {
  const [anchor, focus] = [$positionOf(selection.anchor), $positionOf(selection.focus)]
  const range = $rangeOf(selection)
  $switchMark(range, mark, pen)
  $select({ from: anchor, to: focus }).format = formatOf($marksOver(range))
}
