// Declarations that are one document in several languages, each text as authentic as the others.
import { z } from './schema.ts'
import { metadataSchema } from './declaration.ts'
import type { DeclarationId } from './ids.ts'

/** What two texts in different languages have the same. */
export type LanguageEvidence = 'date' | 'parties' | 'form' | 'sections' | 'clauses' | 'numbers'

const count = z.int().min(0).max(20_000)

/** How a text is built: what must be the same in every language. */
export const shapeSchema = z.strictObject({ sections: count, clauses: count, numbers: count })
export type Shape = z.infer<typeof shapeSchema>

export const versionSchema = metadataSchema.pick({ language: true, date: true, form: true, grade: true, parties: true }).extend({ shape: shapeSchema })
export type Version = z.infer<typeof versionSchema>

export interface LanguageMatch {
  reasons: LanguageEvidence[]
  /** All of it agrees. */
  isSure: boolean
  shape: Shape
}

export interface LanguageProposal extends LanguageMatch {
  one: DeclarationId
  other: DeclarationId
}
