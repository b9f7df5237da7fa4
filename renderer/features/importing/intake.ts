// Batches that this window hands over and works on. It outlives the screen that shows it; what became of each file is the
// backend's to keep.
import { MAX_FILE_BYTES } from '../../../shared/contract/app.ts'
import type { BatchFile, BatchSummary } from '../../../shared/contract/batches.ts'
import { AppError, type ErrorCode } from '../../../shared/contract/error.ts'
import type { Client } from '../../../shared/contract/index.ts'
import type { BatchId } from '../../../shared/model/ids.ts'
import { base64 } from '../../api/files.ts'
import type { Folder, FolderFile } from '../../api/folders.ts'
import type { Jobs } from '../../api/jobs.tsx'
import { isAmong } from './failures.ts'

/** Handed over in one call: so many files, or so many bytes. */
const AT_ONCE = { files: 100, bytes: 4 * 1024 * 1024 }

/** A batch on its way: being handed over, or read. */
export interface Work {
  batch: BatchId
  stage: 'handing-over' | 'reading'
  /** The job whose progress is shown; null while files are handed over. */
  job: string | null
  done: number
  total: number
  /** When the rate began to be counted, what was done then, and the time since: by the clock of the page, in ms. */
  since: number
  from: number
  elapsed: number
}

export interface Intake {
  /** Hands a folder over and reads it. The same folder again goes on with its batch: what failed or is missing is taken then. */
  begin(folder: Folder): Promise<void>
  /** Takes of a folder only what failed of the batch, mended since; tells how many files that were. */
  again(batch: BatchSummary, folder: Folder, failed: readonly Pick<BatchFile, 'path'>[]): Promise<number>
  /** Reads what waits. */
  goOn(batch: BatchId): Promise<void>
  /** `job` names the work of another window. */
  pause(batch: BatchId, job: string | null): void
  /** Whether sure texts are stored without being looked at. */
  readonly direct: boolean
  setDirect(direct: boolean): void
  read(): readonly Work[]
  readError(): unknown
  listen(heard: () => void): () => void
}

export const isUnfinished = ({ sealed, counts }: BatchSummary): boolean => !sealed || counts.waiting > 0

/** The intake over one client; `label` names the work for the bar of running jobs. */
export function createIntake(client: Client, jobs: Pick<Jobs, 'run' | 'cancel'>, label: (name: string) => string): Intake {
  let works: readonly Work[] = []
  let direct = true
  let failure: unknown = null
  const stopped = new Set<BatchId>()
  const listeners = new Set<() => void>()
  const tell = () => listeners.forEach((heard) => heard())
  const set = (next: readonly Work[]) => {
    works = next
    tell()
  }
  const change = (batch: BatchId, changes: Partial<Work>) =>
    set(works.map((work) => (work.batch === batch ? { ...work, ...changes } : work)))
  const start = (batch: BatchId, stage: Work['stage'], total: number) =>
    set([
      ...works.filter((work) => work.batch !== batch),
      { batch, stage, job: null, done: 0, total, since: performance.now(), from: 0, elapsed: 0 },
    ])
  const end = (batch: BatchId) => set(works.filter((work) => work.batch !== batch))
  client.on('job.progress', ({ job, done, total }) => {
    const work = works.find((each) => each.job === job)
    if (!work) return
    const now = performance.now()
    change(work.batch, work.total === 0 ? { done, total, from: done, since: now } : { done, total, elapsed: now - work.since })
  })

  const throwIfPaused = (batch: BatchId) => {
    if (stopped.has(batch)) throw new AppError('cancelled', 'paused')
  }

  async function handOver(batch: BatchId, files: readonly FolderFile[]): Promise<void> {
    start(batch, 'handing-over', files.length)
    for (let at = 0; at < files.length; ) {
      throwIfPaused(batch)
      const some = nextFew(files, at)
      await client.call('batch.add', { batch, files: await Promise.all(some.map(handed)) })
      at += some.length
      change(batch, { done: at, elapsed: performance.now() - (works.find((work) => work.batch === batch)?.since ?? 0) })
    }
  }

  async function read({ id, name }: Pick<BatchSummary, 'id' | 'name'>): Promise<void> {
    // Paused while the last files were handed over, there was no job to end.
    throwIfPaused(id)
    start(id, 'reading', 0)
    await jobs.run(label(name), (job) => {
      change(id, { job })
      return client.call('batch.run', { batch: id, job })
    })
  }

  /** A pause is no failure; any other is told on the import screen. */
  async function kept(batch: BatchId, act: () => Promise<void>): Promise<void> {
    stopped.delete(batch)
    failure = null
    try {
      await act()
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'cancelled')) failure = error
    } finally {
      end(batch)
    }
  }

  return {
    async begin({ name, files }) {
      try {
        const known = (await client.call('batch.list', {})).find(
          (batch) => batch.name === name && batch.job === null && (isUnfinished(batch) || batch.counts.failed > 0),
        )
        const batch = known ?? (await client.call('batch.start', { name, announced: files.length, direct }))
        await kept(batch.id, async () => {
          await handOver(batch.id, files)
          await client.call('batch.seal', { batch: batch.id })
          await read(batch)
        })
      } catch (error) {
        failure = error
        tell()
      }
    },
    async again(batch, folder, failed) {
      const files = folder.files.filter(({ path }) => isAmong(path, failed))
      if (files.length > 0) {
        await kept(batch.id, async () => {
          await handOver(batch.id, files)
          await read(batch)
        })
      }
      return files.length
    },
    async goOn(batch) {
      const found = (await client.call('batch.list', {})).find(({ id }) => id === batch)
      if (found) await kept(batch, () => read(found))
    },
    pause(batch, job) {
      stopped.add(batch)
      const own = works.find((work) => work.batch === batch)?.job ?? job
      if (own) jobs.cancel(own)
    },
    get direct() {
      return direct
    },
    setDirect(next) {
      direct = next
      tell()
    },
    read: () => works,
    readError: () => failure,
    listen: (heard) => {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
  }
}

function nextFew(files: readonly FolderFile[], from: number): readonly FolderFile[] {
  let size = 0
  let to = from
  while (to < files.length && to - from < AT_ONCE.files) {
    const { size: own } = files[to]!.source
    if (to > from && size + own > AT_ONCE.bytes) break
    size += own > MAX_FILE_BYTES ? 0 : own
    to++
  }
  return files.slice(from, to)
}

async function handed({ path, source }: FolderFile): Promise<{ path: string; data: string } | { path: string; problem: ErrorCode }> {
  if (source.size > MAX_FILE_BYTES) return { path, problem: 'file-too-large' }
  if (Number.isNaN(source.size)) return { path, problem: 'file-unreadable' }
  try {
    return { path, data: source.size === 0 ? '' : await base64(source) }
  } catch {
    return { path, problem: 'file-unreadable' }
  }
}
