// Hands a chosen file's bytes to the backend; the backend answers with a handle, never a path.
import { MAX_FILE_BYTES } from '../../shared/contract/app.ts'
import { AppError } from '../../shared/contract/error.ts'
import type { Client } from '../../shared/contract/index.ts'
import type { FileHandle } from '../../shared/model/ids.ts'

/** Base64 by the browser's own reader: quick, and off the heap of the page. */
export const base64 = (file: File) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,?/, '')))
    reader.addEventListener('error', () =>
      reject(new AppError('file-missing', 'the file cannot be read any more', { name: file.name })),
    )
    reader.readAsDataURL(file)
  })

/** Refuses files that are too large before a byte is read. */
export async function stageFile(client: Client, file: File): Promise<FileHandle> {
  if (file.size > MAX_FILE_BYTES) {
    throw new AppError('file-too-large', 'file is too large', { name: file.name, limit: MAX_FILE_BYTES / 1024 / 1024 })
  }
  if (file.size === 0) throw new AppError('file-empty', 'file is empty', { name: file.name })
  const { file: handle } = await client.call('file.stage', { name: file.name, data: await base64(file) })
  return handle
}
