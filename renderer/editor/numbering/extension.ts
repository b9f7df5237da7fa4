// Numbers of sections, clauses and items. They are computed from the profile and drawn by CSS from an attribute, so that they
// never become text: nothing to edit, copy, search or track.
import { defineExtension, type LexicalEditor, type NodeKey, type ParagraphNode } from 'lexical'
import { getExtensionDependencyFromEditor } from '@lexical/extension'
import { labelBlocks, type Block, type Revision } from '../../../shared/model/index.ts'
import { set } from '../drawing/extension.ts'
import { SessionExtension, sessionOf, type Session } from '../session/extension.ts'
import { $blockNodes, $readBlock } from '../statement/blocks.ts'
import { dirtyElementsOf } from '../statement/dirty.ts'
import { $facts, $mark, isDeleted } from '../statement/state.ts'

export const NumberingExtension = defineExtension({
  name: 'alternat/numbering',
  dependencies: [SessionExtension],
  build: () => new Drawn(),
  register: (editor, _config, state) => {
    const session = state.getDependency(SessionExtension).output
    const drawn = state.getOutput()
    return editor.registerUpdateListener((update) => {
      if (update.dirtyElements.size === 0 && update.dirtyLeaves.size === 0) return
      drawn.forget(dirtyElementsOf(update)?.keys())
      update.editorState.read(() => drawn.$draw(editor, session))
    })
  },
})

/** Draws the labels anew, after the view or the profile changed. */
export function redrawLabels(editor: LexicalEditor): void {
  const drawn = getExtensionDependencyFromEditor(editor, NumberingExtension).output
  drawn.forget()
  editor.getEditorState().read(() => drawn.$draw(editor, sessionOf(editor)))
}

/** The labels as shown in the session's view. Paragraphs whose end is deleted are one already: they show one number, in front. */
export const $labels = (session: Session): (string | null)[] =>
  labelsOf($blockNodes().map((node) => $counted(node, session.view)), session)

function labelsOf(blocks: readonly Counted[], { numbering }: Session): (string | null)[] {
  const joins = blocks.map(({ isJoined }, index) => index < blocks.length - 1 && isJoined)
  const labels = labelBlocks(blocks.map(({ block }, index) => (joins[index] ? { ...block, numbered: false } : block)), numbering)
  for (let index = labels.length - 2; index >= 0; index--) {
    if (!joins[index]) continue
    labels[index] = labels[index + 1] ?? null
    labels[index + 1] = null
  }
  return labels
}

/** What the count needs to know of a block. */
interface Counted {
  block: Block
  /** Its end is deleted and text is left of it: it runs on into the next. */
  isJoined: boolean
  /** The view hides its end. */
  isOpen: boolean
  /** The view hides all of it. */
  isGone: boolean
}

const isEmptied = (block: Block) => block.runs.every((run) => isDeleted(run.revisions ?? []))

// The count asks for texts and ends only where an end is revised. In the original view the two kinds change places.
function $counted(node: ParagraphNode, view: Session['view']): Counted {
  const { recast, ...now } = $facts(node)
  const facts = recast && view === 'original' ? { ...now, level: undefined, ...recast.was } : now
  const mark = $mark(node)
  if (mark.length === 0) return { block: { ...facts, runs: [] }, isJoined: false, isOpen: false, isGone: false }
  const read = { ...$readBlock(node), ...facts }
  const turned = (stack: readonly Revision[] = []) =>
    stack.map((r): Revision => ({ ...r, kind: r.kind === 'insertion' ? 'deletion' : 'insertion' }))
  const block = view !== 'original' ? read
    : { ...read, mark: turned(read.mark), runs: read.runs.map((run) => ({ ...run, revisions: turned(run.revisions) })) }
  const isOpen = isDeleted(block.mark ?? [])
  const isGone = isOpen && isEmptied(block)
  return { block, isJoined: isOpen && !isGone, isOpen, isGone }
}

interface Drawing {
  dom: HTMLElement
  label: string | null
  gone: boolean
  joined: boolean
}

/** What stands on the page: a key asks again only for the blocks it changed, and touches only what it changed in them. */
class Drawn {
  private readonly counted = new Map<NodeKey, Counted>()
  private readonly drawings = new Map<NodeKey, Drawing>()

  /** Blocks that changed; all without `keys`. */
  forget(keys?: Iterable<NodeKey>): void {
    if (!keys) this.counted.clear()
    else for (const key of keys) this.counted.delete(key)
  }

  $draw(editor: LexicalEditor, session: Session): void {
    const nodes = $blockNodes()
    const counted = nodes.map((node) => this.$count(node, session))
    const labels = labelsOf(counted, session)
    let runsOn = false
    nodes.forEach((node, index) => {
      const dom = editor.getElementByKey(node.getKey())
      if (!dom) return
      const { isOpen, isGone: gone } = counted[index]!
      const hidden = index < nodes.length - 1 && isOpen
      this.put(node.getKey(), { dom, label: labels[index] ?? null, gone, joined: !gone && (hidden || runsOn) })
      if (!gone) runsOn = hidden
    })
  }

  private $count(node: ParagraphNode, { view }: Session): Counted {
    const key = node.getKey()
    const known = this.counted.get(key) ?? $counted(node, view)
    this.counted.set(key, known)
    return known
  }

  private put(key: NodeKey, drawing: Drawing): void {
    const { dom, label, gone, joined } = drawing
    const last = this.drawings.get(key)
    const known = last?.dom === dom ? last : null
    if (known && known.label === label && known.gone === gone && known.joined === joined) return
    this.drawings.set(key, drawing)
    if (known?.label !== label) set(dom, 'data-label', label)
    if (known?.gone !== gone) set(dom, 'data-gone', gone ? '' : null)
    if (known?.joined !== joined) set(dom, 'data-joined', joined ? '' : null)
  }
}
