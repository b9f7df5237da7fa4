// What the backend asks of the host it runs in: a save dialog, the system's keychain, the clock, fresh identifiers.
import { randomBytes } from 'node:crypto'

/** The system's keychain, which gives a secret back to this user on this machine only. */
export interface Keychain {
  /** A form of the secret that may be stored, base64. */
  close(secret: string): string
  /** null where it cannot be given back: another user, another machine, a keychain that was emptied. */
  open(closed: string): string | null
}

export interface Ports {
  /** Asks the officer where to save; null where the host has no dialog, and bytes leave as a download instead. */
  saveFile: ((suggestedName: string) => Promise<string | null>) | null
  /** Asks the officer for a folder; null where the host has no dialog, and its path is typed. */
  chooseFolder: (() => Promise<string | null>) | null
  /** Asks the officer for a library file that is there; null in the same way. */
  chooseLibrary: (() => Promise<string | null>) | null
  /** `weak` where the system has none and secrets would lie there plain, `none` where the host has no way to it. */
  keychain: Keychain | 'weak' | 'none'
  now(): Date
  /** The log of the host, as far as it is kept. */
  readLog(): string
  /** A fresh identifier: letters, digits, "-" and "_" only, at most 64. */
  newId(): string
}

/** Clock and identifiers of the machine, no dialog, no keychain. */
export const machinePorts: Ports = { saveFile: null, chooseFolder: null, chooseLibrary: null, keychain: 'none', now: () => new Date(), readLog: () => '', newId: () => randomBytes(10).toString('hex') }
