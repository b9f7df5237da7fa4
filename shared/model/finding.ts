// What a check finds in a paragraph, and what it must know of the two texts: the draft, and the one the paragraph was taken from.
import { z } from './schema.ts'
import type { Party } from './declaration.ts'
import type { Successor } from './successors.ts'

/** In the order in which a list counts them. */
export const FINDING_KINDS = ['date', 'year', 'announced', 'ordinal', 'place', 'renamed', 'person', 'office', 'term'] as const
/**
 * `announced`: past, and the text still says that it will be. `place`: the city of the earlier meeting. `renamed`: a city, state
 * or organisation that has another name now.
 */
export type FindingKind = (typeof FINDING_KINDS)[number]

export const WHYS = [
  'date-of-source', 'was-ahead', 'period-over', 'counted-from', 'announced', 'ordinal', 'ordinal-unknown', 'place', 'renamed',
  'person-other', 'person-unnamed', 'person-absent', 'office-other', 'office-acting', 'term', 'term-narrowed',
] as const
/** The reason, a key of the screen's words. */
export type Why = (typeof WHYS)[number]

export interface Finding {
  kind: FindingKind
  /** Range [from, to) in the paragraph as it reads with every change accepted. */
  from: number
  to: number
  found: string
  why: Why
  /** What the reason speaks of, by name: the draft's date, the earlier text, the state. */
  about: Readonly<Record<string, string>>
  /** `sure`: may be taken as it stands; otherwise the officer looks at case and sense first. */
  proposal: { text: string; sure: boolean } | null
  /** `unsure`: may well be meant as it stands. */
  confidence: 'sure' | 'likely' | 'unsure'
}

/** Which of a series a meeting is: "третья встреча министров". */
export interface Meeting {
  number: number
  /** Key of the word for the meeting, the same in every language. */
  noun: string
  /** Stems of the words that tell the series from others. */
  words: readonly string[]
}

export interface TextFacts {
  date: string | null
  place: string | null
  parties: readonly Party[]
  /** What the text calls its parties; the first one is proposed. */
  terms: readonly string[]
  meeting: Meeting | null
}

export interface SourceFacts extends TextFacts {
  citation: string
}

export interface DraftFacts extends TextFacts {
  /** A draft without a date is adopted today or later. */
  today: string
}

/** The day on which the draft is read as adopted. */
export const momentOf = ({ date, today }: DraftFacts): string => date ?? today

/** What a draft is checked against. */
export interface CheckGround {
  /** By id of the declaration; one that is not in the library is missing. */
  sources: Record<string, SourceFacts>
  successors: Successor[]
  /** false where the table of successors cannot be read. */
  readable: boolean
}

/** A finding that the officer let be. It comes back when the words beside it change. */
export const dismissalSchema = z.strictObject({
  /** Id of the paragraph. */
  block: z.string().min(1).max(64),
  kind: z.enum(FINDING_KINDS),
  found: z.string().min(1).max(1000),
  /** The words before and after. */
  near: z.string().max(1000),
})
export type Dismissal = z.infer<typeof dismissalSchema>
