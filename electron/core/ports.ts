// What the backend asks of the host it runs in: a save dialog, the clock, fresh identifiers.
import { randomBytes } from 'node:crypto'

export interface Ports {
  /** Asks the officer where to save; null where the host has no dialog, and bytes leave as a download instead. */
  saveFile: ((suggestedName: string) => Promise<string | null>) | null
  now(): Date
  /** A fresh identifier: letters, digits, "-" and "_" only, at most 64. */
  newId(): string
}

/** Clock and identifiers of the machine, and no dialog. */
export const machinePorts: Ports = { saveFile: null, now: () => new Date(), newId: () => randomBytes(10).toString('hex') }
