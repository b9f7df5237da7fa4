// Exports that were built and not yet saved, kept in memory for this session: only the last few, and nothing on disk.
import { AppError } from '../../../shared/contract/error.ts'
import type { Draft } from '../../../shared/model/draft.ts'
import type { ExportId, VersionId } from '../../../shared/model/ids.ts'
import type { ExportOutput } from './tasks.ts'

export interface Built extends ExportOutput {
  fileName: string
  /** The draft as it stands in the file, and the id of the version it is kept as once the file is saved. */
  sent: { draft: Draft; version: VersionId } | null
}

/** How many are kept; an officer looks at one or two at a time. */
const KEPT = 4

export interface Shelf {
  put(built: Built): ExportId
  /** Throws `not-found` for an export that was let go. */
  get(id: ExportId): Built
}

/** An empty shelf; the export built longest ago is let go when a further one comes. */
export function createShelf(newId: () => string): Shelf {
  const shelf = new Map<ExportId, Built>()
  return {
    put(built) {
      const id = newId() as ExportId
      shelf.set(id, built)
      for (const oldest of shelf.keys()) if (shelf.size > KEPT) shelf.delete(oldest)
      return id
    },
    get(id) {
      const built = shelf.get(id)
      if (!built) throw new AppError('not-found', 'no such export in this session')
      return built
    },
  }
}
