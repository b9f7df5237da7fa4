// Files that a task copies whole in one call, which can neither tell how far it is nor be broken off: the runner sees by the size of
// the file how far it is, and removes it where the task is ended.
import { rmSync, statSync } from 'node:fs'
import type { Worker } from 'node:worker_threads'
import type { Report } from './task.ts'

export interface Growing {
  file: string
  /** Bytes that the task has in the end, about. */
  total: number
  /** Bytes that it had written to other files before. */
  before: number
}

type Tell = (growing: Growing, grows: boolean) => void
let tell: Tell = () => {}

/** Who is told of them: in a worker, its runner. */
export function tellOfGrowing(told: Tell): void {
  tell = told
}

/** Tells of a file before it is written; what is returned tells that it is whole, or gone. */
export function announceGrowing(file: string, total: number, before = 0): () => void {
  const growing = { file, total, before }
  tell(growing, true)
  return () => tell(growing, false)
}

const LOOK_EVERY = 100

/** The runner's side: the files that its workers are writing. */
export class GrowingFiles {
  readonly #watches = new Map<Worker, { growing: Growing; timer: NodeJS.Timeout }[]>()

  note(worker: Worker, growing: Growing, grows: boolean, report: Report): void {
    const watched = this.#watches.get(worker) ?? []
    if (grows) {
      const look = () => report('copying', Math.min(growing.total, growing.before + sizeOf(growing.file)), growing.total)
      this.#watches.set(worker, [...watched, { growing, timer: setInterval(look, LOOK_EVERY).unref() }])
      return
    }
    const isIt = ({ growing: { file } }: { growing: Growing }) => file === growing.file
    for (const { timer } of watched.filter(isIt)) clearInterval(timer)
    this.#watches.set(worker, watched.filter((each) => !isIt(each)))
  }

  /** The task tells itself how far it is from now on. */
  overlook(worker: Worker): void {
    for (const { timer } of this.#watches.get(worker) ?? []) clearInterval(timer)
  }

  /** Of a worker that is gone. */
  remove(worker: Worker): void {
    for (const { growing, timer } of this.#watches.get(worker) ?? []) {
      clearInterval(timer)
      for (const file of [growing.file, `${growing.file}-journal`]) rmSync(file, { force: true })
    }
    this.#watches.delete(worker)
  }
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0
