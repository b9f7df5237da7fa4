// What stands beside a library: the files kept of it, in one list, and the way of a whole file into its place. What stood there is
// kept under a dated name first, and never overwritten.
import { copyFileSync, existsSync, linkSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { CopyPlace } from '../../../shared/contract/copies.ts'
import { AppError } from '../../../shared/contract/error.ts'
import { flushFile, flushFolder } from './folder.ts'
import { reachedSecond } from './second.ts'
import { snapshotFolder, snapshotName, snapshotsIn } from './snapshot.ts'

/** A damaged library, or one that went on when a snapshot took its place. */
export type Former = 'damaged' | 'replaced'

/** A file that holds what the library held at some time. */
export interface Kept {
  path: string
  name: string
  place: CopyPlace
  /** `former`: what another took the place of, or the texts that a salvage could not put into a library. */
  kind: 'snapshot' | 'former'
  /** ISO time. */
  taken: string
  /** In bytes. */
  size: number
}

/** What follows the library's name in those of its former ones; two of one second are numbered. */
const FORMER = /^-(?:replaced|damaged|salvaged)-(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d)Z(?:-\d+)?\.(?:alternat|txt)$/

const snapshotsAt = (folder: string, place: CopyPlace): Kept[] =>
  snapshotsIn(folder).map(({ name, taken, size }) => ({ path: join(folder, name), name, place, kind: 'snapshot', taken, size }))

/** All that is kept of a library: its snapshots, here and in a second folder that can be reached, then its former files; each the newest first. */
export function keptOf(library: string): Kept[] {
  const second = reachedSecond(library)
  const snapshots = [...snapshotsAt(snapshotFolder(library), 'beside'), ...(second === null ? [] : snapshotsAt(second, 'second'))]
  const folder = dirname(library)
  const own = basename(library)
  const formers = readdirSync(folder).sort().reverse().flatMap((name) => {
    const [, day, hour, minute, second] = (name.startsWith(own) && FORMER.exec(name.slice(own.length))) || []
    if (day === undefined) return []
    const path = join(folder, name)
    return [{ path, name, place: 'beside' as const, kind: 'former' as const, taken: `${day}${hour}:${minute}:${second}Z`, size: statSync(path).size }]
  })
  return [...snapshots, ...formers]
}

/** Every place where a snapshot of that name lies, the library's own folder first; throws `not-found` where it lies nowhere. */
export function snapshotPaths(library: string, name: string): { path: string; place: CopyPlace }[] {
  const found = keptOf(library).filter((kept) => kept.kind === 'snapshot' && kept.name === name)
  if (found.length === 0) throw new AppError('not-found', 'no such snapshot')
  return found
}

/** With the log beside it. */
export function removeKept(path: string): void {
  for (const file of [path, `${path}-wal`, `${path}-shm`]) rmSync(file, { force: true })
  flushFolder(dirname(path))
}

/**
 * Under the writer's lock. `made` lies in the library's folder and is on disk. Tells under which name the former library is kept;
 * null where there was none, or where it is
 * not to be kept, since a snapshot of it was.
 */
export function putInPlace(library: string, made: string, former: Former | null, now: Date): string | null {
  const log = `${library}-wal`
  const hasLog = (statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 0
  const isThere = existsSync(library) || hasLog
  const kept = former !== null && isThere ? freeName(`${library}-${former}-${snapshotName(now)}`) : null
  if (kept !== null) {
    if (existsSync(library)) keep(library, kept)
    if (hasLog) keep(log, `${kept}-wal`)
    flushFolder(dirname(library))
  }
  // The log goes first: over the new file it would be taken for that file's own.
  for (const aside of [log, `${library}-shm`]) rmSync(aside, { force: true })
  flushFolder(dirname(library))
  renameSync(made, library)
  flushFolder(dirname(library))
  return kept
}

/** A second name of the same file: at once, and without room for a copy. A disk that knows no such names gets the copy. */
function keep(file: string, as: string): void {
  try {
    linkSync(file, as)
  } catch {
    copyFileSync(file, as)
    flushFile(as)
  }
}

/** Two in one second are two. */
function freeName(name: string): string {
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? name : name.replace(/\.alternat$/, `-${count}.alternat`)
    if (!existsSync(candidate) && !existsSync(`${candidate}-wal`)) return candidate
  }
}
