// What the first bytes of a library file say, read without SQLite: opening a stranger's file with SQLite may change it.
import { accessSync, closeSync, constants, openSync, readSync, statSync, type Stats } from 'node:fs'
import { basename, dirname } from 'node:path'
import { AppError } from '../../../shared/contract/error.ts'
import { isEncrypted } from './cipher.ts'

/** "Altn": marks a SQLite file as a library of Alternat. */
export const APPLICATION_ID = 0x416c746e

const MAGIC = 'SQLite format 3\0'
const HEADER_BYTES = 100
const USER_VERSION_AT = 60
const APPLICATION_ID_AT = 68

/**
 * Refuses a path that holds no library or one that must not be touched; tells whether there is a file at all.
 * `newest` is the highest schema version this Alternat knows.
 */
export function examine(path: string, newest: number): 'missing' | 'present' {
  const folder = stat(dirname(path))
  if (!folder?.isDirectory()) throw new AppError('library-missing-folder', 'the folder for the library does not exist', { name: dirname(path) })
  const file = stat(path)
  if (!file) {
    // A log without its file is what is left of a library: a new one beside it would destroy the last saves.
    if ((stat(`${path}-wal`)?.size ?? 0) > 0) throw damaged()
    return 'missing'
  }
  if (!file.isFile()) throw foreign(path)
  // What it holds is known only with its key.
  if (isEncrypted(path)) return 'present'
  const header = readHeader(path)
  const ours = header.length === HEADER_BYTES && header.readUInt32BE(APPLICATION_ID_AT) === APPLICATION_ID
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    if (ours || header.every((byte) => byte === 0)) throw damaged()
    throw foreign(path)
  }
  if (header.length < HEADER_BYTES) throw damaged()
  if (!ours) throw foreign(path)
  if (header.readUInt32BE(USER_VERSION_AT) > newest) throw newer()
  return 'present'
}

/** false where the system forbids writing, or the file's permissions do to a user whom the system would let through. */
export function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return (statSync(path).mode & 0o222) !== 0
  } catch {
    return false
  }
}

/** The pages are not what SQLite wrote. */
export const damaged = () => new AppError('library-damaged', 'the library file is damaged')
/** The schema is one that this Alternat does not know. */
export const newer = () => new AppError('library-newer', 'the library was made by a newer Alternat')
const foreign = (path: string) => new AppError('library-foreign', 'not a library of Alternat', { name: basename(path) })

function stat(path: string): Stats | null {
  return statSync(path, { throwIfNoEntry: false }) ?? null
}

/** The first bytes; none for an empty file, which is what a full disk leaves of a good one. */
function readHeader(path: string): Buffer {
  const file = openSync(path, 'r')
  try {
    const header = Buffer.alloc(HEADER_BYTES)
    return header.subarray(0, readSync(file, header, 0, HEADER_BYTES, 0))
  } finally {
    closeSync(file)
  }
}
