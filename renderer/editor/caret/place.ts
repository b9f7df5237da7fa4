// Where the window is in the text, told by ids of blocks, so that another window finds it again: the caret, and what is in view.
import { SKIP_DOM_SELECTION_TAG, type EditorState, type LexicalEditor } from 'lexical'
import type { Caret, WindowPlace } from '../../../shared/model/trail.ts'
import { $blockNodes } from '../statement/blocks.ts'
import { $facts } from '../statement/state.ts'
import { $blockSize, $positionOf, $select, $standingSelection, type Position } from '../tracking/position.ts'

export const caretIn = (editor: LexicalEditor, state: EditorState): Caret | null => state.read(() => {
  const selection = $standingSelection()
  if (!selection) return null
  const [anchor, focus] = [selection.anchor, selection.focus].map((point) => {
    const { block, offset } = $positionOf(point)
    return { block: $facts(block).id, offset }
  })
  return { anchor: anchor!, focus: focus! }
}, { editor })

/** Selects what was selected; nothing where one of its paragraphs is gone. */
export function $placeCaretOf({ anchor, focus }: Caret): void {
  const nodes = $blockNodes()
  const at = ({ block: id, offset }: Caret['anchor']): Position | null => {
    const block = nodes.find((node) => $facts(node).id === id)
    return block ? { block, offset: Math.min(offset, $blockSize(block)) } : null
  }
  const [from, to] = [at(anchor), at(focus)]
  if (from && to) $select({ from, to })
}

export const placeOf = (editor: LexicalEditor): WindowPlace => ({ caret: caretIn(editor, editor.getEditorState()), top: topOf(editor) })

/** The first paragraph that is in view. */
function topOf(editor: LexicalEditor): WindowPlace['top'] {
  const text = editor.getRootElement()
  const desk = text?.closest('.paper-desk')
  if (!text || !desk) return null
  const edge = desk.getBoundingClientRect().top
  const paragraphs = text.children
  let [low, high] = [0, paragraphs.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (paragraphs[middle]!.getBoundingClientRect().bottom > edge) high = middle
    else low = middle + 1
  }
  const block = editor.read(() => {
    const node = $blockNodes()[low]
    return node ? $facts(node).id : null
  })
  const first = paragraphs[low]
  return block === null || !first ? null : { block, over: Math.round(edge - first.getBoundingClientRect().top) }
}

/** Frames in which paragraphs that come into view take the height that they have: those above push what was scrolled to. */
const FRAMES = 3

/** Puts the caret where it was, and the same words at the top of what is in view. */
export function goToPlace(editor: LexicalEditor, { caret, top }: WindowPlace): void {
  if (caret) editor.update(() => $placeCaretOf(caret), { discrete: true, tag: SKIP_DOM_SELECTION_TAG })
  const key = top && editor.read(() => $blockNodes().find((node) => $facts(node).id === top.block)?.getKey())
  const paragraph = key ? editor.getElementByKey(key) : null
  const desk = paragraph?.closest('.paper-desk')
  if (!top || !paragraph || !desk) return
  const scroll = (frames: number) => {
    desk.scrollTop += paragraph.getBoundingClientRect().top - desk.getBoundingClientRect().top + top.over
    if (frames > 0) requestAnimationFrame(() => scroll(frames - 1))
  }
  scroll(FRAMES)
}
