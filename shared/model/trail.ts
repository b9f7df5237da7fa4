// What an officer could undo and redo when the draft was last saved, and where the caret stood: kept with the draft, so that a
// window that crashed opens as it was. A step holds the blocks and comments of both sides, and so leads there and back.
import { z } from './schema.ts'
import { commentSchema, type Comment } from './comment.ts'
import { reversed, splicesBetween, type Splice } from './splices.ts'
import { blockSchema, MOST_BLOCKS, type Block } from './statement.ts'

/** Counts every character of its block, deleted ones too. */
const pointSchema = z.strictObject({ block: z.string().min(1).max(64), offset: z.int().min(0).max(10_000_000) })
export const caretSchema = z.strictObject({ anchor: pointSchema, focus: pointSchema })
export type Caret = z.infer<typeof caretSchema>

/** Steps that are kept at most; older ones are let go. */
export const MOST_STEPS = 200
/** Blocks of both sides of one step: more cannot be kept, as when all changes of a long draft were accepted at once. */
export const MOST_OF_STEP = 500

const sides = <T extends z.ZodType>(item: T) => z.array(z.strictObject({
  at: z.int().min(0).max(MOST_BLOCKS), out: z.array(item).max(MOST_OF_STEP), put: z.array(item).max(MOST_OF_STEP),
})).max(MOST_OF_STEP)

export const stepSchema = z.strictObject({
  blocks: sides(blockSchema),
  comments: sides(commentSchema),
  /** Where the caret stood before the step and after it. */
  before: caretSchema.nullable(),
  after: caretSchema.nullable(),
})
export type Step = z.infer<typeof stepSchema>

/** Steps are numbered in the order they were made. Those before `done` are done and can be undone, the others can be redone. */
export const trailChangeSchema = z.strictObject({
  /** Steps from this number on are no more; `steps` stand in their place. */
  from: z.int().min(0),
  steps: z.array(stepSchema).max(2 * MOST_STEPS),
  done: z.int().min(0),
  caret: caretSchema.nullable(),
})
export type TrailChange = z.infer<typeof trailChangeSchema>

/** Where the window was: its caret, and the paragraph at the top of what is in view with how far it is scrolled over, in pixels. */
export const placeSchema = z.strictObject({
  caret: caretSchema.nullable(),
  top: z.strictObject({ block: z.string().min(1).max(64), over: z.int().min(-100_000).max(10_000_000) }).nullable(),
})
export type WindowPlace = z.infer<typeof placeSchema>

/** As it is kept: `from` is the number of the first step that is still there. */
export interface Trail {
  from: number
  steps: Step[]
  done: number
}

interface Sides {
  readonly blocks: readonly Block[]
  readonly comments: readonly Comment[]
}

export const stepBetween = (before: Sides, after: Sides, carets: Pick<Step, 'before' | 'after'>): Step =>
  ({ blocks: splicesBetween(before.blocks, after.blocks), comments: splicesBetween(before.comments, after.comments), ...carets })

export const isEmptyStep = ({ blocks, comments }: Step): boolean => blocks.length + comments.length === 0

export const isTooLong = ({ blocks, comments }: Step): boolean => sizeOf(blocks) > MOST_OF_STEP || sizeOf(comments) > MOST_OF_STEP

const sizeOf = (splices: readonly Splice<unknown>[]) => splices.reduce((sum, { out, put }) => sum + out.length + put.length, 0)

/** The step that leads back. */
export const stepBack = ({ blocks, comments, before, after }: Step): Step =>
  ({ blocks: reversed(blocks), comments: reversed(comments), before: after, after: before })
