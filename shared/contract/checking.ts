// Operations on the checks of a draft: what it is checked against, and which findings the officer let be.
import { z } from '../model/schema.ts'
import { dismissalSchema, type CheckGround, type Dismissal } from '../model/finding.ts'
import { declarationIdSchema, draftIdSchema } from '../model/ids.ts'
import { read, write } from './operation.ts'

const oneDismissal = z.strictObject({ draft: draftIdSchema, dismissal: dismissalSchema })

export const checkingOperations = {
  /** The facts of the earlier texts that a draft's paragraphs come from, and the table of successors. */
  'check.ground': read<CheckGround>()(z.strictObject({ sources: z.array(declarationIdSchema).max(500) })),
  'check.dismissed': read<Dismissal[]>()(z.strictObject({ draft: draftIdSchema })),
  'check.dismiss': write<null>()(oneDismissal),
  'check.recall': write<null>()(oneDismissal),
}
