// What an officer should look at before a proposed text is stored: places in it, and reasons against the text as a whole.
import { UNSURE, type Proposal, type ProposedParagraph, type Role } from '../model/proposal.ts'

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

/** Remarks of the reader that speak against storing a text unseen. */
const TELLING: ReadonlySet<string> = new Set(['no-declaration', 'unsure', 'no-date', 'date-without-year', 'doubled-number'])

/** Roles of what the library keeps as clauses or passages. */
const STORED: ReadonlySet<Role> = new Set(['clause', 'item', 'passage'])

export type LookReason = 'no-declaration' | 'unsure' | 'no-date' | 'date-without-year' | 'doubled-number' | 'no-title' | 'no-clauses' | 'doubts'

/** Why a text should not be stored unseen; none where it is sure. */
export function reasonsToLook({ paragraphs, metadata, warnings }: Pick<Proposal, 'paragraphs' | 'metadata' | 'warnings'>): LookReason[] {
  const told = warnings.map(({ code }) => code).filter((code): code is LookReason => TELLING.has(code))
  return [...new Set([
    ...told,
    ...(metadata.title.trim() === '' ? ['no-title' as const] : []),
    ...(paragraphs.some(({ role }) => STORED.has(role)) ? [] : ['no-clauses' as const]),
    ...(doubtsOf(paragraphs).length > 0 ? ['doubts' as const] : []),
  ])]
}
