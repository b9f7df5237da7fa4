// Searches that are kept, joined with their words in the language on screen: what the list of them shows and does.
import { useTranslation } from 'react-i18next'
import type { SavedSearch } from '../../shared/contract/curating.ts'
import type { ClauseFilter } from '../../shared/contract/library.ts'
import type { SavedSearchId } from '../../shared/model/ids.ts'
import { notices } from '../ui/notices.ts'
import type { SavedSearchesProps } from '../ui/SavedSearches.tsx'
import { useErrorText } from './errors.ts'

export interface SavedSearchActs {
  saved: readonly SavedSearch[]
  save: (name: string, query: string, filter: ClauseFilter) => Promise<SavedSearch>
  rename: (id: SavedSearchId, name: string) => Promise<SavedSearch>
  remove: (id: SavedSearchId) => Promise<null>
}

export interface SearchOnScreen {
  query: string
  filter: ClauseFilter
  isThis: (search: SavedSearch) => boolean
  canSave: boolean
  onRun: (search: SavedSearch) => void
}

/** Properties of the list for the search that is on screen. */
export function useSavedSearchesProps({ saved, save, rename, remove }: SavedSearchActs, screen: SearchOnScreen): SavedSearchesProps {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const told = (act: Promise<unknown>) => act.then(() => null, errorText)
  const find = (id: string) => saved.find((search) => search.id === id)
  return {
    saved,
    current: saved.find(screen.isThis)?.id ?? null,
    canSave: screen.canSave,
    suggestion: screen.query.trim().slice(0, 60),
    onRun: (id) => {
      const search = find(id)
      if (search) screen.onRun(search)
    },
    onSave: (name) => {
      const replaced = saved.find((search) => search.name.toLowerCase() === name.trim().toLowerCase())
      return told(save(name, screen.query, screen.filter).then(() => replaced && notices.add({
        text: t('saved.replaced', { name: replaced.name }),
        undo: () => void save(replaced.name, replaced.query, replaced.filter),
      })))
    },
    onRename: (id, name) => {
      const before = find(id)?.name
      return told(rename(id as SavedSearchId, name).then(() => before && notices.add({
        text: t('saved.renamed', { name: before }),
        undo: () => void rename(id as SavedSearchId, before),
      })))
    },
    onDelete: (id) => {
      const search = find(id)
      if (!search) return
      void remove(search.id).then(() => notices.add({
        text: t('saved.deleted', { name: search.name }),
        undo: () => void save(search.name, search.query, search.filter),
      }))
    },
    words: {
      save: t('saved.save'),
      saveTitle: t('saved.saveTitle'),
      name: t('saved.name'),
      none: t('saved.none'),
      more: (name) => t('saved.more', { name }),
      rename: t('saved.rename'),
      delete: t('saved.delete'),
      cancel: t('cancel'),
      close: t('close'),
    },
  }
}
