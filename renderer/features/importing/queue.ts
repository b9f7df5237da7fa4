// Files on their way into the library: read one after another, checked one by one. It outlives the screen that shows it.
import { AppError } from '../../../shared/contract/error.ts'
import type { Client } from '../../../shared/contract/index.ts'
import type { ImportPreview } from '../../../shared/contract/library.ts'
import type { DeclarationId } from '../../../shared/model/ids.ts'
import type { Proposal } from '../../../shared/model/proposal.ts'
import type { Jobs } from '../../api/jobs.tsx'
import { stageFile } from '../../api/files.ts'
import { remarksOf, type Remark } from './remarks.ts'

export interface StoredFile {
  id: DeclarationId
  clauses: number
  /** Paragraphs of a press report: found by their words, never agreed language. */
  passages: number
}

export interface QueuedFile {
  id: string
  name: string
  state: 'waiting' | 'reading' | 'ready' | 'stored' | 'failed' | 'cancelled'
  /** The job that reads it, while it is read. */
  job: string | null
  error: unknown
  /** As the officer has corrected it so far. */
  proposal: Proposal | null
  /** What was remarked as it was read. */
  remarks: readonly Remark[]
  duplicateOf: ImportPreview['duplicateOf']
  alike: ImportPreview['alike']
  stored: StoredFile | null
  /** The known document whose text it was chosen as; null for any other file. */
  wanted: number | null
  /** Milliseconds that reading took. */
  took: number
}

export interface ImportQueue {
  /** Puts files at the end and starts to read; the same queue may be given more at any time. */
  add(files: readonly File[], wanted?: number | null): void
  cancel(id: string): void
  /** Reads a failed or cancelled file again. */
  retry(id: string): void
  remove(id: string): void
  correct(id: string, change: (proposal: Proposal) => Proposal): void
  stored(id: string, result: StoredFile): void
  read(): readonly QueuedFile[]
  listen(heard: () => void): () => void
}

/** A queue over one client. `label` names the work for the bar of running jobs. */
export function createImportQueue(
  client: Client,
  jobs: Pick<Jobs, 'run' | 'cancel'>,
  label: (name: string) => string,
): ImportQueue {
  let all: readonly QueuedFile[] = []
  let count = 0
  let busy = false
  const sources = new Map<string, File>()
  const running = new Map<string, string>()
  const listeners = new Set<() => void>()

  const set = (next: readonly QueuedFile[]) => {
    all = next
    listeners.forEach((heard) => heard())
  }
  const change = (id: string, changes: Partial<QueuedFile>) =>
    set(all.map((file) => (file.id === id ? { ...file, ...changes } : file)))
  const stateOf = (id: string) => all.find((file) => file.id === id)?.state

  async function readOne(id: string, source: File): Promise<void> {
    const started = performance.now()
    change(id, { state: 'reading', error: null })
    try {
      const handle = await stageFile(client, source)
      const preview = await jobs.run(label(source.name), (job) => {
        running.set(id, job)
        change(id, { job })
        return client.call('import.propose', { file: handle, job })
      })
      void client.call('file.drop', { file: handle }).catch(() => {})
      // Cancelled or removed while its last answer was on the way.
      if (stateOf(id) !== 'reading') return
      change(id, {
        state: 'ready',
        proposal: preview.proposal,
        remarks: remarksOf(preview.proposal),
        duplicateOf: preview.duplicateOf,
        alike: preview.alike,
        took: performance.now() - started,
      })
    } catch (error) {
      if (stateOf(id) !== 'reading') return
      change(id, { state: error instanceof AppError && error.code === 'cancelled' ? 'cancelled' : 'failed', error })
    } finally {
      running.delete(id)
      change(id, { job: null })
    }
  }

  async function readOn(): Promise<void> {
    if (busy) return
    busy = true
    try {
      for (;;) {
        const next = all.find((file) => file.state === 'waiting')
        const source = next && sources.get(next.id)
        if (!next || !source) return
        await readOne(next.id, source)
      }
    } finally {
      busy = false
    }
  }

  return {
    add(files, wanted = null) {
      const added = files.map((source): QueuedFile => {
        const id = `file-${++count}`
        sources.set(id, source)
        return {
          id,
          name: source.name,
          state: 'waiting',
          job: null,
          error: null,
          proposal: null,
          remarks: [],
          duplicateOf: null,
          alike: null,
          stored: null,
          wanted,
          took: 0,
        }
      })
      set([...all, ...added])
      void readOn()
    },
    cancel(id) {
      const job = running.get(id)
      if (job) jobs.cancel(job)
      if (stateOf(id) === 'waiting' || stateOf(id) === 'reading') change(id, { state: 'cancelled', error: null })
    },
    retry(id) {
      change(id, { state: 'waiting', error: null })
      void readOn()
    },
    remove(id) {
      const job = running.get(id)
      if (job) jobs.cancel(job)
      sources.delete(id)
      set(all.filter((file) => file.id !== id))
    },
    correct(id, make) {
      const file = all.find((each) => each.id === id)
      if (file?.proposal) change(id, { proposal: make(file.proposal) })
    },
    stored(id, result) {
      sources.delete(id)
      change(id, { state: 'stored', stored: result })
    },
    read: () => all,
    listen: (heard) => {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
  }
}
