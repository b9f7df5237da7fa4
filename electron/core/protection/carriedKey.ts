// The key file in the second folder: it goes along with the snapshots there, and comes back where the one beside the library is lost.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../../shared/contract/error.ts'
import { flushFile, flushFolder } from '../db/folder.ts'
import { reachedSecond } from '../db/second.ts'
import { carriedKeyFile, carriedKeyName, keyFileBeside, readKeyFile, setKeyFileAside, writeKeyFile, type KeyFile } from './keyFile.ts'

/** The key file of key `id`: the one beside the library, else the one in its second folder. Throws as `readKeyFile` does. */
export function findKeyFile(library: string, id: string): KeyFile {
  try {
    return readKeyFile(library, id)
  } catch (error) {
    const carried = error instanceof AppError ? inSecond(library, id) : null
    if (carried === null) throw error
    return carried
  }
}

/** Puts the key file of `id` beside the library again where it is in the second folder only; another one there is set aside. */
export function putBackKeyFile(library: string, id: string, now: Date): void {
  const carried = isBeside(library, id) ? null : inSecond(library, id)
  if (carried === null) return
  setKeyFileAside(library, now)
  writeKeyFile(library, carried)
}

/** Whether the snapshots at `place` have the key file of today: its passphrase may have been changed since. */
export function isKeyCarried(library: string, place: string, id: string): boolean {
  const carried = carriedKeyFile(library, id)
  return carried === null || contentOf(carriedKeyName(place, id)) === carried
}

/** Writes the key file of `id` to the snapshots at `place`. */
export function carryKey(library: string, place: string, id: string): void {
  const carried = carriedKeyFile(library, id)
  if (carried === null) return
  const unfinished = join(place, 'unfinished-key')
  writeFileSync(unfinished, carried, { mode: 0o600 })
  flushFile(unfinished)
  renameSync(unfinished, carriedKeyName(place, id))
  flushFolder(place)
}

function isBeside(library: string, id: string): boolean {
  try {
    readKeyFile(library, id)
    return true
  } catch {
    return false
  }
}

function inSecond(library: string, id: string): KeyFile | null {
  const place = reachedSecond(library)
  try {
    return place === null ? null : keyFileBeside(join(place, 'snapshot'), id)
  } catch {
    return null
  }
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
