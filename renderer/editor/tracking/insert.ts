// Putting in text, line breaks and paragraph ends.
import {
  $copyNode, $createLineBreakNode, $createTextNode, $isTextNode, $setState, type LexicalNode, type ParagraphNode, type TextNode,
} from 'lexical'
import type { BlockKind, Revision } from '../../../shared/model/index.ts'
import type { Pen } from '../session/extension.ts'
import { $createBlock } from '../statement/blocks.ts'
import {
  $comments, $facts, $mark, $restyled, $revisions, commentsState, factsState, isDeleted, markState, revisionsState,
} from '../statement/state.ts'
import { $blockSize, $placeOf, leafSize, type Position } from './position.ts'

const isMovedHere = (revision: Revision): boolean => revision.kind === 'insertion' && revision.move !== undefined
const isOwnNew = (revision: Revision, pen: Pen): boolean =>
  revision.kind === 'insertion' && revision.move === undefined && pen.owns(revision)

/**
 * Whether a stack is an insertion by this hand that nobody has marked deleted: it may grow, and goes for real when deleted.
 * Text that was moved is not new: what is done to it stays to be seen.
 */
export const isOwnInsertion = (revisions: readonly Revision[], pen: Pen): boolean =>
  revisions.some((r) => isOwnNew(r, pen)) && !isDeleted(revisions)

/** Whether text of this pen may be written straight into a leaf. */
function $takes(leaf: LexicalNode | null, format: number, pen: Pen): leaf is TextNode {
  if (!$isTextNode(leaf) || leaf.getFormat() !== format || $restyled(leaf).length > 0) return false
  const stack = $revisions(leaf)
  return pen.tracked ? isOwnInsertion(stack, pen) && stack.every((r) => isOwnNew(r, pen) || isMovedHere(r)) : stack.length === 0
}

/** One's own insertion next to a place: what is put in there belongs to it. */
function $ownNear(at: Position, pen: Pen): Revision | null {
  const { before, after } = $placeOf(at)
  for (const leaf of [before, after]) {
    const stack = leaf && before !== after ? $revisions(leaf) : []
    if (isOwnInsertion(stack, pen)) return stack.find((r) => isOwnNew(r, pen))!
  }
  return null
}

/** The moves that brought a place here: what is put in there goes back with them. */
function $movesAround(at: Position): Revision[] {
  const { before, after } = $placeOf(at)
  const mark = $mark(at.block)
  const [left, right] = [before, after].map((leaf) => (leaf ? $revisions(leaf) : mark))
  const held = left!.filter((r) => isMovedHere(r) && right!.some((other) => other.id === r.id))
  return [...mark.filter(isMovedHere), ...held.filter((r) => !mark.some((other) => other.id === r.id))]
}

const $insertionStack = (at: Position, pen: Pen, revision: Revision | undefined): Revision[] =>
  pen.tracked ? [...$movesAround(at), revision ?? $ownNear(at, pen) ?? pen.revision('insertion')] : []

/** Puts a leaf at a position, splitting a text where needed. Between words that a comment speaks of it belongs to them. */
function $insertLeaf(at: Position, leaf: LexicalNode): void {
  const { before, after, inside } = $placeOf(at)
  const shared = before && after ? $comments(before).filter((id) => $comments(after).includes(id)) : []
  if (shared.length > 0) $setState(leaf, commentsState, shared)
  if (before && before === after) (before as TextNode).splitText(inside)[0]!.insertAfter(leaf, false)
  else if (before) before.insertAfter(leaf, false)
  else if (after) after.insertBefore(leaf, false)
  else at.block.append(leaf)
}

/** Writes a text without line breaks; returns the place after it. `revision` makes it part of a wider act. */
export function $insertText(at: Position, text: string, format: number, pen: Pen, revision?: Revision): Position {
  const { before, after, inside } = $placeOf(at)
  if (!revision && $takes(before, format, pen)) before.spliceText(inside, 0, text, false)
  else if (!revision && $takes(after, format, pen) && before !== after) after.spliceText(0, 0, text, false)
  else {
    const stack = $insertionStack(at, pen, revision)
    $insertLeaf(at, $setState($createTextNode(text).setFormat(format), revisionsState, stack))
  }
  return { block: at.block.getLatest(), offset: at.offset + text.length }
}

