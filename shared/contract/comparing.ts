// Operations that compare texts: any two of them, or several versions with one base.
import { z } from '../model/schema.ts'
import { MOST_VERSIONS, type Collation } from '../model/collation.ts'
import type { Comparison } from '../model/comparison.ts'
import { declarationIdSchema, draftIdSchema, fileHandleSchema, versionIdSchema } from '../model/ids.ts'
import type { Wording } from '../model/wording.ts'
import { jobSchema, read } from './operation.ts'

/** More versions than any draft was ever seen to have. */
export const MOST_TEXTS = 200

/** Any text Alternat can open. A draft or version may be taken with all its changes accepted or rejected. */
export const textRefSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('declaration'), id: declarationIdSchema }),
  z.strictObject({ kind: z.literal('draft'), id: draftIdSchema, changes: z.enum(['accepted', 'rejected']).optional() }),
  z.strictObject({ kind: z.literal('version'), id: versionIdSchema, changes: z.enum(['accepted', 'rejected']).optional() }),
  z.strictObject({ kind: z.literal('file'), file: fileHandleSchema }),
])
export type TextRef = z.infer<typeof textRefSchema>

export const comparingOperations = {
  /** Refuses texts in two languages with `languages-differ`, unless they are compared `acrossLanguages` all the same. */
  'compare.run': read<Comparison>()(z.strictObject({
    old: textRefSchema, new: textRefSchema, acrossLanguages: z.boolean().optional(), job: jobSchema.optional(),
  })),
  /** What each version did to every paragraph of the base; refuses as `compare.run` does. */
  'compare.several': read<Collation>()(z.strictObject({
    base: textRefSchema, versions: z.array(textRefSchema).min(1).max(MOST_VERSIONS), acrossLanguages: z.boolean().optional(), job: jobSchema.optional(),
  })),
  /** One paragraph of the text `start` in every text of a chain, each compared with the one before. */
  'compare.wordings': read<Wording[]>()(z.strictObject({
    texts: z.array(textRefSchema).min(2).max(MOST_TEXTS), start: z.int().min(0).max(MOST_TEXTS), paragraph: z.int().min(0).max(20_000),
    job: jobSchema.optional(),
  })),
}
