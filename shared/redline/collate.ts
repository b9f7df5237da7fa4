// Several versions against one base. Each is compared with the base alone; here the comparisons are read paragraph by
// paragraph of the base. A row of several paragraphs (a merge) is cut at their ends, so that every paragraph of the base has
// one cell for every version, and every paragraph of a version stands in a cell or among the additions.
import type { Addition, BaseFate, CollatedCell, Collation } from '../model/collation.ts'
import type { Comparison, Row, WordOp } from '../model/comparison.ts'

/** `comparisons` all have the same text as their earlier one. Throws `RangeError` where there is none. */
export function collate(comparisons: readonly Comparison[]): Collation {
  const [first] = comparisons
  if (!first) throw new RangeError('nothing to collate')
  const base = first.old
  const cells = base.paragraphs.map((): CollatedCell[] => [])
  const added: Addition[][] = Array.from({ length: base.paragraphs.length + 1 }, () => [])
  for (const [version, comparison] of comparisons.entries()) {
    let place = 0
    for (const row of comparison.rows) {
      if (row.old.length === 0) {
        for (const paragraph of row.new) add(added[place]!, comparison.new.paragraphs[paragraph]!.text, { version, paragraph })
        continue
      }
      for (const [index, cell] of cellsOf(row, comparison)) cells[index]!.push(cell)
      // A moved row stands at its new place; what is added there belongs between the paragraphs that stayed.
      if (row.kind !== 'moved') place = Math.max(place, row.old.at(-1)! + 1)
    }
  }
  return { base, versions: comparisons.map((comparison) => comparison.new), cells, added }
}

function add(additions: Addition[], text: string, by: Addition['by'][number]): void {
  const same = additions.find((other) => other.text === text && other.by.every(({ version }) => version !== by.version))
  if (same) same.by.push(by)
  else additions.push({ text, by: [by] })
}

function fateOf({ kind, ops }: Row): BaseFate {
  if (kind === 'deleted') return 'dropped'
  if (kind === 'same' || kind === 'inserted') return 'kept'
  return kind === 'edited' && ops.every(({ op }) => op === 'equal') ? 'kept' : kind
}

/** The cell of each paragraph of the base that the row has, its operations cut at their ends. */
function cellsOf(row: Row, { old }: Comparison): [number, CollatedCell][] {
  const fate = fateOf(row)
  const found: [number, CollatedCell][] = []
  let rest: WordOp[] = row.ops.map((op) => ({ ...op }))
  for (const [place, index] of row.old.entries()) {
    const isLast = place === row.old.length - 1
    const [own, after] = isLast ? [rest, []] : cut(rest, old.paragraphs[index]!.text.length)
    const [end, next] = isLast ? [[], []] : cut(after, 1)
    // What replaced a deleted end opens the next paragraph; what was inserted before the end belongs to this one.
    const inserted = end.filter(({ op }) => op === 'insert')
    found.push([index, { fate, now: row.new, ops: [...own, ...inserted], endGone: end.some(({ op }) => op === 'delete') }])
    rest = next
  }
  return found
}

/** Operations that spell the first `length` letters of the earlier text, and those after them. */
function cut(ops: readonly WordOp[], length: number): [WordOp[], WordOp[]] {
  const before: WordOp[] = []
  let left = length
  for (const [index, op] of ops.entries()) {
    if (op.op !== 'insert') {
      if (op.text.length >= left) {
        if (left > 0) before.push({ ...op, text: op.text.slice(0, left) })
        const rest = op.text.slice(left)
        return [before, [...(rest === '' ? [] : [{ ...op, text: rest }]), ...ops.slice(index + 1)]]
      }
      left -= op.text.length
    }
    before.push(op)
  }
  return [before, []]
}
