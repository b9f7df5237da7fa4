// Batches: every file has one outcome, nothing is stored twice, a batch goes on where it stopped, and is taken back whole.
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { createBackend, type Backend } from '../../../../../../electron/core/backend.ts'
import { machinePorts } from '../../../../../../electron/core/ports.ts'
import type { BatchFile } from '../../../../../../shared/contract/batches.ts'
import { connect, type Client } from '../../../../../../shared/contract/index.ts'
import type { BatchId } from '../../../../../../shared/model/ids.ts'
import { statement, zipOf } from '../../../../../support/batches.ts'
import { templates, workerScript } from '../../../../../support/services.ts'
import { temporaryFile } from '../../../../../support/temporary.ts'

const opened: Backend[] = []
afterEach(() => vi.unstubAllEnvs())
afterAll(() => Promise.all(opened.map((backend) => backend.close())))

function library(path = ':memory:'): Client & { close(): Promise<void> } {
  const backend = createBackend({ library: path, host: 'command-line', templates, worker: workerScript, ports: machinePorts, locale: 'en' })
  opened.push(backend)
  return { ...connect(backend), close: () => backend.close() }
}

const base64 = (data: string | Uint8Array) => Buffer.from(data as string).toString('base64')
const file = (path: string, data: string | Uint8Array) => ({ path, data: base64(data) })
let jobs = 0
const run = ({ call }: Client, batch: BatchId) => call('batch.run', { batch, job: `run-${jobs++}` })

async function batchOf({ call }: Client, files: ({ path: string; data: string } | { path: string; problem: 'file-unreadable' })[], direct = true) {
  const { id } = await call('batch.start', { name: 'folder', announced: files.length, direct })
  await call('batch.add', { batch: id, files })
  await call('batch.seal', { batch: id })
  return id
}

async function statesOf({ call }: Client, batch: BatchId) {
  const { files } = await call('batch.open', { batch })
  return Object.fromEntries(files.map(({ path, state, error, reasons }) => [path, [state, ...(error ? [error.code] : []), ...reasons].join(' ')]))
}
const named = async ({ call }: Client, batch: BatchId, path: string): Promise<BatchFile> =>
  (await call('batch.open', { batch })).files.find((each) => each.path === path)!
const size = async ({ call }: Client) => (await call('library.list', {})).declarations.length

const PRESS = 'ТЕРВЕН, 12 октября. /Вестник/. Министры транспорта встретились в Тервене.\n\n«Мы довольны», – сказал министр журналистам.\n'
const rewritten = (text: string) => text.replace('важность', 'особое значение')

