// The file a command is to write: it and its folder are checked before the work, not after it.
import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { AppError } from '../../../shared/contract/error.ts'

/** Throws where `path` is a folder itself, or where its folder is missing or may not be written to. */
export async function checkFolder(path: string): Promise<void> {
  if ((await stat(path).catch(() => null))?.isDirectory()) throw new AppError('file-is-folder', 'a folder', { name: path })
  const folder = dirname(resolve(path))
  const found = await stat(folder).catch(() => null)
  if (!found?.isDirectory()) throw new AppError('folder-missing', 'no such folder', { name: folder })
  await access(folder, constants.W_OK).catch(() => {
    throw new AppError('folder-read-only', 'the folder may only be read', { name: folder })
  })
}
