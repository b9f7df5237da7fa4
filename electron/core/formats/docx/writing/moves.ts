// Which moves of a statement can stand in Word as moves: two stretches of text with one name, one marked as moved from, one as
// moved to. What cannot is written as the deletion and the insertion that it also is; both texts come out the same.
import type { Block, Revision } from '../../../../../shared/model/statement.ts'
import { layers } from '../pen.ts'

/** A run of a block; past the last one it is the paragraph's end. */
export interface Place {
  block: number
  run: number
}

/** Half a move: all that it moved, from the first place to the last. */
export interface Half {
  first: Place
  last: Place
  by: Revision
}

export interface Move {
  from: Half
  to: Half
}

/** A place in the order of the text, with the halves of moves that it carries. */
interface Carrier {
  place: Place
  halves: Revision[]
  /** Nothing is open here, and there is text: it would not move. */
  settled: boolean
}

interface Stretch extends Half {
  from: number
  to: number
}

/** Moves by their id. `marks` are the changes of the ends of `blocks`, as far as they are written where they stand. */
export function wholeMoves(blocks: readonly Block[], marks: readonly (readonly Revision[])[]): Map<string, Move> {
  const carriers = carriersOf(blocks, marks)
  const refused = new Set<string>()
  const stretches = new Map<string, { from?: Stretch; to?: Stretch }>()
  carriers.forEach(({ place, halves }, at) => {
    // Moved twice: Word has one move a place.
    if (halves.length > 1) for (const { move } of halves) refused.add(move!)
    for (const by of halves) {
      const known = stretches.get(by.move!) ?? {}
      const side = by.kind === 'deletion' ? 'from' : 'to'
      const stretch = known[side] ?? { first: place, last: place, by, from: at, to: at }
      stretches.set(by.move!, { ...known, [side]: { ...stretch, last: place, to: at } })
    }
  })
  // An end at the very last place is written before it, or not at all.
  for (const { move } of layers(blocks.at(-1)?.mark)) if (move !== undefined) refused.add(move)

  const whole = new Map<string, Move>()
  const taken: Stretch[] = []
  for (const [id, { from, to }] of stretches) {
    if (!from || !to || refused.has(id)) continue
    const halves = [from, to]
    const parted = halves.some((half) => carriers.slice(half.from, half.to + 1).some((carrier) => carrier.settled))
    const crossing = [...taken, to].some((other) => overlaps(from, other)) || taken.some((other) => overlaps(to, other))
    if (parted || crossing) continue
    taken.push(...halves)
    whole.set(id, { from, to })
  }
  return whole
}

const overlaps = (a: Stretch, b: Stretch) => a.from <= b.to && b.from <= a.to

function carriersOf(blocks: readonly Block[], marks: readonly (readonly Revision[])[]): Carrier[] {
  return blocks.flatMap(({ runs }, block) => [
    ...runs.map(({ text, revisions }, run): Carrier =>
      ({ place: { block, run }, halves: halvesOf(revisions), settled: text !== '' && !revisions?.length })),
    { place: { block, run: runs.length }, halves: halvesOf(marks[block]), settled: marks[block]!.length === 0 },
  ])
}

const halvesOf = (stack: readonly Revision[] | undefined) => layers(stack).filter((revision) => revision.move !== undefined)

/**
 * The changes of each end, as moves only where the last words before it move along. LibreOffice leaves any other moved end
 * where it is; inserted or deleted it goes with the rest.
 */
export function movedEnds(blocks: readonly Block[], marks: readonly (readonly Revision[])[]): Revision[][] {
  return marks.map((mark, block) => {
    const moved = halvesOf(blocks[block]!.runs.findLast((run) => run.text !== '')?.revisions).map((half) => half.id)
    return mark.map(({ move, ...revision }) =>
      (move !== undefined && moved.includes(revision.id) ? { ...revision, move } : revision))
  })
}
