// What an interrupted change of a whole file leaves beside it: a copy that never got its name, perhaps the only plain one of an
// encrypted library. None is ever needed; they go before the library is opened for writing.
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { reachedSecond } from './second.ts'
import { snapshotFolder } from './snapshot.ts'

/** A copy under way from plain to encrypted or back. */
export const convertingName = (file: string): string => `${file}-converting`

/** Under the writer's lock, or where nobody can hold it. */
export function removeLeftovers(library: string): void {
  for (const unfinished of [convertingName(library), `${library}-new`, `${library}-salvaging`, `${library}-restoring`]) {
    for (const file of [unfinished, `${unfinished}-journal`]) rmSync(file, { force: true })
  }
  for (const folder of [snapshotFolder(library), reachedSecond(library)]) {
    for (const name of folder === null ? [] : namesIn(folder)) {
      if (/^unfinished(-journal|-key)?$|-converting(-journal)?$/.test(name)) rmSync(join(folder!, name), { force: true })
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
