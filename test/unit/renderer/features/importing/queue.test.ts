// Files on their way: one after another, a failure stops none of the rest, cancelling leaves nothing behind.
import { expect, test } from 'vitest'
import { createImportQueue, type ImportQueue } from '../../../../../renderer/features/importing/queue.ts'
import { AppError, toWire, type Reply } from '../../../../../shared/contract/error.ts'
import { connect } from '../../../../../shared/contract/index.ts'

/** A reader of files as the browser has it, over what Node has. */
class Reader extends EventTarget {
  result: string | null = null
  readAsDataURL(file: Blob): void {
    void file.arrayBuffer().then((bytes) => {
      this.result = `data:;base64,${Buffer.from(bytes).toString('base64')}`
      this.dispatchEvent(new Event('load'))
    })
  }
}
Object.assign(globalThis, { FileReader: Reader })

interface Call {
  name: string
  input: Record<string, unknown>
}

/** A backend whose reading of a file named "bad" fails and of one named "slow" waits for `release`. */
function backend() {
  const calls: Call[] = []
  const names = new Map<string, string>()
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const client = connect({
    async request(name, input): Promise<Reply> {
      const asked = input as Record<string, string>
      calls.push({ name, input: asked })
      if (name === 'file.stage') {
        names.set(`h${names.size}`, asked['name']!)
        return { ok: true, value: { file: `h${names.size - 1}` } }
      }
      if (name === 'import.propose') {
        const file = names.get(asked['file']!)
        if (file === 'slow.txt') await held
        if (file === 'bad.txt') return { ok: false, error: toWire(new AppError('file-binary', 'binary', { name: 'bad.txt' })) }
        return { ok: true, value: { proposal: { fileName: file, warnings: [], paragraphs: [] }, duplicateOf: null } }
      }
      return { ok: true, value: null }
    },
    subscribe: () => () => {},
  })
  const cancelled: string[] = []
  const jobs = {
    run: <T>(label: string, work: (job: string) => Promise<T>) => work(label),
    cancel: (job: string) => void cancelled.push(job),
  }
  return { calls, cancelled, release: () => release(), queue: createImportQueue(client, jobs, (name) => `job ${name}`) }
}

const file = (name: string, text = 'words') => new File([text], name)
const states = (queue: ImportQueue) => queue.read().map((each) => `${each.name} ${each.state}`)

/** Resolves once the queue looks as it should. */
const until = (queue: ImportQueue, holds: () => boolean) =>
  new Promise<void>((resolve) => {
    const look = () => {
      if (holds()) resolve()
    }
    queue.listen(look)
    look()
  })

test('each file is staged, read and let go; one that fails does not stop the rest', async () => {
  const { queue, calls } = backend()
  queue.add([file('one.txt'), file('bad.txt'), file('two.txt')])
  await until(queue, () => queue.read().every((each) => !['waiting', 'reading'].includes(each.state)))
  expect(states(queue)).toEqual(['one.txt ready', 'bad.txt failed', 'two.txt ready'])
  expect((queue.read()[1]!.error as AppError).code).toBe('file-binary')
  expect(calls.filter((call) => call.name === 'import.propose').map((call) => call.input['job'])).toEqual([
    'job one.txt',
    'job bad.txt',
    'job two.txt',
  ])
  expect(
    calls
      .filter((call) => call.name === 'file.stage')
      .map((call) => Buffer.from(String(call.input['data']), 'base64').toString()),
  ).toEqual(['words', 'words', 'words'])
})

test('an empty file is refused before anything is sent', async () => {
  const { queue, calls } = backend()
  queue.add([file('empty.txt', '')])
  await until(queue, () => queue.read()[0]?.state === 'failed')
  expect((queue.read()[0]!.error as AppError).code).toBe('file-empty')
  expect(calls).toEqual([])
})

test('cancelled while it is read: the job is cancelled, a late answer is not taken, and it can be read again', async () => {
  const { queue, cancelled, release } = backend()
  queue.add([file('slow.txt'), file('next.txt')])
  await until(queue, () => queue.read()[0]?.job !== null)
  const [slow] = queue.read()
  queue.cancel(slow!.id)
  expect(cancelled).toEqual(['job slow.txt'])
  release()
  await until(queue, () => queue.read()[1]?.state === 'ready')
  expect(states(queue)).toEqual(['slow.txt cancelled', 'next.txt ready'])
  queue.retry(slow!.id)
  await until(queue, () => queue.read()[0]?.state === 'ready')
})

test('a waiting file that is cancelled or removed is never read', async () => {
  const { queue, calls, release } = backend()
  queue.add([file('slow.txt'), file('second.txt'), file('third.txt')])
  const [, second, third] = queue.read()
  queue.cancel(second!.id)
  queue.remove(third!.id)
  release()
  await until(queue, () => queue.read()[0]?.state === 'ready')
  expect(states(queue)).toEqual(['slow.txt ready', 'second.txt cancelled'])
  expect(calls.filter((call) => call.name === 'file.stage')).toHaveLength(1)
})

test('corrections stay with their file until it is stored', async () => {
  const { queue } = backend()
  queue.add([file('one.txt')])
  await until(queue, () => queue.read()[0]?.state === 'ready')
  const [one] = queue.read()
  queue.correct(one!.id, (proposal) => ({ ...proposal, fileName: 'corrected' }))
  expect(queue.read()[0]!.proposal!.fileName).toBe('corrected')
  queue.stored(one!.id, { id: 'd1' as never, clauses: 3, passages: 0 })
  expect(queue.read()[0]).toMatchObject({ state: 'stored', stored: { clauses: 3 } })
})
