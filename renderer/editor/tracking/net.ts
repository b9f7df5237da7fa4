// The safety net. Whatever changes the text without passing through the commands (a browser's own edit, an update of a plugin)
// is caught at the end of the update: while suggesting, the text with everything rejected must stay what it was, to the formats
// and kinds. If it does not, the old blocks are put back and the difference is replayed as tracked changes. Fail closed: never
// an untracked edit.
import {
  $getNodeByKey, $getRoot, $hasUpdateTag, COLLABORATION_TAG, HISTORIC_TAG, LineBreakNode, ParagraphNode, RootNode, TextNode,
  mergeRegister, type EditorState, type LexicalEditor, type LexicalNode, type NodeKey,
} from 'lexical'
import type { Block, RevisionBy } from '../../../shared/model/index.ts'
import { wordDiff } from '../../../shared/redline/index.ts'
import { penOf, type Pen, type Session } from '../session/extension.ts'
import { $recast } from '../blocks/kind.ts'
import { $setMark } from '../formats/restyle.ts'
import { MARKS, $blockNodes, $createBlock, $readBlock } from '../statement/blocks.ts'
import { $facts, $mark, isDeleted } from '../statement/state.ts'
import { $erase } from './erase.ts'
import { $insertLines, $splitBlock } from './insert.ts'
import { $fromLive, $liveText } from './live.ts'
import { $endOf, $placeCaret, type Position } from './position.ts'
import { settledKey } from './settled.ts'

/** Marks an update that may change the settled text: accepting, rejecting, a kind of block. */
export const SETTLING_TAG = 'alternat-settling'

export function registerSafetyNet(editor: LexicalEditor, session: Session, repaired: () => void): () => void {
  let beforeComposition: EditorState | null = null
  const touched = new Touched(editor)
  const check = editor.registerNodeTransform(RootNode, () => {
    if (session.mode !== 'suggesting') return
    if ([HISTORIC_TAG, COLLABORATION_TAG, SETTLING_TAG].some((tag) => $hasUpdateTag(tag))) return
    let earlier = editor.getEditorState()
    let isTouched = (key: NodeKey) => touched.has(key)
    if (editor.isComposing()) {
      beforeComposition ??= earlier
      return
    }
    if (beforeComposition) {
      // Several updates went by since: whatever they touched is to be looked at.
      earlier = beforeComposition
      beforeComposition = null
      isTouched = () => true
    }
    if (earlier.isEmpty()) return
    const stretch = $changedStretch(earlier, isTouched)
    if (!stretch) return
    const old = earlier.read(() => stretch.old.map($readBlock))
    const now = stretch.now.map($readBlock)
    if (settledKey(old) === settledKey(now)) return
    $repair(stretch, old, now, penOf(session))
    repaired()
  })
  return mergeRegister(check, touched.register())
}

/** Blocks that the update under way has written in. Transforms of texts and paragraphs run before the root's. */
class Touched {
  private readonly editor: LexicalEditor
  private readonly keys = new Set<NodeKey>()

  constructor(editor: LexicalEditor) {
    this.editor = editor
  }

  has(key: NodeKey): boolean {
    return this.keys.has(key)
  }

  register(): () => void {
    const note = (leaf: LexicalNode) => {
      const parent = leaf.getParent()
      if (parent) this.keys.add(parent.getKey())
    }
    return mergeRegister(
      this.editor.registerNodeTransform(TextNode, note),
      this.editor.registerNodeTransform(LineBreakNode, note),
      this.editor.registerNodeTransform(ParagraphNode, (block) => { this.keys.add(block.getKey()) }),
      this.editor.registerUpdateListener(() => this.keys.clear()),
    )
  }
}

interface Stretch {
  start: number
  old: ParagraphNode[]
  now: ParagraphNode[]
}

