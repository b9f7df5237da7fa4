// The text being negotiated, and its versions: immutable snapshots.
import { z } from './schema.ts'
import { partySchema, dateSchema } from './declaration.ts'
import { declarationIdSchema, type DraftId, type VersionId } from './ids.ts'
import type { Statement } from './statement.ts'
import { formKindSchema, languageSchema } from './words.ts'

export const draftDetailsSchema = z.strictObject({
  title: z.string().min(1).max(2000),
  form: formKindSchema,
  language: languageSchema,
  date: dateSchema.nullable(),
  place: z.string().max(200).nullable(),
  /** In the chosen party order. */
  parties: z.array(partySchema).max(250),
  /** The declaration the draft was started from, if any. */
  base: declarationIdSchema.nullable(),
})
export type DraftDetails = z.infer<typeof draftDetailsSchema>

export interface Draft extends DraftDetails {
  id: DraftId
  /** Counts saves; an edit carries the one it was made on. */
  rev: number
  created: string
  saved: string
  statement: Statement
}

export interface DraftSummary extends DraftDetails {
  id: DraftId
  rev: number
  created: string
  saved: string
  paragraphs: number
  openChanges: number
}

export interface Version {
  id: VersionId
  draftId: DraftId
  name: string
  created: string
  author: string
}
