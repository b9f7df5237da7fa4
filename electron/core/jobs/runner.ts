// Runs long tasks in worker threads, so that windows are answered meanwhile. A worker that has done its task waits for the
// next one: starting it costs more than most imports.
import { Worker } from 'node:worker_threads'
import { AppError, fromWire } from '../../../shared/contract/error.ts'
import type { EventHub } from '../context.ts'
import { describeError, type Log } from '../log.ts'
import type { AnyTask, FromWorker, JobRunner, TaskInput, TaskName, TaskOutput, ToWorker } from './task.ts'

interface Job {
  task: TaskName
  input: unknown
  name: string | undefined
  resolve(value: unknown): void
  reject(error: AppError): void
}

/** Tasks at a time; the others wait. One core is left to the windows. */
const MOST_WORKERS = 2

/** Heap of a worker, in MiB: a hostile file may exhaust it, and then ends the worker only. */
const WORKER_MEMORY = 1536

/** A runner of `script`; `memory` is the heap of one worker in MiB. */
export function createJobRunner(script: URL, events: EventHub, log: Log, memory: number = WORKER_MEMORY): JobRunner {
  const waiting: Job[] = []
  const running = new Map<Worker, Job>()
  const idle: Worker[] = []
  /** Jobs watched, and whether each was cancelled. */
  const watched = new Map<string, boolean>()
  let closed = false

  const startNext = () => {
    while (waiting.length > 0 && running.size < MOST_WORKERS) {
      const job = waiting.shift()!
      const worker = idle.pop() ?? new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: memory } })
      running.set(worker, job)
      worker.ref()
      listen(worker)
      const message: ToWorker = { run: job.task, input: job.input }
      worker.postMessage(message)
    }
  }

  const listen = (worker: Worker) => {
    worker.removeAllListeners()
    worker.on('message', (message: FromWorker) => hear(worker, message))
    worker.on('error', (error) => {
      log.error('job.crashed', describeError(error))
      lose(worker, new AppError('internal', 'the task crashed'))
    })
    worker.on('exit', () => lose(worker, new AppError('internal', 'the task ended early')))
  }

  const hear = (worker: Worker, message: FromWorker) => {
    const job = running.get(worker)
    if (!job) return
    if (message.kind === 'progress') {
      const { stage, done, total } = message
      if (job.name !== undefined) events.push('job.progress', { job: job.name, stage, done, total })
      return
    }
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

  /** The worker is gone, and its task with it. */
  const lose = (worker: Worker, reason: AppError) => {
    const place = idle.indexOf(worker)
    if (place >= 0) idle.splice(place, 1)
    const job = running.get(worker)
    running.delete(worker)
    job?.reject(reason)
    startNext()
  }

  const end = (worker: Worker, reason: AppError) => {
    lose(worker, reason)
    worker.removeAllListeners()
    return worker.terminate()
  }

  const isBusy = (name: string) => [...waiting, ...running.values()].some((job) => job.name === name)

  return {
    run<T extends AnyTask>(task: TaskName, input: TaskInput<T>, name?: string): Promise<TaskOutput<T>> {
      if (closed) return Promise.reject(new AppError('cancelled', 'Alternat is closing'))
      if (name !== undefined && isBusy(name)) return Promise.reject(new AppError('invalid', 'a job of this name is running'))
      return new Promise<TaskOutput<T>>((resolve, reject) => {
        waiting.push({ task, input, name, resolve: (value) => resolve(value as TaskOutput<T>), reject })
        startNext()
      })
    },

    watch(name) {
      watched.set(name, false)
      return {
        throwIfCancelled() {
          if (closed || watched.get(name)) throw new AppError('cancelled', 'cancelled')
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
    },
  }
}
