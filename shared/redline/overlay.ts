// One paragraph with the changes that several hands made to it, laid over each other: every stretch of it says who deleted it,
// every insertion who made it. Leaving out what one hand deleted and what the others inserted gives its text to the letter.
import type { WordOp } from '../model/comparison.ts'

export interface Overlaid {
  text: string
  /** Hands that inserted it, in their order; none where it stands in the base. */
  insertedBy: number[]
  /** Hands that deleted it. */
  deletedBy: number[]
}

interface Change {
  hand: number
  /** Where in the base it begins; an insertion takes no place there. */
  from: number
  to: number
  inserted: string
}

/** `hands[i]` are the operations of hand i; all of them spell `base` by equal + delete. */
export function overlay(base: string, hands: readonly (readonly WordOp[])[]): Overlaid[] {
  const changes = hands.flatMap((ops, hand) => changesOf(ops, hand))
  const ends = [...new Set([0, base.length, ...changes.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b)
  const pieces: Overlaid[] = []
  for (const [index, end] of ends.entries()) {
    pieces.push(...insertionsAt(end, changes))
    const next = ends[index + 1]
    if (next === undefined) break
    const deletedBy = changes.filter(({ from, to }) => from <= end && next <= to && from < to).map(({ hand }) => hand)
    pieces.push({ text: base.slice(end, next), insertedBy: [], deletedBy })
  }
  return joined(pieces.filter(({ text }) => text !== ''))
}

function changesOf(ops: readonly WordOp[], hand: number): Change[] {
  const changes: Change[] = []
  let at = 0
  for (const { op, text } of ops) {
    if (op === 'delete') changes.push({ hand, from: at, to: at + text.length, inserted: '' })
    if (op === 'insert') changes.push({ hand, from: at, to: at, inserted: text })
    else at += text.length
  }
  return changes
}

/** The same words of several hands at one place are one insertion. */
function insertionsAt(place: number, changes: readonly Change[]): Overlaid[] {
  const found: Overlaid[] = []
  for (const { hand, from, inserted } of changes) {
    if (from !== place || inserted === '') continue
    const same = found.find((other) => other.text === inserted && !other.insertedBy.includes(hand))
    if (same) same.insertedBy.push(hand)
    else found.push({ text: inserted, insertedBy: [hand], deletedBy: [] })
  }
  return found
}

const sameHands = (a: readonly number[], b: readonly number[]) => a.length === b.length && a.every((hand, index) => hand === b[index])

/** Neighbours of the base that the same hands deleted, or none, are one stretch. */
function joined(pieces: readonly Overlaid[]): Overlaid[] {
  const out: Overlaid[] = []
  for (const piece of pieces) {
    const last = out.at(-1)
    if (last && last.insertedBy.length + piece.insertedBy.length === 0 && sameHands(last.deletedBy, piece.deletedBy)) last.text += piece.text
    else out.push(piece)
  }
  return out
}

/** The paragraph as one hand has it. */
export const textOfHand = (pieces: readonly Overlaid[], hand: number): string =>
  pieces.filter(({ insertedBy, deletedBy }) => (insertedBy.length > 0 ? insertedBy.includes(hand) : !deletedBy.includes(hand)))
    .map(({ text }) => text).join('')
