// Statement ↔ Lexical: a block is a paragraph node, a run is one or more text nodes, "\n" inside a run is a line break.
import {
  $createLineBreakNode, $createParagraphNode, $createTextNode, $getRoot, $isParagraphNode, $isTextNode, $setState,
  type LexicalNode, type ParagraphNode,
} from 'lexical'
import type { Block, Run, TextMark } from '../../../shared/model/index.ts'
import {
  $comments, $facts, $mark, $restyled, $revisions, commentsState, factsState, markState, restyledKey, restyledState,
  revisionsState, stackKey,
} from './state.ts'

// Lexical's own bits of a text format.
const BITS: Record<TextMark, number> = { bold: 1, italic: 2, underline: 8 }
/** In the model's order. */
export const MARKS: readonly TextMark[] = ['bold', 'italic', 'underline']

/** Text marks as Lexical's format bits. */
export const formatOf = (marks: readonly TextMark[] = []): number => marks.reduce((bits, mark) => bits | BITS[mark], 0)

/** Lexical's format bits as text marks; bits the model does not know are dropped. */
export const marksOf = (format: number): TextMark[] => MARKS.filter((mark) => format & BITS[mark])

/** The leaves of one run. */
export function $createLeaves({ text, marks, revisions, restyled, comments }: Run): LexicalNode[] {
  const leaves: LexicalNode[] = []
  for (const piece of text.split(/(\n)/)) {
    if (piece === '') continue
    const leaf: LexicalNode = piece === '\n' ? $createLineBreakNode() : $createTextNode(piece).setFormat(formatOf(marks))
    if (revisions && revisions.length > 0) $setState(leaf, revisionsState, revisions)
    if (restyled && restyled.length > 0 && piece !== '\n') $setState(leaf, restyledState, restyled)
    if (comments && comments.length > 0) $setState(leaf, commentsState, comments)
    leaves.push(leaf)
  }
  return leaves
}

/** The node of a block. */
export function $createBlock(block: Block): ParagraphNode {
  const { runs, mark, ...facts } = block
  const node = $setState($createParagraphNode(), factsState, facts)
  if (mark && mark.length > 0) $setState(node, markState, mark)
  for (const run of runs) node.append(...$createLeaves(run))
  return node
}

function $readLeaf(leaf: LexicalNode): Run {
  const marks = $isTextNode(leaf) ? marksOf(leaf.getFormat()) : []
  const revisions = $revisions(leaf)
  const restyled = $restyled(leaf)
  const comments = $comments(leaf)
  return {
    text: $isTextNode(leaf) ? leaf.getTextContent() : '\n',
    ...(marks.length > 0 && { marks }),
    ...(revisions.length > 0 && { revisions: [...revisions] }),
    ...(restyled.length > 0 && { restyled: [...restyled] }),
    ...(comments.length > 0 && { comments: [...comments] }),
  }
}

/** The block of a node; equal neighbours are one run. */
export function $readBlock(node: ParagraphNode): Block {
  const runs: Run[] = []
  let lastKey = ''
  for (const leaf of node.getChildren()) {
    const run = $readLeaf(leaf)
    const { marks = [], revisions = [], restyled = [], comments = [] } = run
    const key = `${marks.join()};${stackKey(revisions)};${restyledKey(restyled)};${comments.join()}`
    const last = runs.at(-1)
    if (last && key === lastKey) last.text += run.text
    else runs.push(run)
    lastKey = key
  }
  const mark = $mark(node)
  return { ...$facts(node), runs, ...(mark.length > 0 && { mark: [...mark] }) }
}

/** All block nodes, in order. The root holds nothing else. */
export const $blockNodes = (): ParagraphNode[] => $getRoot().getChildren().filter($isParagraphNode)
