// Two hands edited one paragraph, each starting from the text that was sent. Their edits are told anew for the text as it stands
// here; where both touched the same words there is no telling, and a person has to choose.
import type { WordOp } from '../model/comparison.ts'
import type { Piece } from './pieces.ts'

/**
 * `theirs` and `ours` both start from the text that was sent. Returns `theirs` for the text as `ours` left it (its equal and
 * deleted pieces spell that text), or null where the two meet: both wrote at one place, one rewrote what the other took out.
 * What both did alike they agree on.
 */
export function rebase(theirs: readonly Piece[], ours: readonly WordOp[]): Piece[] | null {
  const rebased: Piece[] = []
  const our = new Cursor(ours)
  /** Both took out the words just before this place. */
  let bothTookOut = false
  const keepOurs = () => {
    rebased.push({ op: 'equal', text: our.take(Infinity) })
    bothTookOut = false
  }

  for (const piece of deletionsFirst(theirs)) {
    if (piece.op === 'insert') {
      if (our.op === 'insert' && our.text === piece.text && !piece.end) {
        keepOurs()
        continue
      }
      if (our.op === 'insert' || our.isInside('delete') || bothTookOut) return null
      rebased.push(piece)
      continue
    }
    for (let used = 0; used < piece.text.length;) {
      if (our.op === 'insert') {
        if (bothTookOut || (piece.op === 'delete' && used > 0)) return null
        keepOurs()
        continue
      }
      if (our.op === null) return null
      const op = our.op
      const text = our.take(piece.text.length - used)
      used += text.length
      bothTookOut = piece.op === 'delete' && op === 'delete'
      if (op === 'equal') rebased.push({ ...piece, text })
    }
  }
  while (our.op === 'insert') {
    if (bothTookOut) return null
    keepOurs()
  }
  return our.op === null ? rebased : null
}

/** Reads operations letter by letter. */
class Cursor {
  private readonly ops: readonly WordOp[]
  private at = 0
  private used = 0

  constructor(ops: readonly WordOp[]) {
    this.ops = ops
  }

  /** The operation at this place; null at the end. */
  get op(): WordOp['op'] | null {
    return this.ops[this.at]?.op ?? null
  }

  /** What is left of it. */
  get text(): string {
    return this.ops[this.at]?.text.slice(this.used) ?? ''
  }

  /** Whether this place is in the middle of such an operation. */
  isInside(op: WordOp['op']): boolean {
    return this.op === op && this.used > 0
  }

  /** Up to this many letters of the operation. */
  take(length: number): string {
    const text = this.text.slice(0, length)
    this.used += text.length
    if (this.used === this.ops[this.at]!.text.length) {
      this.at++
      this.used = 0
    }
    return text
  }
}

/** At one place deletions come first, as they do in `ours`. Over an end that was put in nothing changes places. */
function deletionsFirst(pieces: readonly Piece[]): Piece[] {
  const ordered: Piece[] = []
  for (const piece of pieces) {
    let at = ordered.length
    while (piece.op === 'delete' && ordered[at - 1]?.op === 'insert' && !ordered[at - 1]!.end) at--
    ordered.splice(at, 0, piece)
  }
  return ordered
}
