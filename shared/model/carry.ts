// A carry file: a library, or a part of it, as one file for another machine. A ZIP with a manifest and parts of records, one record
// a line: declarations first, then what was corrected of their lineages, said of their language versions and known of the documents
// that they name, searches, and each draft followed by its versions.
import { z } from './schema.ts'
import { curationSchema, MOST_SEARCH_NAME, statusSchema } from './curation.ts'
import { dateSchema, metadataSchema } from './declaration.ts'
import { draftDetailsSchema } from './draft.ts'
import { dismissalSchema } from './finding.ts'
import { clauseIdSchema, declarationIdSchema, draftIdSchema, savedSearchIdSchema, versionIdSchema } from './ids.ts'
import { statementSchema } from './statement.ts'

/** The first version carried neither corrections nor searches, the second neither language versions nor documents. */
export const CARRY_VERSION = 3
export const CARRY_ENDING = '.altcarry'

const count = z.int().min(0).max(10_000_000)
const time = z.string().max(40)

export const carryCountsSchema = z.strictObject({
  declarations: count, corrections: count.default(0), languages: count.default(0), documents: count.default(0), searches: count.default(0),
  drafts: count, versions: count,
})
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

/** A correction of lineages. Clauses are named by their ids in the file; acts, by which it came and was revoked, by their order. */
export const carriedCorrectionSchema = z.strictObject({
  kind: z.literal('correction'),
  as: z.enum(['joined', 'pinned', 'apart']),
  one: clauseIdSchema,
  /** The other one of a pair. */
  other: clauseIdSchema.nullable(),
  since: z.int().min(1),
  until: z.int().min(1).nullable(),
}).refine(({ as, other }) => (as === 'apart') === (other === null))
export type CarriedCorrection = z.infer<typeof carriedCorrectionSchema>

/** That two declarations are one document in two languages, or are not; acts as of corrections. */
export const carriedLanguageSchema = z.strictObject({
  kind: z.literal('language'),
  as: z.enum(['same', 'apart']),
  one: declarationIdSchema,
  other: declarationIdSchema,
  since: z.int().min(1),
  until: z.int().min(1).nullable(),
})
export type CarriedLanguage = z.infer<typeof carriedLanguageSchema>

/** A document that reports in the file name: which declaration of the file is its text, or that an officer said it is none. */
export const carriedDocumentSchema = z.strictObject({
  kind: z.literal('document'),
  name: z.string().max(20_000),
  date: dateSchema.nullable(),
  declaration: declarationIdSchema.nullable(),
  dismissed: z.boolean(),
  /** Paragraphs that name it, with the days of their reports. */
  namedBy: z.array(z.strictObject({ clause: clauseIdSchema, date: dateSchema.nullable() })).min(1).max(100_000),
})
export type CarriedDocument = z.infer<typeof carriedDocumentSchema>

export const carriedSearchSchema = z.strictObject({
  kind: z.literal('search'),
  id: savedSearchIdSchema,
  name: z.string().min(1).max(MOST_SEARCH_NAME),
  query: z.string().max(10_000),
  /** One that a newer Alternat kept goes along as it is. */
  filter: z.record(z.string(), z.unknown()),
  saved: time,
})
export type CarriedSearch = z.infer<typeof carriedSearchSchema>

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

export const carryRecordSchema = z.discriminatedUnion('kind', [
  carriedDeclarationSchema, carriedCorrectionSchema, carriedLanguageSchema, carriedDocumentSchema, carriedSearchSchema, carriedDraftSchema,
  carriedVersionSchema,
])
export type CarryRecord = z.infer<typeof carryRecordSchema>

/** Where records of each kind are counted. */
export const COUNTED: Readonly<Record<CarryRecord['kind'], keyof CarryCounts>> =
  {
    declaration: 'declarations', correction: 'corrections', language: 'languages', document: 'documents', search: 'searches', draft: 'drafts',
    version: 'versions',
  }

export const NOTHING_CARRIED: Readonly<CarryCounts> = {
  declarations: 0, corrections: 0, languages: 0, documents: 0, searches: 0, drafts: 0, versions: 0,
}

/**
 * What is carried; all where nothing is chosen. Declarations that chosen drafts were started from go along, and corrections,
 * language versions and documents that are about nothing else; searches only with all.
 */
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
  corrections: {
    new: number
    same: number
    /** Of those, how many were revoked there and are so here from now on. */
    revoked: number
    /** Clauses that one side took out of their lineage and the other one holds with others: they stay with them. */
    contrary: number
  }
  /** What was said of language versions. */
  languages: {
    new: number
    same: number
    /** Of those, how many were revoked there and are so here from now on. */
    revoked: number
    /** Pairs that are one document on one side and two on the other: they stay one. */
    contrary: number
  }
  /** Documents that reports name. */
  documents: {
    new: number
    same: number
    /** Open here; the file has its text, or says that it is none. */
    settled: number
    /** Settled otherwise here, which stays. */
    contrary: number
  }
  searches: {
    new: number
    same: number
    /** Of the new ones, how many get another name: theirs is taken here by another search. */
    renamed: number
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
