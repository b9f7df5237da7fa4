// Which paragraph of one side belongs to which of the other, while a comparison is made; and the anchors it starts from:
// paragraphs that are the same (Heckel, "A technique for isolating differences between files", 1978).

const NONE = -1

export type Key = string | null

/** One-to-one partners of both sides. */
export class Pairs {
  private readonly newOf: Int32Array
  private readonly oldOf: Int32Array

  constructor(oldCount: number, newCount: number) {
    this.newOf = new Int32Array(oldCount).fill(NONE)
    this.oldOf = new Int32Array(newCount).fill(NONE)
  }

  /** How many paragraphs each side has. */
  get counts(): { old: number; new: number } {
    return { old: this.newOf.length, new: this.oldOf.length }
  }

  copy(): Pairs {
    const copy = new Pairs(this.newOf.length, this.oldOf.length)
    copy.newOf.set(this.newOf)
    copy.oldOf.set(this.oldOf)
    return copy
  }

  add(old: number, now: number): void {
    this.newOf[old] = now
    this.oldOf[now] = old
  }

  /** false outside the text too. */
  isFreeOld = (old: number): boolean => this.newOf[old] === NONE
  isFreeNew = (now: number): boolean => this.oldOf[now] === NONE

  /** Pairs [old, new] in the order of the later text. */
  inNewOrder(): [number, number][] {
    const pairs: [number, number][] = []
    for (const [now, old] of this.oldOf.entries()) if (old !== NONE) pairs.push([old, now])
    return pairs
  }
}

/**
 * Pairs free paragraphs that occur once on both sides and are equal, then the equal neighbours of all pairs in both
 * directions: so repeated paragraphs ("* * *", a date) find the partner that stands at the same place. Equal are those of one
 * key, never those without; an empty one is no more than a neighbour.
 */
export function anchor(pairs: Pairs, old: readonly Key[], now: readonly Key[]): void {
  const placesInOld = places(old, pairs.isFreeOld)
  for (const [key, inNew] of places(now, pairs.isFreeNew)) {
    const inOld = placesInOld.get(key)
    if (key && inOld?.once && inNew.once) pairs.add(inOld.last, inNew.last)
  }
  const isEqual = (i: number, j: number) => pairs.isFreeOld(i) && pairs.isFreeNew(j) && old[i] !== null && old[i] === now[j]
  const spread = (i: number, j: number) => {
    for (let d = 1; isEqual(i + d, j + d); d++) pairs.add(i + d, j + d)
    for (let d = 1; isEqual(i - d, j - d); d++) pairs.add(i - d, j - d)
  }
  // The edges of both texts count as neighbours of a pair outside them.
  for (const [i, j] of [...pairs.inNewOrder(), [-1, -1], [old.length, now.length]] as const) spread(i, j)
}

function places(keys: readonly Key[], isFree: (at: number) => boolean): Map<Key, { last: number; once: boolean }> {
  const found = new Map<Key, { last: number; once: boolean }>()
  for (const [index, key] of keys.entries()) if (isFree(index)) found.set(key, { last: index, once: !found.has(key) })
  return found
}
