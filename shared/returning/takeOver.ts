// Takes what one side of a comparison says over into the draft on the other side, as a tracked change: a wording given back,
// a dropped paragraph put in again, a paragraph taken out that the other text does not have. The draft may have gone on since
// it was compared: a paragraph is changed only where it still reads as it did then.
import type { Comparison, Row } from '../model/comparison.ts'
import type { Block, RevisionBy, Statement } from '../model/statement.ts'
import { wordDiff } from '../redline/wordDiff.ts'
import { applyPieces, Scribe } from './apply.ts'
import { groupsOf, type Group } from './groups.ts'
import { cutAtEnds, opsToPieces } from './ops.ts'
import { END } from './pieces.ts'

export interface TakingOver {
  /** The draft as it stands. */
  statement: Statement
  comparison: Comparison
  row: Row
  /** The side on which the draft, or a version of it, was compared. */
  draft: 'old' | 'new'
  by: Pick<RevisionBy, 'author' | 'delegation' | 'time'>
  newId: () => string
}

/** `same`: the two sides read alike. `changed`: the draft no longer reads as it did when it was compared. */
export type TakenOver = { statement: Statement } | { refused: 'same' | 'changed' }

export function takeOver({ statement, comparison, row, draft, by, newId }: TakingOver): TakenOver {
  const side = draft === 'old' ? 'new' : 'old'
  const groups = groupsOf(statement)
  const theirs = row[side].map((at) => comparison[side].paragraphs[at]!)
  const hand: RevisionBy = { id: 'taken', group: 'taken', ...by }
  const scribe = new Scribe(newId)
  if (row[draft].length === 0) {
    const after = placeBefore(comparison, row, draft)
    const at = after === null ? -1 : placeOf(groups, comparison, draft, after)
    if (at === null) return { refused: 'changed' }
    const revision = scribe.revision('insertion', hand)
    const put = theirs.map(({ kind, text }): Block => ({
      id: newId(), kind: kind === 'passage' ? 'paragraph' : kind,
      runs: text === '' ? [] : [{ text, revisions: [revision] }], mark: [revision],
    }))
    return { statement: withGroups(statement, groups.map((group) => group.blocks).toSpliced(at + 1, 0, put)) }
  }
  const places = row[draft].map((at) => placeOf(groups, comparison, draft, at))
  if (places.some((place, index) => place === null || place !== places[0]! + index)) return { refused: 'changed' }
  const ours = places.map((place) => groups[place!]!)
  const changed = rewritten(ours, theirs.map(({ text }) => text), hand, scribe)
  if (!changed) return { refused: 'same' }
  return { statement: withGroups(statement, groups.map((group) => group.blocks).toSpliced(places[0]!, ours.length, changed)) }
}

/** The draft's paragraph behind which a paragraph that it lacks would stand; null at the very beginning. */
function placeBefore({ rows }: Comparison, row: Row, draft: 'old' | 'new'): number | null {
  const before = rows.slice(0, rows.indexOf(row)).findLast((one) => one.kind !== 'moved' && one[draft].length > 0)
  return before?.[draft].at(-1) ?? null
}

/** Where a compared paragraph stands in the draft by now: at its place, or at the only one that reads so. */
function placeOf(groups: readonly Group[], comparison: Comparison, draft: 'old' | 'new', at: number): number | null {
  const { text } = comparison[draft].paragraphs[at]!
  if (groups[at]?.text === text) return at
  const alike = groups.flatMap((group, index) => (group.text === text ? [index] : []))
  return alike.length === 1 ? alike[0]! : null
}

/** Some paragraphs with another wording; without one they go. Null where it is theirs already. */
function rewritten(ours: readonly Group[], theirs: readonly string[], hand: RevisionBy, scribe: Scribe): Block[] | null {
  if (theirs.length === 0) {
    return ours.flatMap((group) => applyPieces(group, opsToPieces([{ op: 'delete', text: group.text }], hand), hand, scribe))
  }
  const ops = wordDiff(ours.map(({ text }) => text).join(END), theirs.join(END))
  if (ops.every(({ op }) => op === 'equal')) return null
  const parts = cutAtEnds(ops)
  return ours.flatMap((group, index) => {
    const { ops: own, joined } = parts[index]!
    return applyPieces(group, opsToPieces(own, hand), joined ? hand : null, scribe)
  })
}

const withGroups = (statement: Statement, blocks: readonly (readonly Block[])[]): Statement => ({ ...statement, blocks: blocks.flat() })
