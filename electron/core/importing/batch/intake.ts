// Takes the files of a batch in: archives are unpacked in a worker, what systems and editors leave in folders is left out, and
// what cannot be read is a row of its own with the reason.
import { MAX_FILE_BYTES } from '../../../../shared/contract/app.ts'
import { MOST_FILES } from '../../../../shared/contract/batches.ts'
import { AppError, toWire, type ErrorCode } from '../../../../shared/contract/error.ts'
import type { BatchId } from '../../../../shared/model/ids.ts'
import type { Context } from '../../context.ts'
import { isArchive } from '../format.ts'
import type { unpackTask } from '../tasks.ts'
import type { Unpacked } from './archive.ts'
import { putFile } from './rows.ts'

/** Locks and drafts of editors (~$letter.docx, .~lock.letter.odt#), hidden files, what Windows and macOS keep for themselves. */
const NO_DOCUMENT = /(?:^|\/)(?:\.[^/]*|~\$[^/]*|__MACOSX|Thumbs\.db|desktop\.ini)(?:\/|$)/iu

export const isNoDocument = (path: string): boolean => NO_DOCUMENT.test(path)

type Given = { path: string; bytes: Uint8Array } | { path: string; problem: ErrorCode }

const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1)

/** How many files were added. */
export async function takeIn({ db, jobs }: Pick<Context, 'db' | 'jobs'>, batch: BatchId, given: readonly Given[], job?: string): Promise<number> {
  let added = 0
  for (const file of given) {
    // Unpacked one at a time: an archive may be large.
    const files = await opened(jobs, file, job)
    db.write(() => {
      const { held } = db.get<{ held: number }>('SELECT count(*) AS held FROM batch_file WHERE batch = ?', batch)!
      if (held + files.length > MOST_FILES) throw new AppError('folder-too-large', 'too many files', { name: baseName(file.path) })
      // An archive that could not be read before has its files now.
      if (files[0]?.path !== file.path) db.run('DELETE FROM batch_file WHERE batch = ? AND path = ?', batch, file.path)
      for (const each of files) if (putFile(db, batch, each.path, isNoDocument(each.path) ? 'left-out' : each)) added++
    })
  }
  return added
}

async function opened(jobs: Context['jobs'], file: Given, job?: string): Promise<Unpacked[]> {
  const { path } = file
  const failed = (code: ErrorCode): Unpacked[] => [{
    path, error: toWire(new AppError(code, 'not read', { name: baseName(path), limit: MAX_FILE_BYTES / 1024 / 1024 })),
  }]
  if ('problem' in file) return failed(file.problem)
  if (isNoDocument(path)) return [{ path, bytes: file.bytes }]
  if (file.bytes.length === 0) return failed('file-empty')
  if (!isArchive(file.bytes, path)) return [{ path, bytes: file.bytes }]
  try {
    const entries = await jobs.run<typeof unpackTask>('unpack', { bytes: file.bytes, name: baseName(path) }, job)
    return entries.map((entry) => ({ ...entry, path: `${path}/${entry.path}`.slice(0, 1000) }))
  } catch (error) {
    if (error instanceof AppError && error.code !== 'cancelled') return [{ path, error: toWire(error) }]
    throw error
  }
}
