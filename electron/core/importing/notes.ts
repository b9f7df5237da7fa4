// Notes of a file stand below its text, as they do in a plain one.
import type { RawParagraph } from '../../../shared/model/proposal.ts'

/** The text with its notes behind it, as far as there is room, and how many had none. */
export function withNotes(text: readonly RawParagraph[], notes: readonly (readonly RawParagraph[])[], most: number): { paragraphs: RawParagraph[]; leftOut: number } {
  const paragraphs = [...text]
  let line = text.at(-1)?.line ?? 0
  for (const [index, note] of notes.entries()) {
    if (paragraphs.length + note.length > most) return { paragraphs, leftOut: notes.length - index }
    for (const paragraph of note) paragraphs.push({ ...paragraph, line: ++line })
  }
  return { paragraphs, leftOut: 0 }
}
