// The lines of a page → its columns, in the order they are read: what spans them parts the page into bands.
import { rowsOf, type Line } from './lines.ts'

/** Points: the narrowest strip between columns, and the narrowest column. */
const GUTTER = 7
const NARROWEST = 60

/** Lines that may cross a gutter: headings across the page. */
const CROSSING = 0.15
/** The lines of one band and column, from above. */
export type Column = Line[]

export function columnsOf(lines: readonly Line[], width: number): Column[] {
  const gutters = guttersOf(lines, width)
  const spans = (line: Line) => gutters.some((gutter) => line.left < gutter - 2 && line.right > gutter + 2)
  const across = lines.filter(spans).map(({ base }) => base)
  const columns = new Map<string, { band: number; column: number; lines: Line[] }>()
  for (const line of lines) {
    // A line across the page stands in a column of its own, before those below it.
    const band = across.filter((base) => base < line.base - 1).length
    const column = spans(line) ? 0 : 1 + gutters.filter((gutter) => (line.left + line.right) / 2 > gutter).length
    const key = gutters.length === 0 ? '' : `${band}.${column}`
    const known = columns.get(key) ?? { band: spans(line) ? band : band - 0.5, column, lines: [] }
    known.lines.push(line)
    columns.set(key, known)
  }
  return joinedBands([...columns.values()].sort((a, b) => a.band - b.band || a.column - b.column)).map(rowsOf)
}

/** Lines across the page that follow each other are one column. */
function joinedBands(columns: { column: number; lines: Line[] }[]): Line[][] {
  const joined: { column: number; lines: Line[] }[] = []
  for (const column of columns) {
    const above = joined.at(-1)
    if (above && above.column === 0 && column.column === 0) above.lines.push(...column.lines)
    else joined.push({ column: column.column, lines: [...column.lines] })
  }
  return joined.map(({ lines }) => lines)
}

/** Middles of the strips, from above to below, that hardly a line crosses and that have text on both sides of the same rows. */
function guttersOf(lines: readonly Line[], width: number): number[] {
  if (lines.length < 8) return []
  const covered = new Uint32Array(Math.ceil(width) + 2)
  for (const { left, right } of lines) for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, right); x++) covered[x]!++
  const [from, to] = [Math.min(...lines.map(({ left }) => left)), Math.max(...lines.map(({ right }) => right))]
  const gutters: number[] = []
  for (let x = Math.ceil(from + NARROWEST); x < to - NARROWEST; x++) {
    if (!isFree(covered, x, lines.length)) continue
    const start = x
    while (x < to && isFree(covered, x, lines.length)) x++
    if (x - start >= GUTTER && x < to - NARROWEST && isShared(lines, (start + x) / 2)) gutters.push((start + x) / 2)
  }
  return gutters
}

const isFree = (covered: Uint32Array, x: number, lines: number) => covered[x]! <= Math.max(0, lines * CROSSING - 1) && covered[x]! < 6

/** Text stands on both sides: at least three lines each, beside each other. */
function isShared(lines: readonly Line[], gutter: number): boolean {
  const left = lines.filter(({ right }) => right <= gutter + 2)
  const right = lines.filter((line) => line.left >= gutter - 2)
  if (left.length < 3 || right.length < 3) return false
  const top = Math.max(Math.min(...left.map(({ base }) => base)), Math.min(...right.map(({ base }) => base)))
  const bottom = Math.min(Math.max(...left.map(({ base }) => base)), Math.max(...right.map(({ base }) => base)))
  const beside = (side: Line[]) => side.filter(({ base }) => base >= top - 1 && base <= bottom + 1).length
  return beside(left) >= 3 && beside(right) >= 3
}
