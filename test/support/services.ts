// The services of the backend over a library of the test's own, without a host.
import { resolve } from 'node:path'
import { createDraftService } from '../../electron/core/drafts/service.ts'
import { createDocumentService } from '../../electron/core/documents/service.ts'
import { createLanguageService } from '../../electron/core/languages/service.ts'
import type { LibraryKey } from '../../electron/core/db/cipher.ts'
import { openLibrary } from '../../electron/core/db/open.ts'
import { createEventHub } from '../../electron/core/events.ts'
import { createFormService } from '../../electron/core/forms/service.ts'
import { createJobRunner } from '../../electron/core/jobs/runner.ts'
import { createCurationService } from '../../electron/core/library/curating/service.ts'
import { createSavedSearchService } from '../../electron/core/library/curating/saved.ts'
import { createLibraryService } from '../../electron/core/library/service.ts'
import { createLineageService } from '../../electron/core/lineage/service.ts'
import { silentLog } from '../../electron/core/log.ts'
import type { Ports } from '../../electron/core/ports.ts'
import { createSettingsService } from '../../electron/core/settings/service.ts'
import { createSnapshotKeeper } from '../../electron/core/snapshots/keeper.ts'

/** A clock that goes on by a second at each look, and identifiers that count. */
export function countingPorts(): Ports {
  let ids = 0
  let seconds = 0
  return { saveFile: null, chooseFolder: null, chooseLibrary: null, readLog: () => '', keychain: 'none', now: () => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds++)), newId: () => `id${++ids}` }
}

export const templates = resolve(import.meta.dirname, '../../templates')
export const workerScript = new URL('../../electron/core/jobs/worker.ts', import.meta.url)

/** Library, drafts, settings and what they push, over `path`; with the key where that is encrypted. */
export function openServices(path = ':memory:', key: LibraryKey | null = null) {
  const db = openLibrary(path, { key })
  const events = createEventHub(silentLog)
  const pushed: { event: string; payload: unknown }[] = []
  events.subscribe((event, payload) => void pushed.push({ event, payload }))
  const base = { db, events, ports: countingPorts(), templates, log: silentLog }
  const library = createLibraryService(base)
  const documents = createDocumentService({ ...base, library })
  const languages = createLanguageService({ ...base, library })
  const curation = createCurationService(base)
  const searches = createSavedSearchService(base)
  const settings = createSettingsService(base)
  const forms = createFormService(templates, silentLog)
  const jobs = createJobRunner(workerScript, events, silentLog)
  const lineage = createLineageService({ ...base, library, jobs })
  const snapshots = createSnapshotKeeper({ ...base, jobs })
  return { ...base, pushed, library, documents, languages, curation, searches, settings, forms, jobs, lineage, snapshots, drafts: createDraftService({ ...base, library, settings, forms }) }
}
