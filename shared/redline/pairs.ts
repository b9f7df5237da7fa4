// Which paragraph of one side belongs to which of the other, while a comparison is made; and the anchors it starts from:
// paragraphs that are the same to the letter (Heckel, "A technique for isolating differences between files", 1978).

const NONE = -1

/** One-to-one partners of both sides. */
export class Pairs {
  private readonly newOf: Int32Array
  private readonly oldOf: Int32Array

  constructor(oldCount: number, newCount: number) {
    this.newOf = new Int32Array(oldCount).fill(NONE)
    this.oldOf = new Int32Array(newCount).fill(NONE)
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
 * Pairs paragraphs that occur once on both sides and are equal, then their equal neighbours in both directions: so repeated
 * paragraphs ("* * *", a date) find the partner that stands at the same place.
 */
export function anchors(old: readonly string[], now: readonly string[]): Pairs {
  const pairs = new Pairs(old.length, now.length)
  const placesInOld = places(old)
  for (const [text, inNew] of places(now)) {
    const inOld = placesInOld.get(text)
    if (text !== '' && inOld?.once && inNew.once) pairs.add(inOld.last, inNew.last)
  }
  const extend = (i: number, j: number) => {
    if (!pairs.isFreeOld(i) || !pairs.isFreeNew(j) || old[i] !== now[j]) return
    pairs.add(i, j)
    ends.push([i, j])
  }
  const ends: [number, number][] = []
  // The edges of both texts count as neighbours of a pair outside them.
  extend(0, 0)
  extend(old.length - 1, now.length - 1)
  for (const [i, j] of [...pairs.inNewOrder(), ...ends]) spread(i, j)
  return pairs

  function spread(i: number, j: number): void {
    for (let d = 1; pairs.isFreeOld(i + d) && pairs.isFreeNew(j + d) && old[i + d] === now[j + d]; d++) pairs.add(i + d, j + d)
    for (let d = 1; pairs.isFreeOld(i - d) && pairs.isFreeNew(j - d) && old[i - d] === now[j - d]; d++) pairs.add(i - d, j - d)
  }
}

function places(texts: readonly string[]): Map<string, { last: number; once: boolean }> {
  const found = new Map<string, { last: number; once: boolean }>()
  for (const [index, text] of texts.entries()) found.set(text, { last: index, once: !found.has(text) })
  return found
}
