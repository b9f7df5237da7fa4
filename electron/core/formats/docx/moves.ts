// Moves. Word marks where a moved text stood and where it stands by two ranges of one name. A foreign file may cross ranges,
// forget their ends or one of the two: then the moved text is what each half says alone, deleted there and inserted here.

export type Side = 'from' | 'to'

export interface MoveRange {
  side: Side
  name: string
  /** Its end was found, and no other range of its side crosses it. */
  sound: boolean
  /** Some text or end of a paragraph is moved within it. */
  used: boolean
}

export interface MoveRanges {
  start(side: Side, id: string, name: string): void
  end(side: Side, id: string): void
  /** The range that moved text belongs to here; undefined where there is none, or more than one. */
  at(side: Side): MoveRange | undefined
  /** Ids of moves by the ranges whose other half was found too; call it once the part is read. */
  paired(): Map<MoveRange, string>
  /** How many ranges have no place in a move; call it once the part is read. */
  unpaired(): number
}

export function moveRanges(): MoveRanges {
  const all: MoveRange[] = []
  const crossed = new Set<MoveRange>()
  const open = { from: new Set<MoveRange>(), to: new Set<MoveRange>() }
  // Ids need not be unique: an end closes the latest open range of its id.
  const byId = { from: new Map<string, MoveRange[]>(), to: new Map<string, MoveRange[]>() }
  let pairs: Map<MoveRange, string> | null = null
  const isSound = (range: MoveRange) => range.sound && range.used && range.name !== '' && !crossed.has(range)
  const pair = () => pairs ??= pairUp(all.filter(isSound))
  return {
    start(side, id, name) {
      const range: MoveRange = { side, name, sound: false, used: false }
      all.push(range)
      if (open[side].size > 0) crossed.add(range)
      // Of several that are open, all were marked when the second one began.
      if (open[side].size === 1) for (const other of open[side]) crossed.add(other)
      open[side].add(range)
      const same = byId[side].get(id)
      if (same) same.push(range)
      else byId[side].set(id, [range])
    },
    end(side, id) {
      const range = byId[side].get(id)?.pop()
      if (!range) return
      range.sound = true
      open[side].delete(range)
    },
    at(side) {
      if (open[side].size !== 1) return undefined
      const [range] = open[side]
      range!.used = true
      return range
    },
    paired: pair,
    unpaired: () => all.length - pair().size,
  }
}

/** Ranges of one name on both sides are one move; several of a side are parts of it. */
function pairUp(ranges: readonly MoveRange[]): Map<MoveRange, string> {
  const byName = Map.groupBy(ranges, ({ name }) => name)
  const ids = new Map<MoveRange, string>()
  let count = 0
  for (const parts of byName.values()) {
    if (new Set(parts.map(({ side }) => side)).size < 2) continue
    const id = `m${++count}`
    for (const range of parts) ids.set(range, id)
  }
  return ids
}
