// Operations on lineages: a clause through the declarations, and what an officer corrects about it.
import { z } from '../model/schema.ts'
import type { WordOp } from '../model/comparison.ts'
import { clauseIdSchema, type DeclarationId } from '../model/ids.ts'
import type { VerbChange } from '../model/report.ts'
import type { ClauseHit } from './library.ts'
import { jobSchema, read, write } from './operation.ts'

/** More clauses than one family was ever seen to have. */
export const MOST_APPEARANCES = 200

/** A clause of the family. */
export interface Appearance {
  hit: ClauseHit
  /** From the appearance before to this one; none of the first. */
  ops: WordOp[]
  /** The verb that carries the act; `rank` is its step on the ladder, null where it has none. */
  verb: { text: string; rank: number | null } | null
  /** What changed since the appearance before: verbs, who speaks, hedges, modal verbs, negations. */
  changes: Omit<VerbChange, 'at'>[]
  /** Verbs that changed their tense alone. */
  tenses: number
  /** What an officer said of it. */
  byHand: 'joined' | 'pinned' | null
}

/** A declaration of the same parties in which no wording was found. */
export interface LineageGap {
  declarationId: DeclarationId
  citation: string
  date: string
  /** Index of the appearance it comes after. */
  after: number
}

export interface Lineage {
  /** In order of date; those without one last. The clause that was asked for is one of them. */
  appearances: Appearance[]
  gaps: LineageGap[]
  /** Index of the last official appearance; null where there is none. */
  lastAgreed: number | null
  /** Steps of the ladder, from the weakest; empty where there is no phrasebook in the language. */
  ladder: string[]
  /** The clause was taken out of its family by hand. */
  apart: boolean
  /** There are more kin than are followed. */
  more: boolean
  /** Clauses of the library that were not yet compared with the others. */
  pending: number
  /** The latest correction, which can be undone; null where there is none. */
  latest: number | null
}

/** What `lineage.undo` takes back. */
export interface Correction {
  act: number
}

export const lineageOperations = {
  'lineage.open': read<Lineage>()(z.strictObject({ clause: clauseIdSchema })),
  /** Compares the clauses that were not yet; a job, since a large library takes minutes. */
  'lineage.prepare': write<null>()(z.strictObject({ job: jobSchema.optional() })),
  'lineage.join': write<Correction>()(z.strictObject({ one: clauseIdSchema, other: clauseIdSchema })),
  'lineage.takeOut': write<Correction>()(z.strictObject({ clause: clauseIdSchema })),
  /** Holds the clauses together whatever is computed later, or no longer. */
  'lineage.pin': write<Correction>()(z.strictObject({ clauses: z.array(clauseIdSchema).min(1).max(MOST_APPEARANCES), pinned: z.boolean() })),
  /** Takes the latest correction back; `conflict` where another was made since. */
  'lineage.undo': write<null>()(z.strictObject({ act: z.int().min(1) })),
}
