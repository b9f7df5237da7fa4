// Makes names durable: a file that was made, renamed or removed is so after a power cut only once its folder was flushed.
import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Windows has no such call and needs none. */
export function flushFolder(folder: string): void {
  if (process.platform !== 'win32') flush(folder)
}

/** The content of a file, on disk when this returns. */
export const flushFile = (file: string): void => flush(file, 'r+')

function flush(path: string, flags = 'r'): void {
  const handle = openSync(path, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
