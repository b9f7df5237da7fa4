// What stands around the text of a page: running heads and feet, numbers of pages and of lines, notes below the text.
import { linesOf, median, type Line } from './lines.ts'
import { readNotes, withSigns, type NotesRead, type PdfNote } from './notes.ts'
import type { Piece, TextPage } from './pages.ts'

export interface Trimmed {
  pages: { lines: Line[]; width: number; height: number }[]
  /** Notes below the text that were read. */
  noted: PdfNote[]
  /** Notes that were not, and lines that stand around the text. */
  notes: number
  around: number
}

/** Shares of a page's height within which heads and feet stand. */
const HEAD = 0.12
const FOOT = 0.88
/** Letters of a note are smaller than those of the text. */
const SMALL = 0.93

const ALONE = /^[\d\s]{1,5}$/u
const PAGE_NUMBER = /^(?:[-–—]\s*)?(?:(?:page|стр\.?|страница|с\.)\s*)?\d{1,4}(?:\s*(?:\/|of|из)\s*\d{1,4})?(?:\s*[-–—])?$|^[ivxlc]{1,7}$/iu
const NOTE = /^(?:\d{1,3}|[*†‡]+)[.)]?\s*\S/u

/** The lines of each page's text, without what stands around them. */
export function withoutMargins(pages: readonly TextPage[], body: number): Trimmed {
  const trimmed: Trimmed = { pages: [], noted: [], notes: 0, around: 0 }
  const drawn = pages.map((page, index) => {
    const { kept, numbers } = withoutLineNumbers(page)
    trimmed.around += numbers
    return linesOf(kept, index)
  })
  const running = runningLines(drawn, pages)
  for (const [index, { width, height }] of pages.entries()) {
    const around = new Set(drawn[index]!.filter((line) => running.has(keyOf(line, height)) || isPageNumber(line, drawn[index]!, height)))
    trimmed.around += around.size
    const text = drawn[index]!.filter((line) => !around.has(line))
    const notes = notesOf(text, body, height)
    const words = text.filter((line) => !notes.has(line))
    const foot = Math.min(...[...notes].map(({ base, size }) => base - size))
    const read = readNotes([...notes].toSorted((a, b) => a.base - b.base), pages[index]!.pieces.filter(({ artifact, base }) => !artifact && base < foot))
    if (read) trimmed.noted.push(...read.notes)
    else trimmed.notes += [...notes].filter((line) => NOTE.test(line.text)).length
    trimmed.pages.push({ lines: read ? withTheirSigns(words, pages[index]!, read, index) : withoutMarks(words, pages[index]!, notes, index), width, height })
  }
  return trimmed
}

/** Figures alone, one below the other, to the left or right of all other text. */
function withoutLineNumbers({ pieces }: TextPage): { kept: Piece[]; numbers: number } {
  const text = pieces.filter((piece) => !piece.artifact && !ALONE.test(piece.text) && piece.text.trim() !== '')
  const wide = text.filter(({ left, right, size }) => right - left > 5 * size)
  const [left, right] = [edge(wide, 'left'), edge(wide, 'right')]
  const beside = (piece: Piece) => /^\d{1,4}$/u.test(piece.text.trim()) && (piece.right < left - 1 || piece.left > right + 1)
  const numbers = pieces.filter((piece) => !piece.artifact && beside(piece))
  const columns = numbers.length >= 3
  return { kept: pieces.filter((piece) => !piece.artifact && !(columns && beside(piece))), numbers: columns ? 1 : 0 }
}

/** The outermost edge that more than a stray piece reaches. */
function edge(pieces: readonly Piece[], side: 'left' | 'right'): number {
  const sorted = pieces.map((piece) => piece[side]).sort((a, b) => (side === 'left' ? a - b : b - a))
  return sorted[Math.floor(sorted.length * 0.02)] ?? (side === 'left' ? 0 : Infinity)
}

const inMargin = ({ base }: Line, height: number) => base < HEAD * height || base > FOOT * height
const keyOf = ({ text, base }: Line, height: number) => `${Math.round((base / height) * 200)} ${text.replace(/\d+/gu, '#')}`

/** Lines that come again at one place of page after page; of facing pages every second has them. */
function runningLines(drawn: readonly Line[][], pages: readonly TextPage[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const [index, lines] of drawn.entries()) {
    const { height } = pages[index]!
    for (const key of new Set(lines.filter((line) => inMargin(line, height)).map((line) => keyOf(line, height)))) {
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  const enough = Math.max(2, Math.floor(pages.length * 0.4))
  return new Set([...counts].filter(([, count]) => count >= enough).map(([key]) => key))
}

/** A figure alone above or below everything else on its page, and apart from it. */
function isPageNumber(line: Line, lines: readonly Line[], height: number): boolean {
  if (!inMargin(line, height) || !PAGE_NUMBER.test(line.text)) return false
  const others = lines.filter((other) => Math.abs(other.base - line.base) > 1)
  if (lines.some((other) => other !== line && Math.abs(other.base - line.base) <= 1)) return false
  const apart = 1.6 * line.size
  return others.every(({ base }) => base < line.base - apart) || others.every(({ base }) => base > line.base + apart)
}

/** The small lines at the foot of a page, from the first that begins with a mark of a note. */
function notesOf(lines: readonly Line[], body: number, height: number): ReadonlySet<Line> {
  const fromBelow = lines.toSorted((a, b) => b.base - a.base)
  const small: Line[] = []
  for (const line of fromBelow) {
    if (line.size > SMALL * body || line.base < height / 3) break
    small.push(line)
  }
  const first = small.findLast(({ text }) => NOTE.test(text))
  return new Set(first ? small.filter(({ base }) => base >= first.base) : [])
}

/** The text without the raised figures that refer to notes found on the page; other raised figures are part of it. */
function withoutMarks(lines: Line[], page: TextPage, notes: ReadonlySet<Line>, index: number): Line[] {
  const labels = new Set([...notes].map(({ text }) => /^(?:\d{1,3}|[*†‡]+)/u.exec(text)?.[0]))
  if (labels.size === 0) return lines
  const usual = median(page.pieces.map(({ size }) => size))
  const isMark = ({ text, size }: Piece) => size < 0.8 * usual && labels.has(text.trim())
  if (!page.pieces.some(isMark)) return lines
  return setAnew(lines, linesOf(page.pieces.filter((piece) => !piece.artifact && !isMark(piece)), index))
}

/** The text with the signs of its notes in place of raised figures. */
const withTheirSigns = (lines: Line[], { pieces }: TextPage, { signs }: NotesRead, index: number): Line[] =>
  setAnew(lines, linesOf(withSigns(pieces.filter(({ artifact }) => !artifact), signs), index))

const setAnew = (lines: readonly Line[], anew: readonly Line[]): Line[] =>
  lines.map((line) => anew.find(({ base, left }) => Math.abs(base - line.base) < 1 && Math.abs(left - line.left) < 1) ?? line)
