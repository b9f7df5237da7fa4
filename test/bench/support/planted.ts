// Edited versions of a text whose truth is known: which paragraphs moved, were split or merged, and how many words changed.
import { chance } from './bench.ts'

export interface Planted {
  old: string[]
  new: string[]
  /** Words deleted and inserted by the edits: the least that any comparison has to mark. */
  changedWords: number
  /** For each paragraph of the later text, the paragraphs of the earlier one it came from; none for a new one. */
  from: number[][]
  /** Indexes in the later text of paragraphs that were taken elsewhere. */
  moved: Set<number>
}

/** Shares of paragraphs, by what happens to them. */
const SHARES = { deleted: 0.04, inserted: 0.05, moved: 0.05, split: 0.04, merged: 0.04, edited: 0.35 }
/** Of the moved ones, how many are edited too. */
const MOVED_AND_EDITED = 0.5

const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
const isLong = (text: string) => words(text) > 8

interface Piece {
  text: string
  from: number[]
  moved: boolean
}

/** Edits `old` by the seed. New paragraphs and words come from `foreign`, texts that do not stand in `old`. */
export function plant(old: readonly string[], foreign: readonly string[], seed: number): Planted {
  const random = chance(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const foreignWords = foreign.join(' ').match(/\p{L}{4,}/gu) ?? ['слово']
  let changedWords = 0

  /** Replaces, deletes or inserts one to four runs of one to three words. */
  const edit = (text: string): string => {
    const list = text.split(' ')
    for (let times = 1 + Math.floor(random() * 4); times > 0 && list.length > 6; times--) {
      const at = Math.floor(random() * (list.length - 3))
      const length = 1 + Math.floor(random() * 3)
      const kind = random()
      const gone = kind < 0.7 ? list.slice(at, at + length) : []
      const come = kind > 0.35 ? Array.from({ length }, () => pick(foreignWords)) : []
      list.splice(at, gone.length, ...come)
      changedWords += words(gone.join(' ')) + come.length
    }
    return list.join(' ')
  }

  const pieces: Piece[] = []
  const away: Piece[] = []
  for (const [index, text] of old.entries()) {
    const before = pieces.at(-1)
    const fate = random()
    let bar = 0
    const happens = (share: number) => fate < (bar += share)
    const boundary = text.slice(text.length / 3).search(/[.;,] \p{L}/u)
    if (happens(SHARES.deleted)) changedWords += words(text)
    else if (happens(SHARES.moved)) {
      away.push({ text: random() < MOVED_AND_EDITED ? edit(text) : text, from: [index], moved: true })
    } else if (happens(SHARES.split) && boundary >= 0 && words(text) > 20) {
      const cut = Math.floor(text.length / 3) + boundary + 1
      for (const half of [text.slice(0, cut), text.slice(cut + 1)]) pieces.push({ text: half, from: [index], moved: false })
    } else if (happens(SHARES.merged) && before && isLong(text) && isLong(before.text) && before.from.join() === `${index - 1}`) {
      before.text += ` ${text}`
      before.from.push(index)
    } else pieces.push({ text: happens(SHARES.edited) ? edit(text) : text, from: [index], moved: false })
    if (random() < SHARES.inserted) {
      const added = pick(foreign)
      changedWords += words(added)
      pieces.push({ text: added, from: [], moved: false })
    }
  }
  for (const piece of away) pieces.splice(Math.floor(random() * (pieces.length + 1)), 0, piece)
  return {
    old: [...old], new: pieces.map(({ text }) => text), changedWords, from: pieces.map(({ from }) => from),
    moved: new Set(pieces.flatMap(({ moved }, index) => (moved ? [index] : []))),
  }
}
