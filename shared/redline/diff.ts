// The shortest edit between two lists of numbers: Myers' algorithm in its linear-space form ("An O(ND) difference algorithm
// and its variations", 1986). A path through the grid of both lists is searched from both corners at once; where the two
// searches meet lies a stretch of the shortest path, and each half is solved in the same way.

/** [oldFrom, oldTo) against [newFrom, newTo). Stretches follow one another and cover both lists. */
export interface Stretch {
  equal: boolean
  oldFrom: number
  oldTo: number
  newFrom: number
  newTo: number
}

/** A rewriting deeper than this is shown as a whole replacement rather than searched for what survived by chance. */
const MOST_EDITS = 4096

/** Equal and changed stretches in turn. */
export function diff(old: Int32Array, now: Int32Array): Stretch[] {
  const search = new Search(old, now)
  search.between(0, old.length, 0, now.length)
  return search.stretches()
}

class Search {
  private readonly old: Int32Array
  private readonly now: Int32Array
  /** Matches [old, new, length] in order. */
  private readonly matches: [number, number, number][] = []
  /** How far each diagonal was reached from the start and from the end; one pair serves every depth of the recursion. */
  private forward = new Int32Array(0)
  private backward = new Int32Array(0)

  constructor(old: Int32Array, now: Int32Array) {
    this.old = old
    this.now = now
  }

  between(oldFrom: number, oldTo: number, newFrom: number, newTo: number): void {
    const { old, now } = this
    let head = 0
    while (oldFrom + head < oldTo && newFrom + head < newTo && old[oldFrom + head] === now[newFrom + head]) head++
    if (head > 0) this.matches.push([oldFrom, newFrom, head])
    oldFrom += head
    newFrom += head
    let tail = 0
    while (oldTo - tail > oldFrom && newTo - tail > newFrom && old[oldTo - tail - 1] === now[newTo - tail - 1]) tail++
    oldTo -= tail
    newTo -= tail
    if (oldFrom < oldTo && newFrom < newTo) {
      const middle = this.middle(oldFrom, oldTo, newFrom, newTo)
      if (middle) {
        this.between(oldFrom, middle.old, newFrom, middle.new)
        this.between(middle.old, oldTo, middle.new, newTo)
      }
    }
    if (tail > 0) this.matches.push([oldTo, newTo, tail])
  }

  /** A point on a shortest path, away from both corners; null where nothing is in common or it costs too much to know. */
  private middle(oldFrom: number, oldTo: number, newFrom: number, newTo: number): { old: number; new: number } | null {
    const { old, now } = this
    const width = oldTo - oldFrom
    const height = newTo - newFrom
    const most = Math.min((width + height + 1) >> 1, MOST_EDITS)
    const zero = most + 1
    if (this.forward.length < 2 * most + 3) {
      this.forward = new Int32Array(2 * most + 3)
      this.backward = new Int32Array(2 * most + 3)
    }
    const { forward, backward } = this
    forward[zero + 1] = 0
    backward[zero + 1] = 0
    const delta = width - height
    const odd = (delta & 1) === 1
    for (let edits = 0; edits <= most; edits++) {
      for (let k = -edits; k <= edits; k += 2) {
        let x = furthest(forward, zero + k, k === -edits, k === edits)
        let y = x - k
        for (; x < width && y < height && old[oldFrom + x] === now[newFrom + y]; x++) y++
        forward[zero + k] = x
        const across = delta - k
        if (odd && Math.abs(across) < edits && x + backward[zero + across]! >= width) {
          return inside(x, y, width, height) ? { old: oldFrom + x, new: newFrom + y } : null
        }
      }
      for (let k = -edits; k <= edits; k += 2) {
        let x = furthest(backward, zero + k, k === -edits, k === edits)
        let y = x - k
        for (; x < width && y < height && old[oldTo - 1 - x] === now[newTo - 1 - y]; x++) y++
        backward[zero + k] = x
        const across = delta - k
        if (!odd && Math.abs(across) <= edits && x + forward[zero + across]! >= width) {
          return inside(x, y, width, height) ? { old: oldTo - x, new: newTo - y } : null
        }
      }
    }
    return null
  }

  stretches(): Stretch[] {
    const found: Stretch[] = []
    let old = 0
    let now = 0
    const changed = (oldTo: number, newTo: number) => {
      if (oldTo > old || newTo > now) found.push({ equal: false, oldFrom: old, oldTo, newFrom: now, newTo })
    }
    for (const [x, y, length] of this.matches) {
      changed(x, y)
      const last = found.at(-1)
      if (last?.equal && last.oldTo === x && last.newTo === y) {
        last.oldTo += length
        last.newTo += length
      } else found.push({ equal: true, oldFrom: x, oldTo: x + length, newFrom: y, newTo: y + length })
      old = x + length
      now = y + length
    }
    changed(this.old.length, this.now.length)
    return found
  }
}

/** One edit further along a diagonal: down from the one above it, or right from the one below, whichever reached further. */
function furthest(reached: Int32Array, at: number, lowest: boolean, highest: boolean): number {
  const down = lowest || (!highest && reached[at - 1]! < reached[at + 1]!)
  return down ? reached[at + 1]! : reached[at - 1]! + 1
}

const inside = (x: number, y: number, width: number, height: number) => !(x === 0 && y === 0) && !(x === width && y === height)
