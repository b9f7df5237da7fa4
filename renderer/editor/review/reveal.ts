// Bringing a place into view and telling the eye where it is.
import { $getSelection, $isRangeSelection, $setSelection, type LexicalEditor } from 'lexical'
import { $blockNodes } from '../statement/blocks.ts'
import { $lookedAt, $placeCaret } from '../tracking/position.ts'

/** Scrolls to the caret where it is off the screen, and tints its paragraph for a moment. */
export function reveal(editor: LexicalEditor): void {
  const keys = editor.read(() => {
    const selection = $getSelection()
    return $isRangeSelection(selection) ? [selection.focus.key, $lookedAt(selection).block.getKey()] : []
  })
  const [leaf, block] = keys.map((key) => editor.getElementByKey(key))
  const desk = block?.closest('.paper-desk')
  if (!leaf || !block || !desk) return
  const view = desk.getBoundingClientRect()
  const place = leaf.getBoundingClientRect()
  if (place.top < view.top + 24 || place.bottom > view.bottom - 24) {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    leaf.scrollIntoView({ block: 'center', behavior: still ? 'instant' : 'smooth' })
  }
  block.removeAttribute('data-arrived')
  requestAnimationFrame(() => {
    block.setAttribute('data-arrived', '')
    block.addEventListener('animationend', () => block.removeAttribute('data-arrived'), { once: true })
  })
}

/** Gives the keyboard to the text, where its caret was left: the browser would put it at the top. */
export function giveKeyboard(editor: LexicalEditor): void {
  const left = editor.read(() => $getSelection()?.clone() ?? null)
  editor.getRootElement()?.focus({ preventScroll: true })
  editor.update(() => {
    const first = $blockNodes()[0]
    if (left) $setSelection(left)
    else if (first) $placeCaret({ block: first, offset: 0 })
  }, { discrete: true })
}
