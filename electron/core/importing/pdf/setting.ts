// How a text without structure is set: where its lines begin and end, how far apart they stand, and what parts its paragraphs.
import type { Column } from './columns.ts'
import { bodySize, median, type Line } from './lines.ts'

/** How the text is set. */
export interface Setting {
  /** Points between two baselines of a paragraph. */
  leading: number
  body: number
  /** Gaps part its paragraphs. */
  spaced: boolean
  /** Nothing but their ends parts its paragraphs: neither gaps nor indents. */
  flush: boolean
  /** The first line of a paragraph is indented. */
  byIndent: boolean
  /** Lines that were broken by hand are broken again where the page is narrower: that one is short tells nothing. */
  rebroken: boolean
}

/** Where the lines of a column begin and end. */
export interface Edges {
  left: number
  right: number
  /** How many lines begin at each place, in steps of `STEP`. */
  begins: ReadonlyMap<number, number>
}

/** Points within which two lines begin at one place. */
export const STEP = 2
export const placeOf = ({ left }: Line) => Math.round(left / STEP)

/** A gap beyond this many leadings stands between two paragraphs. */
export const GAP = 1.3

export const ENDS = /[.!?:;…。！？：；][»”"’)\]]*\d*$/u
export const OPENS = /^[«“"(—–•-]?\s*[\p{Lu}\p{Lo}\d]/u

/** A sentence that ends before this share of its line, where the next one begins below, ended its paragraph. */
const EARLY = 0.85
/** So many of all lines end early in the middle of a sentence in no text that was broken once. */
const REBROKEN = 0.1

/** A column with its edges. */
export interface Edged {
  column: Column
  edges: Edges
}

/** What parts the paragraphs of a text, by how often its lines do what. */
export function settingOf(columns: readonly Edged[]): Setting {
  const body = bodySize(columns.flatMap(({ column }) => column))
  const gaps = columns.flatMap(({ column }) => column.slice(1).map((line, i) => line.base - column[i]!.base)).filter((gap) => gap > 0)
  const leading = median(gaps)
  const counts = { indented: 0, early: 0, cut: 0, opening: 0, openingIndented: 0 }
  for (const { column, edges } of columns) {
    for (const [at, line] of column.entries()) {
      const above = column[at - 1]
      const indent = line.left - edges.left
      const isIndented = indent > 0.8 * body && indent < 5 * body
      if (isIndented) counts.indented++
      if (!above) continue
      const isApart = line.base - above.base > GAP * leading
      const [ends, short] = [ENDS.test(above.text), isShort(above, line, edges)]
      if (ends && OPENS.test(line.text)) {
        if (!isApart && above.right < edges.left + EARLY * (edges.right - edges.left)) counts.early++
        if (isApart || short) counts.opening++
        if ((isApart || short) && isIndented) counts.openingIndented++
      } else if (!ends && !isApart && short && /^\p{Ll}/u.test(line.text)) counts.cut++
    }
  }
  const wide = gaps.filter((gap) => gap > GAP * leading).length
  const rebroken = counts.cut > REBROKEN * gaps.length
  // Of a text that is parted by gaps, hardly any line ends a sentence early without one, but by chance where it is broken twice.
  const spaced = wide > 0.08 * gaps.length && counts.early <= (rebroken ? wide : wide / 3)
  return {
    leading, body, spaced, rebroken,
    flush: !spaced && counts.indented <= 0.03 * gaps.length,
    byIndent: counts.openingIndented >= 3 && counts.openingIndented > 0.7 * counts.opening,
  }
}

export function edgesOf(column: Column): Edges {
  const rights = column.map(({ right }) => right).sort((a, b) => a - b)
  const begins = new Map<number, number>()
  for (const line of column) begins.set(placeOf(line), (begins.get(placeOf(line)) ?? 0) + 1)
  return { left: leftOf(column, begins) * STEP, right: rights[Math.floor(rights.length * 0.85)] ?? 0, begins }
}

/** Where most lines begin, of equals the outermost; where these are first lines of short paragraphs, the place of the lines below them. */
function leftOf(column: Column, begins: ReadonlyMap<number, number>): number {
  const [most] = [...begins].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  if (!most) return 0
  const outermost = Math.min(...[...begins].filter(([place, count]) => count > 1 || place === most[0]).map(([place]) => place))
  const usual = column.flatMap((line, i) => (placeOf(line) === most[0] && i > 0 ? [column[i - 1]!] : []))
  const goOn = usual.filter((above) => !ENDS.test(above.text)).length
  return goOn > usual.length / 2 ? most[0] : outermost
}

/** The next word would have stood on the line too: it was ended, not broken. */
export function isShort(line: Line, next: Line, edges: Edges): boolean {
  const letter = (next.right - next.left) / Math.max(1, next.text.length)
  const word = Math.max(1, /^\S*/u.exec(next.text)![0].length)
  const isCjk = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(next.text)
  return edges.right - line.right > (isCjk ? 2 * next.size : letter * word + 0.3 * next.size)
}
