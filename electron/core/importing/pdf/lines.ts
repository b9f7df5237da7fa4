// Pieces of text → the lines they were set in.
import type { Piece } from './pages.ts'

export interface Line {
  text: string
  left: number
  right: number
  base: number
  size: number
  /** Index of its page. */
  page: number
}

/** Baselines closer than this share of the font's height are one line: figures of notes stand a little higher. */
const SAME_LINE = 0.45
/** A gap beyond this share of the font's height is a space even where none is written. */
const SPACE = 0.15
/** Pieces farther apart are no neighbours on a line; a justified line has wide spaces, but these are written. */
const FAR = 2

/** Lines in the order of the pieces. A piece to the left of the one before it, or far to its right, begins another line. */
export function linesOf(pieces: readonly Piece[], page: number): Line[] {
  const lines: Line[] = []
  for (const piece of pieces) {
    const line = lines.at(-1)
    if (line && goesOn(line, piece)) append(line, piece)
    else if (piece.text.trim() !== '') {
      const { left, right, base, size } = piece
      lines.push({ text: piece.text.trimStart(), left, right, base, size, page })
    }
  }
  return lines.map((line) => ({ ...line, text: line.text.replace(/\s+/gu, (space) => (space === '\u00A0' ? space : ' ')).trim() }))
    .filter(({ text }) => text !== '')
}

const goesOn = (line: Line, piece: Piece) => {
  const size = Math.max(line.size, piece.size)
  return Math.abs(line.base - piece.base) < SAME_LINE * size && piece.left > line.right - size && piece.left < line.right + FAR * size
}

function append(line: Line, piece: Piece): void {
  if (piece.text.trim() === '') {
    // A space as wide as a gap between columns is one.
    if (piece.right - piece.left > FAR * line.size) return
    if (!/\s$/u.test(line.text)) line.text += piece.text
    line.right = Math.max(line.right, piece.right)
    return
  }
  const isApart = piece.left - line.right > SPACE * piece.size && !/\s$/u.test(line.text) && !/^\s/u.test(piece.text)
  if (line.size < piece.size) Object.assign(line, { size: piece.size, base: piece.base })
  line.text += (isApart ? ' ' : '') + piece.text
  line.right = Math.max(line.right, piece.right)
}

/** Lines that stand beside each other in one column, put together and sorted from above. */
export function rowsOf(lines: readonly Line[]): Line[] {
  const rows: Line[] = []
  for (const line of lines.toSorted((a, b) => a.base - b.base || a.left - b.left)) {
    const row = rows.findLast(({ base, size }) => Math.abs(base - line.base) < SAME_LINE * Math.max(size, line.size))
    if (!row) {
      rows.push({ ...line })
      continue
    }
    const [first, second] = row.left <= line.left ? [row, line] : [line, row]
    Object.assign(row, {
      text: `${first.text} ${second.text}`, left: first.left, right: Math.max(row.right, line.right), size: Math.max(row.size, line.size),
    })
  }
  return rows
}

export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0
}

/** Height of the letters that most of the text is set in. */
export function bodySize(lines: readonly Line[]): number {
  const letters = new Map<number, number>()
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 4) / 4
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length)
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}
