// Comparing two texts in the steps that other files of this folder describe: paragraphs that are the same to the letter,
// partners for the rest, splits and merges, moves, word differences inside each match, and a last look at the quality.
import type { ComparedText, Comparison, Row, RowCounts, WordOp } from '../model/comparison.ts'
import { pairAlike } from './candidates.ts'
import type { Stretch } from './diff.ts'
import { Likeness } from './likeness.ts'
import { addMerges, addSplits, markMoves, matchesOf, type Match } from './matches.ts'
import { anchors } from './pairs.ts'
import { diffWords, spell } from './wordDiff.ts'
import { PARAGRAPH_END, Vocabulary, type Words } from './words.ts'

/** Below this share of words in the same order a match that moved is no match, and one in place is a whole replacement. */
const WEAK_MOVE = 0.5
const WEAK_PAIR = 0.25

/**
 * Compares paragraph by paragraph and word by word. Every paragraph of both sides stands in exactly one row; rows are in the
 * order of the later text, deleted paragraphs where they were. Numbers of paragraphs are not looked at.
 */
export function compareTexts(old: ComparedText, now: ComparedText): Comparison {
  const oldTexts = old.paragraphs.map((paragraph) => paragraph.text)
  const newTexts = now.paragraphs.map((paragraph) => paragraph.text)
  const vocabulary = new Vocabulary()

  const pairs = anchors(oldTexts, newTexts)
  const oldWords = cutFree(oldTexts, pairs.isFreeOld, vocabulary)
  const newWords = cutFree(newTexts, pairs.isFreeNew, vocabulary)
  const likeness = new Likeness(vocabulary, [...oldWords.values(), ...newWords.values()])
  pairAlike(pairs, { old: oldTexts.length, new: newTexts.length }, oldWords, newWords, vocabulary, likeness)

  const matches = matchesOf(pairs, (before, after) => oldTexts[before] === newTexts[after])
  addSplits(matches, oldWords, newWords, likeness)
  addMerges(matches, oldWords, newWords, likeness)
  markMoves(matches, oldTexts)

  const renumbered = ({ old: [before], new: [after] }: Match) =>
    old.paragraphs[before!]!.label !== now.paragraphs[after!]!.label
  const matched = matches.flatMap((match) => rowOf(match, newTexts, oldWords, newWords, vocabulary, renumbered(match)) ?? [])
  const rows = inOrder(matched, oldTexts, newTexts)
  return { old, new: now, rows, counts: countRows(rows) }
}

/** How many rows there are of each kind. */
export function countRows(rows: readonly Row[]): RowCounts {
  const counts: RowCounts = { same: 0, edited: 0, inserted: 0, deleted: 0, moved: 0, split: 0, merged: 0 }
  for (const row of rows) counts[row.kind]++
  return counts
}

/** Words of the paragraphs that are not anchored; one without words never finds a partner. */
function cutFree(texts: readonly string[], isFree: (at: number) => boolean, vocabulary: Vocabulary): Map<number, Words> {
  const free = new Map<number, Words>()
  for (const [at, text] of texts.entries()) {
    if (!isFree(at)) continue
    const words = vocabulary.cut(text)
    if (words.ids.length > 0) free.set(at, words)
  }
  return free
}

/** The row of a match; null where the match is too weak to be one, and its paragraphs are deleted and inserted instead. */
function rowOf(
  match: Match, newTexts: readonly string[], oldWords: ReadonlyMap<number, Words>, newWords: ReadonlyMap<number, Words>,
  vocabulary: Vocabulary, renumbered: boolean,
): Row | null {
  const { old, new: now, exact, moved } = match
  if (exact) {
    const ops = op('equal', newTexts[now[0]!]!)
    return { kind: moved ? 'moved' : 'same', old, new: now, ops, typographic: !moved && renumbered }
  }
  const before = vocabulary.join(old.map((at) => oldWords.get(at)!))
  const after = vocabulary.join(now.map((at) => newWords.get(at)!))
  const stretches = diffWords(before, after, vocabulary)
  const kept = shareKept(stretches, before, after, vocabulary)
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
function shareKept(stretches: readonly Stretch[], before: Words, after: Words, { weight }: Vocabulary): number {
  const weigh = (ids: Int32Array) => ids.reduce((sum, id) => sum + weight[id]!, 0)
  let kept = 0
  for (const { equal, oldFrom, oldTo } of stretches) if (equal) kept += weigh(before.ids.subarray(oldFrom, oldTo))
  return (2 * kept) / (weigh(before.ids) + weigh(after.ids))
}

/** All rows: matched ones and inserted paragraphs by the later text, each deleted paragraph after what stood before it. */
function inOrder(matched: readonly Row[], oldTexts: readonly string[], newTexts: readonly string[]): Row[] {
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
