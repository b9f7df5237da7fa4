// The diagnostic bundle: gathered and shown first, then written as it was shown.
import { AppError } from '../../../shared/contract/error.ts'
import type { DiagnosisEntry } from '../../../shared/contract/diagnosing.ts'
import type { ExportId } from '../../../shared/model/ids.ts'
import type { About } from '../app/handlers.ts'
import { ZipWriter } from '../carrying/zipWriter.ts'
import type { Settings } from '../../../shared/contract/app.ts'
import type { ErrorCode } from '../../../shared/contract/error.ts'
import type { Context } from '../context.ts'
import type { LibraryFile } from '../db/libraryFile.ts'
import type { Ports } from '../ports.ts'
import type { Handlers } from '../dispatch.ts'
import { exportToFile } from '../exporting/saving.ts'
import type { checkTask } from '../snapshots/tasks.ts'
import { diagnose } from './gather.ts'

type DiagnosingHandlers = Pick<Handlers, 'diagnosis.build' | 'diagnosis.save'>

/** The library as it is told of; of one that is not open only what can be told from outside. */
interface Subject {
  library: string
  db: LibraryFile | null
  refusal(): ErrorCode | null
  settings(): Settings | null
  /** null where it is not open. */
  isWhole(job: string | undefined): Promise<boolean | null>
}

export const bundleName = (now: Date): string => `Alternat diagnosis ${now.toISOString().slice(0, 10)}.zip`

export function bundleOf(entries: readonly DiagnosisEntry[]): Buffer {
  const zip = new ZipWriter()
  for (const { name, text } of entries) zip.add(name, Buffer.from(text))
  return zip.finish()
}

/** Of the library that is open. */
export const diagnosingHandlers = ({ db, jobs, ports, settings }: Pick<Context, 'db' | 'jobs' | 'ports' | 'settings'>, about: About): DiagnosingHandlers =>
  handlersOf({
    library: db.path, db, refusal: () => db.refusal, settings: settings.get,
    isWhole: async (job) => db.path === ':memory:' || await jobs.run<typeof checkTask>('check', { library: db.path, key: db.key }, job),
  }, ports, about)

/** Of one that is locked, or cannot be read. */
export const diagnosingFromOutside = (library: string, refusal: ErrorCode, ports: Ports, about: About): DiagnosingHandlers =>
  handlersOf({ library, db: null, refusal: () => refusal, settings: () => null, isWhole: () => Promise.resolve(null) }, ports, about)

function handlersOf(subject: Subject, ports: Ports, { host, locale }: About): DiagnosingHandlers {
  /** The one that was shown last. */
  let built: { id: ExportId; fileName: string; entries: DiagnosisEntry[] } | null = null
  return {
    'diagnosis.build': async ({ job }) => {
      const { library, db, refusal, settings } = subject
      const isWhole = await subject.isWhole(job)
      const now = ports.now()
      const entries = diagnose({ library, db, refusal: refusal(), isWhole, settings: settings(), host, locale, now, log: ports.readLog() })
      built = { id: ports.newId() as ExportId, fileName: bundleName(now), entries }
      return built
    },
    'diagnosis.save': async ({ id }) => {
      if (built?.id !== id) throw new AppError('not-found', 'no such bundle in this session')
      const bytes = bundleOf(built.entries)
      const path = await ports.saveFile?.(built.fileName)
      if (path === null) return { kind: 'cancelled' }
      if (path === undefined) return { kind: 'download', fileName: built.fileName, data: bytes.toString('base64') }
      return { kind: 'saved', path: await exportToFile(bytes, path, 0o600) }
    },
  }
}
