// From a comparison to what stands on screen: rows in order, the empty place a moved paragraph left behind, folds over
// unchanged stretches, and the list of changes that the keys walk through.
import type { ComparedParagraph, Comparison, Row, WordOp } from '../../../shared/model/comparison.ts'

/** Kinds as the filter offers them: a split and a merge are one question to the reader, typography is asked for apart. */
export type ChangeKind = 'inserted' | 'deleted' | 'edited' | 'moved' | 'resplit' | 'typographic'
export const CHANGE_KINDS: readonly ChangeKind[] = ['inserted', 'deleted', 'edited', 'moved', 'resplit']

export function changeKind({ kind, typographic }: Row): ChangeKind | null {
  if (typographic) return 'typographic'
  if (kind === 'split' || kind === 'merged') return 'resplit'
  return kind === 'same' ? null : kind
}

/** How many changes there are of each kind. */
export function countChanges(rows: readonly Row[]): Record<ChangeKind, number> {
  const counts = { inserted: 0, deleted: 0, edited: 0, moved: 0, resplit: 0, typographic: 0 }
  for (const row of rows) {
    const kind = changeKind(row)
    if (kind) counts[kind]++
  }
  return counts
}

export interface ShownRow {
  show: 'row'
  /** Index into `comparison.rows`. */
  at: number
  row: Row
  /** Place in the list of changes, from 0; null where the row is no change or the filter leaves it out. */
  change: number | null
  /** Of a moved paragraph: it stood higher in the earlier text. */
  above: boolean
}
/** Where a moved paragraph stood in the earlier text. */
export interface ShownGhost {
  show: 'ghost'
  at: number
  row: Row
  above: boolean
}
export interface ShownFold {
  show: 'fold'
  /** The rows [from, to) it hides. */
  from: number
  to: number
  /** How many of them are changes that the filter leaves out. */
  changes: number
  /** How many differ by typography alone. */
  typographic: number
  hides: (ShownRow | ShownGhost)[]
}
export type Shown = ShownRow | ShownGhost | ShownFold

/** Rows and ghosts in reading order: a ghost follows the paragraph that preceded it in the earlier text. */
export function inOrder(comparison: Comparison): (ShownRow | ShownGhost)[] {
  const rows = comparison.rows.map((row, at): ShownRow => ({ show: 'row', at, row, change: null, above: false }))
  const ghosts = rows
    .filter(({ row }) => row.kind === 'moved')
    .map(({ row, at }): ShownGhost => ({ show: 'ghost', at, row, above: false }))
    .sort((a, b) => a.row.old[0]! - b.row.old[0]!)
  const out: (ShownRow | ShownGhost)[] = []
  let next = 0
  for (const shown of rows) {
    const first = shown.row.kind === 'moved' ? undefined : shown.row.old[0]
    if (first !== undefined) while (next < ghosts.length && ghosts[next]!.row.old[0]! < first) out.push(ghosts[next++]!)
    out.push(shown)
  }
  out.push(...ghosts.slice(next))
  const passed = new Map<number, ShownGhost>()
  for (const shown of out) {
    if (shown.show === 'ghost') passed.set(shown.at, shown)
    const ghost = shown.show === 'row' ? passed.get(shown.at) : undefined
    if (ghost) shown.above = ghost.above = true
  }
  return out
}

export interface LayoutOptions {
  /** Kinds to show; empty shows all. */
  kinds: ReadonlySet<ChangeKind>
  fold: boolean
  /** Whether a paragraph that differs by typography alone counts as changed. */
  typography: boolean
  /** Folds opened by hand, by their first row. */
  opened: ReadonlySet<number>
}

/** A shorter stretch is quicker to read than to unfold. */
const LEAST_FOLD = 2

/** What stands on screen. Headings that introduce a change stay in sight. */
export function layout(comparison: Comparison, { kinds, fold, typography, opened }: LayoutOptions): Shown[] {
  const wanted = (row: Row) => {
    const kind = changeKind(row)
    if (kind === 'typographic') return typography && (kinds.size === 0 || kinds.has(kind))
    return kind !== null && (kinds.size === 0 || kinds.has(kind))
  }
  let changes = 0
  const all = inOrder(comparison).map((shown) =>
    shown.show === 'row' && wanted(shown.row) ? { ...shown, change: changes++ } : shown,
  )
  if (!fold && kinds.size === 0) return all

  const out: Shown[] = []
  let stretch: (ShownRow | ShownGhost)[] = []
  const close = (before: boolean) => {
    let keep = stretch.length
    if (before) while (keep > 0 && isHeading(stretch[keep - 1]!.row, comparison)) keep--
    const hides = stretch.slice(0, keep)
    const from = hides[0]?.at ?? 0
    if (hides.length < LEAST_FOLD || opened.has(from)) out.push(...hides)
    else
      out.push({
        show: 'fold',
        from,
        to: hides.at(-1)!.at + 1,
        changes: hides.filter(({ show, row }) => show === 'row' && row.kind !== 'same' && !row.typographic).length,
        typographic: hides.filter(({ show, row }) => show === 'row' && row.typographic).length,
        hides,
      })
    out.push(...stretch.slice(keep))
    stretch = []
  }
  for (const shown of all) {
    if (wanted(shown.row)) {
      close(true)
      out.push(shown)
    } else stretch.push(shown)
  }
  close(false)
  return out
}

