// Operations on documents that are known to exist because press reports name them.
import { z } from '../model/schema.ts'
import { describedSchema, documentIdSchema, type KnownDocument, type Match } from '../model/document.ts'
import { declarationIdSchema } from '../model/ids.ts'
import { nothing, read, write } from './operation.ts'

/** A document that a text about to be stored may be. */
export type DocumentMatch = { document: number } & Pick<KnownDocument, 'name' | 'date' | 'namedBy'> & Match

export const documentOperations = {
  /** All of them, the newest first: those whose text is missing, those that have one, and those that were dismissed. */
  'document.list': read<KnownDocument[]>()(nothing),
  /** The missing documents that such a text may be, the likeliest first. The one that was `wanted` comes first, whatever speaks for it. */
  'document.match': read<DocumentMatch[]>()(describedSchema.extend({ wanted: documentIdSchema.optional() })),
  /** Says which declaration is its text, or with null that none is. */
  'document.tie': write<null>()(z.strictObject({ document: documentIdSchema, declaration: declarationIdSchema.nullable() })),
  /** Says that it is no document to look for, or that it is one after all. */
  'document.dismiss': write<null>()(z.strictObject({ document: documentIdSchema, dismissed: z.boolean() })),
}
