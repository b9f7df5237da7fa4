// The part of the contract that speaks of batches, for the suite that runs against every transport.
import { describe, expect, test } from 'vitest'
import type { Client, Events, OperationName } from '../../shared/contract/index.ts'
import { statement } from '../support/batches.ts'

const NONE = 'none'

/** Batches and files of nothing, each not found. */
export const NO_BATCH: Record<string, unknown> = {
  'batch.add': { batch: NONE, files: [{ path: 'a.txt', data: '' }] },
  'batch.seal': { batch: NONE },
  'batch.run': { batch: NONE, job: 'none' },
  'batch.open': { batch: NONE },
  'batch.decide': { batch: NONE, files: [1], as: 'skip' },
  'batch.retry': { batch: NONE, files: [1] },
  'batch.propose': { batch: NONE, file: 1 },
  'batch.undo': { batch: NONE, edited: false },
  'batch.redo': { batch: NONE },
  'batch.remove': { batch: NONE },
}

/** Values that break a rule. */
export const WRONG_BATCHES: [operation: OperationName, input: unknown][] = [
  ['batch.start', { name: '', announced: 0, direct: true }],
  ['batch.add', { batch: 'a', files: [{ path: 'a.txt', problem: 'no-such-code' }] }],
  ['batch.decide', { batch: 'a', files: [1], as: 'destroy' }],
  ['batch.retry', { batch: 'a', files: [] }],
]

const file = (path: string, text: string) => ({ path, data: Buffer.from(text).toString('base64') })

export function batchSuite(clientOf: () => Client, nextEvent: (client: Client, event: keyof Events) => Promise<unknown>): void {
  describe('batches', () => {
    test('take files in, store what is sure, and wait for the officer with the rest', async () => {
      const client = clientOf()
      const { id: batch } = await client.call('batch.start', { name: 'папка', announced: 2, direct: true })
      const files = [file('a.txt', statement(1)), file('nearly.txt', statement(1).replace('важность', 'значение'))]
      expect(await client.call('batch.add', { batch, files })).toEqual({ added: 2 })
      expect(await client.call('batch.seal', { batch })).toMatchObject({ sealed: true })
      const told = nextEvent(client, 'batch.changed')
      expect((await client.call('batch.run', { batch, job: 'batch-1' })).counts).toMatchObject({ stored: 1, look: 1, waiting: 0 })
      expect(await told).toEqual({ id: batch })
      const { key } = (await client.call('batch.open', { batch })).files.find(({ state }) => state === 'look')!
      expect(await client.call('batch.decide', { batch, files: [key], as: 'skip' })).toMatchObject({ counts: { skipped: 1 } })
      await client.call('batch.decide', { batch, files: [key], as: 'look' })
      const { proposal, alike } = await client.call('batch.propose', { batch, file: key })
      expect(alike).toMatchObject({ share: expect.any(Number) })
      expect(await client.call('batch.retry', { batch, files: [key] })).toMatchObject({ counts: { look: 1, waiting: 0 } })
      await client.call('batch.store', { batch, file: key, proposal })
      expect((await client.call('batch.list', {}))[0]!.counts).toMatchObject({ stored: 2, look: 0 })
      expect(await client.call('batch.undo', { batch, edited: false })).toEqual({ taken: 2, kept: 0 })
      expect(await client.call('batch.redo', { batch })).toEqual({ restored: 2 })
      await client.call('batch.undo', { batch, edited: false })
      expect(await client.call('batch.remove', { batch })).toBeNull()
    })
  })
}