describe('a folder', () => {
  test('gives every file one outcome', async () => {
    const client = library()
    const batch = await batchOf(client, [
      file('a.txt', statement(1)),
      file('b/same-bytes.txt', statement(1)),
      file('b/same-words.html', `<html><body><article>${statement(1).split('\n').map((line) => `<p>${line}</p>`).join('')}</article></body></html>`),
      file('b/nearly.txt', rewritten(statement(1))),
      file('c.txt', statement(2)),
      file('press.txt', PRESS),
      file('empty.txt', ''),
      file('noise.txt', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)),
      file('.DS_Store', 'x'), file('~$c.docx', 'x'), file('b/.~lock.c.odt#', 'x'), file('Thumbs.db', 'x'),
      { path: 'locked.txt', problem: 'file-unreadable' },
      file('old.zip', zipOf([{ name: 'x/d.txt', bytes: Buffer.from(statement(3)) }, { name: '__MACOSX/d.txt', bytes: Buffer.from('x') }, { name: 'no.zip', bytes: zipOf([]) }])),
      file('torn.zip', Buffer.from('PK\u0003\u0004 torn')),
    ])
    const summary = await run(client, batch)
    expect(await statesOf(client, batch)).toEqual({
      'a.txt': 'stored', 'b/same-bytes.txt': 'duplicate', 'b/same-words.html': 'duplicate', 'b/nearly.txt': 'look near', 'c.txt': 'stored',
      'press.txt': expect.stringContaining('no-declaration'), 'empty.txt': 'failed file-empty', 'noise.txt': 'failed file-binary',
      '.DS_Store': 'left-out', '~$c.docx': 'left-out', 'b/.~lock.c.odt#': 'left-out', 'Thumbs.db': 'left-out',
      'locked.txt': 'failed file-unreadable',
      'old.zip/x/d.txt': 'stored', 'old.zip/__MACOSX/d.txt': 'left-out', 'old.zip/no.zip': 'failed archive-nested', 'torn.zip': 'failed file-truncated',
    })
    expect(summary).toMatchObject({ sealed: true, job: null, counts: { waiting: 0, stored: 3, duplicate: 2, look: 2, failed: 5, 'left-out': 5, skipped: 0 } })
    expect(await size(client)).toBe(3)
    expect((await named(client, batch, 'b/nearly.txt')).alike).toMatchObject({ share: expect.toSatisfy((share: number) => share >= 95 && share < 100) })
  }, 30_000)

  test('whose texts should all be looked at stores none', async () => {
    const client = library()
    const batch = await batchOf(client, [file('a.txt', statement(1))], false)
    expect(await run(client, batch)).toMatchObject({ counts: { look: 1, stored: 0 } })
    expect(await statesOf(client, batch)).toEqual({ 'a.txt': 'look asked-for' })
  })

  test('with the words of an earlier text on another day asks', async () => {
    const client = library()
    const batch = await batchOf(client, [file('a.txt', statement(1)), file('b.txt', statement(1).replace(/\d+ октября/u, '30 октября'))])
    await run(client, batch)
    expect(await statesOf(client, batch)).toMatchObject({ 'b.txt': 'look near' })
  })
})

describe('an officer', () => {
  test('stores, keeps or skips what should be looked at', async () => {
    const client = library()
    const batch = await batchOf(client, [file('a.txt', statement(1)), file('near.txt', rewritten(statement(1))), file('press.txt', PRESS)])
    await run(client, batch)
    const [near, press] = [await named(client, batch, 'near.txt'), await named(client, batch, 'press.txt')]

    await client.call('batch.decide', { batch, files: [near.key, press.key], as: 'skip' })
    expect(await run(client, batch)).toMatchObject({ counts: { skipped: 2, stored: 1 } })
    await client.call('batch.decide', { batch, files: [near.key], as: 'keep' })
    expect(await run(client, batch)).toMatchObject({ counts: { skipped: 1, stored: 2 } })

    await client.call('batch.decide', { batch, files: [press.key], as: 'look' })
    const { proposal, duplicateOf, alike } = await client.call('batch.propose', { batch, file: press.key })
    expect([duplicateOf, alike]).toEqual([null, null])
    const { id } = await client.call('batch.store', { batch, file: press.key, proposal })
    expect(await named(client, batch, 'press.txt')).toMatchObject({ state: 'stored', declaration: id })
    await expect(client.call('batch.store', { batch, file: press.key, proposal })).rejects.toMatchObject({ code: 'not-found' })
    expect(await size(client)).toBe(3)
  })

  test('has read again what failed for a cause outside the file, and nothing else', async () => {
    const client = library()
    vi.stubEnv('ALTERNAT_SOFFICE', '/nowhere/soffice')
    const batch = await batchOf(client, [file('note.rtf', '{\\rtf1 Совместное заявление}'), file('empty.txt', '')])
    expect(await run(client, batch)).toMatchObject({ counts: { failed: 2 } })
    const [note, empty] = [await named(client, batch, 'note.rtf'), await named(client, batch, 'empty.txt')]
    expect([note.error?.code, note.held, empty.held]).toEqual(['office-missing', true, false])
    expect(await client.call('batch.retry', { batch, files: [note.key, empty.key] })).toMatchObject({ counts: { waiting: 1, failed: 1 } })
    expect(await run(client, batch)).toMatchObject({ counts: { waiting: 0, failed: 2 } })
  })

  test('takes back all that a batch stored but what was edited since, and brings it back', async () => {
    const client = library()
    const batch = await batchOf(client, [file('a.txt', statement(1)), file('b.txt', statement(2)), file('c.txt', statement(3))])
    await run(client, batch)
    const { declaration } = await named(client, batch, 'b.txt')
    await client.call('declaration.update', { id: declaration!, metadata: { place: 'Ольмин' } })
    expect(await client.call('batch.undo', { batch, edited: false })).toEqual({ taken: 2, kept: 1 })
    expect(await size(client)).toBe(1)
    expect(await client.call('batch.redo', { batch })).toEqual({ restored: 2 })
    expect(await size(client)).toBe(3)
    expect(await client.call('batch.undo', { batch, edited: true })).toEqual({ taken: 3, kept: 0 })
    expect(await size(client)).toBe(0)
  })

  test('mends a file and hands it over again; the others are left as they are', async () => {
    const client = library()
    const batch = await batchOf(client, [file('a.txt', ''), file('b.txt', statement(2))])
    await run(client, batch)
    expect(await client.call('batch.add', { batch, files: [file('a.txt', statement(1)), file('b.txt', statement(5))] })).toEqual({ added: 1 })
    expect(await run(client, batch)).toMatchObject({ counts: { failed: 0, stored: 2 } })
    expect(await size(client)).toBe(2)
  })
})

