// The filter of the clause dock, one choice of each, and what the search makes of it.
import type { ClauseFilter } from '../../../shared/contract/library.ts'
import type { DeclarationId } from '../../../shared/model/ids.ts'
import type { Grade } from '../../../shared/model/words.ts'

/** Absent lets everything through. */
export interface DockFilter {
  declaration?: DeclarationId
  party?: string
  from?: number
  to?: number
  language?: string
  grade?: Grade
  section?: string
}

export const toFilter = ({ declaration, party, from, to, language, grade, section }: DockFilter): ClauseFilter => ({
  ...(declaration && { declarations: [declaration] }),
  ...(party && { parties: [party] }),
  ...((from !== undefined || to !== undefined) && {
    years: { ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
  }),
  ...(language && { languages: [language] }),
  ...(grade && { grades: [grade] }),
  ...(section?.trim() && { section: section.trim() }),
})
