// Where a salvage ends: the new library stands in its place, the damaged one beside it under a dated name, and beside both a text file
// with the clauses that lost their declaration.
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import type { Salvaged } from '../../../shared/contract/copies.ts'
import { snapshotName } from '../db/snapshot.ts'
import { place } from '../snapshots/restore.ts'
import type { Made } from './salvage.ts'

export const salvageTarget = (library: string): string => `${library}-salvaging`

/** Throws `library-locked` while the library is in use. */
export function saveSalvaged(library: string, { orphans, ...made }: Made, now: Date): Salvaged {
  const texts = orphans === '' ? null : writeTexts(`${library}-salvaged-${snapshotName(now).replace(/alternat$/, 'txt')}`, orphans)
  const kept = place(library, salvageTarget(library), 'damaged', now)
  return { ...made, texts, kept: kept! }
}

function writeTexts(file: string, text: string): string {
  const handle = openSync(file, 'w', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
    return file
  } finally {
    closeSync(handle)
  }
}
