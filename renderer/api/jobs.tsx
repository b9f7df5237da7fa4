// Long work under way: the shell shows it after 300 ms, with its progress and a way to cancel.
import { createContext, useContext, useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import type { Client } from '../../shared/contract/index.ts'
import { useClient } from './context.tsx'

export interface Job {
  id: string
  /** Names the work, or its stage, in the reader's language. */
  label: string
  done: number
  /** 0 where it is not known. */
  total: number
  /** false in the first 300 ms. */
  isSlow: boolean
}

const SLOW_MS = 300

type Stages = Readonly<Record<string, string>>

export interface Jobs {
  /** Runs long work under a job id to pass to the operation; the bar goes when it ends. `stages` names those that have a name of their own. */
  run<T>(label: string, work: (job: string) => Promise<T>, stages?: Stages): Promise<T>
  cancel(id: string): void
  heard(progress: { job: string; stage: string; done: number; total: number }): void
  read(): readonly Job[]
  listen(heard: () => void): () => void
}

const newId = () => `job-${crypto.getRandomValues(new Uint32Array(3)).join('-')}`

/** The jobs of one window. */
export function createJobs(client: Client): Jobs {
  let all: readonly Job[] = []
  const labels = new Map<string, { label: string; stages: Stages }>()
  const listeners = new Set<() => void>()
  const set = (next: readonly Job[]) => {
    all = next
    listeners.forEach((heard) => heard())
  }
  const change = (id: string, changes: Partial<Job>) => {
    if (all.some((job) => job.id === id)) set(all.map((job) => (job.id === id ? { ...job, ...changes } : job)))
  }
  return {
    async run(label, work, stages = {}) {
      const id = newId()
      labels.set(id, { label, stages })
      set([...all, { id, label, done: 0, total: 0, isSlow: false }])
      const timer = setTimeout(() => change(id, { isSlow: true }), SLOW_MS)
      try {
        return await work(id)
      } finally {
        clearTimeout(timer)
        labels.delete(id)
        set(all.filter((job) => job.id !== id))
      }
    },
    cancel: (id) => void client.call('job.cancel', { job: id }).catch(() => {}),
    heard({ job, stage, done, total }) {
      const known = labels.get(job)
      if (known) change(job, { label: known.stages[stage] ?? known.label, done, total })
    },
    read: () => all,
    listen: (heard) => {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
  }
}

const JobsContext = createContext<Jobs | null>(null)

export const JobsProvider = ({ children }: { children: ReactNode }) => {
  const client = useClient()
  const jobs = useMemo(() => createJobs(client), [client])
  useEffect(() => client.on('job.progress', jobs.heard), [client, jobs])
  return <JobsContext value={jobs}>{children}</JobsContext>
}

/** `run(label, job => client.call('compare.run', { …, job }))`. */
export function useJobs(): Jobs {
  const jobs = useContext(JobsContext)
  if (!jobs) throw new Error('no JobsProvider above')
  return jobs
}

/** Every job under way. */
export function useRunningJobs(): readonly Job[] {
  const jobs = useJobs()
  return useSyncExternalStore(jobs.listen, jobs.read)
}

/** The jobs that took longer than 300 ms so far. */
export const useSlowJobs = (): readonly Job[] => useRunningJobs().filter((job) => job.isSlow)
