// Before an act that changes much at once a snapshot is taken, one for the act, named by it; where none can be, nothing is changed.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createBackend } from '../../../../../electron/core/backend.ts'
import { checkSnapshot, listSnapshots, snapshotFolder } from '../../../../../electron/core/db/snapshot.ts'
import { machinePorts } from '../../../../../electron/core/ports.ts'
import { connect, type Client } from '../../../../../shared/contract/index.ts'
import { statement } from '../../../../support/batches.ts'
import { openOther, out, store } from '../../../../support/carried.ts'
import { templates, workerScript } from '../../../../support/services.ts'
import { temporaryFile } from '../../../../support/temporary.ts'

type Asked = { withoutSnapshot?: boolean }

const FORM = { from: { kind: 'form' as const, form: 'communique-ru' }, parties: [], date: null, place: null }
const base64 = (data: string | Uint8Array) => Buffer.from(data as string).toString('base64')
let jobs = 0

async function folderOf({ call }: Client, from: number, to: number) {
  const { id } = await call('batch.start', { name: 'folder', announced: to - from, direct: true })
  await call('batch.add', { batch: id, files: Array.from({ length: to - from }, (_, index) => ({ path: `${from + index}.txt`, data: base64(statement(from + index)) })) })
  await call('batch.seal', { batch: id })
  return id
}

async function opened() {
  const library = temporaryFile()
  const backend = createBackend({ library, host: 'command-line', templates, worker: workerScript, ports: machinePorts, locale: 'en' })
  onTestFinished(() => backend.close())
  const client = connect(backend)
  await client.call('batch.run', { batch: await folderOf(client, 0, 9), job: `first-${jobs++}` })
  return { library, client, declarations: async () => (await client.call('library.list', {})).declarations.map(({ id }) => id) }
}
type Opened = Awaited<ReturnType<typeof opened>>

/** Two drafts that were removed. */
async function removedTwo({ client: { call } }: Opened) {
  const drafts = await Promise.all([1, 2].map(() => call('draft.start', FORM)))
  for (const { id } of drafts) await call('draft.remove', { id })
  return drafts.map(({ id }) => ({ kind: 'draft' as const, id }))
}

const ACTS: [what: string, bulk: { act: string; count: number }, prepare: (opened: Opened) => Promise<(asked: Asked) => Promise<unknown>>][] = [
  ['the import of a folder', { act: 'import', count: 12 }, async ({ client }) => {
    const batch = await folderOf(client, 20, 32)
    return (asked) => client.call('batch.run', { batch, job: `run-${jobs++}`, ...asked })
  }],
  ['bringing in a carry file', { act: 'merge', count: 1 }, async ({ client: { call } }) => {
    const other = openOther()
    store(other, 'рост')
    const { file } = await call('file.stage', { name: 'a.altcarry', data: base64(out(other)) })
    return (asked) => call('carry.merge', { file, suffix: ' 2', keptAs: 'Before', ...asked })
  }],
  ['an edit of many clauses', { act: 'edit', count: 12 }, async ({ client: { call }, declarations }) => {
    const { hits } = await call('clause.search', { query: 'стороны', limit: 12, offset: 0 })
    expect([hits.length, (await declarations()).length]).toEqual([12, 9])
    return (asked) => call('curation.edit', { declarations: [], clauses: hits.map(({ clauseId }) => clauseId), change: { note: 'Later' }, ...asked })
  }],
]

test.each(ACTS)('%s', async (_what, bulk, prepare) => {
  const library = await opened()
  const act = await prepare(library)
  const before = await library.declarations()
  await act({})
  const snapshots = listSnapshots(library.library)
  expect(snapshots.map((snapshot) => snapshot.bulk)).toEqual([bulk])
  expect(checkSnapshot(join(snapshotFolder(library.library), snapshots[0]!.name)).declarations).toBe(before.length)
})

test.each(ACTS)('%s: a snapshot that cannot be taken is told and nothing is changed, unless the officer goes on', async (_what, _bulk, prepare) => {
  const library = await opened()
  const act = await prepare(library)
  const changes = async () => [await library.declarations(), await library.client.call('curation.last', {})]
  const before = await changes()
  writeFileSync(snapshotFolder(library.library), 'in the way')
  await expect(act({})).rejects.toMatchObject({ code: 'snapshot-failed' })
  expect(await changes()).toEqual(before)
  await act({ withoutSnapshot: true })
  expect(await changes()).not.toEqual(before)
  rmSync(snapshotFolder(library.library))
})

test('a batch that goes on where it was paused takes no second one', async () => {
  const { library, client } = await opened()
  const batch = await folderOf(client, 20, 45)
  client.on('batch.changed', () => void client.call('job.cancel', { job: 'paused' }))
  await client.call('batch.run', { batch, job: 'paused' }).catch(() => {})
  const { batch: { counts } } = await client.call('batch.open', { batch })
  await client.call('batch.run', { batch, job: 'resumed' })
  expect((await client.call('batch.open', { batch })).batch.counts.stored).toBe(25)
  // Where the pause came before the first file was stored, the second run is the first.
  expect(listSnapshots(library).map(({ bulk }) => bulk?.act)).toEqual(counts.stored > 0 || counts.waiting < 25 ? ['import'] : ['import', 'import'])
})

test('one that waits for the snapshot of another can be called off', async () => {
  const { client } = await opened()
  const [first, second] = [await folderOf(client, 20, 32), await folderOf(client, 40, 52)]
  const running = client.call('batch.run', { batch: first, job: 'first' })
  const waiting = client.call('batch.run', { batch: second, job: 'second' })
  await expect.poll(async () => (await client.call('batch.open', { batch: second })).batch.job, { interval: 1 }).toBe('second')
  await client.call('job.cancel', { job: 'second' })
  await expect(waiting).rejects.toMatchObject({ code: 'cancelled' })
  await running
  expect((await client.call('batch.open', { batch: second })).batch.counts).toMatchObject({ stored: 0, waiting: 12 })
})

test('acts of a few take none', async () => {
  const { library, client, declarations } = await opened()
  await client.call('curation.edit', { declarations: await declarations(), clauses: [], change: { note: 'Later' } })
  expect(listSnapshots(library)).toEqual([])
})

test('deletion for good takes one only where copies hold the texts and are to stay: else it would be the copy that does', async () => {
  const library = await opened()
  const { client: { call } } = library
  await call('removed.delete', { texts: await removedTwo(library), copies: false })
  expect(listSnapshots(library.library)).toEqual([])
  const texts = await removedTwo(library)
  const other = openOther()
  store(other, 'рост')
  const { file } = await call('file.stage', { name: 'a.altcarry', data: base64(out(other)) })
  await call('carry.merge', { file, suffix: ' 2', keptAs: 'Before' })
  await call('removed.delete', { texts, copies: false })
  expect(listSnapshots(library.library).map(({ bulk }) => bulk)).toEqual([{ act: 'delete', count: 2 }, { act: 'merge', count: 1 }])
})
