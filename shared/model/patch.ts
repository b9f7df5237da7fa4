// A change of a statement: only the blocks and comments that became others. It says by their ids what it takes out, and is refused
// where that does not stand there.
import { z } from './schema.ts'
import { commentSchema } from './comment.ts'
import { named, splice, splicesBetween, isSame } from './splices.ts'
import { blockSchema, MOST_BLOCKS, MOST_COMMENTS, type Statement } from './statement.ts'

const splicesOf = <T extends z.ZodType>(item: T, most: number) => z.array(z.strictObject({
  at: z.int().min(0).max(most),
  out: z.array(z.string().min(1).max(64)).max(most),
  put: z.array(item).max(most),
})).max(most)

export const statementPatchSchema = z.strictObject({
  blocks: splicesOf(blockSchema, MOST_BLOCKS),
  comments: splicesOf(commentSchema, MOST_COMMENTS),
})
export type StatementPatch = z.infer<typeof statementPatchSchema>

/** What makes `after` of `before`; null where the whole would be no longer, or its language or numbering is another one. */
export function patchBetween(before: Statement, after: Statement): StatementPatch | null {
  if (before.language !== after.language || !isSame(before.numbering, after.numbering)) return null
  const blocks = named(splicesBetween(before.blocks, after.blocks))
  const changed = blocks.reduce((sum, { put }) => sum + put.length, 0)
  if (changed > 1 && changed > after.blocks.length / 2) return null
  return { blocks, comments: named(splicesBetween(before.comments ?? [], after.comments ?? [])) }
}

export const isEmptyPatch = ({ blocks, comments }: StatementPatch): boolean => blocks.length + comments.length === 0

/** null where the patch was made on another statement, or would make one that is none. */
export function patched({ comments: before = [], ...rest }: Statement, patch: StatementPatch): Statement | null {
  const blocks = splice(rest.blocks, patch.blocks)
  const comments = splice(before, patch.comments)
  if (!blocks || !comments || blocks.length > MOST_BLOCKS || comments.length > MOST_COMMENTS) return null
  return { ...rest, blocks, ...(comments.length > 0 && { comments }) }
}
