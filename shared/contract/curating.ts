// Operations on what officers note in the library: labels and the like, many at once and undoable, and searches that they keep.
import { z } from '../model/schema.ts'
import { curationChangeSchema, MOST_SEARCH_NAME, statusSchema } from '../model/curation.ts'
import { clauseIdSchema, declarationIdSchema, savedSearchIdSchema, type SavedSearchId } from '../model/ids.ts'
import { gradeSchema } from '../model/words.ts'
import { clauseFilterSchema, type ClauseFilter } from './library.ts'
import { withoutSnapshot } from './copies.ts'
import { jobSchema, nothing, read, write } from './operation.ts'

/** One edit of many declarations or clauses, as it can be taken back. */
export interface CurationStep {
  step: number
  /** ISO time. */
  made: string
  /** How many it changed. */
  subjects: number
}

export interface SavedSearch {
  id: SavedSearchId
  name: string
  query: string
  filter: ClauseFilter
}

const nameSchema = z.string().trim().min(1).max(MOST_SEARCH_NAME)
const MOST = 20_000

const editSchema = z.strictObject({
  declarations: z.array(declarationIdSchema).max(MOST).default([]),
  clauses: z.array(clauseIdSchema).max(MOST).default([]),
  change: curationChangeSchema,
  /** Of the declarations. */
  status: statusSchema.optional(),
  grade: gradeSchema.optional(),
  withoutSnapshot,
  job: jobSchema.optional(),
})
export type CurationEdit = z.output<typeof editSchema>

export const curatingOperations = {
  /** Changes what is noted about all of them in one step, of many after a snapshot; null where nothing became another. */
  'curation.edit': write<CurationStep | null>()(editSchema),
  /** The newest edit that can be taken back. */
  'curation.last': read<CurationStep | null>()(nothing),
  /** Takes an edit back exactly; `changed-since` where anything it changed was changed again since, and then nothing is. */
  'curation.undo': write<{ subjects: number }>()(z.strictObject({ step: z.int().min(1) })),

  'search.saved': read<SavedSearch[]>()(nothing),
  /** Under a name that is taken it takes the place of the one that had it. */
  'search.save': write<SavedSearch>()(z.strictObject({ name: nameSchema, query: z.string().max(10_000), filter: clauseFilterSchema })),
  /** `name-taken` where another one has that name. */
  'search.rename': write<SavedSearch>()(z.strictObject({ id: savedSearchIdSchema, name: nameSchema })),
  'search.delete': write<null>()(z.strictObject({ id: savedSearchIdSchema })),
}
