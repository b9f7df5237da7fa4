// The tasks of carrying, for a worker: a large library must not keep the windows waiting. Each opens the library for itself; the
// one that brings a file in writes in a single transaction, so that a worker that is ended leaves nothing behind.
import { randomBytes } from 'node:crypto'
import { AppError } from '../../../shared/contract/error.ts'
import type { CarryChoice, CarrySummary } from '../../../shared/model/carry.ts'
import { openSqlite, type LibraryKey } from '../db/cipher.ts'
import { connect } from '../db/connection.ts'
import type { LibraryFile } from '../db/libraryFile.ts'
import type { Report, Task } from '../jobs/task.ts'
import { gather } from './gather.ts'
import { mergeCarry, type Merged } from './merge.ts'
import { packCarry, type Packed } from './pack.ts'
import { planCarry } from './plan.ts'
import { checkCarry, openCarry } from './unpack.ts'

/** The library as a worker opens it. */
interface Place {
  library: string
  key: LibraryKey | null
}

export interface CarryOutInput extends Place {
  choice: CarryChoice | null
  program: string
  /** ISO time. */
  made: string
}

export interface CarryInInput extends Place {
  bytes: Uint8Array
  suffix: string
  keptAs: string
  /** ISO time. */
  now: string
}

/** How long a write waits for one of the windows', in ms. */
const PATIENCE = 10_000

export const carryOutTask: Task<CarryOutInput, Packed> = (input, report) =>
  onLibrary(input, { readonly: true }, (db) => carryOut(db, input, report))

export const carryLookTask: Task<Place & { bytes: Uint8Array }, CarrySummary> = ({ bytes, ...place }, report) =>
  onLibrary(place, { readonly: true }, (db) => carryLook(db, bytes, report))

export const carryInTask: Task<CarryInInput, Merged> = ({ library, key, bytes, suffix, keptAs, now }, report) => {
  const carry = openCarry(bytes)
  checkCarry(carry, report)
  return onLibrary({ library, key }, { readonly: false }, (db) => mergeCarry(db, carry, { newId, suffix, keptAs, now, report }))
}

/** Without a worker, for a library in memory. */
export function carryOut(db: LibraryFile, { choice, program, made }: Omit<CarryOutInput, keyof Place>, report?: Report): Packed {
  const { total, records } = gather(db, choice)
  if (total === 0) throw new AppError('carry-empty', 'nothing to carry')
  return packCarry(records, total, { program, made }, report)
}

export const carryLook = (db: LibraryFile, bytes: Uint8Array, report?: Report): CarrySummary => planCarry(db, openCarry(bytes), report).summary

export function carryIn(db: LibraryFile, { bytes, ...options }: Omit<CarryInInput, keyof Place>): Merged {
  const carry = openCarry(bytes)
  checkCarry(carry)
  return mergeCarry(db, carry, { newId, ...options })
}

const newId = () => randomBytes(10).toString('hex')

function onLibrary<T>({ library, key }: Place, { readonly }: { readonly: boolean }, work: (db: LibraryFile) => T): T {
  const sqlite = openSqlite(library, { readonly, fileMustExist: true, timeout: PATIENCE }, key)
  try {
    if (!readonly) for (const setting of ['foreign_keys = ON', 'secure_delete = ON', 'synchronous = FULL', 'fullfsync = ON']) sqlite.pragma(setting)
    return work(connect(library, sqlite, { key }))
  } finally {
    sqlite.close()
  }
}
