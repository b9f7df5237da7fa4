// What is known about one paragraph: its number, its shape, its act, and how it sits among others.
import type { Act } from '../language/acts.ts'
import type { RawParagraph } from '../model/proposal.ts'
import type { Label } from './labels.ts'
import type { formOf, placeDate } from './shapes.ts'

export interface Line {
  /** Shadow of the whole paragraph. */
  text: string
  /** Its words after the number. */
  body: string
  /** Raw offset where the words begin. */
  bodyAt: number
  label: Label | null
  /** The number was computed by Word and is no part of the raw text. */
  labelOutside: boolean
  words: number
  /** Last sign, or '' after a letter or digit. */
  end: string
  startsLower: boolean
  act: Act
  transition: boolean
  /** An act of all with nobody named. */
  impersonal: boolean
  defines: boolean
  form: ReturnType<typeof formOf>
  placeDate: ReturnType<typeof placeDate>
  offices: number
  meeting: boolean
  firstPerson: boolean
  signature: boolean
  attribution: boolean
  furniture: boolean
  note: boolean
  /** The note says that a text follows. */
  announces: boolean
  dateline: boolean
  speech: boolean
  press: number
  /** The whole text is news, told by somebody who agreed to nothing in it. */
  news?: true
  letterhead: boolean
  annex: boolean
  /** A list stands below. */
  opensList: boolean
  hint: RawParagraph['hint']
  gapBefore: boolean
  /** The number belongs to the count of clauses. */
  inCount: boolean
  /** A list that begins at 1 before the document's own count begins. */
  beforeRestart: boolean
  /** The line goes on where the one before broke off. */
  continues: boolean
  /** A list was opened above ("decide that:") and this is its item. */
  listed: boolean
  /** The next paragraph is a participle of the preamble, or the transition. */
  beforePreamble: boolean
  /** The next paragraph opens a clause. */
  beforeClause: boolean
}

/** It reads as a clause does: by its number in the count, or by its act. */
export const opensClause = (line: Line): boolean =>
  line.inCount || line.act.opening === 'subject' || line.act.opening === 'lead-in' || line.act.opening === 'verb'

/** Short, no end of a sentence, no finite verb. */
export const isHeadingLike = (line: Line): boolean =>
  line.body.length <= 180 && line.words <= 22 && line.act.verb === null && !/[.;:!?,]/u.test(line.end) && !line.startsLower
