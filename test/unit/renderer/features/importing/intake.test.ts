// Folders on their way: a pause is heard at whatever moment it comes.
import { expect, test } from 'vitest'
import { createIntake } from '../../../../../renderer/features/importing/intake.ts'
import type { Folder } from '../../../../../renderer/api/folders.ts'
import type { Reply } from '../../../../../shared/contract/error.ts'
import { connect } from '../../../../../shared/contract/index.ts'
import type { BatchId } from '../../../../../shared/model/ids.ts'

const BATCH = 'b' as BatchId
const SUMMARY = {
  id: BATCH, name: 'shelf', started: '', announced: 0, sealed: false, direct: true, undone: null, job: null,
  counts: { waiting: 1, look: 0, stored: 0, duplicate: 0, skipped: 0, failed: 0, 'left-out': 0 },
}
const shelf: Folder = { name: 'shelf', files: [{ path: 'shelf/empty.txt', source: new File([], 'empty.txt') }] } as unknown as Folder

/** What is asked of the backend where Pause is pressed as `operation` is asked. */
async function askedWhenPausedAt(operation: string): Promise<string[]> {
  const asked: string[] = []
  const client = connect({
    async request(name): Promise<Reply> {
      asked.push(name)
      if (name === operation) intake.pause(BATCH, null)
      return { ok: true, value: name === 'batch.list' ? [] : name === 'batch.add' ? { added: 1 } : SUMMARY }
    },
    subscribe: () => () => {},
  })
  const jobs = { run: <T>(label: string, work: (job: string) => Promise<T>) => work(label), cancel: (job: string) => void asked.push(`cancel ${job}`) }
  const intake = createIntake(client, jobs, (name) => `job ${name}`)
  await intake.begin(shelf)
  expect([intake.readError(), intake.read()]).toEqual([null, []])
  return asked
}

test.each([
  ['batch.add', ['batch.list', 'batch.start', 'batch.add', 'batch.seal']],
  ['batch.seal', ['batch.list', 'batch.start', 'batch.add', 'batch.seal']],
  ['batch.run', ['batch.list', 'batch.start', 'batch.add', 'batch.seal', 'batch.run', 'cancel job shelf']],
])('a pause during %s', async (operation, asked) => {
  expect(await askedWhenPausedAt(operation)).toEqual(asked)
})
