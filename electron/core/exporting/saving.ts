// Puts a file on disk whole or not at all: written beside its place, flushed, then moved over it. An interrupted save leaves
// the file that was there. Written out here because `write-file-atomic` takes a partial write for a whole one: on a disk that
// fills up it replaced the earlier file by the first part of the new one and reported success.
import { randomUUID } from 'node:crypto'
import { open, realpath, rename, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { AppError } from '../../../shared/contract/error.ts'
import { folderFailure } from '../failures.ts'

/**
 * Throws `disk-full`, `folder-missing`, `folder-read-only`, `file-in-use` or `file-is-folder`; what stands under that name is
 * then as it was. A new file gets `mode`. Returns the full path.
 */
export async function exportToFile(bytes: Uint8Array, path: string, mode = 0o666): Promise<string> {
  const full = resolve(path)
  try {
    await replace(await behindLinks(full), bytes, mode)
  } catch (error) {
    throw folderFailure(error, dirname(full)) ?? error
  }
  return full
}

/** The file a link stands for, so that the link stays one; the path itself where nothing is there yet. */
const behindLinks = (path: string) => realpath(path).catch(() => path)

async function replace(path: string, bytes: Uint8Array, fresh: number): Promise<void> {
  const folder = dirname(path)
  // A short name of its own: one built on the file's name may be longer than a file system takes.
  const beside = join(folder, `.${randomUUID()}.tmp`)
  const mode = await stat(path).then((found) => found.mode & 0o777, () => fresh)
  try {
    const file = await open(beside, 'wx', mode)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path).catch((error: unknown) => { throw moveFailure(error, path) ?? error })
  } catch (error) {
    await unlink(beside).catch(() => {})
    throw error
  }
  await flushFolder(folder)
}

/** Why the whole file could not take its place, in a folder that takes files: Windows lets nobody replace one that Word holds. */
function moveFailure(error: unknown, path: string): AppError | null {
  const code = error instanceof Error && 'code' in error ? error.code : null
  const name = basename(path)
  if (code === 'EISDIR' || code === 'ENOTEMPTY' || code === 'EEXIST') return new AppError('file-is-folder', 'a folder', { name })
  if (code === 'EBUSY' || code === 'EPERM' || code === 'EACCES') return new AppError('file-in-use', 'the file is in use', { name })
  return null
}

/** Makes the move itself survive a power cut. Windows and some network disks cannot; the file is in its place all the same. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => {})
  await handle?.close()
}
