// The lines of a PDF without structure → its paragraphs, by their places alone: gaps, indents, last lines that are not full.
import { readLabel } from '../../../../shared/segmenting/labels.ts'
import { parted, type Doubted } from '../openings.ts'
import { columnsOf, type Column } from './columns.ts'
import type { Line } from './lines.ts'
import type { Trimmed } from './margins.ts'
import { edgesOf, ENDS, GAP, isShort, OPENS, placeOf, settingOf, STEP, type Edges, type Setting } from './setting.ts'

/** Doubtful are lines after the end of a sentence of which no place tells whether they begin a paragraph. */
export interface Block extends Doubted<Line> {
  centered: boolean
}

export function blocksOf({ pages }: Trimmed): Block[] {
  const columns = pages.flatMap(({ lines, width }) => columnsOf(lines, width)).map((column) => ({ column, edges: edgesOf(column) }))
  const setting = settingOf(columns)
  const blocks: Block[] = []
  let before: { line: Line; edges: Edges } | null = null
  for (const { column, edges } of columns) {
    const inMiddle = centeredOf(column, edges, setting)
    let above: Line | null = null
    for (const line of column) {
      const open = blocks.at(-1)
      const centered = inMiddle.has(line)
      const anew = !open || !before || startsAnew(before, line, above === null, edges, centered, open, setting)
      if (anew) blocks.push({ lines: [line], centered, doubtful: [] })
      else {
        if (((above === null && !setting.byIndent) || setting.flush) && ENDS.test(before!.line.text)) open.doubtful.push(open.lines.length)
        open.lines.push(line)
      }
      above = line
      before = { line, edges }
    }
  }
  return parted(blocks)
}

/** As far from the left edge as from the right one, within so many points. */
const isInMiddle = (line: Line, edges: Edges, within: number) => Math.abs(line.left - edges.left - (edges.right - line.right)) <= within

/** Well apart from both edges, and no first line of a paragraph: these begin at one place. */
function isCentered(line: Line, next: Line | undefined, edges: Edges, body: number): boolean {
  const indent = line.left - edges.left
  if (indent < 1.5 * body || !isInMiddle(line, edges, 1.5 * body)) return false
  const goesOn = next !== undefined && Math.abs(next.left - edges.left) < body && /^\p{Ll}/u.test(next.text)
  return !goesOn && edges.begins.get(placeOf(line))! < 3
}

/** The centred lines of a column; one beside them that nearly fills its line is one too where it stands exactly in the middle. */
function centeredOf(column: Column, edges: Edges, { body, leading }: Setting): ReadonlySet<Line> {
  const centered = new Set(column.filter((line, i) => isCentered(line, column[i + 1], edges, body)))
  const isBeside = (line: Line, other: Line | undefined) =>
    other !== undefined && centered.has(other) && Math.abs(line.base - other.base) <= GAP * leading && Math.abs(line.size - other.size) < 0.5
  const fills = (line: Line) => line.left - edges.left > STEP && edges.begins.get(placeOf(line))! < 3 && isInMiddle(line, edges, body / 4)
  for (const [i, line] of column.entries()) if (fills(line) && isBeside(line, column[i - 1])) centered.add(line)
  for (const [i, line] of [...column.entries()].toReversed()) if (fills(line) && isBeside(line, column[i + 1])) centered.add(line)
  return centered
}

/** A number opens a paragraph; a letter or a dash may belong to the sentence. */
function isNumbered(text: string): boolean {
  const label = readLabel(text.slice(0, 40))
  return label !== null && label.kind !== 'letter' && label.kind !== 'dash'
}

function startsAnew(
  before: { line: Line; edges: Edges }, line: Line, first: boolean, edges: Edges, centered: boolean, open: Block, setting: Setting,
): boolean {
  const { leading, body, spaced, rebroken } = setting
  const above = before.line
  if (Math.abs(above.size - line.size) > 0.12 * body) return true
  if (centered !== open.centered) return true
  const gap = first ? leading : line.base - above.base
  if (gap > GAP * leading) return true
  if (centered) return false
  const ends = ENDS.test(above.text)
  // Nothing has ended, and a small letter goes on with it, wherever it stands.
  if (!ends && /^\p{Ll}/u.test(line.text)) return false
  const indent = line.left - edges.left
  if (Math.abs(indent) > 0.8 * body) {
    // Lines under a hanging indent stand where the line above them stands.
    const stays = !first && Math.abs(line.left - above.left) < 0.5 * body && open.lines.length > 1
    if (!stays) return true
  }
  if (ends && isNumbered(line.text)) return true
  const isAlone = first && open.lines.length === 1
  if (rebroken && !isAlone) return !spaced && ends && isShort(above, line, before.edges)
  if (!isShort(above, line, before.edges)) return false
  return !spaced || first ? ends || OPENS.test(line.text) : ends && above.right < before.edges.left + 0.6 * (before.edges.right - before.edges.left)
}
