// Making a report: over a real library, with its progress and its end before the end.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createFileStage } from '../../../../../electron/core/files/stage.ts'
import { propose } from '../../../../../electron/core/importing/propose.ts'
import type { JobRunner } from '../../../../../electron/core/jobs/task.ts'
import { makeReport } from '../../../../../electron/core/reporting/make.ts'
import { reportTask } from '../../../../../electron/core/reporting/tasks.ts'
import { AppError } from '../../../../../shared/contract/error.ts'
import { openServices, templates } from '../../../../support/services.ts'

/** Terven against Selta; the job is cancelled once `cancelAfter` clauses were looked up. */
function open(cancelAfter = Infinity) {
  const services = openServices()
  const [old, now] = ['terven-2023-en.txt', 'selta-2025-en.txt'].map((file) =>
    ({ kind: 'declaration' as const, id: services.library.store(propose(readFileSync(join(templates, 'samples', file)), file)).id }))
  let asked = 0
  let ended = false
  const jobs: JobRunner = {
    run: async (_, input) => (await reportTask(input as never, () => {})) as never,
    watch: () => ({
      isCancelled: () => asked >= cancelAfter,
      throwIfCancelled() {
        if (++asked > cancelAfter) throw new AppError('cancelled', 'cancelled')
      },
      end: () => { ended = true },
    }),
    cancel() {},
    close: async () => {},
  }
  const context = { ...services, jobs, files: createFileStage(services.ports) }
  return { run: (job?: string) => makeReport(old!, now!, context, job), pushed: services.pushed, ended: () => ended }
}

test('tells how many new clauses the library was asked about', async () => {
  const { run, pushed, ended } = open()
  const { added } = await run('j')
  const told = pushed.filter(({ event }) => event === 'job.progress').map(({ payload }) => payload)
  expect(told).toEqual(added.map((_, index) => ({ job: 'j', stage: 'precedents', done: index + 1, total: added.length })))
  expect(added.every(({ precedent }) => precedent !== undefined)).toBe(true)
  expect(ended()).toBe(true)
})

test('is cancelled between two of them', async () => {
  const { run, pushed, ended } = open(2)
  await expect(run('j')).rejects.toMatchObject({ code: 'cancelled' })
  expect(pushed.filter(({ event }) => event === 'job.progress')).toHaveLength(2)
  expect(ended()).toBe(true)
})
