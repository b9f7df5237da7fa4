// The backend: opens the library, joins the services and answers requests; while an encrypted library is locked, only those that
// unlock it. It is a transport of its own, for tests and the command line; the other hosts put theirs around it.
import type { AppInfo } from '../../shared/contract/app.ts'
import { AppError } from '../../shared/contract/error.ts'
import { contract, type OperationName, type Transport } from '../../shared/contract/index.ts'
import type { Context, EventHub, ProtectionService } from './context.ts'
import { noCopies, type CopiesHandlers } from './copies/handlers.ts'
import { SOON_CHECKED } from './db/check.ts'
import { isEncrypted, type LibraryKey } from './db/cipher.ts'
import { examine } from './db/header.ts'
import { NEWEST } from './db/migrate.ts'
import { openDamaged, openLibrary, type OpenOptions } from './db/open.ts'
import type { LibraryFile } from './db/libraryFile.ts'
import { createDispatch, type Dispatch } from './dispatch.ts'
import { createDraftService } from './drafts/service.ts'
import { sweepTrails } from './drafts/sweeping.ts'
import { createDocumentService } from './documents/service.ts'
import { createEventHub } from './events.ts'
import { expectedFailure } from './failures.ts'
import { createFileStage } from './files/stage.ts'
import { createFormService } from './forms/service.ts'
import { createHandlers, lockedHandlers } from './handlers.ts'
import { propose } from './importing/propose.ts'
import { createJobRunner } from './jobs/runner.ts'
import { putSamplesIn } from './library/samples.ts'
import { createCurationService } from './library/curating/service.ts'
import { createSavedSearchService } from './library/curating/saved.ts'
import { createLibraryService } from './library/service.ts'
import { createLanguageService } from './languages/service.ts'
import { createLineageService } from './lineage/service.ts'
import { bringIndexUpToDate } from './library/search/clauseIndex.ts'
import { describeError, silentLog, type Log } from './log.ts'
import type { Ports } from './ports.ts'
import { watchIdle } from './protection/idle.ts'
import { createProtection } from './protection/service.ts'
import { createSettingsService } from './settings/service.ts'
import { createSnapshotKeeper } from './snapshots/keeper.ts'
import { unreadable } from './unreadable.ts'
import { UnderWay } from './underWay.ts'

export interface BackendOptions extends OpenOptions {
  /** Path of the library file, or ":memory:". */
  library: string
  host: AppInfo['host']
  /** Full path of the folder `templates/`. */
  templates: string
  /** The worker's script, built or from source. */
  worker: URL
  ports: Ports
  /** BCP 47 language of the system. */
  locale: string
  log?: Log
  /** What is done to the library file itself; see `lasting.ts`. */
  copies?: CopiesHandlers
  /** A damaged library is opened for reading what can be read of it. */
  evenDamaged?: boolean
}

export interface Backend extends Transport {
  /** Whether damage was found in the library that is open. */
  readonly isDamaged: boolean
  /** Whether a library is open and may be written. */
  readonly isWritable: boolean
  /** Of an encrypted library that is open. */
  readonly key: LibraryKey | null
  /** Does bit by bit what the first request would have to wait for. For a host whose window is still on its way. */
  prepare(): void
  /** Ends all jobs and closes the library. Requests after it fail. */
  close(): Promise<void>
}

/** After the last save that a window made because the library is about to be closed. */
const QUIET_MS = 400
const LIMIT_MS = 10_000

/**
 * Opens the library and everything on it; one that is encrypted stays locked where no key is given. Throws an `AppError` where the
 * library is refused; nothing is changed then.
 */
export function createBackend(options: BackendOptions): Backend {
  const { library: path, worker, ports, log = silentLog } = options
  const events = createEventHub(log)
  const calls = new UnderWay()
  const idle = watchIdle(ports.now, () => open?.lockAfter() ?? 0, () => void protection.lock().catch(() => {}))
  let open: Opened | null = null
  let reopened: Promise<unknown> | null = null
  const protection = createProtection(path, worker, {
    get db() {
      return open?.db ?? null
    },
    open(key) {
      open = openWith(key, options, { events, protection, log })
      reopened = null
      idle.noticed()
    },
    async close(again) {
      events.push('app.closing', {})
      await calls.settled(QUIET_MS, LIMIT_MS)
      reopened = again ?? null
      const closing = open
      open = null
      await closing?.close()
    },
  }, { ports, events, log })
  const whileLocked = createDispatch(lockedHandlers({ protection, ports }, path, options), log)
  const key = options.key ?? protection.keyAtStart()
  if (key || !isEncrypted(path)) open = openWith(key, options, { events, protection, log })
  else examine(path, NEWEST)

  return {
    async request(name, input) {
      // What is asked of the protection itself, or to end its work, waits for nothing.
      if (name.startsWith('protection.') || name === 'job.cancel') {
        if (name === 'protection.active') idle.noticed()
        return (open?.dispatch ?? whileLocked)(name, input)
      }
      await reopened
      if (changesSomething(name)) idle.noticed()
      return calls.track((open?.dispatch ?? whileLocked)(name, input))
    },
    subscribe: events.subscribe,
    get isDamaged() {
      return open !== null && (open.db === null || open.db.refusal === 'library-damaged')
    },
    get isWritable() {
      return open?.db?.writable ?? false
    },
    get key() {
      return open?.key ?? null
    },
    prepare: () => open?.prepare(),
    async close() {
      idle.end()
      await protection.end()
      await reopened
      const closing = open
      open = null
      await closing?.close()
    },
  }
}

