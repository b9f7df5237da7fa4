// What a comparison made of a planted text, against its truth.
import type { Row } from '../../../shared/model/comparison.ts'
import { wordsOf, type Planted } from './planted.ts'

export interface Found {
  /** Words shown as deleted or inserted, typographic changes aside, and the fewest that any comparison must show. */
  marked: number
  least: number
  moves: Share
  splits: Share
  merges: Share
  rowsMoved: number
  falseMoves: number
  /** Splits and merges shown. */
  rowsJoined: number
  falseJoins: number
}

interface Share {
  planted: number
  found: number
}

export function judge(text: Planted, rows: readonly Row[]): Found {
  const { old, new: now, from, moved } = text
  const rowOf = new Map(rows.flatMap((row) => row.new.map((at) => [at, row] as const)))
  /** The paragraph stands against all that it came from. */
  const isRight = (at: number) => from[at]!.every((old) => rowOf.get(at)!.old.includes(old))
  const changes = rows.flatMap(({ ops }) => ops.filter(({ op, typographic }) => op !== 'equal' && !typographic))

  // What jumped over a shorter stretch: the stretch moved, as well. It is the same move, told from the other side.
  const taken = new Set(moved.flat())
  const told = new Set(taken)
  const movesFound = moved.flatMap((run) => {
    const crossed = now.flatMap((_, other) => (!taken.has(other) && run.some((at) => crosses(from, at, other)) ? [other] : []))
    const letters = (places: readonly number[]) => places.reduce((sum, at) => sum + from[at]!.reduce((all, source) => all + old[source]!.length, 0), 0)
    const otherSide = letters(crossed) <= letters(run)
    if (otherSide) for (const other of crossed) told.add(other)
    return run.filter((at) => isRight(at) && (otherSide || rowOf.get(at)!.kind === 'moved'))
  })
  const isSplit = (at: number) => from[at]!.length === 1 && from[at]![0] === from[at + 1]?.[0] && from[at + 1]!.length === 1
  const firsts = now.flatMap((_, at) => (isSplit(at) && !(at > 0 && isSplit(at - 1) && from[at - 1]![0] === from[at]![0]) ? [at] : []))
  const splits = share(firsts, (at) => {
    for (let next = at; from[next]?.[0] === from[at]![0]; next++) if (rowOf.get(next) !== rowOf.get(at)) return false
    return isRight(at) && rowOf.get(at)!.old.length === 1
  })
  const merges = share(now.flatMap((_, at) => (from[at]!.length > 1 ? [at] : [])), (at) => isRight(at) && rowOf.get(at)!.new.length === 1)
  const rowsJoined = rows.filter((row) => row.kind === 'split' || row.kind === 'merged')
  const rowsMoved = rows.filter((row) => row.kind === 'moved')
  return {
    marked: changes.reduce((sum, { text }) => sum + wordsOf(text).length, 0),
    least: least(text),
    moves: { planted: taken.size, found: movesFound.length }, splits, merges,
    rowsMoved: rowsMoved.length,
    falseMoves: rowsMoved.filter((row) => !row.new.some((at) => told.has(at) && isRight(at))).length,
    rowsJoined: rowsJoined.length,
    falseJoins: rowsJoined.filter((row) => !row.new.every((at) => isRight(at) && from[at]!.length > 0)
      || !row.old.every((source) => row.new.some((at) => from[at]!.includes(source)))).length,
  }
}

/** Adds up what was found in several texts. */
export function sum(all: readonly Found[]): Found {
  const add = (pick: (found: Found) => number) => all.reduce((total, found) => total + pick(found), 0)
  const both = (key: 'moves' | 'splits' | 'merges') =>
    ({ planted: add((found) => found[key].planted), found: add((found) => found[key].found) })
  return {
    marked: add(({ marked }) => marked), least: add(({ least }) => least), moves: both('moves'), splits: both('splits'),
    merges: both('merges'), rowsMoved: add(({ rowsMoved }) => rowsMoved), falseMoves: add(({ falseMoves }) => falseMoves),
    rowsJoined: add(({ rowsJoined }) => rowsJoined), falseJoins: add(({ falseJoins }) => falseJoins),
  }
}

const share = (planted: readonly number[], isFound: (at: number) => boolean): Share =>
  ({ planted: planted.length, found: planted.filter(isFound).length })

const crosses = (from: readonly number[][], a: number, b: number): boolean =>
  a !== b && from[a]!.length > 0 && from[b]!.length > 0 && a < b !== from[a]![0]! <= from[b]![0]!

/**
 * With every paragraph against what it came from, the words outside their longest common subsequence: words that an edit put
 * in and that by chance were there already need no mark.
 */
export function least({ old, new: now, from }: Planted): number {
  const groups = new Map<string, { old: number[]; text: string }>()
  const used = new Set<number>()
  let marked = 0
  for (const [at, sources] of from.entries()) {
    if (sources.length === 0) marked += wordsOf(now[at]!).length
    else {
      const key = sources.join()
      const group = groups.get(key) ?? { old: sources, text: '' }
      groups.set(key, { ...group, text: group.text === '' ? now[at]! : `${group.text} ${now[at]}` })
      for (const source of sources) used.add(source)
    }
  }
  for (const { old: sources, text } of groups.values()) {
    const before = folded(sources.map((source) => old[source]).join(' '))
    const after = folded(text)
    marked += before.length + after.length - 2 * common(before, after)
  }
  for (const [at, text] of old.entries()) if (!used.has(at)) marked += wordsOf(text).length
  return marked
}

/** The words without the number in front: another one is no more than typographic. */
const folded = (text: string) => wordsOf(text.replace(/^\d+\. /u, '').toLowerCase().replaceAll('ё', 'е'))

/** Length of the longest common subsequence, by the textbook's table. */
function common(a: readonly string[], b: readonly string[]): number {
  let row = new Uint16Array(b.length + 1)
  for (const word of a) {
    const next = new Uint16Array(b.length + 1)
    for (let j = 0; j < b.length; j++) next[j + 1] = word === b[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!)
    row = next
  }
  return row[b.length]!
}

/** Runs of one or two words that stay between two changes, for every thousand words of both texts. */
export function islands(rows: readonly Row[], words: number): number {
  let found = 0
  for (const { ops } of rows) {
    for (const [index, { op, text }] of ops.entries()) {
      const count = wordsOf(text).length
      if (op === 'equal' && index > 0 && index < ops.length - 1 && count > 0 && count <= 2) found++
    }
  }
  return (1000 * found) / words
}
