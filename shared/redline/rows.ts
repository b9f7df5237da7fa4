// From matches to rows: word differences inside each match, a last look at its quality, and an order for all of them.
import type { Row, WordOp } from '../model/comparison.ts'
import type { Alignment } from './align.ts'
import { diff, type Stretch } from './diff.ts'
import type { Match } from './matches.ts'
import { diffWords, spell } from './wordDiff.ts'
import { PARAGRAPH_END, type Vocabulary } from './words.ts'

/** Below this share of words in the same order a match that moved is no match, and one in place is a whole replacement. */
const WEAK_MOVE = 0.38
const WEAK_PAIR = 0.25

/** The row of a match; null where the match is too weak to be one, and its paragraphs are deleted and inserted instead. */
export function rowOf(match: Match, alignment: Alignment, newTexts: readonly string[], renumbered: boolean): Row | null {
  const { old, new: now, exact, moved } = match
  if (exact) {
    const ops = op('equal', newTexts[now[0]!]!)
    return { kind: moved ? 'moved' : 'same', old, new: now, ops, typographic: !moved && renumbered }
  }
  const { vocabulary, terms } = alignment
  const before = vocabulary.join(old.map((at) => alignment.old.get(at)!))
  const after = vocabulary.join(now.map((at) => alignment.new.get(at)!))
  const stretches = diffWords(before, after, vocabulary, terms)
  let kept = shareKept(stretches, before.ids, after.ids, vocabulary)
  if (terms.length > 0) {
    // A term that was replaced throughout says nothing against a match.
    const read = Int32Array.from(old.flatMap((at) => [...alignment.read.get(at)!.ids]))
    kept = Math.max(kept, shareKept(diff(read, after.ids), read, after.ids, vocabulary))
  }
  const single = old.length === 1 && now.length === 1
  if (kept < (moved || !single ? WEAK_MOVE : WEAK_PAIR)) {
    if (moved || !single) return null
    const ops = [...op('delete', before.text), ...op('insert', after.text)]
    return { kind: 'edited', old, new: now, ops, typographic: false }
  }
  const kind = moved ? 'moved' : now.length > 1 ? 'split' : old.length > 1 ? 'merged' : 'edited'
  const ops = spell(stretches, before, after)
  if (!single) for (const change of ops) change.text = change.text.replaceAll(PARAGRAPH_END, '\n')
  const typographic = kind === 'edited' && ops.every((change) => change.op === 'equal' || change.typographic)
  return { kind, old, new: now, ops, typographic }
}

const op = (op: WordOp['op'], text: string): WordOp[] => (text === '' ? [] : [{ op, text }])

/** Weight of the words that stayed, in order, against all of both sides: 0…1. */
function shareKept(stretches: readonly Stretch[], before: Int32Array, after: Int32Array, { weight }: Vocabulary): number {
  const weigh = (ids: Int32Array) => ids.reduce((sum, id) => sum + weight[id]!, 0)
  let kept = 0
  for (const { equal, oldFrom, oldTo } of stretches) if (equal) kept += weigh(before.subarray(oldFrom, oldTo))
  return (2 * kept) / (weigh(before) + weigh(after))
}

/** All rows: matched ones and inserted paragraphs by the later text, each deleted paragraph after what stood before it. */
export function inOrder(matched: readonly Row[], oldTexts: readonly string[], newTexts: readonly string[]): Row[] {
  const usedOld = new Set(matched.flatMap((row) => row.old))
  const byNew = new Map(matched.map((row) => [row.new[0]!, row]))
  const usedNew = new Set(matched.flatMap((row) => row.new))
  const rows: Row[] = []
  let nextOld = 0
  const deletedBefore = (end: number) => {
    for (; nextOld < end; nextOld++) {
      if (usedOld.has(nextOld)) continue
      rows.push({ kind: 'deleted', old: [nextOld], new: [], ops: op('delete', oldTexts[nextOld]!), typographic: false })
    }
  }
  // Paragraphs inserted since the last row in place wait for the deleted ones: what went is shown before what came instead.
  let waiting: Row[] = []
  for (const [at, text] of newTexts.entries()) {
    const row = byNew.get(at)
    if (!row && usedNew.has(at)) continue
    if (!row || row.kind === 'moved') {
      waiting.push(row ?? { kind: 'inserted', old: [], new: [at], ops: op('insert', text), typographic: false })
      continue
    }
    deletedBefore(row.old[0]!)
    rows.push(...waiting, row)
    waiting = []
    nextOld = Math.max(nextOld, row.old.at(-1)! + 1)
  }
  deletedBefore(oldTexts.length)
  return [...rows, ...waiting]
}
