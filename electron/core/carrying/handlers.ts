// The operations that carry a library out and in.
import { AppError } from '../../../shared/contract/error.ts'
import { CARRY_ENDING } from '../../../shared/model/carry.ts'
import type { ExportId } from '../../../shared/model/ids.ts'
import packageJson from '../../../package.json' with { type: 'json' }
import type { Context } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import { exportToFile } from '../exporting/saving.ts'
import { markCarried } from './merge.ts'
import type { Packed } from './pack.ts'
import { carryIn, carryLook, carryOut, type carryInTask, type carryLookTask, type carryOutTask } from './tasks.ts'
import { openCarry } from './unpack.ts'

type CarryOperation = 'carry.build' | 'carry.save' | 'carry.look' | 'carry.merge'
type Needs = Pick<Context, 'db' | 'events' | 'files' | 'jobs' | 'snapshots' | 'ports'>

export function carryingHandlers({ db, events, files, jobs, snapshots, ports }: Needs): Pick<Handlers, CarryOperation> {
  const place = () => ({ library: db.path, key: db.key })
  const inMemory = db.path === ':memory:'
  /** The one that was built last. */
  let built: (Packed & { id: ExportId; fileName: string }) | null = null

  return {
    'carry.build': async ({ choice = null, job }) => {
      const made = ports.now().toISOString()
      const input = { choice, program: packageJson.version, made }
      const out = inMemory ? carryOut(db, input) : await jobs.run<typeof carryOutTask>('carry-out', { ...input, ...place() }, job)
      built = { ...out, id: ports.newId() as ExportId, fileName: `Alternat ${made.slice(0, 10)}${CARRY_ENDING}` }
      return { id: built.id, fileName: built.fileName, bytes: built.bytes.length, counts: built.counts }
    },

    'carry.save': async ({ id }) => {
      if (built?.id !== id) throw new AppError('not-found', 'no such carry file in this session')
      const { bytes, fileName, contents } = built
      const path = await ports.saveFile?.(fileName)
      if (path === null) return { kind: 'cancelled' }
      // What left is known when it comes back, from a library that may be written.
      if (db.writable) db.write(() => contents.forEach(({ draft, content }) => markCarried(db, draft, content, draft)))
      if (path === undefined) return { kind: 'download', fileName, data: Buffer.from(bytes).toString('base64') }
      return { kind: 'saved', path: await exportToFile(bytes, path) }
    },

    'carry.look': ({ file, job }) => {
      const { bytes } = files.get(file)
      return inMemory ? carryLook(db, bytes) : jobs.run<typeof carryLookTask>('carry-look', { ...place(), bytes }, job)
    },

    'carry.merge': async ({ file, suffix, keptAs, withoutSnapshot, job }) => {
      const { bytes } = files.get(file)
      // A library that may not be written refuses here, by its own reason.
      db.write(() => {})
      const input = { bytes, suffix, keptAs, now: ports.now().toISOString() }
      // A file that is none takes no snapshot.
      const counted = openCarry(bytes).manifest.counts
      const snapshot = await snapshots.before({ act: 'merge', count: counted.declarations + counted.drafts }, { withoutSnapshot, job })
      const { summary, drafts } = inMemory ? carryIn(db, input) : await jobs.run<typeof carryInTask>('carry-in', { ...input, ...place() }, job)
      const { declarations, languages, documents } = summary
      if ([declarations.new, languages.new, languages.revoked, documents.new, documents.settled].some((count) => count > 0)) events.push('library.changed', { id: null })
      if (summary.corrections.new + summary.corrections.revoked > 0) events.push('lineage.changed', {})
      if (summary.searches.new > 0) events.push('searches.changed', {})
      for (const draft of drafts) events.push('draft.changed', draft)
      return { summary, snapshot }
    },
  }
}
