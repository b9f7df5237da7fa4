// Notes below the text of a page. They are read where every one of them has its mark raised in the words above; else nothing tells
// which of them belongs where.
import { raised } from '../../../../shared/segmenting/index.ts'
import { median, type Line } from './lines.ts'
import type { Piece } from './pages.ts'

export interface PdfNote {
  /** As it stands in plain text: "¹", "*". */
  mark: string
  /** The first begins with the mark. */
  lines: Line[]
}

export interface NotesRead {
  notes: PdfNote[]
  /** The sign that stands for a mark in the words. */
  signs: ReadonlyMap<Piece, string>
}

const LABEL = /^(\d{1,3}|[*†‡]+)[.)]?\s*(?=\S)/u
/** A raised figure is smaller than the letters around it. */
const RAISED = 0.8

const signOf = (label: string) => (/^\d/u.test(label) ? raised(Number(label)) : label)

/** `lines` are those of the notes of one page from above, `words` the pieces of its text. */
export function readNotes(lines: readonly Line[], words: readonly Piece[]): NotesRead | null {
  const notes = new Map<string, PdfNote>()
  let open: PdfNote | null = null
  for (const line of lines) {
    const label = LABEL.exec(line.text)
    if (label && notes.has(label[1]!)) return null
    if (label) {
      const mark = signOf(label[1]!)
      open = { mark, lines: [{ ...line, text: `${mark} ${line.text.slice(label[0].length)}` }] }
      notes.set(label[1]!, open)
    } else if (open) open.lines.push(line)
    else return null
  }
  const usual = median(words.map(({ size }) => size))
  const marks = words.filter(({ text, size }) => size < RAISED * usual && notes.has(text.trim()))
  const referred = new Set(marks.map(({ text }) => text.trim()))
  if (notes.size === 0 || referred.size < notes.size) return null
  return { notes: [...notes.values()], signs: new Map(marks.map((piece) => [piece, notes.get(piece.text.trim())!.mark])) }
}

/** Pieces with the signs in place of the marks. */
export const withSigns = (pieces: readonly Piece[], signs: NotesRead['signs']): Piece[] =>
  pieces.map((piece) => (signs.has(piece) ? { ...piece, text: piece.text.replace(piece.text.trim(), signs.get(piece)!) } : piece))
