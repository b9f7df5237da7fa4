// Puts a file on disk whole or not at all: written beside its place, flushed, then moved over it. An interrupted save leaves
// the file that was there.
import { dirname, resolve } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { folderFailure } from '../failures.ts'

/** Throws `disk-full`, `folder-missing` or `folder-read-only`; the file of that name is then as it was. Returns the full path. */
export async function exportToFile(bytes: Uint8Array, path: string): Promise<string> {
  const full = resolve(path)
  try {
    await writeFileAtomic(full, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  } catch (error) {
    throw folderFailure(error, dirname(full)) ?? error
  }
  return full
}
