// A damaged library on the screen: the choice comes first, nothing empty is shown, and each way leads back to work.
import { expect, test, type Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { snapshotName, takeSnapshot } from '../../electron/core/db/snapshot.ts'
import { spoilIndex } from '../support/damage.ts'
import { startHost, type RunningHost } from '../support/host.ts'
import { accessProblems, overflows } from '../support/screen.ts'

let folder: string
let library: string
let host: RunningHost

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alternat-rescue-'))
  library = join(folder, 'library.alternat')
})
test.afterEach(async () => {
  await host.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** A library with the samples and a snapshot, opened after `spoil` was done to its file. */
async function openDamaged(page: Page, spoil: (library: string) => void): Promise<void> {
  host = await startHost({ library })
  await page.goto(host.address)
  await expect(page.getByRole('dialog')).toBeVisible({ timeout: 30_000 })
  const stored = page.waitForResponse((response) => response.request().postData()?.includes('introSeen') ?? false)
  await page.keyboard.press('Escape')
  await stored
  await host.stop()
  const sqlite = new Database(library)
  takeSnapshot(sqlite, library, snapshotName(new Date(Date.now() - 20 * 60_000)))
  sqlite.close()
  spoil(library)
  host = await startHost({ library })
  await page.goto(host.address)
}

const choice = (page: Page) => page.getByRole('heading', { name: 'The library is damaged' })
const declarations = (page: Page) => page.getByText('Selta Declaration').first()
const kept = () => readdirSync(folder).filter((name) => name.includes('-damaged-') && !name.endsWith('-wal'))

test('what can be read is saved, and told', async ({ page }) => {
  await openDamaged(page, spoilIndex)
  await expect(choice(page)).toBeVisible()
  expect([await accessProblems(page), await overflows(page)]).toEqual([[], []])
  await page.getByRole('button', { name: 'Open for reading' }).click()
  await expect(declarations(page)).toBeVisible()
  await page.getByRole('button', { name: 'Choose how to go on' }).click()
  await page.getByRole('button', { name: 'Save what can be read' }).click()
  await expect(page.getByText('6 declarations', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Go to the library' }).click()
  await expect(declarations(page)).toBeVisible()
  await expect(page.getByRole('alert')).toBeHidden()
  expect(kept()).toHaveLength(1)
})

test('a library of which nothing is left shows no empty one; a snapshot brings it back', async ({ page }) => {
  await openDamaged(page, (file) => writeFileSync(file, ''))
  await expect(choice(page)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Open for reading' })).toBeHidden()
  await page.getByRole('button', { name: 'Save what can be read' }).click()
  await expect(page.getByRole('alert')).toContainText('Nothing of the damaged library can be read')
  await page.getByRole('button', { name: /^Restore the snapshot/ }).click()
  await page.getByRole('alertdialog').or(page.getByRole('dialog')).getByRole('button', { name: 'Restore' }).click()
  await expect(page.getByRole('heading', { name: /is now the library/ })).toBeVisible()
  await page.getByRole('button', { name: 'Go to the library' }).click()
  await expect(declarations(page)).toBeVisible()
  expect(kept()).toHaveLength(1)
})
