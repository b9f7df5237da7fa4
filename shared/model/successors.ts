// The table of successors in `templates/phrasebooks/`: names of cities, states and organisations that were changed, with the days
// between which each was the right one.
import { z } from './schema.ts'
import { dateSchema } from './declaration.ts'

const name = z.string().min(1).max(200)

export const successorSchema = z.strictObject({
  kind: z.enum(['city', 'state', 'organisation']),
  /** The name that was, in the nominative. */
  old: z.strictObject({ ru: name.optional(), en: name.optional() }),
  now: z.strictObject({ ru: name.optional(), en: name.optional() }),
  /** First day of the old name; null where it does not matter. */
  from: dateSchema.nullable(),
  /** First day of the new name. */
  until: dateSchema,
  /** Where this is known from. */
  source: z.string().min(1).max(500),
})
export type Successor = z.infer<typeof successorSchema>

export const successorsSchema = z.strictObject({
  $schema: z.string().optional(),
  successors: z.array(successorSchema).max(1000),
})
