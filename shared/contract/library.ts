// Operations on the clause library: import, declarations, search.
import { z } from '../model/schema.ts'
import { metadataSchema, type Clause, type Declaration, type DeclarationSummary, type Section } from '../model/declaration.ts'
import { declarationIdSchema, fileHandleSchema, clauseIdSchema, type ClauseId, type DeclarationId } from '../model/ids.ts'
import { proposalSchema, type Proposal } from '../model/proposal.ts'
import { gradeSchema, languageSchema } from '../model/words.ts'
import { jobSchema, nothing, read, write } from './operation.ts'

/** A declaration as opened: the text, its clauses in order, its sections. */
export interface OpenedDeclaration {
  declaration: Declaration
  clauses: Clause[]
  sections: Section[]
}

/** A declaration with the words of a text, or nearly so; `share` of the words of both stand in both, in percent. */
export interface Alike {
  id: DeclarationId
  title: string
  date: string | null
  share: number
}

export interface ImportPreview {
  proposal: Proposal
  /** The declaration that already holds this very file, if any. */
  duplicateOf: { id: DeclarationId; title: string } | null
  /** Else one whose text is the same or nearly so, whatever file it came from. */
  alike: Alike | null
}

export const clauseFilterSchema = z.strictObject({
  declarations: z.array(declarationIdSchema).max(1000).optional(),
  /** Codes or names of parties; a clause matches when every one of them was party to it. */
  parties: z.array(z.string().max(200)).max(50).optional(),
  years: z.strictObject({ from: z.int().min(0).max(9999).optional(), to: z.int().min(0).max(9999).optional() }).optional(),
  languages: z.array(languageSchema).max(50).optional(),
  grades: z.array(gradeSchema).max(3).optional(),
  /** Words of the section heading. */
  section: z.string().max(300).optional(),
})
export type ClauseFilter = z.infer<typeof clauseFilterSchema>

export interface ClauseHit {
  clauseId: ClauseId
  declarationId: DeclarationId
  declaration: string
  citation: string
  form: DeclarationSummary['form']
  language: string
  grade: DeclarationSummary['grade']
  date: string | null
  place: string | null
  parties: { code: string; state: string }[]
  number: string | null
  section: string[]
  text: string
  kind: Clause['kind']
  /** Ranges [from, to) of `text` to highlight. */
  marks: [number, number][]
}

export interface ClauseSearchResult {
  /** Counted up to a limit; where there are `more`, the limit. */
  total: number
  more: boolean
  hits: ClauseHit[]
}

export interface LibraryFacets {
  parties: { code: string; state: string; count: number }[]
  languages: { value: string; count: number }[]
  grades: { value: DeclarationSummary['grade']; count: number }[]
  forms: { value: DeclarationSummary['form']; count: number }[]
  years: { value: number; count: number }[]
}

export const libraryOperations = {
  'library.list': read<{ declarations: DeclarationSummary[]; facets: LibraryFacets; clauses: number }>()(nothing),
  'declaration.open': read<OpenedDeclaration>()(z.strictObject({ id: declarationIdSchema })),
  'declaration.update': write<DeclarationSummary>()(z.strictObject({ id: declarationIdSchema, metadata: metadataSchema.partial() })),
  /** Takes a declaration out of the library; `declaration.restore` brings it back. */
  'declaration.remove': write<null>()(z.strictObject({ id: declarationIdSchema })),
  'declaration.restore': write<null>()(z.strictObject({ id: declarationIdSchema })),
  /** Reads a staged file and proposes its structure; stores nothing. */
  'import.propose': read<ImportPreview>()(z.strictObject({ file: fileHandleSchema, job: jobSchema.optional() })),
  /** Stores what the officer approved. Refuses the same file twice unless `again`. */
  'import.store': write<{ id: DeclarationId; clauses: number; passages: number }>()(z.strictObject({ proposal: proposalSchema, again: z.boolean().optional() })),
  'clause.search': read<ClauseSearchResult>()(z.strictObject({
    query: z.string().max(10_000),
    filter: clauseFilterSchema.optional(),
    limit: z.int().min(1).max(500).default(50),
    offset: z.int().min(0).max(1_000_000).default(0),
  })),
  'clause.open': read<ClauseHit>()(z.strictObject({ id: clauseIdSchema })),
}
