// Writes to the second folder what it has not yet: each snapshot is copied, opened and checked there, and only then gets its name. The same
// snapshots stay there as beside the library; the key file goes along, so that they can be opened where the library's disk is lost.
import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../../shared/contract/error.ts'
import { isEncrypted, type LibraryKey } from '../db/cipher.ts'
import { flushFile, flushFolder } from '../db/folder.ts'
import { reachedSecond, readSecond, writeSecond, type Second } from '../db/second.ts'
import { checkSnapshot, listSnapshots, snapshotFolder, snapshotsIn, type Snapshot } from '../db/snapshot.ts'
import { expectedFailure, folderFailure } from '../failures.ts'
import { announceGrowing } from '../jobs/growing.ts'
import type { Report, Task } from '../jobs/task.ts'
import { carryKey } from '../protection/carriedKey.ts'
import { holds } from '../removed/holding.ts'
import { outdated } from './keeping.ts'

export interface SecondInput {
  library: string
  key: LibraryKey | null
  /** ISO time. */
  now: string
}

const UNFINISHED = 'unfinished'

const newestFirst = (one: Snapshot, other: Snapshot) => (one.name < other.name ? 1 : -1)

/** What the folder is to have and has not: of an encrypted library no plain ones, and none that is known as damaged here. */
export function missingThere(library: string, place: string, isKeyed: boolean, now: Date): Snapshot[] {
  const there = snapshotsIn(place)
  const names = new Set([...there.map(({ name }) => name), ...(readSecond(library)?.damaged ?? [])])
  const lacking = listSnapshots(library).filter(({ name }) => !names.has(name) && isEncrypted(join(snapshotFolder(library), name)) === isKeyed)
  const gone = new Set(outdated([...there, ...lacking].toSorted(newestFirst), now))
  return lacking.filter((snapshot) => !gone.has(snapshot))
}

/** Tells how many were written; null where the folder cannot be reached. Why it failed is noted beside the library too. */
export const secondTask: Task<SecondInput, { written: number } | null> = ({ library, key, now }, report) => {
  const place = reachedSecond(library)
  if (place === null) return null
  const note = (change: Partial<Second>) => {
    const second = readSecond(library)
    const noted = second && { ...second, ...change }
    if (noted && JSON.stringify(noted) !== JSON.stringify(second)) writeSecond(library, noted)
  }
  try {
    const { written, damaged } = bringUpToDate(library, place, key, new Date(now), report)
    note({ failure: null, owed: [], damaged })
    return { written }
  } catch (error) {
    const known = error instanceof AppError ? error : folderFailure(error, place) ?? expectedFailure(error)
    note({ failure: known?.code ?? 'internal' })
    throw known ?? error
  }
}

function bringUpToDate(library: string, place: string, key: LibraryKey | null, now: Date, report: Report): { written: number; damaged: string[] } {
  const { owed, damaged: known } = readSecond(library)!
  if (owed.length > 0) {
    for (const { name } of snapshotsIn(place)) if (holds(join(place, name), owed, key)) rmSync(join(place, name))
    flushFolder(place)
  }
  if (key) carryKey(library, place, key.id)
  const lacking = missingThere(library, place, key !== null, now)
  const damaged = known.filter((name) => existsSync(join(snapshotFolder(library), name)))
  const total = lacking.reduce((bytes, { size }) => bytes + size, 0)
  let done = 0
  let written = 0
  for (const { name, size } of lacking) {
    report('copying', done, total)
    const isWhole = announceGrowing(join(place, UNFINISHED), total, done)
    try {
      if (copyThere(join(snapshotFolder(library), name), place, name, key)) written++
      else damaged.push(name)
    } finally {
      isWhole()
    }
    done += size
  }
  for (const { name } of outdated(snapshotsIn(place), now)) rmSync(join(place, name), { force: true })
  return { written, damaged }
}

/** false where the first copy is damaged: it is none to be kept twice. */
function copyThere(from: string, place: string, name: string, key: LibraryKey | null): boolean {
  const unfinished = join(place, UNFINISHED)
  try {
    copyFileSync(from, unfinished)
    forThisUserOnly(unfinished)
    flushFile(unfinished)
    checkSnapshot(unfinished, key)
    renameSync(unfinished, join(place, name))
    flushFolder(place)
    return true
  } catch (error) {
    rmSync(unfinished, { force: true })
    if (error instanceof AppError && error.code === 'library-damaged' && isDamaged(from, key)) return false
    throw error
  }
}

function isDamaged(file: string, key: LibraryKey | null): boolean {
  try {
    checkSnapshot(file, key)
    return false
  } catch {
    return true
  }
}

/** A stick that knows no permissions keeps none. */
function forThisUserOnly(file: string): void {
  try {
    chmodSync(file, 0o600)
  } catch {
    // As above.
  }
}
