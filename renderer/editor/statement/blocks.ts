// Statement ↔ Lexical: a block is a paragraph node, a run is one or more text nodes, "\n" inside a run is a line break.
import {
  $createLineBreakNode, $createParagraphNode, $createTextNode, $getRoot, $isParagraphNode, $isTextNode, $setState,
  type LexicalNode, type ParagraphNode,
} from 'lexical'
import type { Block, Revision, Run, TextMark } from '../../../shared/model/index.ts'
import { $facts, $mark, $revisions, factsState, markState, revisionsState, stackKey } from './state.ts'

// Lexical's own bits of a text format.
const BITS: Record<TextMark, number> = { bold: 1, italic: 2, underline: 8 }
const MARKS: readonly TextMark[] = ['bold', 'italic', 'underline']

/** Text marks as Lexical's format bits. */
export const formatOf = (marks: readonly TextMark[] = []): number => marks.reduce((bits, mark) => bits | BITS[mark], 0)

/** Lexical's format bits as text marks; bits the model does not know are dropped. */
export const marksOf = (format: number): TextMark[] => MARKS.filter((mark) => format & BITS[mark])

/** The leaves of one run. */
export function $createLeaves(text: string, format: number, revisions: readonly Revision[]): LexicalNode[] {
  const leaves: LexicalNode[] = []
  for (const piece of text.split(/(\n)/)) {
    if (piece === '') continue
    const leaf: LexicalNode = piece === '\n' ? $createLineBreakNode() : $createTextNode(piece).setFormat(format)
    leaves.push(revisions.length > 0 ? $setState(leaf, revisionsState, revisions) : leaf)
  }
  return leaves
}

/** The node of a block. */
export function $createBlock(block: Block): ParagraphNode {
  const { runs, mark, ...facts } = block
  const node = $setState($createParagraphNode(), factsState, facts)
  if (mark && mark.length > 0) $setState(node, markState, mark)
  for (const run of runs) node.append(...$createLeaves(run.text, formatOf(run.marks), run.revisions ?? []))
  return node
}

/** The block of a node; equal neighbours are one run. */
export function $readBlock(node: ParagraphNode): Block {
  const runs: Run[] = []
  let lastKey = ''
  for (const leaf of node.getChildren()) {
    const text = $isTextNode(leaf) ? leaf.getTextContent() : '\n'
    const marks = $isTextNode(leaf) ? marksOf(leaf.getFormat()) : []
    const revisions = $revisions(leaf)
    const key = `${marks.join()};${stackKey(revisions)}`
    const last = runs.at(-1)
    if (last && key === lastKey) last.text += text
    else runs.push({ text, ...(marks.length > 0 && { marks }), ...(revisions.length > 0 && { revisions: [...revisions] }) })
    lastKey = key
  }
  const mark = $mark(node)
  return { ...$facts(node), runs, ...(mark.length > 0 && { mark: [...mark] }) }
}

/** All block nodes, in order. The root holds nothing else. */
export const $blockNodes = (): ParagraphNode[] => $getRoot().getChildren().filter($isParagraphNode)

/** All blocks, in order. */
export const $readBlocks = (): Block[] => $blockNodes().map($readBlock)
