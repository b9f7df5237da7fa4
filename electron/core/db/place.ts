// Puts a whole library file in the library's place. What stood there is kept under a dated name first, and never overwritten.
import { copyFileSync, existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { flushFile, flushFolder } from './folder.ts'
import { snapshotName } from './snapshot.ts'

/** A damaged library, or one that went on when a snapshot took its place. */
export type Former = 'damaged' | 'replaced'

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
