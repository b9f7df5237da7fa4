// What is left to check in a proposed structure, and what became of every line of the file. Pure.
import { UNSURE, type ProposedParagraph, type RawParagraph, type Role } from '../../../shared/model/proposal.ts'

/** Why a paragraph should be looked at: the program was unsure, or the count skips or repeats a number here. */
export type Doubt = { index: number; kind: 'unsure' } | { index: number; kind: 'gap' | 'repeat'; before: number; after: number }

/** A number that counts ("14." → 14); null for anything else. */
const counted = (label: string | undefined) => {
  const number = /^\s*(\d{1,4})\s*[.)]?\s*$/.exec(label ?? '')?.[1]
  return number === undefined ? null : Number(number)
}

/** Whether an officer has already decided about a paragraph. */
export const isDecided = (paragraph: ProposedParagraph): boolean => paragraph.reasons.includes('by-hand')

/** Places to check, in order, at most one for each paragraph. A skipped number is doubted where it may be glued on: before. */
export function doubtsOf(paragraphs: readonly ProposedParagraph[]): Doubt[] {
  const doubts = new Map<number, Doubt>()
  paragraphs.forEach((paragraph, index) => {
    if (paragraph.confidence < UNSURE && !isDecided(paragraph)) doubts.set(index, { index, kind: 'unsure' })
  })
  let last: { index: number; number: number } | null = null
  paragraphs.forEach((paragraph, index) => {
    const number = paragraph.role === 'clause' ? counted(paragraph.label) : null
    if (number === null) return
    // A count that starts anew at 1 is a form that counts by section.
    if (last && number !== last.number + 1 && number !== 1 && !isDecided(paragraphs[last.index]!) && !isDecided(paragraph)) {
      const kind = number > last.number ? 'gap' : 'repeat'
      doubts.set(last.index, { index: last.index, kind, before: last.number, after: number })
    }
    last = { index, number }
  })
  return [...doubts.values()].sort((a, b) => a.index - b.index)
}

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
