// The statement: a list of blocks, each a list of runs, each run with a stack of revisions. It is Word's own model,
// because a redline must survive Word. A paragraph's END is a revision of its own (`mark`): an inserted mark is a split,
// a deleted mark is a join with the following block, whose properties survive.
//
// Beside its text a run may be restyled (bold switched on) and a block recast (a paragraph made a heading): format revisions.
// They stand apart from the stacks of insertions and deletions, since they never decide whether text is there.
import { z } from './schema.ts'
import { commentSchema } from './comment.ts'
import { clauseIdSchema, declarationIdSchema } from './ids.ts'
import { numberingProfileSchema } from './numbering.ts'
import { gradeSchema, languageSchema } from './words.ts'

const by = {
  id: z.string().min(1).max(64),
  author: z.string().max(200),
  /** Code of the delegation, as in `Party.code`; empty where the author speaks for none. */
  delegation: z.string().max(12),
  /** ISO 8601, UTC. */
  time: z.string().max(40),
  /** Revisions of one act (a replacement) share a group and are resolved together. */
  group: z.string().max(64).optional(),
  /** Why the change is proposed, in its author's words. */
  reason: z.string().max(2000).optional(),
}
/** What all revisions have, whatever they change. */
export const revisionBySchema = z.strictObject(by)
export type RevisionBy = z.infer<typeof revisionBySchema>

export const revisionSchema = z.strictObject({
  ...by,
  kind: z.enum(['insertion', 'deletion']),
  /** A moved paragraph is deleted at its old place and inserted at its new one; both carry the id of the move. */
  move: z.string().min(1).max(64).optional(),
})
export type Revision = z.infer<typeof revisionSchema>

export const textMarkSchema = z.enum(['bold', 'italic', 'underline'])
export type TextMark = z.infer<typeof textMarkSchema>

/** Marks of a run that were switched on or off. Rejected, they switch back. */
export const restylingSchema = z.strictObject({ ...by, marks: z.array(textMarkSchema).min(1).max(3) })
export type Restyling = z.infer<typeof restylingSchema>

export const runSchema = z.strictObject({
  /** A line break inside a paragraph is `\n`. */
  text: z.string().max(200_000),
  marks: z.array(textMarkSchema).max(3).optional(),
  /** Bottom to top: an insertion by A may carry a deletion by B. Absent means none. */
  revisions: z.array(revisionSchema).max(16).optional(),
  /** No two of a run switch the same mark: a mark switched back is no change. */
  restyled: z.array(restylingSchema).max(3).optional(),
  /** Ids of the comments that speak of this text. */
  comments: z.array(z.string().min(1).max(64)).max(50).optional(),
})
export type Run = z.infer<typeof runSchema>

/** Where a paragraph came from, and its wording there: the earlier text its changes are shown against. */
export const sourceSchema = z.strictObject({
  clauseId: clauseIdSchema.nullable(),
  declarationId: declarationIdSchema,
  /** Short citation for the margin, e.g. "Ташкент 2024". */
  citation: z.string().max(300),
  date: z.string().max(10).nullable(),
  number: z.string().max(20).nullable(),
  grade: gradeSchema,
  /** Codes (or names, where there is no code) of the parties that agreed to it. */
  parties: z.array(z.string().max(100)).max(250),
  text: z.string().max(200_000),
})
export type Source = z.infer<typeof sourceSchema>

export const blockKindSchema = z.enum(['title', 'chapeau', 'heading', 'paragraph', 'item', 'place-date', 'signature', 'footnote', 'passage'])
/**
 * `paragraph` is a clause; `item` a list item inside one; `footnote` a note under the text, its mark as label; `passage` a paragraph
 * of a text that is no declaration.
 */
export type BlockKind = z.infer<typeof blockKindSchema>

const level = z.int().min(1).max(6).optional()

/** What a block was before it was made something else. Rejected, it is that again. */
export const recastingSchema = z.strictObject({ ...by, was: z.strictObject({ kind: blockKindSchema, level }) })
export type Recasting = z.infer<typeof recastingSchema>

export const blockSchema = z.strictObject({
  id: z.string().min(1).max(64),
  kind: blockKindSchema,
  /** Depth of a heading or an item, from 1. */
  level,
  /** The number as it stands in an adopted text ("IV.", "14."). A draft has none: `labelBlocks` computes them. */
  label: z.string().max(20).optional(),
  /** false keeps a heading or paragraph out of the profile's count; true brings a lower heading into it. */
  numbered: z.boolean().optional(),
  runs: z.array(runSchema).max(20_000),
  /** Revisions of the paragraph's END. */
  mark: z.array(revisionSchema).max(16).optional(),
  /** An open change of kind or level. Made again by another hand it is that hand's; made what it was, it is none. */
  recast: recastingSchema.optional(),
  source: sourceSchema.optional(),
})
export type Block = z.infer<typeof blockSchema>

export const MOST_BLOCKS = 20_000
export const MOST_COMMENTS = 5000

export const statementSchema = z.strictObject({
  format: z.literal(1),
  language: languageSchema,
  numbering: numberingProfileSchema,
  blocks: z.array(blockSchema).max(MOST_BLOCKS),
  comments: z.array(commentSchema).max(MOST_COMMENTS).optional(),
})
export type Statement = z.infer<typeof statementSchema>

/** The text of a block with every run joined, deletions and all. */
export const blockText = (block: Block): string => block.runs.map((run) => run.text).join('')
