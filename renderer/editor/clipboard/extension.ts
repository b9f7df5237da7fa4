// Copy, cut, paste, drag and drop. Lexical's own cut and drop edit the text past the commands, and its paste takes HTML at its
// word: all of them are handled here.
import {
  $addUpdateTag, $getSelection, $isRangeSelection, COPY_COMMAND, CUT_COMMAND, CUT_TAG, DRAGOVER_COMMAND, DRAGSTART_COMMAND, DROP_COMMAND,
  PASTE_COMMAND, PASTE_TAG, SELECTION_INSERT_CLIPBOARD_NODES_COMMAND, defineExtension, mergeRegister,
  type LexicalEditor, type RangeSelection,
} from 'lexical'
import type { Run } from '../../../shared/model/index.ts'
import { StepsExtension } from '../history/extension.ts'
import { SessionExtension, penOf } from '../session/extension.ts'
import { $erase } from '../tracking/erase.ts'
import { Hand, handle } from '../tracking/hand.ts'
import { $compare, $placeCaret, $positionOf, $rangeOf, type Position, type Range } from '../tracking/position.ts'
import { $replaceWithParagraphs } from '../tracking/replace.ts'
import { $liveParagraphs, asHtml, asText } from './copy.ts'
import { paragraphsOfHtml, paragraphsOfText } from './sanitise.ts'

export const ClipboardExtension = defineExtension({
  name: 'alternat/clipboard',
  dependencies: [SessionExtension, StepsExtension],
  register: (editor, _config, state) => {
    const hand = new Hand(state.getDependency(SessionExtension).output, state.getDependency(StepsExtension).output)
    return mergeRegister(registerCopying(editor, hand), registerPasting(editor, hand), registerDragging(editor, hand))
  },
})

function $copyTo(data: DataTransfer, selection: RangeSelection): void {
  const paragraphs = $liveParagraphs($rangeOf(selection))
  data.setData('text/plain', asText(paragraphs))
  data.setData('text/html', asHtml(paragraphs))
}

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
  const paste = hand.edit<readonly (readonly Run[])[]>('once', (range, pen, paragraphs) => $replaceWithParagraphs(range, paragraphs, pen))
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

function paragraphsIn(data: DataTransfer): Run[][] {
  const html = data.getData('text/html')
  const rich = html === '' ? [] : paragraphsOfHtml(html)
  if (rich.length > 0) return rich
  const text = data.getData('text/plain')
  return text === '' ? [] : paragraphsOfText(text)
}

/** Data type of a clause dragged from the library; its value is the clause's id. */
export const CLAUSE_TYPE = 'application/x-alternat-clause'

function registerDragging(editor: LexicalEditor, hand: Hand): () => void {
  const { session, steps } = hand
  let dragged = false
  return mergeRegister(
    handle(editor, DRAGSTART_COMMAND, (event) => {
      const selection = $getSelection()
      dragged = $isRangeSelection(selection) && !selection.isCollapsed()
      if (dragged && event.dataTransfer) $copyTo(event.dataTransfer, selection as RangeSelection)
      return true
    }),
    handle(editor, DRAGOVER_COMMAND, (event) => {
      event.preventDefault()
      return true
    }),
    handle(editor, DROP_COMMAND, (event) => {
      event.preventDefault()
      const data = event.dataTransfer
      const at = $pointAt(event)
      const own = dragged
      dragged = false
      if (!data || !at || !editor.isEditable()) return true
      const clause = data.getData(CLAUSE_TYPE)
      if (clause !== '') {
        session.onDropClause?.(clause, { afterBlock: $gapAt(editor, at, event.clientY) })
        return true
      }
      const selection = $getSelection()
      const range = own && $isRangeSelection(selection) ? $rangeOf(selection) : null
      const paragraphs = paragraphsIn(data)
      if (paragraphs.length > 0) steps.$step('once', () => $drop(at, range, paragraphs, hand))
      return true
    }),
  )
}

/** Puts dragged text at a place; where it comes from this text, it leaves its old one. */
function $drop(at: Position, source: Range | null, paragraphs: Run[][], hand: Hand): void {
  const pen = penOf(hand.session)
  const put = (place: Position) => $replaceWithParagraphs({ from: place, to: place }, paragraphs, pen)
  if (!source) {
    $placeCaret(put(at))
    return
  }
  const behind = $compare(at, source.to) >= 0
  if (!behind && $compare(at, source.from) > 0) return
  if (behind) {
    // The later place first: what stands before it keeps its positions.
    const end = put(at)
    $erase(source, pen)
    $placeCaret({ block: end.block.getLatest(), offset: end.offset })
    return
  }
  $erase(source, pen)
  $placeCaret(put({ block: at.block.getLatest(), offset: at.offset }))
}

function $pointAt(event: DragEvent): Position | null {
  const caret = document.caretPositionFromPoint(event.clientX, event.clientY)
  const selection = $getSelection()
  if (!caret || !$isRangeSelection(selection)) return null
  const probe = selection.clone()
  const { offsetNode, offset } = caret
  probe.applyDOMRange({ startContainer: offsetNode, startOffset: offset, endContainer: offsetNode, endOffset: offset, collapsed: true })
  return $positionOf(probe.anchor)
}

/** Index of the block that a dropped paragraph goes after, by the half of the block that it is dropped on; −1 for the top. */
export function $gapAt(editor: LexicalEditor, at: Position, y: number): number {
  const box = editor.getElementByKey(at.block.getKey())?.getBoundingClientRect()
  const index = at.block.getIndexWithinParent()
  return box && y < box.top + box.height / 2 ? index - 1 : index
}
