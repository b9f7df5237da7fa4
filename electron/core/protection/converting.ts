// Turns a library from plain to encrypted or back, with its snapshots: each file is copied whole, the copy is changed, checked and
// flushed, and only then takes the place of the other. Wherever this is interrupted the old library stands or the new one, and
// the key file is there before the first and after the last byte that needs it.
import { chmodSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type Database from 'better-sqlite3'
import { AppError } from '../../../shared/contract/error.ts'
import { isWhole } from '../db/check.ts'
import { decryptInPlace, encryptInPlace, isEncrypted, openSqlite, type LibraryKey } from '../db/cipher.ts'
import { flushFile, flushFolder } from '../db/folder.ts'
import { APPLICATION_ID, damaged } from '../db/header.ts'
import { convertingName, removeLeftovers } from '../db/leftovers.ts'
import { takeWriterLock } from '../db/lock.ts'
import { keptOf, removeKept } from '../db/place.ts'
import { readSecond, reachedSecond } from '../db/second.ts'
import type { Report, Task } from '../jobs/task.ts'
import { removeKeyFile, setKeyFileAside, writeKeyFile, type KeyFile } from './keyFile.ts'

/** What becomes of the snapshots and former libraries beside it. */
export type CopiesFate = 'convert' | 'delete'

export type Conversion = { library: string; key: LibraryKey; copies: CopiesFate } & ({ to: 'encrypted'; keyFile: KeyFile } | { to: 'plain' })

export interface Converted {
  /** Copies that stayed as they were: damaged, or under another key. */
  left: number
}

/** Steps of one file, see `convertFile`. */
const STEPS = 4

/** Throws `library-locked` where the library is in use, `library-damaged` where the copy is not what it was made of. */
export const convertTask: Task<Conversion, Converted> = (conversion, report) => {
  const { library, key, to, copies } = conversion
  const lock = takeWriterLock(library)
  if (lock === 'held') throw inUse()
  try {
    removeLeftovers(library)
    const others = copiesOf(library).filter((file) => isEncrypted(file) !== (to === 'encrypted'))
    const total = STEPS + others.length
    if (to === 'encrypted') {
      convertFile(library, key, to, report, total, () => {
        setKeyFileAside(library, new Date())
        writeKeyFile(library, conversion.keyFile)
      })
      return { left: convertAll(others, key, to, copies, (done) => report('copies', STEPS + done, total)) }
    }
    // The key goes last: until then it opens whatever is still encrypted.
    const left = convertAll(others, key, to, copies, (done) => report('copies', done, total))
    convertFile(library, key, to, (stage, done) => report(stage, others.length + done, total), total)
    report('key', total, total)
    // What lies in a folder that cannot be reached needs its key still.
    if (left === 0 && (readSecond(library) === null || reachedSecond(library) !== null)) removeKeyFile(library)
    else setKeyFileAside(library, new Date())
    return { left }
  } finally {
    lock.release()
  }
}

/** Encrypts or deletes the plain copies beside a library that is encrypted already, while it is open. */
export const convertCopiesTask: Task<{ library: string; key: LibraryKey; copies: CopiesFate }, Converted> = ({ library, key, copies }, report) => {
  const plain = plainCopies(library)
  return { left: convertAll(plain, key, 'encrypted', copies, (done) => report('copies', done, plain.length)) }
}

const copiesOf = (library: string): string[] => keptOf(library).map(({ path }) => path)

export const plainCopies = (library: string): string[] => copiesOf(library).filter((file) => !isEncrypted(file))

/** How many stayed as they were. */
function convertAll(files: string[], key: LibraryKey, to: Conversion['to'], fate: CopiesFate, report: (done: number) => void): number {
  let left = 0
  for (const [done, file] of files.entries()) {
    report(done)
    if (fate === 'delete') removeKept(file)
    else left += isConverted(file, key, to) ? 0 : 1
  }
  return left
}

function isConverted(file: string, key: LibraryKey, to: Conversion['to']): boolean {
  try {
    convertFile(file, key, to)
    return true
  } catch (error) {
    rmSync(convertingName(file), { force: true })
    // A full or failing disk ends the whole; a copy that is damaged or another's does not.
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (/^(SQLITE_(CORRUPT|NOTADB)|library-damaged|key-foreign)/.test(code)) return false
    throw error
  }
}

/** `swapping` is called once the new file is whole and on disk, before it takes the place of the old one. */
function convertFile(file: string, key: LibraryKey, to: Conversion['to'], report: Report = () => {}, total = STEPS, swapping = () => {}): void {
  const unfinished = convertingName(file)
  report('copying', 0, total)
  const held = copied(file, unfinished, key)
  report('converting', 1, total)
  const copy = openSqlite(unfinished, { fileMustExist: true }, key)
  try {
    if (to === 'encrypted') encryptInPlace(copy, key)
    else decryptInPlace(copy)
  } finally {
    copy.close()
  }
  flushFile(unfinished)
  report('checking', 2, total)
  if (isEncrypted(unfinished) !== (to === 'encrypted') || contentOf(unfinished, key) !== held) throw damaged()
  swapping()
  report('swapping', 3, total)
  // The log is in the file by now; over the new file it would be taken for that file's own.
  for (const aside of [`${file}-wal`, `${file}-shm`]) rmSync(aside, { force: true })
  flushFolder(dirname(file))
  renameSync(unfinished, file)
  flushFolder(dirname(file))
}

/** Copies it whole, and empties its log; tells what it holds. */
function copied(file: string, to: string, key: LibraryKey): string {
  const sqlite = openSqlite(file, { fileMustExist: true, timeout: 1000 }, key)
  try {
    const held = tally(sqlite)
    sqlite.prepare('VACUUM INTO ?').run(to)
    chmodSync(to, statSync(file).mode & 0o777)
    const [{ busy }] = sqlite.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }]
    if (busy !== 0) throw inUse()
    return held
  } finally {
    sqlite.close()
  }
}

function contentOf(file: string, key: LibraryKey): string {
  const sqlite = openSqlite(file, { readonly: true, fileMustExist: true }, key)
  try {
    if (Number(sqlite.pragma('application_id', { simple: true })) !== APPLICATION_ID || !isWhole(sqlite)) throw damaged()
    return tally(sqlite)
  } finally {
    sqlite.close()
  }
}

/** The schema and the rows of every table, by count. */
function tally(sqlite: Database.Database): string {
  const tables = sqlite.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') ORDER BY name").pluck().all()
  const rows = tables.map((name) => [name, sqlite.prepare(`SELECT count(*) FROM "${String(name)}"`).pluck().get()])
  return JSON.stringify([sqlite.pragma('user_version', { simple: true }), rows])
}

const inUse = () => new AppError('library-locked', 'the library is in use by another program')
