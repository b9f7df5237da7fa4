// Jobs run in workers, tell how far they are, end when cancelled, and a lost worker loses only its own job.
import { existsSync } from 'node:fs'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { createEventHub } from '../../../../../electron/core/events.ts'
import { createJobRunner } from '../../../../../electron/core/jobs/runner.ts'
import type { PartTask, Task } from '../../../../../electron/core/jobs/task.ts'
import { lineLog, silentLog } from '../../../../../electron/core/log.ts'
import { AppError } from '../../../../../shared/contract/error.ts'
import type { Proposal } from '../../../../../shared/model/proposal.ts'
import { workerScript } from '../../../../support/services.ts'
import { temporaryFile } from '../../../../support/temporary.ts'

type Act = Task<{ act: string; value?: number }, number>

const logged: string[] = []
const events = createEventHub(silentLog)
const heard: unknown[] = []
events.subscribe((event, payload) => void heard.push([event, payload]))
const jobs = createJobRunner(new URL('../../../../fixtures/worker.mjs', import.meta.url), events, lineLog((line) => void logged.push(line)))
const run = (act: string, value?: number, job?: string) => jobs.run<Act>('import', { act, ...(value !== undefined && { value }) }, job)
const refused = (code: string) => expect.objectContaining({ code })

afterAll(() => jobs.close())

describe('a job', () => {
  test('gives back what its task returns', async () => expect(await run('echo', 7)).toBe(7))

  test('with a name tells how far it is; without one it is silent', async () => {
    heard.length = 0
    await run('echo', 1)
    expect(heard).toEqual([])
    await run('echo', 1, 'job-1')
    expect(heard).toEqual([['job.progress', { job: 'job-1', stage: 'import', done: 1, total: 2 }]])
  })

  test('delivers in parts, and is ended by whoever cannot take one', async () => {
    const taken: number[] = []
    const deliver = (most: number) => jobs.run<PartTask<{ act: string; value: number }, number>>('import', { act: 'parts', value: 3 }, undefined, (part) => {
      if (part > most) throw new AppError('disk-full', 'as the test has it')
      taken.push(part)
    })
    await deliver(3)
    expect(taken).toEqual([1, 2, 3])
    await expect(deliver(1)).rejects.toEqual(refused('disk-full'))
    expect(taken).toEqual([1, 2, 3, 1])
  })

  test('hands on an expected failure with its details', async () => {
    await expect(run('refuse')).rejects.toMatchObject({ code: 'file-damaged', details: { name: 'a.docx' } })
  })

  test('that meets a bug is an internal error, logged without its words', async () => {
    await expect(run('crash')).rejects.toEqual(refused('internal'))
    await expect(run('throw')).rejects.toEqual(refused('internal'))
    await expect(run('exit')).rejects.toEqual(refused('internal'))
    expect(logged.join()).toContain('TypeError')
    expect(logged.join()).not.toContain('secret')
    expect(await run('echo', 3)).toBe(3)
  })

  test('many at a time all come back', async () => {
    const values = Array.from({ length: 20 }, (_, i) => i)
    expect(await Promise.all(values.map((value) => run('echo', value)))).toEqual(values)
  })
})

