// Operations on the clause library: import, declarations, search.
import { z } from '../model/schema.ts'
import { labelSchema, statusSchema, type Curation, type Status } from '../model/curation.ts'
import { metadataSchema, type Clause, type Declaration, type DeclarationSummary, type Section } from '../model/declaration.ts'
import { documentIdSchema } from '../model/document.ts'
import { declarationIdSchema, fileHandleSchema, clauseIdSchema, type ClauseId, type DeclarationId } from '../model/ids.ts'
import { proposalSchema, type Proposal } from '../model/proposal.ts'
import { formKindSchema, gradeSchema, languageSchema } from '../model/words.ts'
import { jobSchema, nothing, read, write } from './operation.ts'

/** A declaration as opened: the text, its clauses in order, its sections. */
export interface OpenedDeclaration {
  declaration: Declaration
  clauses: Clause[]
  sections: Section[]
  status: Status
  curation: Curation
  /** Clauses that something is noted about. */
  noted: { clause: ClauseId; curation: Curation }[]
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
  forms: z.array(formKindSchema).max(10).optional(),
  statuses: z.array(statusSchema).max(3).optional(),
  /** Labels of the clause or of its declaration; every one of them. */
  tags: z.array(labelSchema).max(50).optional(),
  topics: z.array(labelSchema).max(50).optional(),
  favourites: z.boolean().optional(),
  /** Only what may be reused, or only what is not to be. */
  reuse: z.enum(['allowed', 'barred']).optional(),
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
  /** What is noted about the clause itself. */
  curation: Curation
  /** Why it is not to be reused: its own reason, or that of its declaration. */
  barred: string | null
  /** Of its declaration. */
  status: Status
  /** Ranges [from, to) of `text` to highlight. */
  marks: [number, number][]
}

export interface ClauseSearchResult {
  /** Counted up to a limit; where there are `more`, the limit. */
  total: number
  more: boolean
  hits: ClauseHit[]
  /**
   * The clauses found, counted; with `more`, at least so many. A kind of which any value will do (form, language, grade, status,
   * year) is counted as if none of it was chosen, so that the others can be told. null unless asked for.
   */
  facets: LibraryFacets | null
  /** `cut`: only the beginning of the query was looked for. `nothing`: it holds signs, but no word. */
  asked: 'whole' | 'cut' | 'nothing'
}

export interface LibraryFacets {
  parties: { code: string; state: string; count: number }[]
  languages: { value: string; count: number }[]
  grades: { value: DeclarationSummary['grade']; count: number }[]
  forms: { value: DeclarationSummary['form']; count: number }[]
  years: { value: number; count: number }[]
  statuses: { value: Status; count: number }[]
  tags: { value: string; count: number }[]
  topics: { value: string; count: number }[]
  favourites: number
  barred: number
}

/** What an officer said that a text about to be stored is. */
const knownSchema = z.strictObject({
  /** Documents that reports name and whose text was missing. */
  documents: z.array(documentIdSchema).max(1000),
  /** Declarations that are the same document in another language. */
  languages: z.array(declarationIdSchema).max(100),
})
export type Known = z.infer<typeof knownSchema>

/** As the officer approved it. Without `known` it is every missing document that it surely is. */
export const approvedSchema = z.strictObject({ proposal: proposalSchema, known: knownSchema.optional() })
export type Approved = z.infer<typeof approvedSchema>

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
  'import.store': write<{ id: DeclarationId; clauses: number; passages: number }>()(approvedSchema.extend({ again: z.boolean().optional() })),
  'clause.search': read<ClauseSearchResult>()(z.strictObject({
    query: z.string().max(10_000),
    filter: clauseFilterSchema.optional(),
    facets: z.boolean().optional(),
    limit: z.int().min(1).max(500).default(50),
    offset: z.int().min(0).max(1_000_000).default(0),
  })),
  'clause.open': read<ClauseHit>()(z.strictObject({ id: clauseIdSchema })),
}
