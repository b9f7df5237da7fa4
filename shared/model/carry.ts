// A carry file: a library, or a part of it, as one file for another machine. A ZIP with a manifest and parts of records, one record
// a line: declarations first, then each draft followed by its versions.
import { z } from './schema.ts'
import { curationSchema, statusSchema } from './curation.ts'
import { metadataSchema } from './declaration.ts'
import { draftDetailsSchema } from './draft.ts'
import { dismissalSchema } from './finding.ts'
import { declarationIdSchema, draftIdSchema, versionIdSchema } from './ids.ts'
import { statementSchema } from './statement.ts'

export const CARRY_VERSION = 1
export const CARRY_ENDING = '.altcarry'

const count = z.int().min(0).max(10_000_000)
const time = z.string().max(40)

export const carryCountsSchema = z.strictObject({ declarations: count, drafts: count, versions: count })
export type CarryCounts = z.infer<typeof carryCountsSchema>

export const carryManifestSchema = z.strictObject({
  format: z.literal('alternat-carry'),
  version: z.int().min(1).max(CARRY_VERSION),
  /** Version of the program that made it. */
  program: z.string().max(40),
  made: time,
  counts: carryCountsSchema,
  parts: z.array(z.strictObject({
    name: z.string().regex(/^[a-z]+-\d{4}\.jsonl$/),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    records: count,
  })).max(4000),
})
export type CarryManifest = z.infer<typeof carryManifestSchema>

export const carriedDeclarationSchema = z.strictObject({
  kind: z.literal('declaration'),
  id: declarationIdSchema,
  metadata: metadataSchema,
  fileName: z.string().max(500),
  hash: z.string().max(64),
  sample: z.boolean(),
  added: time,
  statement: statementSchema,
  /** What is noted about it, and about clauses by the index of their block. */
  notes: z.array(z.strictObject({ block: z.int().min(0).max(20_000).nullable(), curation: curationSchema, status: statusSchema })).max(20_001),
})
export type CarriedDeclaration = z.infer<typeof carriedDeclarationSchema>

export const carriedDraftSchema = z.strictObject({
  kind: z.literal('draft'),
  id: draftIdSchema,
  details: draftDetailsSchema,
  rev: z.int().min(1).max(1_000_000_000),
  created: time,
  saved: time,
  statement: statementSchema,
  /** By what its texts are known that came to this library in earlier carry files. */
  formerly: z.array(z.string().max(64)).max(10_000),
  /** Findings of its checks that were let be. */
  dismissals: z.array(dismissalSchema).max(100_000),
})
export type CarriedDraft = z.infer<typeof carriedDraftSchema>

export const carriedVersionSchema = z.strictObject({
  kind: z.literal('version'),
  id: versionIdSchema,
  draft: draftIdSchema,
  name: z.string().max(200),
  created: time,
  author: z.string().max(200),
  details: draftDetailsSchema,
  statement: statementSchema,
})
export type CarriedVersion = z.infer<typeof carriedVersionSchema>

export const carryRecordSchema = z.discriminatedUnion('kind', [carriedDeclarationSchema, carriedDraftSchema, carriedVersionSchema])
export type CarryRecord = z.infer<typeof carryRecordSchema>

/** What is carried; all where nothing is chosen. Declarations that chosen drafts were started from go along. */
export const carryChoiceSchema = z.strictObject({
  declarations: z.array(declarationIdSchema).max(100_000),
  drafts: z.array(draftIdSchema).max(100_000),
})
export type CarryChoice = z.infer<typeof carryChoiceSchema>

/** What a carry file brings to a library, or brought. */
export interface CarrySummary {
  made: string
  program: string
  counts: CarryCounts
  declarations: {
    new: number
    /** The same text is there; its details here stay as they are. */
    same: number
    /** Of those, how many have other details in the file. */
    differing: number
  }
  drafts: {
    new: number
    same: number
    /** Its text in the file is an earlier version of the one here. */
    older: number
    /** Changed on the other side alone: the text in the file takes the place of the one here, which is kept as a version. */
    newer: number
    /** Changed on both sides: both are kept. */
    both: number
  }
  versions: { new: number; same: number }
  /** Titles of drafts that are kept twice, the first hundred. */
  keptTwice: string[]
}
