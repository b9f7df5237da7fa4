// Protection of the library: encrypts and decrypts it, locks and unlocks it, and manages the ways to its key. The door opens and
// closes the library; while it is closed nothing of it is in memory, and while it is changed whole every other call waits.
import { AppError } from '../../../shared/contract/error.ts'
import type { Converted, Protection, SavedRecovery } from '../../../shared/contract/protection.ts'
import type { Context, ProtectionService } from '../context.ts'
import { isEncrypted, keyIdOf, passphraseNeeded, type LibraryKey } from '../db/cipher.ts'
import type { LibraryFile } from '../db/libraryFile.ts'
import { describeError } from '../log.ts'
import { exportToFile } from '../exporting/saving.ts'
import { createJobRunner } from '../jobs/runner.ts'
import type { JobRunner } from '../jobs/task.ts'
import type { Keychain } from '../ports.ts'
import { Attempts } from './attempts.ts'
import { plainCopies, type Conversion, type convertCopiesTask, type convertTask } from './converting.ts'
import { findKeyFile, putBackKeyFile } from './carriedKey.ts'
import { setKeyFileAside, writeKeyFile, type KeyFile } from './keyFile.ts'
import { forget, keyByKeychain, keyByPassphrase, keyByRecovery, newKey, newKeyFile, withKeychain, withPassphrase, withRecovery } from './keyring.ts'

export interface Door {
  /** The open library; null while it is closed. */
  readonly db: LibraryFile | null
  /** Throws where the library is refused; it stays closed then. */
  open(key: LibraryKey | null): void
  /** Lets windows save, then closes the library; calls from then on wait until `opened` is settled, or are refused without it. */
  close(reopened?: Promise<unknown>): Promise<void>
}

const RECOVERY_NAME = 'alternat-recovery.json'

const refuse = (message: string) => new AppError('invalid', message)

