// Operations on copies of the library. They outlive the library that is open: some of them put another file in its place.
import type { Copy, SecondFolder } from '../../../shared/contract/copies.ts'
import { AppError } from '../../../shared/contract/error.ts'
import type { BackupId } from '../../../shared/model/ids.ts'
import type { Log } from '../log.ts'
import type { Context } from '../context.ts'
import { isEncrypted, passphraseNeeded, type LibraryKey } from '../db/cipher.ts'
import { keptOf } from '../db/place.ts'
import { chooseSecond, isOnSameDisk, readSecond, reachedSecond, writeSecond } from '../db/second.ts'
import { snapshotsIn, snapshotFolder } from '../db/snapshot.ts'
import type { Handlers } from '../dispatch.ts'
import { Attempts } from '../protection/attempts.ts'
import { keyFor } from '../protection/service.ts'
import { saveSalvaged, salvageTarget } from '../salvage/save.ts'
import { missingThere, type secondTask } from '../snapshots/second.ts'
import type { snapshotTask } from '../snapshots/tasks.ts'
import { place } from '../snapshots/restore.ts'
import { keyOfBackup, type backupTask, type layOutBackupTask, type lookAtBackupTask } from './backup.ts'
import type { layOutTask, lookTask, salvageTask } from './tasks.ts'

export type CopiesHandlers = Pick<Handlers, Extract<keyof Handlers, `copies.${string}`>>

const notHere = () => {
  throw new AppError('invalid', 'the library file is not held here')
}

