// A job is shown under its name, or that of the stage it is in, with what is known of its way; it goes when its work ends.
import { expect, test } from 'vitest'
import { createJobs } from '../../../../renderer/api/jobs.tsx'
import type { Client } from '../../../../shared/contract/index.ts'

test('a stage with a name of its own is told by it', async () => {
  const jobs = createJobs({} as Client)
  const work = Promise.withResolvers<string>()
  let id = ''
  const done = jobs.run('Making a backup', (job) => {
    id = job
    return work.promise
  }, { checking: 'Checking it' })
  const shown = () => jobs.read().map(({ label, done: made, total }) => [label, made, total])
  jobs.heard({ job: id, stage: 'copying', done: 3, total: 8 })
  expect(shown()).toEqual([['Making a backup', 3, 8]])
  jobs.heard({ job: id, stage: 'checking', done: 0, total: 0 })
  expect(shown()).toEqual([['Checking it', 0, 0]])
  work.resolve('made')
  expect(await done).toBe('made')
  jobs.heard({ job: id, stage: 'checking', done: 1, total: 1 })
  expect(shown()).toEqual([])
})