/** For the library at `path`. Tries the keychain once, at the start: after that a locked library asks for its passphrase. */
export function createProtection(
  path: string, worker: URL, door: Door, { ports, events, log }: Pick<Context, 'ports' | 'events' | 'log'>,
): ProtectionService & { keyAtStart(): LibraryKey | null; end(): Promise<void> } {
  const attempts = new Attempts(() => ports.now())
  let isKeychainLost = false
  let converting: JobRunner | null = null
  let isBusy = false

  const told = () => {
    events.push('protection.changed', {})
    if (!door.db) return
    events.push('app.changed', {})
    events.push('settings.changed', {})
    events.push('library.changed', { id: null })
  }

  /** Throws where there is no key to speak of. */
  const keyId = (): string => {
    const id = keyIdOf(path)
    if (id === null) throw refuse('the library is not encrypted')
    return id
  }
  const keyFile = () => findKeyFile(path, keyId())
  const keyBy = (passphrase: string): Promise<{ key: LibraryKey; file: KeyFile }> => attempts.make(async () => {
    const file = keyFile()
    return { key: await keyByPassphrase(file, passphrase), file }
  })
  /** Into a folder that may only be read it cannot come; the library is open all the same. */
  const putKeyFileBack = () => {
    try {
      putBackKeyFile(path, keyId(), ports.now())
    } catch (error) {
      log.error('key-file.lost', describeError(error))
    }
  }
  const opened = (): LibraryFile => {
    if (!door.db) throw passphraseNeeded()
    return door.db
  }
  const keychain = (): Keychain => {
    if (ports.keychain === 'weak') throw new AppError('keychain-weak', 'the keychain keeps secrets plain')
    if (ports.keychain === 'none') throw refuse('no keychain here')
    return ports.keychain
  }
  const changeable = (): LibraryFile => {
    const db = opened()
    if (!canChange(db)) throw db.refusal ? new AppError(db.refusal, 'the library may not be written') : refuse('not a library on disk')
    return db
  }

  const run = async <T>(work: (jobs: JobRunner) => Promise<T>): Promise<T> => {
    if (isBusy) throw refuse('the library is being changed already')
    isBusy = true
    const jobs = createJobRunner(worker, events, log)
    converting = jobs
    try {
      return await work(jobs)
    } finally {
      isBusy = false
      converting = null
      await jobs.close()
    }
  }

  /** Closed meanwhile; opened again as the one or the other, whichever stands there in the end. */
  const convert = (conversion: Conversion, job: string): Promise<Converted> => run(async (jobs) => {
    const reopened = Promise.withResolvers<void>()
    try {
      await door.close(reopened.promise)
      return await jobs.run<typeof convertTask>('convert', conversion, job)
    } finally {
      try {
        door.open(isEncrypted(path) ? conversion.key : null)
      } finally {
        reopened.resolve()
        told()
      }
    }
  })

  return {
    keyAtStart() {
      if (!isEncrypted(path) || typeof ports.keychain === 'string') return null
      try {
        const file = keyFile()
        const key = keyByKeychain(file, ports.keychain)
        isKeychainLost = file.keychain !== null && key === null
        return key
      } catch (error) {
        // The screen that asks for the passphrase tells what is wrong with the key file.
        if (error instanceof AppError) return null
        throw error
      }
    },

    cancel: (job) => converting?.cancel(job),
    // Whatever was under way is left as a crash would leave it.
    end: async () => converting?.close(),

    state(): Protection {
      const encrypted = isEncrypted(path)
      const file = encrypted ? fileOrNull(keyFile) : null
      const db = door.db
      return {
        isEncrypted: encrypted,
        isLocked: encrypted && db === null && !isBusy,
        canChange: db !== null && canChange(db),
        hasRecovery: Boolean(file?.recovery),
        keychain: typeof ports.keychain === 'string' ? ports.keychain : 'ready',
        inKeychain: Boolean(file?.keychain),
        isKeychainLost,
        plainCopies: db === null || path === ':memory:' ? 0 : plainCopies(path).length,
      }
    },

    async unlock(passphrase) {
      if (door.db) return
      const { key } = await keyBy(passphrase)
      if (!door.db) door.open(key)
      putKeyFileBack()
      log.info('library.unlocked')
      told()
    },

    async recover(recovery, passphrase) {
      const id = keyId()
      const known = fileOrNull(keyFile)
      const key = await attempts.make(() => Promise.resolve(keyByRecovery(id, recovery, known)))
      // Opened first: a key that does not open the library gets no key file.
      if (!door.db) door.open(key)
      if (!known) setKeyFileAside(path, ports.now())
      writeKeyFile(path, known ? await withPassphrase(known, key, passphrase) : await newKeyFile(key, passphrase))
      log.info('library.recovered')
      told()
    },

    async lock() {
      if (isBusy) throw refuse('the library is being changed')
      const key = door.db?.key
      if (!key) return
      await door.close()
      forget(key)
      log.info('library.locked')
      told()
    },

    async encrypt({ passphrase, copies, keychain: wanted, job }) {
      if (changeable().key) throw refuse('the library is encrypted already')
      const key = newKey()
      const made = await newKeyFile(key, passphrase)
      const file = wanted ? withKeychain(made, key, keychain()) : made
      return convert({ library: path, key, copies, to: 'encrypted', keyFile: file }, job)
    },

    async decrypt({ passphrase, copies, job }) {
      changeable()
      const { key } = await keyBy(passphrase)
      return convert({ library: path, key, copies, to: 'plain' }, job)
    },

    async change({ passphrase, next }) {
      opened()
      const { key, file } = await keyBy(passphrase)
      writeKeyFile(path, await withPassphrase(file, key, next))
      log.info('passphrase.changed')
    },

    async recovery(passphrase): Promise<SavedRecovery> {
      opened()
      const { key, file } = await keyBy(passphrase)
      const made = withRecovery(file, key)
      const place = await ports.saveFile?.(RECOVERY_NAME)
      if (place === null) return { kind: 'cancelled' }
      const bytes = Buffer.from(made.recovery)
      // The file first: should the key file not be written, it opens the library all the same.
      const saved = place === undefined ? null : await exportToFile(bytes, place, 0o600)
      writeKeyFile(path, made.file)
      told()
      return saved === null ? { kind: 'download', fileName: RECOVERY_NAME, data: bytes.toString('base64') } : { kind: 'saved', path: saved }
    },

    keychain(on) {
      const { key } = opened()
      if (!key) throw refuse('the library is not encrypted')
      writeKeyFile(path, withKeychain(keyFile(), key, on ? keychain() : null))
      isKeychainLost = false
      told()
    },

    copies({ copies, job }) {
      const { key } = opened()
      if (!key) throw refuse('the library is not encrypted')
      return run((jobs) => jobs.run<typeof convertCopiesTask>('convert-copies', { library: path, key, copies }, job)).finally(told)
    },
  }
}

const canChange = (db: LibraryFile): boolean => db.writable && db.path !== ':memory:'

/** null where the key file is missing, damaged, newer or another's. */
function fileOrNull(read: () => KeyFile): KeyFile | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

/**
 * The key of the library for a host that asks for the passphrase itself; null for a plain one. `encrypted` is the library or a
 * snapshot of it. Throws as unlocking does.
 */
export async function keyFor(library: string, passphrase: () => Promise<string>, encrypted = library): Promise<LibraryKey | null> {
  const id = keyIdOf(encrypted)
  return id === null ? null : keyByPassphrase(findKeyFile(library, id), await passphrase())
}
