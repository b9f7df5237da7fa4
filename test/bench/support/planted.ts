// Edited versions of a text whose truth is known: where each paragraph of the later text came from, and which ones moved.
import { chance } from './bench.ts'

export interface Planted {
  old: string[]
  new: string[]
  /** For each paragraph of the later text, the paragraphs of the earlier one it came from; none for a new one. */
  from: number[][]
  /** Runs of neighbours that were taken over others to another place, by their indexes in the later text. */
  moved: number[][]
}

/** Shares of paragraphs, by what happens to them. Of the moved, split and merged ones half are edited too. */
const SHARES = { deleted: 0.04, moved: 0.04, split: 0.04, merged: 0.04, edited: 0.35 }
const INSERTED = 0.05
const EDITED_TOO = 0.5
/** How many neighbours go together when they move, and how many paragraphs a split or merge makes of one or one of. */
const MOVED_TOGETHER = [1, 1, 1, 2, 3]
const PARTS = [2, 2, 2, 3, 4]
/** Words of the shortest part of a split, and of the shortest paragraph that is merged or moved. */
const LEAST_PART = 5
/** Words that one edit replaces, deletes or inserts. */
const EDIT_LENGTHS = [1, 1, 1, 2, 2, 3, 3, 6]

export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []
const isLong = (text: string) => wordsOf(text).length >= LEAST_PART

interface Piece {
  text: string
  from: number[]
  /** Which run of neighbours it moved with. */
  run: number | null
}

/** Edits `old` by the seed. New paragraphs, and the words of edits, come from `write`. */
export function plant(old: readonly string[], write: () => string, seed: number): Planted {
  const random = chance(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!

  const somewhereIn = (list: readonly string[], length: number) => {
    const at = Math.floor(random() * Math.max(1, list.length - length))
    return list.slice(at, at + length)
  }

  /** Replaces, deletes or inserts one to four runs of words. */
  const edit = (text: string): string => {
    const list = text.split(' ')
    for (let times = 1 + Math.floor(random() * 4); times > 0 && list.length > 8; times--) {
      const length = Math.min(pick(EDIT_LENGTHS), list.length >> 2)
      const at = Math.floor(random() * (list.length - length))
      const kind = random()
      const come = kind > 0.35 ? somewhereIn(write().split(' '), length) : []
      list.splice(at, kind < 0.7 ? length : 0, ...come)
    }
    return list.join(' ')
  }
  const maybeEdit = (text: string) => (random() < EDITED_TOO ? edit(text) : text)

  /** Cut into up to `parts`, at spaces, where each is long enough. */
  const cut = (text: string, parts: number): string[] => {
    const list = text.split(' ')
    const size = Math.floor(list.length / parts)
    if (size < LEAST_PART + 2) return [text]
    const ends = Array.from({ length: parts - 1 }, (_, part) => (part + 1) * size + Math.floor(random() * 3) - 1)
    return [0, ...ends].map((start, part) => list.slice(start, ends[part] ?? list.length).join(' '))
  }

  /** Up to `most` paragraphs from `index` on, as far as none is too short. */
  const longOnes = (index: number, most: number): string[] => {
    const next = old.slice(index, index + most)
    const short = next.findIndex((text) => !isLong(text))
    return short < 0 ? next : next.slice(0, short)
  }

  const pieces: Piece[] = []
  const away: Piece[][] = []
  for (let index = 0; index < old.length; index++) {
    const text = old[index]!
    const fate = random()
    let bar = 0
    const happens = (share: number) => fate < (bar += share)
    if (happens(SHARES.deleted)) continue
    if (happens(SHARES.moved) && isLong(text)) {
      const group = longOnes(index, pick(MOVED_TOGETHER))
      away.push(group.map((text, at) => ({ text: maybeEdit(text), from: [index + at], run: away.length })))
      index += group.length - 1
    } else if (happens(SHARES.split)) {
      for (const part of cut(maybeEdit(text), pick(PARTS))) pieces.push({ text: part, from: [index], run: null })
    } else if (happens(SHARES.merged) && isLong(text)) {
      const merged = longOnes(index, pick(PARTS))
      pieces.push({ text: maybeEdit(merged.join(' ')), from: merged.map((_, at) => index + at), run: null })
      index += merged.length - 1
    } else pieces.push({ text: happens(SHARES.edited) ? edit(text) : text, from: [index], run: null })
    if (random() < INSERTED) pieces.push({ text: write(), from: [], run: null })
  }
  for (const group of away) pieces.splice(landing(pieces, random), 0, ...group)
  return {
    old: [...old], new: pieces.map(({ text }) => text), from: pieces.map(({ from }) => from),
    moved: away.map((_, run) => pieces.flatMap((piece, index) => (piece.run === run && isElsewhere(pieces, index) ? [index] : [])))
      .filter((run) => run.length > 0),
  }
}

/** A place that does not part what was split or moved together. */
function landing(pieces: readonly Piece[], random: () => number): number {
  const at = Math.floor(random() * (pieces.length + 1))
  const [before, after] = [pieces[at - 1], pieces[at]]
  const parts = before && after && ((before.run !== null && before.run === after.run)
    || (before.from.length === 1 && before.from.join() === after.from.join()))
  return parts ? landing(pieces, random) : at
}

/** A paragraph that came down where it was has not moved. */
function isElsewhere(pieces: readonly Piece[], index: number): boolean {
  const [source] = pieces[index]!.from
  return pieces.some(({ from, run }, at) => run === null && from.length > 0 && at < index !== from[0]! < source!)
}
