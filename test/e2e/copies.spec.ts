// The ways back as an officer walks them: the second folder, backups and the list of snapshots on one screen; encrypted snapshots by
// their passphrase where all else is lost; and an act before which no snapshot can be taken.
import { expect, test, type Page } from '@playwright/test'
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LibraryKey } from '../../electron/core/db/cipher.ts'
import { chooseSecond } from '../../electron/core/db/second.ts'
import { snapshotFolder, snapshotName, takeSnapshot } from '../../electron/core/db/snapshot.ts'
import { convertTask } from '../../electron/core/protection/converting.ts'
import { keyFileOf } from '../../electron/core/protection/keyFile.ts'
import { newKeyFile } from '../../electron/core/protection/keyring.ts'
import { secondTask } from '../../electron/core/snapshots/second.ts'
import { startHost, type RunningHost } from '../support/host.ts'
import { accessProblems, goTo, overflows } from '../support/screen.ts'
import { openServices } from '../support/services.ts'

const FORM = { from: { kind: 'form' as const, form: 'communique-en' }, parties: [], date: null, place: null }
const PASSPHRASE = 'three rivers behind a hill'
const KEY: LibraryKey = { id: '0123456789abcdef', secret: Buffer.alloc(32, 0x5e) }

let folder: string
let library: string
let safe: string
let host: RunningHost

/** A library with a draft, a snapshot of it, and a second draft since. */
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alternat-copies-'))
  library = join(folder, 'library.alternat')
  safe = join(folder, 'safe')
  mkdirSync(safe)
  const { db, drafts, settings } = openServices(library)
  settings.set({ introSeen: true, locale: 'en' })
  drafts.start({ ...FORM, title: 'Early draft' })
  takeSnapshot(db.sqlite, library, snapshotName(new Date(Date.now() - 20 * 60_000)))
  drafts.start({ ...FORM, title: 'Late draft' })
  db.close()
})
test.afterEach(async () => {
  await host.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

async function open(page: Page, address: string): Promise<void> {
  host = await startHost({ library })
  await page.goto(host.address)
  await expect(page.getByRole('banner')).toBeVisible()
  await goTo(page, address)
}

const part = (page: Page, name: string) => page.getByRole('region', { name })
const lines = (page: Page) => page.getByRole('list', { name: 'Snapshots' }).getByRole('listitem')
const confirm = (page: Page, act: string) => page.getByRole('dialog').or(page.getByRole('alertdialog')).getByRole('button', { name: act, exact: true }).click()

test('a second folder, a backup, the next one from the palette, and back by each', async ({ page }) => {
  await open(page, '#/copies')
  await part(page, 'Second folder').getByRole('button', { name: 'Choose a folder…' }).click()
  await page.keyboard.type(safe)
  await page.keyboard.press('Enter')
  await expect(part(page, 'Second folder').getByText('all snapshots are there')).toBeVisible()
  await expect(lines(page)).toHaveText([/\d KB.*1 draft, .*Early draft.*whole.*in both folders/i])

  const backups = part(page, 'Backup')
  await backups.getByRole('button', { name: 'Make a backup…' }).click()
  await page.keyboard.type(join(safe, 'mine.alternat'))
  await page.keyboard.press('Enter')
  await expect(backups.getByText(/mine\.alternat.*2 drafts/)).toBeVisible()
  expect([await accessProblems(page), await overflows(page)]).toEqual([[], []])

  await goTo(page, '#/drafts')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('backup in')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Backup: .*Alternat .*2 drafts/)).toBeVisible()
  const [next] = readdirSync(safe).filter((name) => name.startsWith('Alternat '))

  await goTo(page, '#/copies')
  await lines(page).getByRole('button').click()
  await confirm(page, 'Restore')
  await expect(page.getByText('What stood there before is the newest snapshot.')).toBeVisible()
  await expect(lines(page)).toHaveCount(2)
  await goTo(page, '#/drafts')
  await expect(page.getByText('Late draft')).toBeHidden()

  await goTo(page, '#/copies')
  await backups.getByRole('button', { name: 'Open a backup…' }).click()
  await page.keyboard.type(join(safe, next!))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('2 drafts')
  await confirm(page, 'Restore')
  await expect(page.getByText('The backup is now the library.')).toBeVisible()
  await goTo(page, '#/drafts')
  await expect(page.getByText('Late draft').first()).toBeVisible()
})

test('with nothing left but the second folder, the passphrase opens the snapshots there', async ({ page }) => {
  chooseSecond(library, safe)
  await convertTask({ library, key: KEY, copies: 'convert', to: 'encrypted', keyFile: await newKeyFile(KEY, PASSPHRASE) }, () => {})
  await secondTask({ library, key: KEY, now: new Date().toISOString() }, () => {})
  writeFileSync(library, '')
  for (const lost of [keyFileOf(library), snapshotFolder(library)]) rmSync(lost, { recursive: true })

  await open(page, '#/rescue')
  await expect(lines(page)).toHaveText([/encrypted.*in the second folder/])
  const field = page.getByRole('textbox', { name: 'Passphrase' })
  await field.fill(`${PASSPHRASE}s`)
  await field.press('Enter')
  await expect(page.getByText('The passphrase is wrong', { exact: false })).toBeVisible()
  await field.fill(PASSPHRASE)
  await field.press('Enter')
  await expect(lines(page)).toHaveText([/Early draft.*whole/])
  await lines(page).getByRole('button').click()
  await confirm(page, 'Restore')
  await expect(page.getByRole('heading', { name: /is now the library/ })).toBeVisible()
  await goTo(page, '#/drafts')
  await expect(page.getByText('Early draft').first()).toBeVisible()

  // Locked and with its key file beside it again.
  await page.keyboard.press('Control+l')
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Early draft').first()).toBeVisible()
})

test('where no snapshot can be taken the officer decides whether two texts are deleted without one', async ({ page }) => {
  const { db, drafts } = openServices(library)
  for (const { id } of drafts.list()) drafts.remove(id)
  db.close()
  const [snapshot] = readdirSync(snapshotFolder(library))
  renameSync(join(snapshotFolder(library), snapshot!), `${library}-replaced-${snapshot}`)
  rmSync(snapshotFolder(library), { recursive: true })
  writeFileSync(snapshotFolder(library), 'in the way')

  await open(page, '#/removed')
  const removed = page.getByRole('list', { name: 'Removed' }).getByRole('listitem')
  await expect(removed).toHaveCount(2)
  await page.getByRole('checkbox', { name: '2 texts' }).check({ force: true })
  const ask = async () => {
    await page.getByRole('button', { name: 'Delete for good…' }).click()
    await page.getByRole('dialog', { name: 'Delete 2 texts for good?' }).getByRole('button', { name: 'Delete for good' }).click()
  }
  const question = page.getByRole('dialog', { name: 'Go on without a snapshot?' }).or(page.getByRole('alertdialog', { name: 'Go on without a snapshot?' }))
  await ask()
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(question).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(removed).toHaveCount(2)
  await ask()
  await question.getByRole('button', { name: 'Go on without one' }).click()
  await expect(page.getByText('Nothing was removed')).toBeVisible()
})
