// The operation that finds earlier wordings of a text.
import { z } from '../model/schema.ts'
import type { WordOp } from '../model/comparison.ts'
import { declarationIdSchema } from '../model/ids.ts'
import { dateSchema } from '../model/declaration.ts'
import { languageSchema } from '../model/words.ts'
import type { ClauseHit } from './library.ts'
import { read } from './operation.ts'

export const askedSchema = z.strictObject({
  text: z.string().max(200_000),
  language: languageSchema,
  /** What was agreed after this day is no precedent; null or absent takes all. */
  until: dateSchema.nullable().optional(),
  /** Declarations that are no precedent: those the text is compared with already. */
  except: z.array(declarationIdSchema).max(100).optional(),
  /** Codes or names of parties; a clause counts where every one of them was party to it. */
  parties: z.array(z.string().max(200)).max(250).optional(),
  limit: z.int().min(1).max(20).default(5),
})
export type Asked = z.output<typeof askedSchema>

/** An earlier wording that is close to a text. */
export interface Precedent {
  /** The latest clause that has it, without marks. */
  hit: ClauseHit
  /** Words of the text that stand in it in the same order, in percent. */
  share: number
  /** From the earlier wording to the text. */
  ops: WordOp[]
  /** Earlier clauses with the same wording, newest first. */
  also: ClauseHit[]
}

export const precedentOperations = {
  /** The closest first. A newer question of the same `asker` ends this one with `cancelled`: a caret does not wait for itself. */
  'clause.precedents': read<Precedent[]>()(askedSchema.extend({ asker: z.string().max(64).optional() })),
}
