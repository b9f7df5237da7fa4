// What the list of changes shows: by whose hand, of which kind, and the words of a format change.
import type { BlockKind, TextMark } from '../../../shared/model/index.ts'
import type { Change, ChangeKind, FormatOfChange } from '../../../shared/redline/index.ts'
import type { SelectionInfo } from '../../editor/index.ts'

/** Everything one author changed for one delegation. */
export interface HandCount {
  key: string
  delegation: string
  author: string
  count: number
  /** Whether the delegation alone would not tell this hand from another. */
  named: boolean
}

export const handKey = ({ delegation, author }: Pick<Change, 'delegation' | 'author'>): string => `${delegation}\n${author}`

/** How many changes each hand has open, in order of their first change. */
export function byHand(changes: readonly Change[]): HandCount[] {
  const hands = new Map<string, HandCount>()
  for (const { delegation, author } of changes) {
    const key = handKey({ delegation, author })
    const hand = hands.get(key) ?? { key, delegation, author, count: 0, named: false }
    hands.set(key, { ...hand, count: hand.count + 1 })
  }
  const all = [...hands.values()]
  return all.map((hand) => ({ ...hand, named: all.some((other) => other !== hand && other.delegation === hand.delegation) }))
}

/** Kinds that occur, in the order the filter lists them. */
export function kindsOf(changes: readonly Change[]): ChangeKind[] {
  const order: ChangeKind[] = ['insertion', 'deletion', 'replacement', 'move', 'split', 'join', 'format']
  const found = new Set(changes.map(({ kind }) => kind))
  return order.filter((kind) => found.has(kind))
}

export interface Chosen {
  /** Key of a hand; null for all. */
  hand: string | null
  kind: ChangeKind | null
}

/** What is left of a choice once its hand, or its kind in that hand, has no change open any more. */
export function stillChosen(changes: readonly Change[], { hand, kind }: Chosen): Chosen {
  const by = changes.some((change) => handKey(change) === hand) ? hand : null
  return { hand: by, kind: filtered(changes, { hand: by, kind }).length > 0 ? kind : null }
}

/** The changes of one hand and kind. */
export const filtered = (changes: readonly Change[], { hand, kind }: Chosen): readonly Change[] =>
  changes.filter((change) => (hand === null || handKey(change) === hand) && (kind === null || change.kind === kind))

/** Name of a block's kind in the list of kinds: headings and items with their level. */
export function kindName({ kind, level }: { kind: BlockKind; level?: number | undefined }): string {
  if (kind === 'heading') return `heading-${Math.min(level ?? 1, 3)}`
  return kind === 'item' ? `item-${Math.min(level ?? 1, 2)}` : kind
}

/** A format change as words to be translated, in order. */
export type FormatWord = { mark: TextMark; on: boolean } | { was: string; now: string }

export function formatWords({ on, off, was, now }: FormatOfChange): FormatWord[] {
  return [
    ...on.map((mark) => ({ mark, on: true })),
    ...off.map((mark) => ({ mark, on: false })),
    ...(was && now ? [{ was: kindName(was), now: kindName(now) }] : []),
  ]
}

/** The change that the caret is in: the one gone to, else the first that it touches. */
export const changeAt = (changes: readonly Change[], at: Pick<SelectionInfo, 'changeId' | 'revisionIds'> | null): Change | null => {
  if (!at || at.revisionIds.length === 0) return null
  const touched = new Set(at.revisionIds)
  return changes.find(({ id }) => id === at.changeId) ?? changes.find(({ revisions }) => revisions.some((id) => touched.has(id))) ?? null
}
