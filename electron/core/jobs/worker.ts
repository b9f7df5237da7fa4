// The worker's side of a job: takes a message with a task's name and input, runs it, tells how far it is and how it ended.
// Each task is loaded when first asked for: an import need not wait for the PDF engine.
import { parentPort } from 'node:worker_threads'
import { AppError, toWire } from '../../../shared/contract/error.ts'
import { expectedFailure } from '../failures.ts'
import { describeError } from '../log.ts'
import { tellOfChildren } from './children.ts'
import { tellOfGrowing } from './growing.ts'
import type { AnyTask, FromWorker, TaskName, ToWorker } from './task.ts'

const tasks: Record<TaskName, () => Promise<AnyTask>> = {
  import: async () => (await import('../importing/tasks.ts')).importTask,
  unpack: async () => (await import('../importing/tasks.ts')).unpackTask,
  redline: async () => (await import('../importing/tasks.ts')).redlineTask,
  returned: async () => (await import('../returning/tasks.ts')).returnedTask,
  compare: async () => (await import('../comparing/tasks.ts')).compareTask,
  report: async () => (await import('../reporting/tasks.ts')).reportTask,
  export: async () => (await import('../exporting/tasks.ts')).exportTask,
  snapshot: async () => (await import('../snapshots/tasks.ts')).snapshotTask,
  check: async () => (await import('../snapshots/tasks.ts')).checkTask,
  convert: async () => (await import('../protection/converting.ts')).convertTask,
  'convert-copies': async () => (await import('../protection/converting.ts')).convertCopiesTask,
  kinship: async () => (await import('../lineage/tasks.ts')).kinshipTask,
  second: async () => (await import('../snapshots/second.ts')).secondTask,
  backup: async () => (await import('../copies/backup.ts')).backupTask,
  'look-at-backup': async () => (await import('../copies/backup.ts')).lookAtBackupTask,
  'lay-out-backup': async () => (await import('../copies/backup.ts')).layOutBackupTask,
  look: async () => (await import('../copies/tasks.ts')).lookTask,
  'lay-out': async () => (await import('../copies/tasks.ts')).layOutTask,
  salvage: async () => (await import('../copies/tasks.ts')).salvageTask,
  'report-file': async () => (await import('../exporting/tasks.ts')).reportFileTask,
  'carry-out': async () => (await import('../carrying/tasks.ts')).carryOutTask,
  'carry-look': async () => (await import('../carrying/tasks.ts')).carryLookTask,
  'carry-in': async () => (await import('../carrying/tasks.ts')).carryInTask,
}

/** Windows need no more than a few of these in a second. */
const PROGRESS_EVERY = 50

const send = (message: FromWorker) => parentPort!.postMessage(message)

tellOfChildren((child, runs) => send({ kind: 'child', child, runs }))
tellOfGrowing((growing, grows) => send({ kind: 'growing', growing, grows }))

parentPort?.on('message', async ({ run, input }: ToWorker) => {
  let told = 0
  const report = (stage: string, done: number, total: number) => {
    const now = performance.now()
    if (done !== 0 && done !== total && now - told < PROGRESS_EVERY) return
    told = now
    send({ kind: 'progress', stage, done, total })
  }
  try {
    const task = await tasks[run]()
    send({ kind: 'done', value: await task(input as never, report, (value) => send({ kind: 'part', value })) })
  } catch (error) {
    const expected = error instanceof AppError ? error : expectedFailure(error)
    if (expected) send({ kind: 'failed', error: toWire(expected) })
    else send({ kind: 'crashed', fields: describeError(error) })
  }
})
