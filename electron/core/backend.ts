// The backend: opens the library, joins the services and answers requests. It is a transport of its own, for tests and the
// command line; the other hosts put theirs around it.
import type { AppInfo } from '../../shared/contract/app.ts'
import type { Transport } from '../../shared/contract/index.ts'
import type { Context } from './context.ts'
import { openLibrary, type OpenOptions } from './db/open.ts'
import type { LibraryFile } from './db/libraryFile.ts'
import { createDispatch } from './dispatch.ts'
import { createDraftService } from './drafts/service.ts'
import { createEventHub } from './events.ts'
import { expectedFailure } from './failures.ts'
import { createFileStage } from './files/stage.ts'
import { createFormService } from './forms/service.ts'
import { createHandlers } from './handlers.ts'
import { propose } from './importing/propose.ts'
import { createJobRunner } from './jobs/runner.ts'
import { putSamplesIn } from './library/samples.ts'
import { createLibraryService } from './library/service.ts'
import { bringIndexUpToDate } from './library/search/clauseIndex.ts'
import { describeError, silentLog, type Log } from './log.ts'
import type { Ports } from './ports.ts'
import { createSettingsService } from './settings/service.ts'
import { createSnapshotKeeper } from './snapshots/keeper.ts'

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
}

export interface Backend extends Transport {
  /** Does bit by bit what the first request would have to wait for. For a host whose window is still on its way. */
  prepare(): void
  /** Ends all jobs and closes the library. Requests after it fail. */
  close(): Promise<void>
}

/** Opens the library and everything on it. Throws an `AppError` where the library is refused; nothing is changed then. */
export function createBackend(options: BackendOptions): Backend {
  const db = opened(options)
  try {
    return join(db, options)
  } catch (error) {
    db.close()
    throw expectedFailure(error) ?? error
  }
}

function opened({ library, mustWrite = false }: BackendOptions): LibraryFile {
  try {
    return openLibrary(library, { mustWrite })
  } catch (error) {
    throw expectedFailure(error) ?? error
  }
}

function join(db: LibraryFile, { templates, worker, ports, host, locale, log = silentLog }: BackendOptions): Backend {
  const events = createEventHub(log)
  const base = { db, events, ports, templates, log }
  const library = createLibraryService(base)
  const settings = createSettingsService(base)
  const forms = createFormService(templates, log)
  const context: Context = {
    ...base,
    library,
    settings,
    forms,
    drafts: createDraftService({ ...base, forms, library, settings }),
    files: createFileStage(ports),
    jobs: createJobRunner(worker, events, log),
  }
  bringIndexUpToDate(db)
  // A script's library holds what the script put there; the samples come with the first screen that opens it.
  const filling = host === 'command-line' ? null : new Filling(putSamplesIn(context, propose), log)
  const snapshots = host === 'command-line' ? null : createSnapshotKeeper(context)
  log.info('library.opened', { writable: db.writable })
  const dispatch = createDispatch(createHandlers(context, { host, locale }), log)
  return {
    request(name, input) {
      filling?.finish()
      void snapshots?.consider()
      return dispatch(name, input)
    },
    subscribe: events.subscribe,
    prepare: () => filling?.goOn(),
    async close() {
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