/** Where one library is open as long as the backend is. */
export const noCopies: CopiesHandlers = {
  'copies.list': notHere, 'copies.look': notHere, 'copies.restore': notHere, 'copies.salvage': notHere, 'copies.reopen': notHere,
  'copies.unlock': notHere,
  'copies.second': notHere, 'copies.chooseSecond': notHere, 'copies.catchUp': notHere,
  'copies.backup': notHere, 'copies.pick': notHere, 'copies.open': notHere,
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

export function copiesHandlers(held: Held, { events, jobs, ports }: Pick<Context, 'events' | 'jobs' | 'ports'>, log: Log): CopiesHandlers {
  const { library } = held
  const attempts = new Attempts(() => ports.now())

  const second = (): SecondFolder => {
    const chosen = library === ':memory:' ? null : readSecond(library)
    const place = reachedSecond(library)
    return {
      folder: chosen?.folder ?? null,
      isReached: place !== null,
      isOnSameDisk: isOnSameDisk(library),
      missing: place === null ? 0 : missingThere(library, place, held.key() !== null, ports.now()).length,
      failure: chosen?.failure ?? null,
      byDialog: ports.chooseFolder !== null,
    }
  }
  const told = (): SecondFolder => {
    events.push('copies.changed', {})
    return second()
  }

  /** Opens what was laid out in the library's place; a library that goes on is kept as a snapshot first, a damaged one beside it. */
  const replaceBy = async (made: string): Promise<{ kept: string | null }> => {
    const key = held.key()
    const isDamaged = held.isDamaged()
    const now = ports.now()
    const kept = await held.replace(async () => {
      if (isDamaged) return place(library, made, 'damaged', now)
      const snapshot = await jobs.run<typeof snapshotTask>('snapshot', { library, key, taken: now.toISOString(), bulk: { act: 'restore', count: 1 } })
      place(library, made, null, now)
      return snapshot.name
    })
    log.info('copy.restored')
    return { kept }
  }
  /** The file that was picked last, by a handle that is no path. */
  let picked: { id: BackupId; file: string } | null = null

  return {
    'copies.list': () => (library === ':memory:' ? [] : listCopies(library)),
    'copies.second': second,
    'copies.chooseSecond': async ({ path }) => {
      if (library === ':memory:') return notHere()
      if (path === null) writeSecond(library, null)
      else {
        const chosen = await placeOf(path, ports.chooseFolder)
        if (chosen !== null) chooseSecond(library, chosen)
      }
      log.info('second.chosen', { isChosen: readSecond(library) !== null })
      return told()
    },
    'copies.catchUp': async ({ job }) => {
      const chosen = library === ':memory:' ? null : readSecond(library)
      if (chosen === null) throw new AppError('invalid', 'no second folder is chosen')
      if (reachedSecond(library) === null) throw new AppError('folder-missing', 'the second folder is not there', { name: chosen.folder })
      try {
        await jobs.run<typeof secondTask>('second', { library, key: held.key(), now: ports.now().toISOString() }, job)
      } finally {
        events.push('copies.changed', {})
      }
      return second()
    },
    'copies.look': ({ name }) => jobs.run<typeof lookTask>('look', { library, key: held.key(), name }),
    'copies.restore': async ({ name, job }) =>
      replaceBy(await jobs.run<typeof layOutTask>('lay-out', { library, key: held.key(), name }, job)),
    'copies.backup': async ({ path, replace = false, job }) => {
      if (library === ':memory:') return notHere()
      const file = await placeOf(path, ports.saveFile && (() => ports.saveFile!(`Alternat ${ports.now().toISOString().slice(0, 10)}.alternat`)))
      if (file === null) return { kind: 'cancelled' }
      // The system's dialog has asked already.
      const made = await jobs.run<typeof backupTask>('backup', { library, key: held.key(), file, replace: replace || ports.saveFile !== null }, job)
      log.info('backup.made', { size: made.size })
      return made
    },
    'copies.pick': async ({ path, job }) => {
      const file = await placeOf(path, ports.chooseLibrary)
      if (file === null) return null
      const looked = await jobs.run<typeof lookAtBackupTask>('look-at-backup', { file, key: held.key() }, job)
      picked = { id: ports.newId() as BackupId, file }
      return { ...looked, id: picked.id }
    },
    'copies.open': async ({ id, passphrase, job }) => {
      if (picked?.id !== id) throw new AppError('not-found', 'no such file was picked')
      const { file } = picked
      const key = held.key()
      const fileKey = await attempts.make(() => keyOfBackup(file, key, () => {
        if (passphrase === undefined) throw passphraseNeeded()
        return Promise.resolve(passphrase)
      }))
      return replaceBy(await jobs.run<typeof layOutBackupTask>('lay-out-backup', { library, key, file, fileKey }, job))
    },
    'copies.salvage': async ({ job }) => {
      if (!held.isDamaged()) throw new AppError('invalid', 'the library is not damaged')
      const made = await jobs.run<typeof salvageTask>('salvage', { library, key: held.key(), target: salvageTarget(library) }, job)
      const salvaged = await held.replace(() => saveSalvaged(library, made, ports.now()))
      log.info('library.salvaged', { ...salvaged.saved })
      return salvaged
    },
    'copies.unlock': ({ passphrase }) => attempts.make(async () => {
      const copy = keptOf(library).map(({ path }) => path).find(isEncrypted)
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

/** Each once, with every place where it lies; the newest first. */
function listCopies(library: string): Copy[] {
  const second = reachedSecond(library)
  const copies = new Map<string, Copy>(snapshotsIn(snapshotFolder(library)).map((snapshot) => [snapshot.name, { ...snapshot, places: ['beside'] }]))
  for (const snapshot of second === null ? [] : snapshotsIn(second)) {
    const known = copies.get(snapshot.name)
    copies.set(snapshot.name, { ...snapshot, places: known ? ['beside', 'second'] : ['second'] })
  }
  return [...copies.values()].toSorted((one, other) => (one.name < other.name ? 1 : -1))
}

/** Where the host has a dialog, no path is taken from a window; where it has none, a typed one. null where the officer thought better of it. */
async function placeOf(typed: string | undefined, ask: (() => Promise<string | null>) | null): Promise<string | null> {
  if ((typed === undefined) !== (ask !== null)) throw new AppError('invalid', 'chosen in another way here')
  return typed ?? await ask!()
}
