// The lines of a PDF without structure → its paragraphs, by their places alone: gaps, indents, last lines that are not full.
import { readLabel } from '../../../../shared/segmenting/labels.ts'
import { columnsOf, type Column } from './columns.ts'
import { bodySize, median, type Line } from './lines.ts'
import type { Trimmed } from './margins.ts'

export interface Block {
  lines: Line[]
  centered: boolean
  /** Indexes of lines after the end of a sentence of which no place tells whether they begin a paragraph. */
  doubtful: number[]
}

/** How the text is set. */
interface Setting {
  /** Points between two baselines of a paragraph. */
  leading: number
  body: number
  /** Gaps part its paragraphs. */
  spaced: boolean
  /** Nothing but their ends parts its paragraphs: neither gaps nor indents. */
  flush: boolean
}

/** Where the lines of a column begin and end. */
interface Edges {
  left: number
  right: number
  /** How many lines begin at each place, in steps of `STEP`. */
  begins: ReadonlyMap<number, number>
}

/** Points within which two lines begin at one place. */
const STEP = 2
const placeOf = ({ left }: Line) => Math.round(left / STEP)

/** A gap beyond this many leadings stands between two paragraphs. */
const GAP = 1.3

export function blocksOf({ pages }: Trimmed): Block[] {
  const columns = pages.flatMap(({ lines, width }) => columnsOf(lines, width))
  const body = bodySize(columns.flat())
  const gaps = columns.flatMap((column) => column.slice(1).map((line, i) => line.base - column[i]!.base)).filter((gap) => gap > 0)
  const leading = median(gaps)
  const setting = settingOf(columns.map((column) => ({ column, edges: edgesOf(column) })), { leading, body, gaps })
  const blocks: Block[] = []
  let before: { line: Line; edges: Edges } | null = null
  for (const column of columns) {
    const edges = edgesOf(column)
    let above: Line | null = null
    for (const [index, line] of column.entries()) {
      const open = blocks.at(-1)
      const centered = isCentered(line, column[index + 1], edges, body)
      const anew = !open || !before || startsAnew(before, line, above === null, edges, centered, open, setting)
      if (anew) blocks.push({ lines: [line], centered, doubtful: [] })
      else {
        if ((above === null || setting.flush) && ENDS.test(before!.line.text)) open.doubtful.push(open.lines.length)
        open.lines.push(line)
      }
      above = line
      before = { line, edges }
    }
  }
  return parted(blocks)
}

/** Of a text that is parted by gaps, hardly any line ends a sentence early without one. */
function settingOf(columns: readonly { column: Column; edges: Edges }[], { leading, body, gaps }: { leading: number; body: number; gaps: readonly number[] }): Setting {
  let [early, indented] = [0, 0]
  for (const { column, edges } of columns) {
    for (const [at, line] of column.entries()) {
      const above = column[at - 1]
      if (line.left - edges.left > 0.8 * body && line.left - edges.left < 5 * body) indented++
      if (!above || line.base - above.base > GAP * leading || !ENDS.test(above.text) || !OPENS.test(line.text)) continue
      if (above.right < edges.left + EARLY * (edges.right - edges.left)) early++
    }
  }
  const wide = gaps.filter((gap) => gap > GAP * leading).length
  const spaced = wide > 0.08 * gaps.length && early <= wide / 3
  return { leading, body, spaced, flush: !spaced && indented <= 0.03 * gaps.length }
}

/** A sentence that ends before this share of its line, where the next one begins below, ended its paragraph. */
const EARLY = 0.85

/** With an article or the like the word behind it: "The Parties". */
const firstWord = ({ text }: Line) => /^[«“"]?(?:\p{L}{1,3} )?\p{L}{4,}/u.exec(text)?.[0] ?? ''

/** Parts blocks at their doubtful lines where these open with the word that opens many paragraphs. */
function parted(blocks: readonly Block[]): Block[] {
  const counts = new Map<string, number>()
  for (const { lines } of blocks) counts.set(firstWord(lines[0]!), (counts.get(firstWord(lines[0]!)) ?? 0) + 1)
  const isUsual = (line: Line) => firstWord(line) !== '' && (counts.get(firstWord(line)) ?? 0) >= Math.max(3, blocks.length / 5)
  return blocks.flatMap((block) => {
    const cuts = [0, ...block.doubtful.filter((at) => isUsual(block.lines[at]!)), block.lines.length]
    return cuts.slice(1).map((to, i) => ({ ...block, lines: block.lines.slice(cuts[i], to) }))
  })
}

function edgesOf(column: Column): Edges {
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

/** As far from the left edge as from the right one, and no first line of a paragraph: these begin at one place. */
function isCentered(line: Line, next: Line | undefined, edges: Edges, body: number): boolean {
  const indent = line.left - edges.left
  if (indent < 1.5 * body || Math.abs(indent - (edges.right - line.right)) > 1.5 * body) return false
  const goesOn = next !== undefined && Math.abs(next.left - edges.left) < body && /^\p{Ll}/u.test(next.text)
  return !goesOn && edges.begins.get(placeOf(line))! < 3
}

const ENDS = /[.!?:;…。！？：；][»”"’)\]]*\d*$/u
const OPENS = /^[«“"(—–•-]?\s*[\p{Lu}\p{Lo}\d]/u

/** A number opens a paragraph; a letter or a dash may belong to the sentence. */
function isNumbered(text: string): boolean {
  const label = readLabel(text.slice(0, 40))
  return label !== null && label.kind !== 'letter' && label.kind !== 'dash'
}

/** The next word would have stood on the line too: it was ended, not broken. */
function isShort(line: Line, next: Line, edges: Edges): boolean {
  const letter = (next.right - next.left) / Math.max(1, next.text.length)
  const word = Math.max(1, /^\S*/u.exec(next.text)![0].length)
  const isCjk = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(next.text)
  return edges.right - line.right > (isCjk ? 2 * next.size : letter * word + 0.3 * next.size)
}

function startsAnew(
  before: { line: Line; edges: Edges }, line: Line, first: boolean, edges: Edges, centered: boolean, open: Block, setting: Setting,
): boolean {
  const { leading, body, spaced } = setting
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
  if (!isShort(above, line, before.edges)) return false
  return !spaced || first ? ends || OPENS.test(line.text) : ends && above.right < before.edges.left + 0.6 * (before.edges.right - before.edges.left)
}
