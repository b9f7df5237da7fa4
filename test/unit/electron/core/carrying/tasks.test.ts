// Carrying in a worker over real files: a snapshot first, the whole in one transaction, and nothing of one that was cancelled.
import { expect, test } from 'vitest'
import { carryingHandlers } from '../../../../../electron/core/carrying/handlers.ts'
import { createEventHub } from '../../../../../electron/core/events.ts'
import { createFileStage } from '../../../../../electron/core/files/stage.ts'
import { createJobRunner } from '../../../../../electron/core/jobs/runner.ts'
import { silentLog } from '../../../../../electron/core/log.ts'
import { listSnapshots } from '../../../../../electron/core/db/snapshot.ts'
import { openOther, out, startFrom, store } from '../../../../support/carried.ts'
import { workerScript } from '../../../../support/services.ts'
import { temporaryFile } from '../../../../support/temporary.ts'

const WORDS = { suffix: ' (перенос)', keptAs: 'До переноса' }

function open() {
  const services = openOther(temporaryFile())
  const events = createEventHub(silentLog)
  const heard: { event: string; payload: unknown }[] = []
  events.subscribe((event, payload) => void heard.push({ event, payload }))
  const jobs = createJobRunner(workerScript, events, silentLog)
  const files = createFileStage(services.ports)
  return { ...services, heard, jobs, files, events, handlers: carryingHandlers({ ...services, events, jobs, files }) }
}

test('a library goes out and comes in, with a snapshot before and hints after', async () => {
  const [from, to] = [open(), open()]
  const draft = startFrom(from, store(from, 'рост'))
  const { id, fileName, counts } = await from.handlers['carry.build']({})
  expect([fileName.endsWith('.altcarry'), counts]).toEqual([true, { declarations: 1, corrections: 0, languages: 0, documents: 0, searches: 0, drafts: 1, versions: 0 }])
  const saved = await from.handlers['carry.save']({ id })
  if (saved.kind !== 'download') throw new Error('a host without dialogs hands the bytes over')
  const file = to.files.put(fileName, Buffer.from(saved.data, 'base64'))

  expect(await to.handlers['carry.look']({ file })).toMatchObject({ drafts: { new: 1 } })
  const { snapshot } = await to.handlers['carry.merge']({ file, ...WORDS, job: 'carry-1' })
  expect(listSnapshots(to.db.path).map(({ name }) => name)).toEqual([snapshot])
  expect(to.drafts.open(draft)).toEqual(from.drafts.open(draft))
  expect(to.heard).toContainEqual({ event: 'library.changed', payload: { id: null } })
  expect(to.heard).toContainEqual({ event: 'draft.changed', payload: { id: draft, rev: 1 } })
  for (const { jobs, db } of [from, to]) {
    await jobs.close()
    db.close()
  }
})

test('one that is cancelled while it is written leaves nothing, and the library can be written', async () => {
  const [from, to] = [openOther(), open()]
  for (let i = 0; i < 300; i++) store(from, `рост ${i}`)
  const file = to.files.put('a.altcarry', out(from))
  to.events.subscribe((_, payload) => {
    const { done, total } = payload as { done: number; total: number }
    if (done > total / 2) to.jobs.cancel('carry-2')
  })
  await expect(to.handlers['carry.merge']({ file, ...WORDS, job: 'carry-2' })).rejects.toMatchObject({ code: 'cancelled' })
  expect(to.library.list().declarations).toEqual([])
  store(to, 'мир')
  expect(to.library.list().declarations).toHaveLength(1)
  await to.jobs.close()
  to.db.close()
})

test('a library in memory is carried too', async () => {
  const services = openOther()
  const files = createFileStage(services.ports)
  const from = openOther()
  store(from, 'рост')
  const handlers = carryingHandlers({ ...services, files, jobs: createJobRunner(workerScript, services.events, silentLog) })
  expect(await handlers['carry.merge']({ file: files.put('a', out(from)), ...WORDS })).toMatchObject({ snapshot: null, summary: { declarations: { new: 1 } } })
})
