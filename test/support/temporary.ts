// Folders and files of one test, gone afterwards.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'

/** Makes the folder now and removes it after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'alternat-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Path of a file that does not exist yet, in a folder that is removed after the test. */
export function temporaryFile(name = 'library.alternat'): string {
  const folder = mkdtempSync(join(tmpdir(), 'alternat-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, name)
}