const changesSomething = (name: string): boolean => Object.hasOwn(contract, name) && contract[name as OperationName].access === 'write'

/** A library that is open, and all that works on it. */
interface Opened {
  /** null where not even lists can be read. */
  db: LibraryFile | null
  key: LibraryKey | null
  dispatch: Dispatch
  prepare(): void
  /** Minutes without work until it is locked; 0 for never. */
  lockAfter(): number
  close(): Promise<void>
}

/** What goes on while a library is locked and unlocked. */
interface Lasting {
  events: EventHub
  protection: ProtectionService
  log: Log
}

function openWith(key: LibraryKey | null, options: BackendOptions, lasting: Lasting): Opened {
  try {
    const db = fileWith(key, options)
    try {
      return join(db, options, lasting)
    } catch (error) {
      db.close()
      throw error
    }
  } catch (error) {
    const failure = error instanceof AppError ? error : expectedFailure(error)
    if (!options.evenDamaged || failure?.code !== 'library-damaged') throw failure ?? error
    lasting.log.error('library.damaged')
    return { db: null, key, dispatch: unreadable(options, failure), prepare() {}, lockAfter: () => 0, close: () => Promise.resolve() }
  }
}

/** The library, or what can be read of a damaged one. */
function fileWith(key: LibraryKey | null, { library, mustWrite = false, soonChecked = SOON_CHECKED, evenDamaged = false }: BackendOptions): LibraryFile {
  try {
    return openLibrary(library, { key, mustWrite, soonChecked })
  } catch (error) {
    const found = error instanceof AppError ? error : expectedFailure(error)
    if (!evenDamaged || found?.code !== 'library-damaged') throw error
    return openDamaged(library, key)
  }
}

function join(db: LibraryFile, { templates, worker, ports, host, locale, copies = noCopies }: BackendOptions, { events, protection, log }: Lasting): Opened {
  const base = { db, events, ports, templates, log }
  const library = createLibraryService(base)
  const settings = createSettingsService(base)
  const forms = createFormService(templates, log)
  const jobs = createJobRunner(worker, events, log)
  const snapshots = createSnapshotKeeper({ ...base, jobs })
  const context: Context = {
    ...base,
    library,
    lineage: createLineageService({ ...base, library, jobs }),
    documents: createDocumentService({ ...base, library }),
    languages: createLanguageService({ ...base, library }),
    curation: createCurationService(base),
    searches: createSavedSearchService(base),
    settings,
    snapshots,
    protection,
    forms,
    drafts: createDraftService({ ...base, forms, library, settings }),
    files: createFileStage(ports),
    jobs,
  }
  bringIndexUpToDate(db)
  const stopSweeping = sweepTrails(context)
  // A script's library holds what the script put there; the samples come with the first screen that opens it.
  const filling = host === 'command-line' ? null : new Filling(putSamplesIn(context, propose), log)
  // A script is over before anyone asks for a lineage.
  const stopConsidering = host === 'command-line' ? () => {} : events.subscribe((event) => event === 'library.changed' && context.lineage.consider())
  if (host !== 'command-line') context.lineage.consider()
  log.info('library.opened', { writable: db.writable })
  const dispatch = createDispatch(createHandlers(context, { host, locale }, copies), log)
  return {
    db,
    key: db.key,
    async dispatch(name, input) {
      filling?.finish()
      // A script saves for a moment only; its library has an hour of work in the end when a window opens it.
      if (host !== 'command-line') void snapshots.consider()
      const reply = await dispatch(name, input)
      // Of this library: what is asked of copies may meet damage in one of them.
      if (!reply.ok && reply.error.code === 'library-damaged' && !name.startsWith('copies.')) snapshots.foundDamaged()
      return reply
    },
    prepare: () => filling?.goOn(),
    lockAfter: () => (db.key ? settings.get().lockAfter : 0),
    async close() {
      stopConsidering()
      stopSweeping()
      filling?.stop()
      await context.jobs.close()
      db.close()
    },
  }
}

/** Work done in steps that nobody waits for, and finished at once for the first who does. */
class Filling {
  #steps: Iterator<void> | null
  readonly #log: Log
  constructor(steps: Iterator<void>, log: Log) {
    this.#steps = steps
    this.#log = log
  }

  goOn(): void {
    if (this.#step()) setImmediate(() => this.goOn())
  }

  finish(): void {
    while (this.#step());
  }

  stop(): void {
    this.#steps = null
  }

  #step(): boolean {
    try {
      if (this.#steps?.next().done) this.stop()
    } catch (error) {
      this.stop()
      this.#log.error('samples.failed', describeError(error))
    }
    return this.#steps !== null
  }
}
