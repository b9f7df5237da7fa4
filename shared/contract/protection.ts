// Operations on the protection of the library: encryption, locking, ways of unlocking. They alone are answered while it is locked.
import { z } from '../model/schema.ts'
import { jobSchema, nothing, read, write } from './operation.ts'

export interface Protection {
  isEncrypted: boolean
  /** Nothing of the library can be read until it is unlocked. */
  isLocked: boolean
  /** false for a library that is not a file, or may only be read. */
  canChange: boolean
  hasRecovery: boolean
  /** `weak`: the system has a keychain that keeps secrets plain, so it counts as none. */
  keychain: 'ready' | 'weak' | 'none'
  inKeychain: boolean
  /** The key was put into a keychain that does not give it back here. */
  isKeychainLost: boolean
  /** Snapshots and former libraries that are not encrypted though the library is, or would not be if it were. */
  plainCopies: number
}

/** Long enough that a passphrase of common words is not soon guessed. */
export const SHORTEST_PASSPHRASE = 12
const MAX_PASSPHRASE = 1000

/** Whatever was chosen once may be typed. */
export const typedPassphrase = z.string().min(1).max(MAX_PASSPHRASE)
const chosen = z.string().min(SHORTEST_PASSPHRASE).max(MAX_PASSPHRASE)

/** What becomes of the copies beside the library. */
const copies = z.enum(['convert', 'delete'])

/** `left`: copies that stayed as they were, since they are damaged or have another key. */
export interface Converted {
  left: number
}

export type SavedRecovery = { kind: 'saved'; path: string } | { kind: 'cancelled' } | { kind: 'download'; fileName: string; data: string }

export const protectionOperations = {
  'protection.state': read<Protection>()(nothing),
  'protection.unlock': write<null>()(z.strictObject({ passphrase: typedPassphrase })),
  /** Unlocks by the content of a recovery file or its code, and gives the library a new passphrase. */
  'protection.recover': write<null>()(z.strictObject({ recovery: z.string().min(1).max(10_000), passphrase: chosen })),
  /** Windows save first, then the library is closed and its key forgotten. */
  'protection.lock': write<null>()(nothing),
  /** Somebody is at work in a window: the time until the library locks itself begins anew. */
  'protection.active': read<null>()(nothing),
  'protection.encrypt': write<Converted>()(z.strictObject({ passphrase: chosen, copies, keychain: z.boolean(), job: jobSchema })),
  'protection.decrypt': write<Converted>()(z.strictObject({ passphrase: typedPassphrase, copies, job: jobSchema })),
  'protection.change': write<null>()(z.strictObject({ passphrase: typedPassphrase, next: chosen })),
  /** Makes a recovery file, and the one before it useless where the key file is the present one. */
  'protection.recovery': write<SavedRecovery>()(z.strictObject({ passphrase: typedPassphrase })),
  'protection.keychain': write<null>()(z.strictObject({ on: z.boolean() })),
  /** Encrypts or deletes the plain copies beside an encrypted library. */
  'protection.copies': write<Converted>()(z.strictObject({ copies, job: jobSchema })),
}
