// The log on disk: what happened and where in the code, never what a document says.
import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { lineLog, type Log } from '../core/log.ts'

/** One older file is kept beside the current one. */
const LIMIT_BYTES = 1024 * 1024

/** A log in `folder`, readable by this user only. A log that cannot be written never stops the work. */
export function openLog(folder: string): Log {
  const file = join(folder, 'alternat.log')
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LIMIT_BYTES) renameSync(file, `${file}.1`)
  } catch {
    // Told nowhere: there is no log to tell it in.
  }
  return lineLog((line) => {
    try {
      appendFileSync(file, `${line}\n`, { mode: 0o600 })
    } catch {
      // As above.
    }
  })
}

/** The older file, then the current one; what cannot be read is left out. */
export const readLog = (folder: string): string => ['alternat.log.1', 'alternat.log'].map((name) => {
  try {
    return readFileSync(join(folder, name), 'utf8')
  } catch {
    return ''
  }
}).join('')