/** Breaks the line inside a paragraph. */
export function $insertLineBreak(at: Position, pen: Pen, revision?: Revision): Position {
  const stack = $insertionStack(at, pen, revision)
  $insertLeaf(at, $setState($createLineBreakNode(), revisionsState, stack))
  return { block: at.block.getLatest(), offset: at.offset + 1 }
}

/** Writes text that may hold line breaks. */
export function $insertLines(at: Position, text: string, format: number, pen: Pen, revision?: Revision): Position {
  let end = at
  text.split('\n').forEach((line, index) => {
    if (index > 0) end = $insertLineBreak(end, pen, revision)
    if (line !== '') end = $insertText(end, line, format, pen, revision)
  })
  return end
}

/** What a paragraph begun after one of this kind is. */
const NEXT: Record<BlockKind, BlockKind> = {
  title: 'chapeau', chapeau: 'paragraph', heading: 'paragraph', paragraph: 'paragraph', item: 'item',
  'place-date': 'place-date', signature: 'signature', footnote: 'footnote', passage: 'passage',
}

/**
 * Enter. Inside a paragraph the part before the caret becomes a block of its own, whose END is the insertion; the rest keeps
 * the block's end and, when the split is rejected, takes the part back. At a paragraph's end nothing need be cut: an empty
 * block whose own end is inserted stands after it, so that the paragraph keeps its number and source.
 */
export function $splitBlock(at: Position, pen: Pen, revision?: Revision): Position {
  const { block } = at
  const size = $blockSize(block)
  const atEnd = at.offset === size && size > 0
  if (atEnd && !isDeleted($mark(block))) return $openAfter(block, at, pen, revision)

  const stack = $insertionStack(at, pen, revision)
  const { before, after, inside } = $placeOf(at)
  if (before && before === after) (before as TextNode).splitText(inside)
  const facts = $facts(block)
  const { source: _, ...bare } = facts
  const head = $setState($copyNode(block), factsState, { ...(at.offset === 0 ? bare : facts), id: pen.newId() })
  $setState(head, markState, stack)
  $moveLeaves(block, at.offset, head)
  return { block: block.getLatest(), offset: 0 }
}

function $openAfter(block: ParagraphNode, at: Position, pen: Pen, revision: Revision | undefined): Position {
  const { kind, level, numbered } = $facts(block)
  const next = NEXT[kind]
  // It stands after a moved paragraph, not in it.
  const stack = $insertionStack(at, pen, revision).filter((r) => !isMovedHere(r))
  // Applied at once, the new paragraph stands between this end and whatever this end is a revision of.
  const mark = pen.tracked ? stack : $mark(block)
  const opened = $createBlock({
    id: pen.newId(), kind: next, runs: [], mark: [...mark],
    ...(next === kind && level !== undefined && { level }),
    ...(next === kind && numbered !== undefined && { numbered }),
  })
  if (!pen.tracked) $setState(block, markState, [])
  block.insertAfter(opened, false)
  return { block: opened, offset: 0 }
}

/**
 * Moves the leaves before an offset into `head`, put before `block`. Copies move, not the nodes: Lexical 0.52 reconciles
 * wrongly (or fails with error 357) when a leaf moves to an earlier new parent while its old parent gets a new child.
 */
function $moveLeaves(block: ParagraphNode, offset: number, head: ParagraphNode): void {
  const moved: LexicalNode[] = []
  let passed = 0
  for (const leaf of block.getChildren()) {
    if (passed >= offset) break
    passed += leafSize(leaf)
    moved.push(leaf)
  }
  block.insertBefore(head, false)
  head.append(...moved.map((leaf) => $copyNode(leaf)))
  for (const leaf of moved) leaf.remove(true)
}
