// Searches that are kept, and the acts on them.
import type { ClauseFilter } from '../../shared/contract/library.ts'
import type { SavedSearchId } from '../../shared/model/ids.ts'
import { useRead, useWrite } from './queries.ts'

/** The list, and what can be done with it; each act fails with its reason. */
export function useSavedSearches() {
  const { data: saved = [] } = useRead('search.saved', {})
  const save = useWrite('search.save', { quiet: true })
  const rename = useWrite('search.rename', { quiet: true })
  const remove = useWrite('search.delete')
  return {
    saved,
    save: (name: string, query: string, filter: ClauseFilter) => save.mutateAsync({ name, query, filter }),
    rename: (id: SavedSearchId, name: string) => rename.mutateAsync({ id, name }),
    remove: (id: SavedSearchId) => remove.mutateAsync({ id }),
  }
}
