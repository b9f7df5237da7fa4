// The live text of a block is what is left when every deletion is accepted: what a person reads, deletes and searches in.
import { $isTextNode, type ParagraphNode } from 'lexical'
import { $mark, $revisions, isDeleted } from '../statement/state.ts'
import { $blockSize, $endOf, $nextBlock, $placeOf, $previousBlock, leafSize, type Position, type Range } from './position.ts'

export function $liveText(block: ParagraphNode): string {
  let text = ''
  for (const leaf of block.getChildren()) {
    if (!isDeleted($revisions(leaf))) text += $isTextNode(leaf) ? leaf.getTextContent() : '\n'
  }
  return text
}

/** The live text of a range; its paragraphs are joined by a line break. */
export function $liveWords({ from, to }: Range): string {
  const parts: string[] = []
  for (let block: ParagraphNode | null = from.block; block; block = $nextBlock(block)) {
    const text = $liveText(block)
    parts.push(text.slice(block.is(from.block) ? $liveOffset(from) : 0, block.is(to.block) ? $liveOffset(to) : text.length))
    if (block.is(to.block)) break
  }
  return parts.join('\n')
}

/** Whether nothing of a block is left once every change is accepted. */
export const $isGone = (block: ParagraphNode): boolean => isDeleted($mark(block)) && $liveText(block) === ''

/** How much live text stands before a position in its block. */
export function $liveOffset({ block, offset }: Position): number {
  let passed = 0
  let live = 0
  for (const leaf of block.getChildren()) {
    if (passed >= offset) break
    const size = leafSize(leaf)
    if (!isDeleted($revisions(leaf))) live += Math.min(offset - passed, size)
    passed += size
  }
  return live
}

/**
 * Position of a live offset. Deleted text may stand there: `before` is the place right before the next live character,
 * `after` the place right after the one that precedes.
 */
export function $fromLive(block: ParagraphNode, live: number, side: 'before' | 'after'): Position {
  let passed = 0
  let seen = 0
  for (const leaf of block.getChildren()) {
    const size = leafSize(leaf)
    if (!isDeleted($revisions(leaf))) {
      const here = side === 'before' ? live < seen + size : live > seen && live <= seen + size
      if (here) return { block, offset: passed + live - seen }
      seen += size
    }
    passed += size
  }
  return { block, offset: side === 'before' ? passed : 0 }
}

/** Whether the character next to a position is marked deleted; at a block's edge, whether that end is. */
export function $deletedNextTo(at: Position, backward: boolean): boolean {
  const { before, after } = $placeOf(at)
  const leaf = backward ? before : after
  if (leaf) return isDeleted($revisions(leaf))
  const edge = backward ? $previousBlock(at.block) : at.block
  return edge !== null && (backward || $nextBlock(edge) !== null) && isDeleted($mark(edge))
}

/** The far side of the deleted stretch next to a position. */
export function $pastDeleted(at: Position, backward: boolean): Position {
  let { block, offset } = at
  while ($deletedNextTo({ block, offset }, backward)) {
    const { before, after, inside } = $placeOf({ block, offset })
    const leaf = backward ? before : after
    if (leaf) offset += backward ? -inside : leafSize(leaf) - (before === after ? inside : 0)
    else if (backward) ({ block, offset } = $endOf($previousBlock(block)!))
    else ({ block, offset } = { block: $nextBlock(block)!, offset: 0 })
  }
  return { block, offset }
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const WORD_BEFORE = /(?:[\p{L}\p{M}\p{N}_]+\s*|[^\p{L}\p{M}\p{N}_\s]+\s*|\s+)$/u
const WORD_AFTER = /^(?:\s*[\p{L}\p{M}\p{N}_]+|\s*[^\p{L}\p{M}\p{N}_\s]+|\s+)/u
// No grapheme of a text is longer; a limit keeps a key press short in a long paragraph.
const REACH = 64

function unitSize(text: string, backward: boolean, unit: 'character' | 'word'): number {
  if (unit === 'word') return (backward ? WORD_BEFORE.exec(text) : WORD_AFTER.exec(text))![0].length
  const near = backward ? text.slice(-REACH) : text.slice(0, REACH)
  const all = [...graphemes.segment(near)]
  return (backward ? all.at(-1)! : all[0]!).segment.length
}

/** Whether nothing is left from a block on: what stands before it is the end of the text. */
function $allGone(block: ParagraphNode): boolean {
  let next: ParagraphNode | null = block
  while (next && $isGone(next)) next = $nextBlock(next)
  return next === null
}

/** The live character or word next to a position, or the end of a block; null at either end of the text. */
export function $unitAt(at: Position, backward: boolean, unit: 'character' | 'word'): Range | null {
  let { block, offset } = at
  for (;;) {
    const text = $liveText(block)
    const live = $liveOffset({ block, offset })
    if (backward && live > 0) {
      const start = live - unitSize(text.slice(0, live), true, unit)
      return { from: $fromLive(block, start, 'before'), to: $fromLive(block, live, 'after') }
    }
    if (!backward && live < text.length) {
      const end = live + unitSize(text.slice(live), false, unit)
      return { from: $fromLive(block, live, 'before'), to: $fromLive(block, end, 'after') }
    }
    const other = backward ? $previousBlock(block) : $nextBlock(block)
    if (!other || (!backward && $allGone(other))) return null
    const first = backward ? other : block
    if (!isDeleted($mark(first))) return { from: $endOf(first), to: { block: backward ? block : other, offset: 0 } }
    // The two are one paragraph already, by a deleted end: go on in the other.
    block = other
    offset = backward ? $blockSize(other) : 0
  }
}
