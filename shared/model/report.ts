// The report on two texts: the fate of every clause of the earlier one, the language of the later one that has no source in
// it, the figures, names and verbs that changed. It says what happened and gives no verdict.
import type { BlockKind } from './statement.ts'
import type { WordOp } from './comparison.ts'
import type { ClauseId, DeclarationId } from './ids.ts'
import type { Grade } from './words.ts'

/** What became of a clause of the earlier text: each has exactly one. */
export const FATES = ['kept', 'edited', 'moved', 'split', 'merged', 'dropped'] as const
export type Fate = (typeof FATES)[number]

/** Where a paragraph stands in its text. */
export interface Place {
  /** Index among all paragraphs of its text. */
  paragraph: number
  kind: BlockKind
  /** As written, without its point; null where the form counts no clauses. */
  number: string | null
  /** Which clause of its text it is, from 1; null for a paragraph that is no clause (a heading, the title). */
  clause: number | null
  /** The heading above it, with its number; null before the first one. */
  section: string | null
  /** Which clause of its section it is, from 1; 0 for a paragraph that is no clause. */
  inSection: number
}

/** A paragraph of the later text that is like a clause of the earlier one. */
export interface Wording {
  place: Place
  text: string
  /** Words of the clause that stand in it in the same order, in percent. */
  share: number
  ops: WordOp[]
}

export interface ClauseFate {
  fate: Fate
  place: Place
  text: string
  /** Where it stands in the later text; none where it was dropped. */
  now: Place[]
  /** Its own words against the later text; empty where it was kept to the letter or dropped. */
  ops: WordOp[]
  /** Words of it that stand in the later text in the same order, in percent; 0 where it was dropped. */
  share: number
  /** Longer phrases of it that stand nowhere in the later text and were replaced by nothing. */
  lost: string[]
  /** Of a dropped clause: what in the later text comes nearest to it, if anything does. */
  nearest: Wording | null
}

/** Language of the later text that has no source in the earlier one. */
export interface NewClause {
  place: Place
  text: string
  /** Null where nothing in the library is like it; absent until the library was asked. */
  precedent?: Precedent | null
}

/** A clause of the library that is like a new one. */
export interface Precedent {
  clauseId: ClauseId
  declarationId: DeclarationId
  declaration: string
  citation: string
  date: string | null
  grade: Grade
  number: string | null
  parties: { code: string; state: string }[]
  text: string
  /** Words of the new clause that stand in it in the same order, in percent. */
  share: number
  /** From the wording in the library to the new one. */
  ops: WordOp[]
}

export const FACT_KINDS = ['date', 'sum', 'number', 'ordinal', 'reference', 'state', 'person', 'place', 'document', 'name'] as const
export type FactKind = (typeof FACT_KINDS)[number]

/** A figure or name that changed, disappeared (`new` null) or appeared (`old` null). */
export interface FactChange {
  kind: FactKind
  old: string | null
  new: string | null
  /** The clause in question on either side; null on the side that has none. */
  at: { old: Place | null; new: Place | null }
  /** Of a name that left or came: the other text has it, in another clause. */
  elsewhere: boolean
}

export const VERB_CHANGES = ['verb', 'subject', 'negation', 'hedge', 'modality'] as const

/** A change of what a clause does: its verb, who speaks, how firmly. `old` or `new` is null where it came or went. */
export interface VerbChange {
  kind: (typeof VERB_CHANGES)[number]
  old: string | null
  new: string | null
  /** Of verbs: ranks on the ladder of the phrasebook; null where it does not rank the verb. */
  rank: { old: number | null; new: number | null }
  /** Of verbs that are both ranked: by how much the later one is stronger (above 0) or weaker (below 0). */
  shift: number | null
  /** Of a subject: now one side or some of the states, no longer all; or the other way round; or another one. */
  subject: 'narrowed' | 'widened' | 'other' | null
  at: { old: Place; new: Place }
}

export interface ReportedText {
  name: string
  language: string
  date: string | null
  /** Clauses of it; titles, headings, chapeau, place and date are none. */
  clauses: number
}

export interface Report {
  old: ReportedText
  new: ReportedText
  /** How many clauses of the earlier text have each fate; they add up to `old.clauses`. */
  fates: Record<Fate, number>
  /** Every clause of the earlier text, in its order. */
  clauses: ClauseFate[]
  /** Titles, headings, chapeau, place and date of the earlier text that are not the same in the later one. */
  apart: ClauseFate[]
  added: NewClause[]
  facts: FactChange[]
  verbs: VerbChange[]
  /** Verbs that changed their tense alone. */
  tenses: number
  /** Whether there was a phrasebook in the language of the texts; without one verbs are not looked at. */
  phrasebook: 'read' | 'none' | 'unreadable'
  /** Steps of its ladder, from the weakest. */
  ladder: string[]
}
