// Operations on a redline that was sent out and comes back: looked at first, then taken into its draft.
import { z } from '../model/schema.ts'
import type { Draft } from '../model/draft.ts'
import { draftIdSchema, fileHandleSchema, versionIdSchema, type DraftId, type VersionId } from '../model/ids.ts'
import type { Warning } from '../model/proposal.ts'
import type { ReturnConflict } from '../returning/index.ts'
import { jobSchema, read, write } from './operation.ts'

/** A name that changes or comments in the file carry. */
export interface ReturnedHand {
  name: string
  changes: number
  /** Delegation it was given before, or that the name itself tells; null where the officer has to say. */
  delegation: string | null
}

export interface ReturnedFile {
  /** The draft the file itself names, if it is in this library. */
  draft: DraftId | null
  /** The version of it that was sent. */
  version: VersionId | null
  hands: ReturnedHand[]
  warnings: Warning[]
}

/** How a returned file is taken into a draft. */
const takingSchema = z.strictObject({
  file: fileHandleSchema,
  draft: draftIdSchema,
  /** What was sent; null where nobody knows: then the draft as it stands is compared. */
  version: versionIdSchema.nullable(),
  /** Delegation of each name, of the empty one too: what carries no name. A name that is not here speaks for none. */
  hands: z.record(z.string().max(200), z.string().max(12)),
  /** Paragraphs (ids of conflicts) in which their wording is taken. */
  takeTheirs: z.array(z.string().min(1).max(64)).max(20_000),
  job: jobSchema.optional(),
})
export type Taking = z.infer<typeof takingSchema>

export interface ReturnPreview {
  /** Changes that would be added to the draft. */
  changes: number
  /** New comments and replies. */
  comments: number
  /** Paragraphs that both changed. */
  conflicts: ReturnConflict[]
}

export const returningOperations = {
  /** `version` tells what was sent where the file does not. */
  'return.read': read<ReturnedFile>()(z.strictObject({
    file: fileHandleSchema, draft: draftIdSchema, version: versionIdSchema.nullable().optional(), job: jobSchema.optional(),
  })),
  'return.preview': read<ReturnPreview>()(takingSchema),
  /**
   * Puts the returned changes into the draft; the text as it stood is kept as a version named `keptAs`. `conflict` where
   * `baseRev` is not the stored one. Names keep their delegations for the next file.
   */
  'return.take': write<Draft>()(takingSchema.extend({ baseRev: z.int().min(0), keptAs: z.string().min(1).max(200) })),
}
