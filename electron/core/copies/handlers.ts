// Operations on copies of the library. They outlive the library that is open: some of them put another file in its place.
import { AppError } from '../../../shared/contract/error.ts'
import type { Log } from '../log.ts'
import type { Context } from '../context.ts'
import { isEncrypted, type LibraryKey } from '../db/cipher.ts'
import { listSnapshots, snapshotPath } from '../db/snapshot.ts'
import type { Handlers } from '../dispatch.ts'
import { Attempts } from '../protection/attempts.ts'
import { keyFor } from '../protection/service.ts'
import { saveSalvaged, salvageTarget } from '../salvage/save.ts'
import type { snapshotTask } from '../snapshots/tasks.ts'
import { place } from '../snapshots/restore.ts'
import type { layOutTask, lookTask, salvageTask } from './tasks.ts'

export type CopiesHandlers = Pick<Handlers, Extract<keyof Handlers, `copies.${string}`>>

const notHere = () => {
  throw new AppError('invalid', 'the library file is not held here')
}

/** Where one library is open as long as the backend is. */
export const noCopies: CopiesHandlers = {
  'copies.list': notHere, 'copies.look': notHere, 'copies.restore': notHere, 'copies.salvage': notHere, 'copies.reopen': notHere,
  'copies.unlock': notHere,
}

/** The library file as the hosts hold it. */
export interface Held {
  library: string
  isDamaged(): boolean
  isWritable(): boolean
  /** Of an encrypted library. */
  key(): LibraryKey | null
  /** A key for copies of a library that has none itself any more. */
  give(key: LibraryKey | null): void
  /** Closes the library once windows have saved, runs `act`, and opens what stands in its place then, also where `act` fails. */
  replace<T>(act: () => T | Promise<T>): Promise<T>
}

export function copiesHandlers(held: Held, { jobs, ports }: Pick<Context, 'jobs' | 'ports'>, log: Log): CopiesHandlers {
  const { library } = held
  const attempts = new Attempts(() => ports.now())
  return {
    'copies.list': () => (library === ':memory:' ? [] : listSnapshots(library)),
    'copies.look': ({ name }) => jobs.run<typeof lookTask>('look', { library, key: held.key(), name }),
    'copies.restore': async ({ name, job }) => {
      const key = held.key()
      const made = await jobs.run<typeof layOutTask>('lay-out', { library, key, name }, job)
      const isDamaged = held.isDamaged()
      const now = ports.now()
      const kept = await held.replace(async () => {
        if (isDamaged) return place(library, made, 'damaged', now)
        const snapshot = await jobs.run<typeof snapshotTask>('snapshot', { library, key, taken: now.toISOString() })
        place(library, made, null, now)
        return snapshot.name
      })
      log.info('copy.restored')
      return { kept }
    },
    'copies.salvage': async ({ job }) => {
      if (!held.isDamaged()) throw new AppError('invalid', 'the library is not damaged')
      const made = await jobs.run<typeof salvageTask>('salvage', { library, key: held.key(), target: salvageTarget(library) }, job)
      const salvaged = await held.replace(() => saveSalvaged(library, made, ports.now()))
      log.info('library.salvaged', { ...salvaged.saved })
      return salvaged
    },
    'copies.unlock': ({ passphrase }) => attempts.make(async () => {
      const copy = listSnapshots(library).map(({ name }) => snapshotPath(library, name)).find(isEncrypted)
      if (copy === undefined) throw new AppError('invalid', 'no snapshot is encrypted')
      held.give(await keyFor(library, () => Promise.resolve(passphrase), copy))
      return null
    }),
    'copies.reopen': async () => {
      if (!held.isWritable()) await held.replace(() => {})
      return { writable: held.isWritable() }
    },
  }
}
