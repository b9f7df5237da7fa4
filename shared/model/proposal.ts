// What import proposes before anything is stored: every raw paragraph with a role, a confidence and reasons, and metadata.
import { z } from './schema.ts'
import { metadataSchema } from './declaration.ts'
import { numberingProfileSchema } from './numbering.ts'
import { textMarkSchema } from './statement.ts'

/** One paragraph as the file gave it, before any decision. */
export const rawParagraphSchema = z.strictObject({
  text: z.string().max(200_000),
  /** First line in the file, from 1; where a file has no lines of its own, the count of the paragraph. */
  line: z.int().min(1),
  /** What the file itself says about it. */
  hint: z.strictObject({
    heading: z.int().min(1).max(9).optional(),
    title: z.boolean().optional(),
    centered: z.boolean().optional(),
    /** It stands in a cell of a table. */
    cell: z.boolean().optional(),
    /** Number that is computed and shown before the text. */
    label: z.string().max(20).optional(),
    /** It is a note under the text: the mark that it begins with and the words refer to; empty where it has none. */
    note: z.string().max(20).optional(),
    /** Marks by character range [from, to). */
    marks: z.array(z.strictObject({ from: z.int().min(0), to: z.int().min(0), mark: textMarkSchema })).max(5000).optional(),
  }).optional(),
})
export type RawParagraph = z.infer<typeof rawParagraphSchema>

export const roleSchema = z.enum(['left-out', 'title', 'chapeau', 'heading', 'clause', 'item', 'place-date', 'signature', 'footnote', 'passage'])
export type Role = z.infer<typeof roleSchema>

/** A proposed paragraph: one or several raw ones (a heading over two lines), or a part of one after a split by hand. */
export const proposedParagraphSchema = z.strictObject({
  role: roleSchema,
  level: z.int().min(1).max(6).optional(),
  /** The number as written, cut from the text ("14."). */
  label: z.string().max(20).optional(),
  text: z.string().max(200_000),
  /** Indexes into the raw paragraphs, ascending, never empty. */
  raw: z.array(z.int().min(0)).min(1).max(5000),
  /** 0…1: margin over the runner-up. Below `UNSURE` the officer is asked. */
  confidence: z.number().min(0).max(1),
  /** What it may be instead, of one that the officer is asked about. */
  rival: roleSchema.optional(),
  /** Keys of reasons, shown through i18n (`importing:reason.<key>`). */
  reasons: z.array(z.string().max(60)).max(20),
})
export type ProposedParagraph = z.infer<typeof proposedParagraphSchema>

/** Below this confidence a paragraph is a place to check. */
export const UNSURE = 0.5

export const warningSchema = z.strictObject({ code: z.string().max(60), message: z.string().max(1000), paragraph: z.int().min(0).optional() })
export type Warning = z.infer<typeof warningSchema>

export const sourceFormatSchema = z.enum(['txt', 'docx', 'html', 'pdf', 'odt', 'rtf', 'doc'])
export type SourceFormat = z.infer<typeof sourceFormatSchema>

export const proposalSchema = z.strictObject({
  fileName: z.string().max(500),
  /** SHA-256 of the file, hex. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  format: sourceFormatSchema,
  /** Encoding that a text or a page was read in ("utf-8", "windows-1251"); null for other formats. */
  encoding: z.string().max(40).nullable(),
  raw: z.array(rawParagraphSchema).max(20_000),
  paragraphs: z.array(proposedParagraphSchema).max(20_000),
  metadata: metadataSchema,
  numbering: numberingProfileSchema,
  warnings: z.array(warningSchema).max(1000),
})
export type Proposal = z.infer<typeof proposalSchema>
