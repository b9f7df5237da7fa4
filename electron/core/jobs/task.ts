// A task: long work that runs off the main thread. It takes and returns plain data and tells how far it is.
import type { WireError } from '../../../shared/contract/error.ts'
import type { LogFields } from '../log.ts'
import type { Child } from './children.ts'
import type { Growing } from './growing.ts'

export type Report = (stage: string, done: number, total: number) => void

/** An expected failure is thrown as an `AppError` and arrives as one. */
export type Task<Input, Output> = (input: Input, report: Report) => Output | Promise<Output>

/** A task so long that what it has is delivered in parts. */
export type PartTask<Input, Part> = (input: Input, report: Report, deliver: (part: Part) => void) => void | Promise<void>

/** The tasks a worker knows, see `worker.ts`. */
export const TASK_NAMES = ['import', 'unpack', 'redline', 'returned', 'compare', 'report', 'export', 'report-file', 'carry-out', 'carry-look', 'carry-in', 'snapshot', 'check', 'convert', 'convert-copies', 'kinship',
  'second', 'backup', 'look-at-backup', 'lay-out-backup', 'look', 'lay-out', 'salvage'] as const
export type TaskName = (typeof TASK_NAMES)[number]

// `never` is the only input type to which every task's input can be narrowed.
export type AnyTask = (input: never, report: Report, deliver: (part: unknown) => void) => unknown
export type TaskInput<T extends AnyTask> = Parameters<T>[0]
export type TaskOutput<T extends AnyTask> = Awaited<ReturnType<T>>
export type TaskPart<T> = T extends PartTask<never, infer Part> ? Part : never

export interface JobRunner {
  /**
   * Runs a task in a worker thread: `jobs.run<typeof importTask>('import', { bytes, name }, input.job)`. Progress goes out
   * as `job.progress` when `job` is given, and `job.cancel` makes the call fail with `cancelled`. `take` has what the task
   * delivers in parts; where it throws, the task is ended and the call fails so.
   */
  run<T extends AnyTask>(name: TaskName, input: TaskInput<T>, job?: string, take?: (part: TaskPart<T>) => void): Promise<TaskOutput<T>>
  /** Work of a job on the main thread, bit by bit: it asks between two bits whether it was cancelled, and then fails so. */
  watch(job: string): { isCancelled(): boolean; throwIfCancelled(): void; end(): void }
  /** Ends the job's worker, or its work that is watched. A job that is not running is left alone. */
  cancel(job: string): void
  close(): Promise<void>
}

/** Messages between the runner and a worker. */
export type ToWorker = { run: TaskName; input: unknown }
export type FromWorker =
  | { kind: 'progress'; stage: string; done: number; total: number }
  | { kind: 'part'; value: unknown }
  | { kind: 'done'; value: unknown }
  | { kind: 'failed'; error: WireError }
  | { kind: 'crashed'; fields: LogFields }
  | { kind: 'child'; child: Child; runs: boolean }
  | { kind: 'growing'; growing: Growing; grows: boolean }
