// The long work on copies of the library, for a worker: a snapshot looked into or laid out beside the library, and a salvage.
import type { CopyContents } from '../../../shared/contract/copies.ts'
import { AppError } from '../../../shared/contract/error.ts'
import { openSqlite, type LibraryKey } from '../db/cipher.ts'
import { snapshotPaths } from '../db/place.ts'
import { checkSnapshot } from '../db/snapshot.ts'
import type { Task } from '../jobs/task.ts'
import { salvage, type Made } from '../salvage/salvage.ts'
import { layOutSnapshot } from '../snapshots/restore.ts'

interface Named {
  library: string
  key: LibraryKey | null
  name: string
}

/** What a snapshot holds, where it lies whole; null where it is damaged everywhere. */
export const lookTask: Task<Named, CopyContents | null> = ({ library, key, name }) => {
  for (const { path, place } of snapshotPaths(library, name)) {
    try {
      return { ...checkSnapshot(path, key), place, latest: latestDraft(path, key) }
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'library-damaged')) throw error
    }
  }
  return null
}

/** The copy that is to take the library's place. */
export const layOutTask: Task<Named, string> = ({ library, key, name }) => layOutSnapshot(library, name, key)

/** Fills a new file beside the library. */
export const salvageTask: Task<{ library: string; key: LibraryKey | null; target: string }, Made> = ({ library, key, target }, report) =>
  salvage(library, key, target, report)

function latestDraft(file: string, key: LibraryKey | null): CopyContents['latest'] {
  const sqlite = openSqlite(file, { readonly: true, fileMustExist: true }, key)
  try {
    if (!sqlite.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'draft'").get()) return null
    const row = sqlite.prepare('SELECT title, saved FROM draft WHERE removed IS NULL ORDER BY saved DESC LIMIT 1').get()
    return (row as CopyContents['latest'] | undefined) ?? null
  } finally {
    sqlite.close()
  }
}
