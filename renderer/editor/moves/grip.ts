// A grip beside the paragraph under the pointer, to drag it by. It stands in the layer of the margins: Lexical owns the text.
// The keyboard has its own way (Alt+Shift+↑ and ↓), so the grip is for the pointer only.
import { $getNearestNodeFromDOMNode, $isParagraphNode, DRAGEND_COMMAND, type LexicalEditor } from 'lexical'
import { PARAGRAPH_TYPE, nameOf } from '../clipboard/transfer.ts'
import { sessionOf } from '../session/extension.ts'
import { $facts } from '../statement/state.ts'

/** Puts the grip into a layer that lies over the paper; returns what takes it away. */
export function mountGrip(editor: LexicalEditor, layer: HTMLElement): () => void {
  const paper = layer.parentElement!
  const grip = document.createElement('span')
  grip.className = 'paper-grip'
  grip.draggable = true
  grip.hidden = true
  let beside: HTMLElement | null = null
  layer.append(grip)

  const show = (paragraph: HTMLElement | null) => {
    beside = paragraph
    grip.hidden = paragraph === null
    if (!paragraph) return
    grip.title = sessionOf(editor).words.move
    grip.style.transform = `translateY(${paragraph.getBoundingClientRect().top - layer.getBoundingClientRect().top}px)`
  }
  const over = ({ target }: PointerEvent) => {
    if (target === grip) return
    const paragraph = (target as Element).closest<HTMLElement>('.paper-text > p:not([data-gone])')
    if (paragraph !== beside) show(editor.isEditable() ? paragraph : null)
  }
  const leave = () => show(null)
  const start = (event: DragEvent) => {
    const id = beside ? idOf(editor, beside) : null
    if (!event.dataTransfer || !beside || id === null) return
    event.dataTransfer.setData(PARAGRAPH_TYPE, nameOf(editor, id))
    event.dataTransfer.effectAllowed = 'move'
    event.dataTransfer.setDragImage(beside, 0, 0)
  }
  const end = (event: DragEvent) => {
    editor.dispatchCommand(DRAGEND_COMMAND, event)
    show(null)
  }
  const stop = new AbortController()
  const { signal } = stop
  paper.addEventListener('pointermove', over, { signal })
  paper.addEventListener('pointerleave', leave, { signal })
  paper.addEventListener('keydown', leave, { signal })
  grip.addEventListener('dragstart', start, { signal })
  grip.addEventListener('dragend', end, { signal })
  return () => {
    stop.abort()
    grip.remove()
  }
}

const idOf = (editor: LexicalEditor, paragraph: HTMLElement): string | null => editor.read(() => {
  const node = $getNearestNodeFromDOMNode(paragraph)
  return $isParagraphNode(node) ? $facts(node).id : null
})
