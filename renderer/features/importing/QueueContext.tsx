// Gives the whole window one import queue.
import { createContext, useContext, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '../../api/context.tsx'
import { useJobs } from '../../api/jobs.tsx'
import { createImportQueue, type ImportQueue, type QueuedFile } from './queue.ts'

const QueueContext = createContext<ImportQueue | null>(null)

export const ImportQueueProvider = ({ children }: { children: ReactNode }) => {
  const client = useClient()
  const jobs = useJobs()
  const { i18n } = useTranslation('importing')
  const queue = useMemo(
    () => createImportQueue(client, jobs, (name) => i18n.t('importing:reading', { name })),
    [client, jobs, i18n],
  )
  return <QueueContext value={queue}>{children}</QueueContext>
}

export function useImportQueue(): ImportQueue {
  const queue = useContext(QueueContext)
  if (!queue) throw new Error('no ImportQueueProvider above')
  return queue
}

export function useQueuedFiles(): readonly QueuedFile[] {
  const queue = useImportQueue()
  return useSyncExternalStore(queue.listen, queue.read)
}