describe('a batch', () => {
  const many = Array.from({ length: 30 }, (_, i) => file(`${i}.txt`, statement(i)))

  test('is paused and goes on; only one works on it', async () => {
    const client = library()
    const batch = await batchOf(client, many)
    const paused = client.call('batch.run', { batch, job: 'pause-me' }).then(() => 'done', (error: { code: string }) => error.code)
    const stop = client.on('job.progress', ({ job, done }) => {
      if (job !== 'pause-me' || done < 3) return
      stop()
      void client.call('job.cancel', { job })
    })
    await expect(run(client, batch)).rejects.toMatchObject({ code: 'batch-running' })
    expect(await paused).toBe('cancelled')
    const { counts } = (await client.call('batch.list', {}))[0]!
    expect(counts.waiting).toBeGreaterThan(0)
    expect(counts.stored).toBe(await size(client))
    expect(await run(client, batch)).toMatchObject({ counts: { waiting: 0, stored: 30 } })
    expect(await size(client)).toBe(30)
  }, 30_000)

  test('is found again after the library was closed, and goes on', async () => {
    const path = temporaryFile()
    const before = library(path)
    const batch = await batchOf(before, many.slice(0, 4))
    await before.close()
    const after = library(path)
    expect(await after.call('batch.list', {})).toMatchObject([{ id: batch, job: null, counts: { waiting: 4 } }])
    expect(await run(after, batch)).toMatchObject({ counts: { stored: 4 } })
  })

  test('beside another one, from two windows, stores each text once', async () => {
    const client = library()
    const [one, other] = [await batchOf(client, many.slice(0, 12)), await batchOf(client, many.slice(6, 18))]
    const [first, second] = await Promise.all([run(client, one), run(client, other)])
    expect(await size(client)).toBe(18)
    expect(first.counts.stored + second.counts.stored).toBe(18)
    expect(first.counts.duplicate + second.counts.duplicate).toBe(6)
  }, 30_000)

  test('is forgotten; what it stored stays', async () => {
    const client = library()
    const batch = await batchOf(client, many.slice(0, 1))
    await run(client, batch)
    await client.call('batch.remove', { batch })
    expect(await client.call('batch.list', {})).toEqual([])
    expect(await size(client)).toBe(1)
  })
})
