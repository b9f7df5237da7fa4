// The desktop over a damaged library: a window with the choice, not an error and no empty library; the way back works there too.
import { expect, test } from '@playwright/test'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLibrary } from '../../../electron/core/db/open.ts'
import { snapshotName, takeSnapshot } from '../../../electron/core/db/snapshot.ts'
import { openDesktop } from '../../support/desktop.ts'

test('offers the choice, and goes on with a snapshot', async () => {
  const home = mkdtempSync(join(tmpdir(), 'alternat-desktop-'))
  const library = join(home, 'library.alternat')
  const db = openLibrary(library)
  takeSnapshot(db.sqlite, library, snapshotName(new Date(Date.now() - 20 * 60_000)))
  db.close()
  writeFileSync(library, readFileSync(library).fill(7, 200, 4096))
  const desktop = await openDesktop(home, library)
  await expect(desktop.page.getByRole('heading', { name: 'The library is damaged' })).toBeVisible()
  await desktop.page.getByRole('button', { name: /^Restore the snapshot/ }).click()
  await desktop.page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
  await desktop.page.getByRole('button', { name: 'Go to the library' }).click()
  await expect(desktop.page.getByRole('heading', { name: 'The library is damaged' })).toBeHidden()
  expect(readdirSync(home).filter((name) => name.includes('-damaged-'))).toHaveLength(1)
  await desktop.kill()
  rmSync(home, { recursive: true, force: true, maxRetries: 5 })
})