/** The blocks between the first and the last that changed, in both states; null where none did. */
function $changedStretch(earlier: EditorState, isTouched: (key: NodeKey) => boolean): Stretch | null {
  const before = earlier.read(() => $blockNodes())
  const now = $blockNodes()
  // Lexical's nodes are immutable between updates: the same object means the same content.
  const same = (old: ParagraphNode, fresh: ParagraphNode) => old === fresh.getLatest()
    && (!isTouched(fresh.getKey()) || fresh.getChildren().every((leaf) => $getNodeByKey(leaf.getKey(), earlier) === leaf))
  let start = 0
  while (start < before.length && start < now.length && same(before[start]!, now[start]!)) start++
  let oldEnd = before.length
  let nowEnd = now.length
  while (oldEnd > start && nowEnd > start && same(before[oldEnd - 1]!, now[nowEnd - 1]!)) {
    oldEnd--
    nowEnd--
  }
  return start === oldEnd && start === nowEnd ? null : { start, old: before.slice(start, oldEnd), now: now.slice(start, nowEnd) }
}

const liveRuns = (block: Block) => block.runs.filter((run) => !isDeleted(run.revisions ?? []))
const liveOf = (blocks: Block[]) => blocks.map((block) => liveRuns(block).map((run) => run.text).join('')).join('\u0000')

function $repair({ start, now: nodes }: Stretch, old: Block[], now: Block[], pen: Pen): void {
  const restored = old.map($createBlock)
  $getRoot().splice(start, nodes.length, restored)
  if (restored.length === 0) return
  const was = liveOf(old)
  let caret: Position | null = null
  let offset = was.length
  // From the end to the start: what stands before keeps its offsets.
  for (const { op, text } of wordDiff(was, liveOf(now)).toReversed()) {
    if (op === 'insert') caret = $write($liveIn(restored, offset, 'after'), text, pen)
    else {
      offset -= text.length
      const erased = { from: $liveIn(restored, offset, 'before'), to: $liveIn(restored, offset + text.length, 'after') }
      if (op === 'delete') caret = $erase(erased, pen).from
    }
  }
  const last = restored.findLast((block) => block.isAttached())?.getIndexWithinParent() ?? -1
  const act = pen.act()
  $alignMarks($blockNodes().slice(start, last + 1), now, pen, act)
  $alignKinds(now, pen, act)
  if (caret?.block.isAttached()) $placeCaret(caret)
}

/** Gives the live text the marks it was shown with. */
function $alignMarks(nodes: ParagraphNode[], now: Block[], pen: Pen, act: RevisionBy): void {
  if (nodes.length === 0) return
  let offset = 0
  for (const block of now) {
    for (const { text, marks = [] } of liveRuns(block)) {
      const stretch = { from: $readAt(nodes, offset, 'before'), to: $readAt(nodes, offset + text.length, 'after') }
      for (const mark of MARKS) $setMark(stretch, mark, marks.includes(mark), pen, act)
      offset += text.length
    }
    offset += isDeleted(block.mark ?? []) ? 0 : 1
  }
}

/** Position of a live offset over several blocks, of whose ends only those that stand count. */
function $readAt(blocks: ParagraphNode[], offset: number, side: 'before' | 'after'): Position {
  let left = offset
  for (const block of blocks) {
    const length = $liveText(block).length
    if (left <= length) return $fromLive(block, left, side)
    left -= length + (isDeleted($mark(block)) ? 0 : 1)
  }
  return $endOf(blocks.at(-1)!)
}

/** Gives every block that is still there the kind it was shown with. */
function $alignKinds(now: Block[], pen: Pen, act: RevisionBy): void {
  const shown = new Map(now.map((block) => [block.id, block]))
  for (const node of $blockNodes()) {
    const block = shown.get($facts(node).id)
    if (block) $recast(node, block, pen, act)
  }
}

function $write(at: Position, text: string, pen: Pen): Position {
  let end = at
  text.split('\u0000').forEach((part, index) => {
    if (index > 0) end = $splitBlock(end, pen)
    if (part !== '') end = $insertLines(end, part, 0, pen)
  })
  return end
}

/** Position of a live offset over several blocks, whose ends count one. */
function $liveIn(blocks: ParagraphNode[], offset: number, side: 'before' | 'after'): Position {
  let left = offset
  for (const block of blocks) {
    const length = $liveText(block).length
    if (left <= length) return $fromLive(block, left, side)
    left -= length + 1
  }
  return $endOf(blocks.at(-1)!)
}