describe('cancelling', () => {
  test('ends work that would never end, and the next job runs', async () => {
    const endless = run('loop', 0, 'endless')
    jobs.cancel('endless')
    await expect(endless).rejects.toEqual(refused('cancelled'))
    expect(await run('echo', 5)).toBe(5)
  })

  test('shows how a file grows that is copied in one call, and removes it', async () => {
    heard.length = 0
    const file = temporaryFile('copy')
    const copying = jobs.run<Task<{ act: string; file: string }, number>>('backup', { act: 'grow', file }, 'copying')
    await vi.waitFor(() => expect(heard).toContainEqual(['job.progress', { job: 'copying', stage: 'copying', done: 5, total: 8 }]))
    jobs.cancel('copying')
    await expect(copying).rejects.toEqual(refused('cancelled'))
    await vi.waitFor(() => expect(existsSync(file)).toBe(false))
  })

  test('reaches work on the main thread that is watched, until it ends', () => {
    const watch = jobs.watch('long')
    expect(() => watch.throwIfCancelled()).not.toThrow()
    jobs.cancel('another')
    expect(() => watch.throwIfCancelled()).not.toThrow()
    jobs.cancel('long')
    expect(() => watch.throwIfCancelled()).toThrow(refused('cancelled'))
    watch.end()
    expect(() => jobs.watch('long').throwIfCancelled()).not.toThrow()
  })

  test('reaches a job that is still waiting', async () => {
    const busy = ['busy-1', 'busy-2'].map((name) => run('loop', 0, name))
    const waiting = run('echo', 1, 'waiting')
    jobs.cancel('waiting')
    await expect(waiting).rejects.toEqual(refused('cancelled'))
    for (const name of ['busy-1', 'busy-2']) jobs.cancel(name)
    await expect(Promise.allSettled(busy)).resolves.toMatchObject([{ status: 'rejected' }, { status: 'rejected' }])
  })

  test('a job that is not there is no error', () => expect(() => jobs.cancel('none')).not.toThrow())

  test('a second job of the same name is refused while the first runs', async () => {
    const first = run('loop', 0, 'twin')
    await expect(run('echo', 1, 'twin')).rejects.toEqual(refused('invalid'))
    jobs.cancel('twin')
    await expect(first).rejects.toEqual(refused('cancelled'))
    expect(await run('echo', 1, 'twin')).toBe(1)
  })
})

test('a task that takes all memory ends alone', async () => {
  const small = createJobRunner(new URL('../../../../fixtures/worker.mjs', import.meta.url), events, silentLog, { memory: 32 })
  await expect(small.run<Act>('compare', { act: 'hoard' })).rejects.toEqual(refused('internal'))
  await expect(small.run<Task<{ act: string; name: string }, number>>('import', { act: 'hoard', name: 'a.pdf' })).rejects.toMatchObject({ code: 'file-hostile', details: { name: 'a.pdf' } })
  expect(await small.run<Act>('import', { act: 'echo', value: 4 })).toBe(4)
  await small.close()
})

test('a file that is read for ever is refused, and the next one is read', async () => {
  const hasty = createJobRunner(new URL('../../../../fixtures/worker.mjs', import.meta.url), events, silentLog, { seconds: 0.5 })
  await expect(hasty.run<Act>('import', { act: 'loop' })).rejects.toEqual(refused('file-hostile'))
  expect(await hasty.run<Act>('import', { act: 'echo', value: 4 })).toBe(4)
  await hasty.close()
})

test('closing ends what runs and what waits, and refuses what comes after', async () => {
  const own = createJobRunner(new URL('../../../../fixtures/worker.mjs', import.meta.url), events, silentLog)
  const all = Array.from({ length: 4 }, () => own.run<Act>('import', { act: 'loop' }))
  const outcome = Promise.allSettled(all)
  await own.close()
  expect((await outcome).map((one) => one.status === 'rejected' && one.reason.code)).toEqual(['cancelled', 'cancelled', 'cancelled', 'cancelled'])
  await expect(own.run<Act>('import', { act: 'echo' })).rejects.toEqual(refused('cancelled'))
})

test('the real worker runs the real task', async () => {
  const real = createJobRunner(workerScript, events, silentLog)
  const bytes = new TextEncoder().encode('Совместное заявление\n\nСтороны договорились о встрече.\n')
  const proposal = await real.run<Task<{ bytes: Uint8Array; name: string }, Proposal>>('import', { bytes, name: 'a.txt' })
  expect(proposal).toMatchObject({ fileName: 'a.txt', format: 'txt' })
  await real.close()
})
