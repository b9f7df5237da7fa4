// What stands between the runs of a file: starts and ends of moves, comments and bookmarks, by their place in the text.
import type { Block } from '../../../../../shared/model/statement.ts'
import { element, signatureOf, type Anchor } from '../elements.ts'
import type { Signature } from '../pen.ts'
import type { Move, Place } from './moves.ts'

export interface Anchors {
  /** Before the run or paragraph's end at a place. */
  before(place: Place, anchor: Anchor): void
  /** After it; after a paragraph's end is where the next paragraph starts. */
  after(place: Place, anchor: Anchor): void
  at(block: number, run: number): readonly Anchor[]
}

export function createAnchors(blocks: readonly Block[]): Anchors {
  const opening = new Map<string, Anchor[]>()
  const closing = new Map<string, Anchor[]>()
  const put = (map: Map<string, Anchor[]>, block: number, run: number, anchor: Anchor) => {
    const key = `${block} ${run}`
    map.set(key, [...(map.get(key) ?? []), anchor])
  }
  return {
    before: ({ block, run }, anchor) => put(opening, block, run, anchor),
    after({ block, run }, anchor) {
      if (run < blocks[block]!.runs.length) put(closing, block, run + 1, anchor)
      else put(closing, block + 1, 0, anchor)
    },
    // What ends at a place ends before anything starts there.
    at: (block, run) => [...(closing.get(`${block} ${run}`) ?? []), ...(opening.get(`${block} ${run}`) ?? [])],
  }
}

/** The ranges of moves: both halves under one name, each with a number of its own. */
export function anchorMoves(moves: Iterable<Move>, anchors: Anchors): void {
  let count = 0
  for (const { from, to } of moves) {
    const name = `move${++count}`
    for (const [half, range] of [[from, 'w:moveFromRange'], [to, 'w:moveToRange']] as const) {
      let start: Signature
      anchors.before(half.first, (pen) => {
        start = pen.apart(half.by)
        return [element(`${range}Start`, { ...signatureOf(start), 'w:name': name })]
      })
      anchors.after(half.last, () => [element(`${range}End`, { 'w:id': start.id })])
    }
  }
}
