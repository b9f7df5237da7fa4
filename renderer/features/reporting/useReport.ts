// The report on two texts, made anew when one of them was changed.
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { TextRef } from '../../../shared/contract/comparing.ts'
import { useClient } from '../../api/context.tsx'
import { useJobs } from '../../api/jobs.tsx'

export function useReport(old: TextRef, later: TextRef) {
  const { t } = useTranslation('reporting')
  const client = useClient()
  const jobs = useJobs()
  const made = useQuery({
    queryKey: ['report.run', old, later],
    queryFn: ({ signal }) =>
      jobs.run(t('job'), (job) => {
        signal.addEventListener('abort', () => jobs.cancel(job), { once: true })
        return client.call('report.run', { old, new: later, job })
      }),
    retry: false,
    refetchOnMount: 'always',
  })
  const { refetch } = made
  useEffect(
    () =>
      client.on('draft.changed', ({ id }) => {
        if ([old, later].some((ref) => ref.kind === 'draft' && ref.id === id)) void refetch()
      }),
    [client, old, later, refetch],
  )
  return made
}
