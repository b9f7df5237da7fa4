// Gives the whole window one import queue, and one intake of batches.
import { createContext, useContext, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useClient } from '../../api/context.tsx'
import { useJobs } from '../../api/jobs.tsx'
import { words } from '../../i18n/setup.ts'
import { createIntake, type Intake, type Work } from './intake.ts'
import { createImportQueue, type ImportQueue, type QueuedFile } from './queue.ts'

const QueueContext = createContext<{ queue: ImportQueue; intake: Intake } | null>(null)

export const ImportQueueProvider = ({ children }: { children: ReactNode }) => {
  const client = useClient()
  const jobs = useJobs()
  // Once for the life of the window: what waits for its check outlives a change of the language.
  const [both] = useState(() => {
    const label = (name: string) => words.t('importing:reading', { name })
    return { queue: createImportQueue(client, jobs, label), intake: createIntake(client, jobs, label) }
  })
  return <QueueContext value={both}>{children}</QueueContext>
}

function useBoth() {
  const both = useContext(QueueContext)
  if (!both) throw new Error('no ImportQueueProvider above')
  return both
}

export const useImportQueue = (): ImportQueue => useBoth().queue

export function useQueuedFiles(): readonly QueuedFile[] {
  const queue = useImportQueue()
  return useSyncExternalStore(queue.listen, queue.read)
}

export const useIntake = (): Intake => useBoth().intake

/** Batches that this window hands over or works on. */
export function useWorks(): readonly Work[] {
  const intake = useIntake()
  return useSyncExternalStore(intake.listen, intake.read)
}

/** Why the last batch of this window stopped; null where it did not. */
export function useIntakeError(): unknown {
  const intake = useIntake()
  return useSyncExternalStore(intake.listen, intake.readError)
}

export function useDirect(): boolean {
  const intake = useIntake()
  return useSyncExternalStore(intake.listen, () => intake.direct)
}
