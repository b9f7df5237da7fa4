// What the screen knows of the backend's state: cached by operation and input, asked again after every hint of a change.
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Settings } from '../../shared/contract/app.ts'
import type { Events, Input, OperationName, Output } from '../../shared/contract/index.ts'
import { useClient } from './context.tsx'

export interface ReadOptions {
  enabled?: boolean
  /** Shows the former answer while the next one is on its way (search as you type). */
  keepPrevious?: boolean
}

/** Asks an operation that changes nothing, and keeps its answer. */
export function useRead<N extends OperationName>(
  name: N,
  input: Input<N>,
  options: ReadOptions = {},
): UseQueryResult<Output<N>, Error> {
  const client = useClient()
  return useQuery({
    queryKey: [name, input],
    queryFn: () => client.call(name, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious && { placeholderData: keepPreviousData }),
  }) as UseQueryResult<Output<N>, Error>
}

/** Which cached answers a change makes stale, by the first word of the operation. */
const STALE: Partial<Record<OperationName, readonly string[]>> = {
  'settings.set': ['settings.get', 'app.info'],
  'check.dismiss': ['check.dismissed'],
  'check.recall': ['check.dismissed'],
  'declaration.update': ['library', 'declaration', 'clause', 'check.ground', 'lineage', 'document', 'language'],
  'declaration.remove': ['library', 'declaration', 'clause', 'removed', 'lineage', 'document', 'language'],
  'declaration.restore': ['library', 'declaration', 'clause', 'removed', 'lineage', 'document', 'language'],
  'import.store': ['library', 'declaration', 'clause', 'lineage', 'document', 'language'],
  'document.tie': ['document'],
  'document.dismiss': ['document'],
  'language.join': ['language'],
  'language.part': ['language'],
  'language.undo': ['language'],
  'lineage.join': ['lineage'],
  'lineage.takeOut': ['lineage'],
  'lineage.pin': ['lineage'],
  'lineage.undo': ['lineage'],
  'curation.edit': ['library', 'declaration', 'clause', 'curation'],
  'curation.undo': ['library', 'declaration', 'clause', 'curation'],
  'search.save': ['search'],
  'search.rename': ['search'],
  'search.delete': ['search'],
  'batch.decide': ['batch.list', 'batch.open'],
  'batch.retry': ['batch.list', 'batch.open'],
  'batch.store': ['batch.list', 'batch.open', 'library', 'declaration', 'clause', 'document', 'language'],
  'batch.undo': ['batch.list', 'batch.open', 'library', 'declaration', 'clause', 'document', 'language'],
  'batch.redo': ['batch.list', 'batch.open', 'library', 'declaration', 'clause', 'document', 'language'],
  'batch.remove': ['batch.list'],
  'carry.merge': ['library', 'declaration', 'clause', 'document', 'language', 'draft', 'version.list', 'check', 'lineage', 'curation'],
  'draft.start': ['draft.list'],
  'draft.describe': ['draft'],
  'draft.copy': ['draft.list'],
  'draft.remove': ['draft.list', 'removed'],
  'draft.restore': ['draft.list', 'removed'],
  'removed.delete': ['removed', 'draft.list'],
  'version.create': ['version.list'],
  'export.save': ['version.list'],
  'version.restore': ['version.list', 'draft'],
  'copies.unlock': ['copies'],
  'protection.encrypt': ['protection'],
  'protection.decrypt': ['protection'],
  'protection.recovery': ['protection'],
  'protection.keychain': ['protection'],
  'protection.copies': ['protection'],
}

const matches = (key: unknown, words: readonly string[]) =>
  typeof key === 'string' && words.some((word) => key === word || key.startsWith(`${word}.`))

const refresh = (queries: QueryClient, words: readonly string[]) =>
  queries.invalidateQueries({ predicate: (query) => matches(query.queryKey[0], words) })

export interface WriteOptions {
  /** true: the caller shows the error itself, the global notice stays away. */
  quiet?: boolean
}

/** Runs an operation that changes something, then asks again for what it made stale. */
export function useWrite<N extends OperationName>(
  name: N,
  options: WriteOptions = {},
): UseMutationResult<Output<N>, Error, Input<N>> {
  const client = useClient()
  const queries = useQueryClient()
  return useMutation<Output<N>, Error, Input<N>>({
    mutationFn: (input) => client.call(name, input),
    onSuccess: () => refresh(queries, STALE[name] ?? []),
    meta: { quiet: options.quiet ?? false },
  })
}

/** Asks again whenever the backend says that something changed, in this window or another. Place once. */
export function useRefreshOnEvents(): void {
  const client = useClient()
  const queries = useQueryClient()
  useEffect(() => {
    const heard = <E extends keyof Events>(event: E, words: readonly string[]) =>
      client.on(event, () => void refresh(queries, words))
    const stops = [
      heard('library.changed', ['library', 'declaration', 'clause', 'lineage', 'curation', 'removed', 'document', 'language']),
      heard('lineage.changed', ['lineage']),
      heard('searches.changed', ['search']),
      heard('batch.changed', ['batch.list', 'batch.open']),
      heard('settings.changed', ['settings', 'app']),
      heard('app.changed', ['app']),
      heard('copies.changed', ['copies.list', 'copies.second']),
      heard('protection.changed', ['protection']),
      heard('draft.changed', ['draft.list', 'version.list', 'removed']),
      client.on('library.replaced', () => void queries.invalidateQueries()),
    ]
    return () => stops.forEach((stop) => stop())
  }, [client, queries])
}

export const useAppInfo = () => useRead('app.info', {})
export const useSettings = () => useRead('settings.get', {})
export const useLibrary = () => useRead('library.list', {})

/** Changes settings; the screen shows the new ones at once. Where the library cannot be written they last for this window. */
export function useSetSettings(): (changes: Partial<Settings>) => void {
  const queries = useQueryClient()
  const info = useAppInfo()
  const { mutate } = useWrite('settings.set')
  return (changes) => {
    queries.setQueryData<Settings>(['settings.get', {}], (known) => known && { ...known, ...changes })
    if (info.data?.writable === false) return
    mutate(changes, { onError: () => void refresh(queries, ['settings']) })
  }
}
