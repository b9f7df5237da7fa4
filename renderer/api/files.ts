// Hands a chosen file's bytes to the backend; the backend answers with a handle, never a path.
import { MAX_CARRY_BYTES, MAX_FILE_BYTES } from '../../shared/contract/app.ts'
import { AppError } from '../../shared/contract/error.ts'
import type { Client } from '../../shared/contract/index.ts'
import type { FileHandle } from '../../shared/model/ids.ts'

/** Base64 by the browser's own reader: quick, and off the heap of the page. */
export const base64 = (file: Blob, name = file instanceof File ? file.name : '') =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,?/, '')))
    reader.addEventListener('error', () =>
      reject(new AppError('file-missing', 'the file cannot be read any more', { name })),
    )
    reader.readAsDataURL(file)
  })

/** Refuses files that are too large before a byte is read. */
export async function stageFile(client: Client, file: File): Promise<FileHandle> {
  if (file.size > MAX_FILE_BYTES) {
    throw new AppError('file-too-large', 'file is too large', { name: file.name, limit: MAX_FILE_BYTES / 1024 / 1024 })
  }
  if (file.size === 0) throw new AppError('file-empty', 'file is empty', { name: file.name })
  const { file: handle } = await client.call('file.stage', { name: file.name, data: await base64(file, file.name) })
  return handle
}

/** A carry file may be larger than one message: the rest follows in pieces. */
export async function stageCarry(client: Client, file: File): Promise<FileHandle> {
  if (file.size > MAX_CARRY_BYTES) {
    throw new AppError('file-too-large', 'file is too large', { name: file.name, limit: MAX_CARRY_BYTES / 1024 / 1024 })
  }
  const handle = await stageFile(client, new File([file.slice(0, MAX_FILE_BYTES)], file.name))
  for (let from = MAX_FILE_BYTES; from < file.size; from += MAX_FILE_BYTES) {
    await client.call('file.append', { file: handle, data: await base64(file.slice(from, from + MAX_FILE_BYTES), file.name) })
  }
  return handle
}
