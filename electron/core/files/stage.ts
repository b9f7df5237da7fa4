// Files that a window handed over, kept in memory for this session only. A handle tells nothing of where a file lies.
import { AppError } from '../../../shared/contract/error.ts'
import { MAX_CARRY_BYTES, MAX_FILE_BYTES } from '../../../shared/contract/app.ts'
import type { FileHandle } from '../../../shared/model/ids.ts'
import type { FileStage, StagedFile } from '../context.ts'
import type { Ports } from '../ports.ts'

const MEBI = 1024 * 1024

/** All staged files together, in bytes. Beyond it those unused longest are let go. */
const ALL_BYTES = 256 * MEBI

/** An empty stage that holds at `most` so many bytes. */
export function createFileStage(ports: Pick<Ports, 'newId'>, most: number = ALL_BYTES): FileStage {
  // A Map keeps the order of insertion: the first is the one unused longest.
  const files = new Map<FileHandle, StagedFile>()
  let held = 0

  const drop = (handle: FileHandle) => {
    held -= files.get(handle)?.bytes.length ?? 0
    files.delete(handle)
  }

  const hold = (handle: FileHandle, name: string, bytes: Uint8Array) => {
    files.set(handle, { name, bytes })
    held += bytes.length
    for (const oldest of files.keys()) {
      if (held <= most || oldest === handle) break
      drop(oldest)
    }
  }

  const get = (handle: FileHandle): StagedFile => {
    const file = files.get(handle)
    if (!file) throw new AppError('not-found', 'no such file in this session')
    files.delete(handle)
    files.set(handle, file)
    return file
  }

  return {
    put(name, bytes) {
      if (bytes.length > MAX_FILE_BYTES) throw tooLarge(name)
      const handle = ports.newId() as FileHandle
      hold(handle, name, bytes)
      return handle
    },
    append(handle, bytes) {
      const { name, bytes: before } = get(handle)
      if (before.length + bytes.length > MAX_CARRY_BYTES) throw tooLarge(name, MAX_CARRY_BYTES)
      drop(handle)
      hold(handle, name, Buffer.concat([before, bytes]))
    },
    get,
    drop,
  }
}

/** The refusal of a file over the limit, wherever it is noticed. */
export const tooLarge = (name: string, limit: number = MAX_FILE_BYTES) => new AppError('file-too-large', 'the file is too large', { name, limit: limit / MEBI })
