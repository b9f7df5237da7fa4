// Runs long tasks in worker threads, so that windows are answered meanwhile. A worker that has done its task waits for the
// next one: starting it costs more than most imports.
import { Worker } from 'node:worker_threads'
import { AppError, fromWire } from '../../../shared/contract/error.ts'
import type { EventHub } from '../context.ts'
import { describeError, type Log } from '../log.ts'
import { endChild, type Child } from './children.ts'
import { GrowingFiles } from './growing.ts'
import type { AnyTask, FromWorker, JobRunner, Report, TaskInput, TaskName, TaskOutput, TaskPart, ToWorker } from './task.ts'

interface Job {
  task: TaskName
  input: unknown
  name: string | undefined
  take: ((part: unknown) => void) | undefined
  resolve(value: unknown): void
  reject(error: unknown): void
}

/** The refusal of a file whose reading was ended. */
const pastLimits = ({ input }: Job): AppError =>
  new AppError('file-hostile', 'the reading took too long or too much', { name: (input as { name?: string }).name ?? '' })

/** Tasks at a time; the others wait. One core is left to the windows. */
const MOST_WORKERS = 2

/** Heap of a worker, in MiB: a hostile file may exhaust it, and then ends the worker only. */
const WORKER_MEMORY = 1536

/** Tasks that read what somebody sent: past these limits the file is hostile, whatever is wrong with it. */
const READING: ReadonlySet<TaskName> = new Set<TaskName>(['import', 'unpack', 'redline', 'returned'])
/** Seconds that a reading may take, and MiB by which the whole process may grow meanwhile (buffers are no part of a heap). */
const READING_LIMITS = { seconds: 180, growth: 3072 }
const LOOK_EVERY = 250

/** What a runner allows its workers; tests allow less. */
export interface JobLimits {
  /** Heap of one worker, in MiB. */
  memory?: number
  /** Seconds that the reading of a file may take. */
  seconds?: number
}

