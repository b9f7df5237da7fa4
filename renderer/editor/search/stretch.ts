// A stretch of live text as positions in the document, and as a range of the page that the browser can highlight.
import { $getNodeByKey, $isParagraphNode, $isTextNode, type LexicalEditor } from 'lexical'
import { $revisions, isDeleted } from '../statement/state.ts'
import { $fromLive } from '../tracking/live.ts'
import { $placeOf, leafSize, type Range as Stretch } from '../tracking/position.ts'

export interface LiveStretch {
  /** Key of the block's node. */
  block: string
  /** Live offsets. */
  from: number
  to: number
}

export function $stretchOf({ block, from, to }: LiveStretch): Stretch | null {
  const node = $getNodeByKey(block)
  if (!$isParagraphNode(node)) return null
  return { from: $fromLive(node, from, 'before'), to: $fromLive(node, to, 'after') }
}

/** What comes in its place looks like the first letter it replaces. */
export function $formatAt({ from }: Stretch): number {
  const { after } = $placeOf(from)
  return $isTextNode(after) ? after.getFormat() : 0
}

export function $domRange(editor: LexicalEditor, { block, from, to }: LiveStretch): Range | null {
  const node = $getNodeByKey(block)
  if (!$isParagraphNode(node)) return null
  const range = document.createRange()
  let live = 0
  let started = false
  for (const leaf of node.getChildren()) {
    if (isDeleted($revisions(leaf))) continue
    const size = leafSize(leaf)
    const text = textIn(editor.getElementByKey(leaf.getKey()))
    if (text && !started && from < live + size) {
      range.setStart(text, from - live)
      started = true
    }
    if (text && started && to <= live + size) {
      range.setEnd(text, to - live)
      return range
    }
    live += size
  }
  return null
}

function textIn(element: Node | null): Text | null {
  let node = element
  while (node && node.nodeType !== Node.TEXT_NODE) node = node.firstChild
  return node as Text | null
}
