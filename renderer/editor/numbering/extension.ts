// Numbers of sections, clauses and items. They are computed from the profile and drawn by CSS from an attribute, so that they
// never become text: nothing to edit, copy, search or track.
import { defineExtension, type LexicalEditor, type ParagraphNode } from 'lexical'
import { labelBlocks, type Block, type Revision } from '../../../shared/model/index.ts'
import { set } from '../drawing/extension.ts'
import { SessionExtension, sessionOf, type Session } from '../session/extension.ts'
import { $blockNodes, $readBlock } from '../statement/blocks.ts'
import { $facts, $mark, isDeleted } from '../statement/state.ts'

export const NumberingExtension = defineExtension({
  name: 'alternat/numbering',
  dependencies: [SessionExtension],
  register: (editor, _config, state) => {
    const session = state.getDependency(SessionExtension).output
    return editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size > 0 || dirtyLeaves.size > 0) editorState.read(() => $drawLabels(editor, session))
    })
  },
})

/** Draws the labels anew, after the view or the profile changed. */
export const redrawLabels = (editor: LexicalEditor): void =>
  editor.getEditorState().read(() => $drawLabels(editor, sessionOf(editor)))

/** The labels as shown in the session's view. Paragraphs whose end is deleted are one already: they show one number, in front. */
export function $labels(session: Session, nodes: readonly ParagraphNode[] = $blockNodes()): (string | null)[] {
  const blocks = nodes.map((node) => $counted(node, session.view))
  const joins = blocks.map((block, index) => index < blocks.length - 1 && isDeleted(block.mark ?? []) && !isEmptied(block))
  const counting = blocks.map((block, index) => (joins[index] ? { ...block, numbered: false } : block))
  const labels = labelBlocks(counting, session.numbering)
  for (let index = labels.length - 2; index >= 0; index--) {
    if (!joins[index]) continue
    labels[index] = labels[index + 1] ?? null
    labels[index + 1] = null
  }
  return labels
}

const isEmptied = (block: Block) => block.runs.every((run) => isDeleted(run.revisions ?? []))

// The count asks for texts and ends only where an end is revised. In the original view the two kinds change places.
function $counted(node: ParagraphNode, view: Session['view']): Block {
  const { recast, ...now } = $facts(node)
  const facts = recast && view === 'original' ? { ...now, level: undefined, ...recast.was } : now
  const mark = $mark(node)
  if (mark.length === 0) return { ...facts, runs: [] }
  const block = { ...$readBlock(node), ...facts }
  if (view !== 'original') return block
  const turned = (stack: readonly Revision[] = []) =>
    stack.map((r): Revision => ({ ...r, kind: r.kind === 'insertion' ? 'deletion' : 'insertion' }))
  return { ...block, mark: turned(block.mark), runs: block.runs.map((run) => ({ ...run, revisions: turned(run.revisions) })) }
}

function $drawLabels(editor: LexicalEditor, session: Session): void {
  const nodes = $blockNodes()
  const labels = $labels(session, nodes)
  const hiddenKind = session.view === 'original' ? 'insertion' : 'deletion'
  let runsOn = false
  nodes.forEach((node, index) => {
    const dom = editor.getElementByKey(node.getKey())
    if (!dom) return
    const hidden = index < nodes.length - 1 && hasKind($mark(node), hiddenKind)
    const gone = hasKind($mark(node), hiddenKind) && $readBlock(node).runs.every((run) => hasKind(run.revisions, hiddenKind))
    set(dom, 'data-label', labels[index] ?? null)
    set(dom, 'data-gone', gone ? '' : null)
    set(dom, 'data-joined', !gone && (hidden || runsOn) ? '' : null)
    if (!gone) runsOn = hidden
  })
}

const hasKind = (stack: readonly Revision[] = [], kind: Revision['kind']) => stack.some((revision) => revision.kind === kind)
