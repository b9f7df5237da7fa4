// What the reader of a file has to say about it, tied to lines of the file so that corrections of the structure do not shift it. Pure.
import type { Metadata } from '../../../shared/model/declaration.ts'
import type { Proposal } from '../../../shared/model/proposal.ts'

export interface Remark {
  code: string
  /** Words of the file, or the sentence of a remark that has no words of its own here. */
  message: string
  /** The number written at its place. */
  label: string
  /** How many of a kind, where the remark counts. */
  count: number
  /** The line it is about (an index of the raw text); null for the file as a whole. */
  raw: number | null
}

/** Skipped and repeated numbers are asked about in their own rows. */
const ASKED_IN_ROWS: ReadonlySet<string> = new Set(['number-gap', 'number-repeated'])

/** The remarks on a proposal as it was read, before any correction: on the file as a whole, then in the order of the text. */
export const remarksOf = ({ warnings, paragraphs }: Pick<Proposal, 'warnings' | 'paragraphs'>): Remark[] =>
  warnings
    .filter(({ code }) => !ASKED_IN_ROWS.has(code))
    .map(({ code, message, paragraph }) => {
      const about = paragraph === undefined ? undefined : paragraphs[paragraph]
      return { code, message, label: about?.label ?? '', count: Number(/\d+$/.exec(message)?.[0] ?? 0), raw: about?.raw[0] ?? null }
    })
    .toSorted((a, b) => (a.raw ?? -1) - (b.raw ?? -1))

/** A missing date is no remark any more once the officer has given it; the grade answers what kind of text it is. */
export const stillStands = ({ code }: Remark, { date, grade }: Pick<Metadata, 'date' | 'grade'>): boolean => {
  if (code === 'no-date' || code === 'date-without-year') return date === null
  return code !== 'no-declaration' || grade === 'press-report'
}