/** The changes alone, each under the headings that lead to it. */
export function changesOnly(shown: readonly Shown[], comparison: Comparison): Shown[] {
  const isChange = (one: Shown) => one.show === 'ghost' || (one.show === 'row' && one.change !== null)
  let leads = false
  return shown
    .toReversed()
    .filter((one) => {
      leads = isChange(one) || (leads && one.show === 'row' && isHeading(one.row, comparison))
      return leads
    })
    .toReversed()
}

const isHeading = (row: Row, { old, new: later }: Comparison) =>
  row.kind === 'same' && paragraphs(row, later, old)[0]?.kind === 'heading'
const paragraphs = (row: Row, later: Comparison['new'], old: Comparison['old']): ComparedParagraph[] =>
  row.new.length > 0 ? row.new.map((index) => later.paragraphs[index]!) : row.old.map((index) => old.paragraphs[index]!)

/** Numbers a fold speaks of: "16–19 are now 11–14"; null where a side has none. */
export function foldNumbers(fold: ShownFold, { old, new: later }: Comparison): { old: string | null; new: string | null } {
  const rows = fold.hides.filter((shown) => shown.show === 'row').map(({ row }) => row)
  return {
    old: span(rows.flatMap((row) => row.old.map((index) => old.paragraphs[index]!))),
    new: span(rows.flatMap((row) => row.new.map((index) => later.paragraphs[index]!))),
  }
}

function span(paragraphs: ComparedParagraph[]): string | null {
  const labels = paragraphs.filter(({ kind, label }) => kind === 'paragraph' && label).map(({ label }) => bare(label!))
  if (labels.length === 0) return null
  return labels.length === 1 ? labels[0]! : `${labels[0]}–${labels.at(-1)}`
}

/** A number without its point. */
export const bare = (label: string): string => label.replace(/[.)\s]+$/u, '')

export interface Piece {
  text: string
  /** Not in the other text. */
  changed: boolean
  /** Where it begins in the side's text of the row, see `sideText`. */
  from: number
}

/** One side of a row as one text: several paragraphs are joined by line breaks. */
export function sideText(row: Row, side: 'old' | 'new'): string {
  const gone = side === 'old' ? 'insert' : 'delete'
  return row.ops.flatMap(({ op, text }) => (op === gone ? [] : [text])).join('')
}

/**
 * One side of a row as its paragraphs, each as pieces. The ends of paragraphs are found by their lengths, since a paragraph
 * may itself hold line breaks.
 */
export function sideOf(row: Row, side: 'old' | 'new', comparison: Comparison, typography = true): Piece[][] {
  const indexes = row[side]
  const gone = side === 'old' ? 'insert' : 'delete'
  const pieces = row.ops.filter((op) => op.op !== gone)
  const out: Piece[][] = []
  let at = 0
  let rest = pieces.map(({ op, text, typographic }): Piece => {
    const from = at
    at += text.length
    return { text, changed: op !== 'equal' && (typography || !typographic), from }
  })
  for (const [place, index] of indexes.entries()) {
    const length = comparison[side].paragraphs[index]!.text.length
    const [own, after] = cut(rest, length)
    out.push(own)
    rest = place < indexes.length - 1 ? cut(after, 1)[1] : after
  }
  return out
}

/** Pieces up to a length, and those after it. */
function cut(pieces: Piece[], length: number): [Piece[], Piece[]] {
  const before: Piece[] = []
  let left = length
  for (const [index, piece] of pieces.entries()) {
    if (piece.text.length > left) {
      if (left > 0) before.push({ ...piece, text: piece.text.slice(0, left) })
      return [before, [{ ...piece, text: piece.text.slice(left), from: piece.from + left }, ...pieces.slice(index + 1)]]
    }
    before.push(piece)
    left -= piece.text.length
  }
  return [before, []]
}

const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

/** Share of words that stand in both texts, in percent; 100 only where nothing differs. */
export function percentSame(ops: readonly WordOp[]): number {
  let same = 0
  let all = 0
  for (const { op, text } of ops) {
    const count = words(text)
    if (op === 'equal') same += 2 * count
    all += op === 'equal' ? 2 * count : count
  }
  if (ops.every(({ op }) => op === 'equal')) return 100
  return all === 0 ? 99 : Math.min(99, Math.floor((100 * same) / all))
}

/** The next change after `from` (or before it), round the end; null where there is none. */
export function stepChange(total: number, from: number | null, step: 1 | -1): number | null {
  if (total === 0) return null
  if (from === null) return step === 1 ? 0 : total - 1
  return (from + step + total) % total
}
