// A shortest edit is not yet a readable one. Two things are mended: a light word that survived by chance between two
// replacements joins them, and an insertion or deletion that could stand at several places is moved to where a person would
// have made it: from one punctuation mark to the next. A term replaced throughout and a number in front stand alone.
import type { Stretch } from './diff.ts'
import { isTerm, type Term } from './terms.ts'
import type { Vocabulary, WordList } from './words.ts'

const LONGEST_ISLAND = 6

/** The same edit, easier to read. The stretches given are used up. */
export function cleanUp(
  stretches: Stretch[], old: WordList, now: WordList, vocabulary: Vocabulary, terms: readonly Term[] = [],
): Stretch[] {
  const standsAlone = (stretch: Stretch) => isInNumber(stretch, old, now) || isTerm(stretch, old.ids, now.ids, terms)
  const joined = joinOverIslands(stretches, old.ids, now.ids, vocabulary, standsAlone)
  for (let i = 1; i < joined.length - 1; i++) slide(joined[i - 1]!, joined[i]!, joined[i + 1]!, old.ids, now.ids, vocabulary)
  return joined.filter(({ oldFrom, oldTo, newFrom, newTo }) => oldTo > oldFrom || newTo > newFrom)
}

/** Whether a changed stretch is no more than the number written out in front. */
export const isInNumber = ({ oldTo, newTo }: Stretch, old: WordList, now: WordList): boolean =>
  oldTo <= old.number && newTo <= now.number

function weigh(ids: Int32Array, from: number, to: number, { weight }: Vocabulary): number {
  let sum = 0
  for (let k = from; k < to; k++) sum += weight[ids[k]!]!
  return sum
}

/** Repeats until no island is light enough: joining two changes may outweigh the next island. */
function joinOverIslands(
  stretches: Stretch[], old: Int32Array, now: Int32Array, vocabulary: Vocabulary, standsAlone: (stretch: Stretch) => boolean,
): Stretch[] {
  const change = (stretch: Stretch) =>
    Math.max(weigh(old, stretch.oldFrom, stretch.oldTo, vocabulary), weigh(now, stretch.newFrom, stretch.newTo, vocabulary))
  const isLight = (before: Stretch, island: Stretch, after: Stretch) => {
    if (island.oldTo - island.oldFrom > LONGEST_ISLAND) return false
    if (standsAlone(before) || standsAlone(after)) return false
    const weight = weigh(old, island.oldFrom, island.oldTo, vocabulary)
    const left = change(before)
    const right = change(after)
    return weight <= Math.min(left, right) / 2 || (weight < 0.45 && left + right > 1)
  }
  const joined: Stretch[] = []
  for (const stretch of stretches) {
    joined.push(stretch)
    while (joined.length >= 3) {
      const [before, island, after] = joined.slice(-3) as [Stretch, Stretch, Stretch]
      if (!island.equal || before.equal || after.equal || !isLight(before, island, after)) break
      joined.splice(-3, 3, { ...before, oldTo: after.oldTo, newTo: after.newTo })
    }
  }
  return joined
}

/** Moves a pure insertion or deletion within the equal words around it to the place that reads best. */
function slide(before: Stretch, change: Stretch, after: Stretch, old: Int32Array, now: Int32Array, vocabulary: Vocabulary): void {
  if (change.equal || !before.equal || !after.equal) return
  const inserted = change.oldFrom === change.oldTo
  if (!inserted && change.newFrom !== change.newTo) return
  const ids = inserted ? now : old
  const from = inserted ? change.newFrom : change.oldFrom
  const to = inserted ? change.newTo : change.oldTo
  const earliest = inserted ? before.newFrom : before.oldFrom
  const latest = inserted ? after.newTo : after.oldTo

  let best = readability(ids, from, to, vocabulary)
  let shift = 0
  const consider = (by: number) => {
    const value = readability(ids, from + by, to + by, vocabulary)
    if (value > best) {
      best = value
      shift = by
    }
  }
  for (let by = -1; from + by >= earliest && ids[from + by] === ids[to + by]; by--) consider(by)
  for (let by = 1; to + by <= latest && ids[from + by - 1] === ids[to + by - 1]; by++) consider(by)

  before.oldTo += shift
  before.newTo += shift
  change.oldFrom += shift
  change.oldTo += shift
  change.newFrom += shift
  change.newTo += shift
  after.oldFrom += shift
  after.newFrom += shift
}

/** High where the words [from, to) end with a sign, follow one or open the paragraph, and begin with a word, best a light one. */
function readability(ids: Int32Array, from: number, to: number, { isWord, weight }: Vocabulary): number {
  const first = ids[from]!
  let value = isWord[ids[to - 1]!] ? 0 : 2
  if (from === 0) value += 2
  else if (!isWord[ids[from - 1]!]) value += 1.5
  if (isWord[first]) value += weight[first]! < 0.5 ? 1.5 : 1
  return value
}
