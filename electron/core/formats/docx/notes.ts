// Notes of a DOCX for a plain text: their marks stand in the words that refer to them, and each note once, with its mark.
import { raised } from '../../../../shared/segmenting/index.ts'
import type { NoteMark } from './body.ts'
import type { DocxParagraph } from './types.ts'
import type { WrittenPart } from './written.ts'

export type NoteKind = 'footnote' | 'endnote'

/** Where the paragraphs of a note are, and the mark that it got; null where the words bring one of their own. */
interface Referred {
  kind: NoteKind
  from: number
  to: number
  mark: string | null
}

export interface NoteMarks {
  markOf: NoteMark
  /** The notes that were referred to so far, each once: footnotes, then endnotes. */
  inOrder(settled: Partial<Record<NoteKind, readonly DocxParagraph[]>>): { mark: string | null; paragraphs: DocxParagraph[] }[]
}

/** Numbers what is referred to as Word does. Notes without words, and those that a change deleted, are none. */
export function noteMarks(parts: Readonly<Record<NoteKind, WrittenPart | undefined>>): NoteMarks {
  const known = new Map<string, { kind: NoteKind; from: number; to: number }>()
  const kinds = (['footnote', 'endnote'] as const).filter((kind) => {
    const part = parts[kind]
    // Of two with one id the first counts.
    for (const { id, from, to } of part?.entries ?? []) {
      if (!known.has(`${kind} ${id}`) && part!.paragraphs.slice(from, to).some(hasWords)) known.set(`${kind} ${id}`, { kind, from, to })
    }
    return [...known.values()].some((note) => note.kind === kind)
  })
  const referred = new Map<string, Referred>()
  const counts = { footnote: 0, endnote: 0 }
  return {
    markOf(kind, id, isOwn, isGone) {
      const key = `${kind} ${id}`
      const note = known.get(key)
      if (!note || isGone) return ''
      if (!referred.has(key)) referred.set(key, { ...note, mark: isOwn ? null : markFor(kind, ++counts[kind], kinds.length > 1) })
      return referred.get(key)!.mark ?? ''
    },
    inOrder: (settled) => kinds.flatMap((kind) => [...referred.values()].filter((note) => note.kind === kind)
      .map(({ mark, from, to }) => ({ mark, paragraphs: settled[kind]?.slice(from, to) ?? [] }))),
  }
}

/** Two counts side by side need two kinds of marks. */
const markFor = (kind: NoteKind, number: number, areBoth: boolean) => (areBoth && kind === 'endnote' ? `[${number}]` : raised(number))

const hasWords = ({ pieces }: WrittenPart['paragraphs'][number]) => pieces.some(({ text }) => text.trim() !== '')