/** A runner of `script`. */
export function createJobRunner(
  script: URL, events: EventHub, log: Log, { memory = WORKER_MEMORY, seconds = READING_LIMITS.seconds }: JobLimits = {},
): JobRunner {
  const waiting: Job[] = []
  const running = new Map<Worker, Job>()
  const idle: Worker[] = []
  /** Programs that run for a worker's task. */
  const children = new Map<Worker, Child[]>()
  const growing = new GrowingFiles()
  const endings = new Set<Promise<void>>()
  /** Jobs watched, and whether each was cancelled. */
  const watched = new Map<string, boolean>()
  let closed = false

  const startNext = () => {
    while (waiting.length > 0 && running.size < MOST_WORKERS) {
      const job = waiting.shift()!
      const worker = idle.pop() ?? new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: memory } })
      running.set(worker, job)
      worker.ref()
      if (READING.has(job.task)) watchReading(worker, job)
      listen(worker)
      const message: ToWorker = { run: job.task, input: job.input }
      worker.postMessage(message)
    }
  }

  /** A reading that follows a hostile file for ever is ended from here: inside its thread nothing else runs. */
  const watchReading = (worker: Worker, job: Job) => {
    const began = performance.now()
    const held = process.memoryUsage.rss()
    const watch = setInterval(() => {
      if (running.get(worker) !== job) return clearInterval(watch)
      const grown = (process.memoryUsage.rss() - held) / 2 ** 20
      if (performance.now() - began < seconds * 1000 && grown < READING_LIMITS.growth) return
      clearInterval(watch)
      void end(worker, pastLimits(job))
    }, LOOK_EVERY)
    watch.unref()
  }

  const listen = (worker: Worker) => {
    worker.removeAllListeners()
    worker.on('message', (message: FromWorker) => hear(worker, message))
    worker.on('error', (error) => {
      log.error('job.crashed', describeError(error))
      const job = running.get(worker)
      const isFull = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
      lose(worker, job && isFull && READING.has(job.task) ? pastLimits(job) : new AppError('internal', 'the task crashed'))
    })
    worker.on('exit', () => {
      lose(worker, new AppError('internal', 'the task ended early'))
      growing.remove(worker)
    })
  }

  const hear = (worker: Worker, message: FromWorker) => {
    if (message.kind === 'child') return noteChild(worker, message.child, message.runs)
    const job = running.get(worker)
    if (!job) return
    const report: Report = (stage, done, total) => {
      if (job.name !== undefined && running.get(worker) === job) events.push('job.progress', { job: job.name, stage, done, total })
    }
    if (message.kind === 'progress') {
      growing.overlook(worker)
      return report(message.stage, message.done, message.total)
    }
    if (message.kind === 'growing') return growing.note(worker, message.growing, message.grows, report)
    if (message.kind === 'part') return takePart(worker, job, message.value)
    running.delete(worker)
    // A waiting worker must not keep a command-line run from ending.
    worker.unref()
    idle.push(worker)
    if (message.kind === 'done') job.resolve(message.value)
    else if (message.kind === 'failed') job.reject(fromWire(message.error))
    else {
      log.error('job.failed', { task: job.task, ...message.fields })
      job.reject(new AppError('internal', 'the task failed'))
    }
    startNext()
  }

  const takePart = (worker: Worker, { take }: Job, part: unknown) => {
    try {
      take?.(part)
    } catch (error) {
      void end(worker, error)
    }
  }

  const endSoon = (child: Child) => {
    const ending = endChild(child).finally(() => endings.delete(ending))
    endings.add(ending)
  }

  const noteChild = (worker: Worker, child: Child, runs: boolean) => {
    const others = (children.get(worker) ?? []).filter(({ pid }) => pid !== child.pid)
    children.set(worker, runs ? [...others, child] : others)
  }

  /** The worker is gone, and its task with it, and the programs it started. */
  const lose = (worker: Worker, reason: unknown) => {
    for (const child of children.get(worker) ?? []) endSoon(child)
    children.delete(worker)
    const place = idle.indexOf(worker)
    if (place >= 0) idle.splice(place, 1)
    const job = running.get(worker)
    running.delete(worker)
    job?.reject(reason)
    startNext()
  }

  const end = (worker: Worker, reason: unknown) => {
    lose(worker, reason)
    worker.removeAllListeners()
    // A program that it started in its last moment is told of before it is gone.
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'child' && message.runs) endSoon(message.child)
      if (message.kind === 'growing') growing.note(worker, message.growing, message.grows, () => {})
    })
    return worker.terminate().then(() => growing.remove(worker))
  }

  const isBusy = (name: string) => [...waiting, ...running.values()].some((job) => job.name === name)

  return {
    run<T extends AnyTask>(task: TaskName, input: TaskInput<T>, name?: string, take?: (part: TaskPart<T>) => void): Promise<TaskOutput<T>> {
      if (closed) return Promise.reject(new AppError('cancelled', 'Alternat is closing'))
      if (name !== undefined && isBusy(name)) return Promise.reject(new AppError('invalid', 'a job of this name is running'))
      return new Promise<TaskOutput<T>>((resolve, reject) => {
        waiting.push({ task, input, name, take: take as Job['take'], resolve: (value) => resolve(value as TaskOutput<T>), reject })
        startNext()
      })
    },

    watch(name) {
      watched.set(name, false)
      const isCancelled = () => closed || watched.get(name) === true
      return {
        isCancelled,
        throwIfCancelled() {
          if (isCancelled()) throw new AppError('cancelled', 'cancelled')
        },
        end: () => watched.delete(name),
      }
    },

    cancel(name) {
      if (watched.has(name)) watched.set(name, true)
      const reason = new AppError('cancelled', 'cancelled')
      const place = waiting.findIndex((job) => job.name === name)
      if (place >= 0) waiting.splice(place, 1)[0]!.reject(reason)
      for (const [worker, job] of running) if (job.name === name) void end(worker, reason)
    },

    async close() {
      closed = true
      const reason = new AppError('cancelled', 'Alternat is closing')
      for (const job of waiting.splice(0)) job.reject(reason)
      await Promise.all([...running.keys(), ...idle].map((worker) => end(worker, reason)))
      await Promise.all(endings)
    },
  }
}
