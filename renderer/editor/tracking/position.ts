// A position is a block and an offset that counts every character, deleted ones too. Lexical's points have several spellings
// for one place in a text (end of one node, start of the next); a position has one.
import {
  $createRangeSelection, $getNodeByKey, $getRoot, $getSelection, $isElementNode, $isParagraphNode, $isRangeSelection, $isTextNode,
  $setSelection, type LexicalNode, type ParagraphNode, type PointType, type RangeSelection, type TextNode,
} from 'lexical'

export interface Position {
  block: ParagraphNode
  offset: number
}

export interface Range {
  from: Position
  to: Position
}

export const leafSize = (leaf: LexicalNode): number => ($isTextNode(leaf) ? leaf.getTextContentSize() : 1)
export const $blockSize = (block: ParagraphNode): number => block.getChildren().reduce((sum, leaf) => sum + leafSize(leaf), 0)
export const $endOf = (block: ParagraphNode): Position => ({ block, offset: $blockSize(block) })
export const $nextBlock = (block: ParagraphNode): ParagraphNode | null => block.getNextSibling<ParagraphNode>()
export const $previousBlock = (block: ParagraphNode): ParagraphNode | null => block.getPreviousSibling<ParagraphNode>()

/** Position of a Lexical point. */
export function $positionOf(point: Pick<PointType, 'type' | 'offset' | 'getNode'>): Position {
  const node: LexicalNode = point.getNode()
  if (point.type === 'text' || !$isElementNode(node)) {
    let offset = point.offset
    for (let leaf = node.getPreviousSibling(); leaf; leaf = leaf.getPreviousSibling()) offset += leafSize(leaf)
    return { block: blockNode(node.getParent()), offset }
  }
  if (node.is($getRoot())) {
    const block = node.getChildAtIndex(point.offset)
    return block ? { block: blockNode(block), offset: 0 } : $endOf(blockNode(node.getLastChild()))
  }
  const offset = node.getChildren().slice(0, point.offset).reduce((sum, leaf) => sum + leafSize(leaf), 0)
  return { block: blockNode(node), offset }
}

function blockNode(node: LexicalNode | null): ParagraphNode {
  if (!$isParagraphNode(node)) throw new RangeError('a position outside every block')
  return node
}

/** The leaves on both sides of a position; the same one twice where it falls inside a text. */
export interface Place {
  before: LexicalNode | null
  after: LexicalNode | null
  /** Offset inside `before`. */
  inside: number
}

export function $placeOf({ block, offset }: Position): Place {
  let passed = 0
  let before: LexicalNode | null = null
  for (const leaf of block.getChildren()) {
    if (offset === passed) return { before, after: leaf, inside: before ? leafSize(before) : 0 }
    const size = leafSize(leaf)
    if (offset < passed + size) return { before: leaf, after: leaf, inside: offset - passed }
    passed += size
    before = leaf
  }
  return { before, after: null, inside: before ? leafSize(before) : 0 }
}

/** −, 0 or + as `a` stands before, at or after `b`. */
export function $compare(a: Position, b: Position): number {
  return a.block.is(b.block) ? a.offset - b.offset : a.block.getIndexWithinParent() - b.block.getIndexWithinParent()
}

/** Both ends of a selection, in the order of the text. */
export function $rangeOf(selection: RangeSelection): Range {
  const anchor = $positionOf(selection.anchor)
  const focus = $positionOf(selection.focus)
  return selection.isBackward() ? { from: focus, to: anchor } : { from: anchor, to: focus }
}

/** The selection, where it stands in text that is there: a listener may see one whose text has just gone. */
export function $standingSelection(): RangeSelection | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  return $getNodeByKey(selection.anchor.key) && $getNodeByKey(selection.focus.key) ? selection : null
}

/** Where a person looks: the focus; where a selection reaches just over a paragraph's end, the end of that paragraph. */
export function $lookedAt(selection: RangeSelection): Position {
  const { from, to } = $rangeOf(selection)
  const reachesOver = !selection.isBackward() && to.offset === 0 && !from.block.is(to.block)
  const before = reachesOver ? $previousBlock(to.block) : null
  return before ? $endOf(before) : $positionOf(selection.focus)
}

/** Sets the caret; the format of the text before it goes on. */
export function $placeCaret(at: Position): RangeSelection {
  return $select({ from: at, to: at })
}

/** Selects a stretch, caret at its end. */
export function $select({ from, to }: Range): RangeSelection {
  const selection = $createRangeSelection()
  const text = setPoint(selection.anchor, from)
  setPoint(selection.focus, to)
  if (text) selection.format = text.getFormat()
  $setSelection(selection)
  return selection
}

function setPoint(point: PointType, at: Position): TextNode | null {
  const { before, after, inside } = $placeOf(at)
  if ($isTextNode(before)) {
    point.set(before.getKey(), inside, 'text')
    return before
  }
  if ($isTextNode(after)) {
    point.set(after.getKey(), 0, 'text')
    return after
  }
  point.set(at.block.getKey(), before ? before.getIndexWithinParent() + 1 : 0, 'element')
  return null
}
