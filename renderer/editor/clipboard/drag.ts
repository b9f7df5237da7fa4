// Drag and drop: a stretch of the text moved by hand, text from elsewhere, a clause from the library. Lexical's own drop edits
// past the commands.
import {
  $createRangeSelection, $getSelection, $isRangeSelection, DRAGEND_COMMAND, DRAGOVER_COMMAND, DRAGSTART_COMMAND, DROP_COMMAND,
  mergeRegister,
  type LexicalEditor,
} from 'lexical'
import type { Run } from '../../../shared/model/index.ts'
import { $moveBehind } from '../moves/act.ts'
import { $areWhole } from '../moves/paragraphs.ts'
import { penOf } from '../session/extension.ts'
import { $blockNodes } from '../statement/blocks.ts'
import { $facts } from '../statement/state.ts'
import { $erase } from '../tracking/erase.ts'
import { handle, type Hand } from '../tracking/hand.ts'
import { $blockSize, $compare, $endOf, $placeCaret, $positionOf, $rangeOf, type Position, type Range } from '../tracking/position.ts'
import { $replaceWithParagraphs } from '../tracking/replace.ts'
import { $copyTo, CLAUSE_TYPE, PARAGRAPH_TYPE, SELECTED, nameOf, paragraphsIn } from './transfer.ts'

export function registerDragging(editor: LexicalEditor, hand: Hand): () => void {
  const { session, steps } = hand
  const gap = new Gap(editor)
  let dragged = false
  return mergeRegister(
    handle(editor, DRAGSTART_COMMAND, (event) => {
      const selection = $getSelection()
      dragged = $isRangeSelection(selection) && !selection.isCollapsed()
      if ($isRangeSelection(selection) && dragged && event.dataTransfer) {
        $copyTo(event.dataTransfer, selection)
        if ($areWhole($rangeOf(selection))) event.dataTransfer.setData(PARAGRAPH_TYPE, SELECTED)
      }
      return true
    }),
    handle(editor, DRAGOVER_COMMAND, (event) => {
      event.preventDefault()
      const types = event.dataTransfer?.types ?? []
      const whole = types.includes(CLAUSE_TYPE) || types.includes(PARAGRAPH_TYPE)
      const at = whole && editor.isEditable() ? $pointAt(event) : null
      gap.show(at, event.clientY)
      return true
    }),
    handle(editor, DRAGEND_COMMAND, () => {
      gap.show(null, 0)
      return false
    }),
    handle(editor, DROP_COMMAND, (event) => {
      event.preventDefault()
      gap.show(null, 0)
      const data = event.dataTransfer
      const at = $pointAt(event)
      const own = dragged
      dragged = false
      if (!data || !at || !editor.isEditable()) return true
      const clause = data.getData(CLAUSE_TYPE)
      if (clause !== '') {
        // The list it comes from takes a drop that goes on up the page for a lost one.
        event.stopPropagation()
        session.onDropClause?.(clause, { afterBlock: gap.after(at, event.clientY) })
        return true
      }
      const selection = $getSelection()
      const source = own && $isRangeSelection(selection) ? $rangeOf(selection) : null
      const moved = data.getData(PARAGRAPH_TYPE)
      const paragraph = moved === SELECTED ? source : $paragraphNamed(editor, moved)
      if (moved !== '' && paragraph) {
        steps.$step('once', () => $moveBehind(paragraph, gap.after(at, event.clientY), penOf(session)))
        return true
      }
      const paragraphs = paragraphsIn(data)
      if (paragraphs.length > 0) steps.$step('once', () => $drop(at, source, paragraphs, hand))
      return true
    }),
    editor.registerRootListener((root) => {
      const left = (event: DragEvent) => {
        if (root && !root.contains(event.relatedTarget as Node | null)) gap.show(null, 0)
      }
      root?.addEventListener('dragleave', left)
      return () => root?.removeEventListener('dragleave', left)
    }),
  )
}

/** All of a paragraph of this editor; null where it has none of that name. */
function $paragraphNamed(editor: LexicalEditor, name: string): Range | null {
  const block = $blockNodes().find((node) => nameOf(editor, $facts(node).id) === name)
  return block ? { from: { block, offset: 0 }, to: $endOf(block) } : null
}

/** Puts dragged text at a place; where it comes from this text, it leaves its old one. */
function $drop(at: Position, source: Range | null, paragraphs: Run[][], hand: Hand): void {
  const pen = penOf(hand.session)
  const put = (place: Position) => $replaceWithParagraphs({ from: place, to: place }, paragraphs, pen)
  if (source === null) {
    $placeCaret(put(at))
  } else if ($compare(at, source.to) >= 0) {
    // The later place first: what stands before it keeps its positions.
    const end = put(at)
    const behind = $blockSize(end.block) - end.offset
    const left = $erase(source, pen)
    const block = end.block.isAttached() ? end.block.getLatest() : left.to.block
    $placeCaret({ block, offset: Math.max(0, $blockSize(block) - behind) })
  } else if ($compare(at, source.from) <= 0) {
    const left = $erase(source, pen)
    const block = at.block.isAttached() ? at.block.getLatest() : left.from.block
    $placeCaret(put({ block, offset: at.offset }))
  }
}

function $pointAt(event: DragEvent): Position | null {
  const caret = document.caretPositionFromPoint(event.clientX, event.clientY)
  const selection = $getSelection()
  if (!caret) return null
  const probe = $isRangeSelection(selection) ? selection.clone() : $createRangeSelection()
  const { offsetNode: node, offset } = caret
  probe.applyDOMRange({ startContainer: node, startOffset: offset, endContainer: node, endOffset: offset, collapsed: true })
  return $positionOf(probe.anchor)
}

/** The gap between paragraphs that a clause would go into: shown as a line while it is dragged. */
class Gap {
  private readonly editor: LexicalEditor
  private shown: HTMLElement | null = null
  constructor(editor: LexicalEditor) {
    this.editor = editor
  }

  show(at: Position | null, y: number): void {
    this.shown?.removeAttribute('data-gap')
    this.shown = at ? this.editor.getElementByKey(at.block.getKey()) : null
    this.shown?.setAttribute('data-gap', this.isUpper(this.shown, y) ? 'before' : 'after')
  }

  /** Index of the block it goes after, by the half of the block under the pointer; −1 for the top. */
  after(at: Position, y: number): number {
    const dom = this.editor.getElementByKey(at.block.getKey())
    const index = at.block.getIndexWithinParent()
    return dom && this.isUpper(dom, y) ? index - 1 : index
  }

  private isUpper(dom: HTMLElement, y: number): boolean {
    const box = dom.getBoundingClientRect()
    return y < box.top + box.height / 2
  }
}
