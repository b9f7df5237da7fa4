// How a proposed structure is shown while it is checked, and what became of every line of the file. Pure.
import type { ProposedParagraph, RawParagraph, Role } from '../../../shared/model/proposal.ts'

/** How many lines of the file stand in some proposed paragraph, left out or not. */
export function coverage(raw: readonly RawParagraph[], paragraphs: readonly ProposedParagraph[]): { kept: number; of: number } {
  const held = new Set(paragraphs.flatMap((paragraph) => paragraph.raw))
  return { kept: raw.filter((_, index) => held.has(index)).length, of: raw.length }
}

export type ShownRow = { kind: 'paragraph'; index: number } | { kind: 'left-out'; from: number; to: number }

/** Rows of the structure column: stretches that are left out are folded into one, unless opened. */
export function rowsOf(paragraphs: readonly ProposedParagraph[], opened: ReadonlySet<number>): ShownRow[] {
  const rows: ShownRow[] = []
  for (let index = 0; index < paragraphs.length; index++) {
    if (paragraphs[index]!.role !== 'left-out') {
      rows.push({ kind: 'paragraph', index })
      continue
    }
    const from = index
    while (paragraphs[index + 1]?.role === 'left-out') index++
    rows.push({ kind: 'left-out', from, to: index })
    const isOpen = Array.from({ length: index - from + 1 }, (_, offset) => from + offset).some((at) => opened.has(at))
    if (isOpen) for (let at = from; at <= index; at++) rows.push({ kind: 'paragraph', index: at })
  }
  return rows
}

/** How many paragraphs play each role. */
export function countRoles(paragraphs: readonly ProposedParagraph[]): Partial<Record<Role, number>> {
  const counts: Partial<Record<Role, number>> = {}
  for (const { role } of paragraphs) counts[role] = (counts[role] ?? 0) + 1
  return counts
}

/** Where the last sentence of a text begins: the likeliest place of a clause that was glued on. 0 where there is but one. */
export function lastSentence(text: string, language: string): number {
  const starts = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)].map((segment) => segment.index)
  return starts.length > 1 ? starts.at(-1)! : 0
}

/** The line numbers of a stretch as written: "1–3" or "15". */
export function linesOf(
  raw: readonly RawParagraph[],
  paragraphs: readonly ProposedParagraph[],
  from: number,
  to: number,
): string {
  const lines = paragraphs
    .slice(from, to + 1)
    .flatMap((paragraph) => paragraph.raw.map((index) => raw[index]?.line ?? index + 1))
  const [first, last] = [Math.min(...lines), Math.max(...lines)]
  return first === last ? String(first) : `${first}–${last}`
}
