// Asks for several versions against one base, as a job that can be cancelled, and again when a draft among them changes.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TextRef } from '../../../../shared/contract/comparing.ts'
import { useClient } from '../../../api/context.tsx'
import { useJobs } from '../../../api/jobs.tsx'

export function useCollation(base: TextRef, versions: readonly TextRef[]) {
  const { t } = useTranslation('several')
  const client = useClient()
  const jobs = useJobs()
  const [acrossLanguages, setAcrossLanguages] = useState(false)
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['compare.several', base, versions, acrossLanguages],
    queryFn: ({ signal }) =>
      jobs.run(t('job'), (job) => {
        signal.addEventListener('abort', () => jobs.cancel(job), { once: true })
        return client.call('compare.several', { base, versions: [...versions], acrossLanguages, job })
      }),
    retry: false,
    refetchOnMount: 'always',
  })
  useEffect(
    () =>
      client.on('draft.changed', ({ id }) => {
        if ([base, ...versions].some((ref) => ref.kind === 'draft' && ref.id === id)) void refetch()
      }),
    [client, base, versions, refetch],
  )
  return { data, error, isFetching, again: () => void refetch(), goAcross: () => setAcrossLanguages(true) }
}
