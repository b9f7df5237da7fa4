// Operations on batches.
import type { Context } from '../../context.ts'
import type { Handlers } from '../../dispatch.ts'
import { takeIn } from './intake.ts'
import { readFiles } from './rows.ts'
import { createBatchService } from './service.ts'

type BatchOperation = 'batch.start' | 'batch.add' | 'batch.seal' | 'batch.run' | 'batch.list' | 'batch.open' | 'batch.decide'
  | 'batch.retry' | 'batch.propose' | 'batch.store' | 'batch.undo' | 'batch.redo' | 'batch.remove'

export function batchHandlers(context: Pick<Context, 'db' | 'library' | 'jobs' | 'snapshots' | 'events' | 'ports'>): Pick<Handlers, BatchOperation> {
  const batches = createBatchService(context)
  return {
    'batch.start': ({ name, announced, direct }) => batches.start(name, announced, direct),
    'batch.add': async ({ batch, files, job }) => {
      batches.summary(batch)
      const given = files.map((file) =>
        'data' in file ? { path: file.path, bytes: new Uint8Array(Buffer.from(file.data, 'base64')) } : file)
      const added = await takeIn(context, batch, given, job)
      batches.changed(batch)
      return { added }
    },
    'batch.seal': ({ batch }) => batches.seal(batch),
    'batch.run': ({ batch, withoutSnapshot, job }) => batches.run(batch, job, withoutSnapshot),
    'batch.list': () => batches.list(),
    'batch.open': ({ batch }) => ({ batch: batches.summary(batch), files: readFiles(context.db, batch) }),
    'batch.decide': ({ batch, files, as }) => batches.decide(batch, files, as),
    'batch.retry': ({ batch, files }) => batches.retry(batch, files),
    'batch.propose': ({ batch, file, job }) => batches.propose(batch, file, job),
    'batch.store': ({ batch, file, ...approved }) => batches.store(batch, file, approved),
    'batch.undo': ({ batch, edited }) => batches.undo(batch, edited),
    'batch.redo': ({ batch }) => batches.redo(batch),
    'batch.remove': ({ batch }) => {
      batches.remove(batch)
      return null
    },
  }
}
