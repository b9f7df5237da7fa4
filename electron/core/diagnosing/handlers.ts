// The diagnostic bundle: gathered and shown first, then written as it was shown.
import { AppError } from '../../../shared/contract/error.ts'
import type { DiagnosisEntry } from '../../../shared/contract/diagnosing.ts'
import type { ExportId } from '../../../shared/model/ids.ts'
import type { About } from '../app/handlers.ts'
import { ZipWriter } from '../carrying/zipWriter.ts'
import type { Context } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import { exportToFile } from '../exporting/saving.ts'
import type { checkTask } from '../snapshots/tasks.ts'
import { diagnose } from './gather.ts'

type Needs = Pick<Context, 'db' | 'jobs' | 'ports' | 'settings'>

export const bundleName = (now: Date): string => `Alternat diagnosis ${now.toISOString().slice(0, 10)}.zip`

export function bundleOf(entries: readonly DiagnosisEntry[]): Buffer {
  const zip = new ZipWriter()
  for (const { name, text } of entries) zip.add(name, Buffer.from(text))
  return zip.finish()
}

export function diagnosingHandlers({ db, jobs, ports, settings }: Needs, { host, locale }: About): Pick<Handlers, 'diagnosis.build' | 'diagnosis.save'> {
  /** The one that was shown last. */
  let built: { id: ExportId; fileName: string; entries: DiagnosisEntry[] } | null = null
  return {
    'diagnosis.build': async ({ job }) => {
      const isWhole = db.path === ':memory:' ? true : await jobs.run<typeof checkTask>('check', { library: db.path, key: db.key }, job)
      const now = ports.now()
      const entries = diagnose({ library: db.path, db, refusal: db.refusal, isWhole, settings: settings.get(), host, locale, now, log: ports.readLog() })
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
