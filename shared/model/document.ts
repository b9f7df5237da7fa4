// A document that is known to exist because press reports name it; its text may be in the library or be missing.
import { z } from './schema.ts'
import { metadataSchema } from './declaration.ts'
import type { ClauseId, DeclarationId } from './ids.ts'

/**
 * What speaks for a text being a document: its title, most words of it, its day, that the report came soon after it, its form, the
 * parties that the name names.
 */
export type Evidence = 'title' | 'words' | 'date' | 'report' | 'form' | 'parties'

export interface Match {
  reasons: Evidence[]
  /** Enough to be taken for it unasked. */
  isSure: boolean
}

/** A paragraph that names the document. */
export interface Naming {
  report: DeclarationId
  title: string
  /** Day of the report, ISO. */
  date: string | null
  clause: ClauseId
}

export interface KnownDocument {
  id: number
  name: string
  /** Its own day, ISO; null where no report gives it. */
  date: string | null
  /** The earliest report first. */
  namedBy: Naming[]
  /** The declaration that is its text; null while that is missing. */
  declaration: DeclarationId | null
  /** An officer said that it is none. */
  dismissed: boolean
  /** Declarations that may be it, the likeliest first. */
  candidates: ({ declaration: DeclarationId } & Match)[]
}

export const documentIdSchema = z.int().min(1)

/** What of a text tells which document it is. */
export const describedSchema = metadataSchema.pick({ title: true, date: true, form: true, parties: true })
