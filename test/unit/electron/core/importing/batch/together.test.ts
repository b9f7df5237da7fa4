// Files of a batch that were read by the time it is their turn are stored in one transaction, and each still has a fate of its own.
import { beforeEach, describe, expect, test } from 'vitest'
import { createBatchService } from '../../../../../../electron/core/importing/batch/service.ts'
import { putFile, readFiles } from '../../../../../../electron/core/importing/batch/rows.ts'
import { propose } from '../../../../../../electron/core/importing/propose.ts'
import { AppError, type ErrorCode } from '../../../../../../shared/contract/error.ts'
import type { JobRunner } from '../../../../../../electron/core/jobs/task.ts'
import { statement } from '../../../../../support/batches.ts'
import { openServices } from '../../../../../support/services.ts'

let services: ReturnType<typeof openServices>
beforeEach(() => { services = openServices() })

/** How the reading of each file ends: the number of a statement, or an error; all of them at once. */
function batchOf(files: Record<string, number | ErrorCode>, failsLate: string | null = null) {
  const { db, library } = services
  const run = async (_: string, { name }: { name: string }) => {
    const read = files[name]!
    if (typeof read === 'string') throw new AppError(read, 'as the test has it')
    return propose(new TextEncoder().encode(statement(read)), name)
  }
  const batches = createBatchService({
    ...services,
    jobs: { ...services.jobs, run: run as unknown as JobRunner['run'] },
    library: {
      ...library,
      store(proposal, options) {
        const kept = library.store(proposal, options)
        if (proposal.fileName === failsLate) throw new AppError('invalid', 'as the test has it')
        return kept
      },
    },
  })
  const { id } = batches.start('folder', Object.keys(files).length, true)
  db.write(() => { for (const path of Object.keys(files)) putFile(db, id, path, { bytes: new Uint8Array([1]) }) })
  return { run: () => batches.run(id, 'run'), states: () => Object.fromEntries(readFiles(db, id).map(({ path, state }) => [path, state])) }
}

describe('files that were read together', () => {
  test('are stored in their order, and the later of two of the same words is known as a duplicate', async () => {
    const batch = batchOf({ 'a.txt': 1, 'b.txt': 2, 'c.txt': 1 })
    await batch.run()
    expect(batch.states()).toEqual({ 'a.txt': 'stored', 'b.txt': 'stored', 'c.txt': 'duplicate' })
  })

  test('lose only the one that fails, and nothing of it is kept', async () => {
    const batch = batchOf({ 'a.txt': 1, 'b.txt': 'file-damaged', 'c.txt': 2, 'd.txt': 3 }, 'c.txt')
    await batch.run()
    expect(batch.states()).toEqual({ 'a.txt': 'stored', 'b.txt': 'failed', 'c.txt': 'failed', 'd.txt': 'stored' })
    expect(services.library.declarations().map(({ source }) => source).sort()).toEqual(['a.txt', 'd.txt'])
  })

  test('are kept up to the one that stops the batch; it and those after it wait', async () => {
    const batch = batchOf({ 'a.txt': 1, 'b.txt': 'disk-full', 'c.txt': 2 })
    await expect(batch.run()).rejects.toMatchObject({ code: 'disk-full' })
    expect(batch.states()).toEqual({ 'a.txt': 'stored', 'b.txt': 'waiting', 'c.txt': 'waiting' })
  })
})
