// Where comments stand. The words a comment speaks of carry its id, so they keep it through every edit; here they are given it,
// lose it, and are found again.
import { $getRoot, $getState, $isTextNode, $setState, createState, type LexicalNode, type ParagraphNode } from 'lexical'
import type { Comment } from '../../../shared/model/index.ts'
import { $blockNodes } from '../statement/blocks.ts'
import { $comments, $revisions, commentsState, isDeleted, isMovedAway } from '../statement/state.ts'
import { $cut } from '../tracking/erase.ts'
import { $fromLive, $liveOffset, $liveText } from '../tracking/live.ts'
import { $compare, $nextBlock, $placeOf, leafSize, type Position, type Range } from '../tracking/position.ts'

const NONE: readonly Comment[] = Object.freeze([])

/** On the root: what was said, in the order it was said. Being state of the text, it is undone and redone with it. */
export const discussionState = createState('discussion', {
  parse: (value: unknown): readonly Comment[] => (Array.isArray(value) ? (value as Comment[]) : NONE),
})

/** A comment and the words it speaks of. */
export interface PlacedComment extends Comment {
  /** Index of the block where those words start; −1 where none of them are left. */
  block: number
  /** Those words as they read, shortened. */
  about: string
}

const EXCERPT = 120

const LETTER = /[\p{L}\p{M}\p{N}]/u

/** What a comment is about: the selected words, else the word at the caret, else its paragraph; null where there is no text. */
export function $subjectOf({ from, to }: Range): Range | null {
  if ($compare(from, to) !== 0) return { from, to }
  const text = $liveText(from.block)
  let start = $liveOffset(from)
  let end = start
  while (start > 0 && LETTER.test(text[start - 1]!)) start--
  while (end < text.length && LETTER.test(text[end]!)) end++
  if (start === end) [start, end] = [0, text.length]
  if (start === end) return null
  return { from: $fromLive(from.block, start, 'before'), to: $fromLive(from.block, end, 'after') }
}

/** Gives the words of a stretch a comment. Ends of paragraphs carry none. */
export function $anchor({ from, to }: Range, id: string): void {
  for (let block: ParagraphNode | null = from.block; block; block = $nextBlock(block)) {
    const first = block.is(from.block) ? from.offset : 0
    const last = block.is(to.block) ? to.offset : Infinity
    let passed = 0
    for (const leaf of block.getChildren()) {
      const size = leafSize(leaf)
      const start = Math.max(first - passed, 0)
      const end = Math.min(last - passed, size)
      passed += size
      if (start >= end) continue
      const part = $cut(leaf, start, end, size)
      $setState(part, commentsState, [...$comments(part), id])
    }
    if (block.is(to.block)) break
  }
}

/** Takes a comment off the words that carry it. */
export function $release(id: string): void {
  for (const leaf of $leaves()) {
    const carried = $comments(leaf)
    if (carried.includes(id)) $setState(leaf, commentsState, carried.filter((other) => other !== id))
  }
}

function* $leaves(): Generator<LexicalNode> {
  for (const block of $blockNodes()) yield* block.getChildren()
}

/** The stretch from the first word of a comment to its last; null where none are left. */
export function $stretchOfComment(id: string): Range | null {
  let stretch: Range | null = null
  for (const block of $blockNodes()) {
    let passed = 0
    for (const leaf of block.getChildren()) {
      const size = leafSize(leaf)
      if ($comments(leaf).includes(id) && !isMovedAway($revisions(leaf))) {
        const here: Range = { from: { block, offset: passed }, to: { block, offset: passed + size } }
        stretch = stretch ? { from: stretch.from, to: here.to } : here
      }
      passed += size
    }
  }
  return stretch
}

/** Ids of the comments on the words beside a position. */
export function $commentsAt(at: Position): Set<string> {
  const { before, after } = $placeOf(at)
  return new Set([before, after].flatMap((leaf) => (leaf ? $comments(leaf) : [])))
}

/** Every comment with its place, in the order of the text; those whose words are gone come last. */
export function $placedComments(): PlacedComment[] {
  const said = $discussion()
  if (said.length === 0) return []
  const places = new Map<string, { block: number; about: string; order: number }>()
  $blockNodes().forEach((block, index) => {
    for (const leaf of block.getChildren()) {
      const carried = $comments(leaf)
      // Words that were moved stand at two places: the comment is where they stand now.
      if (carried.length === 0 || isMovedAway($revisions(leaf))) continue
      const text = isDeleted($revisions(leaf)) ? '' : $isTextNode(leaf) ? leaf.getTextContent() : ' '
      for (const id of carried) {
        const place = places.get(id) ?? { block: index, about: '', order: places.size }
        places.set(id, { ...place, about: place.about.length > EXCERPT ? place.about : place.about + text })
      }
    }
  })
  const orderOf = (id: string) => places.get(id)?.order ?? said.length
  return said
    .map((comment) => ({ ...comment, block: places.get(comment.id)?.block ?? -1, about: shorten(places.get(comment.id)?.about ?? '') }))
    .sort((a, b) => orderOf(a.id) - orderOf(b.id))
}

const shorten = (text: string) => (text.length > EXCERPT ? `${text.slice(0, EXCERPT).trimEnd()}…` : text)

/** What was said so far. */
export const $discussion = (): readonly Comment[] => $getState($getRoot(), discussionState)

/** Says it otherwise. */
export const $discuss = (comments: readonly Comment[]): void => { $setState($getRoot(), discussionState, comments) }
