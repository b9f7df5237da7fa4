// What the model knows beyond text, kept as Lexical node state: revisions, restylings and comments of a run, the mark of a
// paragraph's end, and what a paragraph is. Plain text and paragraph nodes carry it; subclasses would lose it in IME composition.
import { $getState, createState, type LexicalNode } from 'lexical'
import type { Block, Restyling, Revision } from '../../../shared/model/index.ts'

/** Everything of a block but its runs and the mark of its end. */
export type BlockFacts = Omit<Block, 'runs' | 'mark'>

const NONE: readonly Revision[] = Object.freeze([])
const NONE_RESTYLED: readonly Restyling[] = Object.freeze([])
const NONE_COMMENTED: readonly string[] = Object.freeze([])

/** One text for equal stacks: neighbours with equal stacks are one run. */
export function stackKey(revisions: readonly Revision[]): string {
  let key = ''
  for (const r of revisions) key += `${r.id} ${r.kind} ${r.move ?? ''} ${r.reason ?? ''}|`
  return key
}

/** One text for equal restylings. */
export function restyledKey(restyled: readonly Restyling[]): string {
  let key = ''
  for (const r of restyled) key += `${r.id} ${r.marks.join()} ${r.reason ?? ''}|`
  return key
}

// Without equality by value Lexical never merges equal neighbours, and a text falls apart key by key.
const stack = {
  parse: (value: unknown): readonly Revision[] => (Array.isArray(value) && value.length > 0 ? (value as Revision[]) : NONE),
  isEqual: (a: readonly Revision[], b: readonly Revision[]) => a === b || stackKey(a) === stackKey(b),
}

/** On text and line-break nodes. */
export const revisionsState = createState('revisions', stack)
/** On text nodes: formats switched on or off. */
export const restyledState = createState('restyled', {
  parse: (value: unknown): readonly Restyling[] => (Array.isArray(value) && value.length > 0 ? (value as Restyling[]) : NONE_RESTYLED),
  isEqual: (a: readonly Restyling[], b: readonly Restyling[]) => a === b || restyledKey(a) === restyledKey(b),
})
/** On text and line-break nodes: ids of the comments that speak of them. */
export const commentsState = createState('comments', {
  parse: (value: unknown): readonly string[] => (Array.isArray(value) && value.length > 0 ? (value as string[]) : NONE_COMMENTED),
  isEqual: (a: readonly string[], b: readonly string[]) => a === b || a.join() === b.join(),
})
/** On paragraph nodes: revisions of the END. */
export const markState = createState('mark', stack)
/** On paragraph nodes. */
export const factsState = createState('facts', {
  parse: (value: unknown): BlockFacts =>
    (value && typeof value === 'object' ? (value as BlockFacts) : { id: '', kind: 'paragraph' }),
  isEqual: (a: BlockFacts, b: BlockFacts) => a === b,
})

export const $revisions = (node: LexicalNode): readonly Revision[] => $getState(node, revisionsState)
export const $restyled = (node: LexicalNode): readonly Restyling[] => $getState(node, restyledState)
export const $comments = (node: LexicalNode): readonly string[] => $getState(node, commentsState)
export const $mark = (node: LexicalNode): readonly Revision[] => $getState(node, markState)
export const $facts = (node: LexicalNode): BlockFacts => $getState(node, factsState)

export const isDeleted = (revisions: readonly Revision[]): boolean => revisions.some((r) => r.kind === 'deletion')
/** Whether text or an end stands here no more because it was moved: it is seen at its new place. */
export const isMovedAway = (revisions: readonly Revision[]): boolean =>
  revisions.some((r) => r.kind === 'deletion' && r.move !== undefined)
export const isInserted = (revisions: readonly Revision[]): boolean => revisions.some((r) => r.kind === 'insertion')
