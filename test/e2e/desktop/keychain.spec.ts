// The desktop with the system's keychain: opened without asking at the start, asked for the passphrase once it was locked; and
// where the keychain would hold the key plain, it is not used.
import { expect, test } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDesktop, type Desktop } from '../../support/desktop.ts'

const PASSPHRASE = 'three rivers behind a hill'

let home: string
let desktop: Desktop

test.beforeEach(() => { home = mkdtempSync(join(tmpdir(), 'alternat-desktop-')) })
test.afterEach(async () => {
  delete process.env['ALTERNAT_TEST_KEYCHAIN']
  await desktop.kill()
  rmSync(home, { recursive: true, force: true, maxRetries: 5 })
})

const request = (name: string, input: unknown) =>
  desktop.page.evaluate(([name, input]) => window.alternat!.request(name, input), [name, input] as const)

test('the keychain opens the library at the start, the passphrase after it was locked', async () => {
  desktop = await openDesktop(home)
  expect(await request('protection.encrypt', { passphrase: PASSPHRASE, copies: 'convert', keychain: true, job: 'on' })).toMatchObject({ ok: true })
  await desktop.kill()
  desktop = await openDesktop(home)
  expect(await request('protection.state', {})).toMatchObject({ value: { isEncrypted: true, isLocked: false, inKeychain: true } })
  await desktop.evaluate(({ Menu }) => Menu.getApplicationMenu()!.getMenuItemById('lock')!.click(), null)
  await expect(desktop.page.getByRole('heading', { name: 'The library is locked' })).toBeVisible()
  await desktop.page.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE)
  await desktop.page.keyboard.press('Enter')
  await expect(desktop.page.getByRole('navigation')).toBeVisible()
  await desktop.kill()

  process.env['ALTERNAT_TEST_KEYCHAIN'] = 'plain'
  desktop = await openDesktop(home)
  test.skip(!(await desktop.evaluate(({ safeStorage }) => safeStorage.getSelectedStorageBackend() === 'basic_text', null)), 'this system has a keychain')
  expect(await request('protection.state', {})).toMatchObject({ value: { isLocked: true, keychain: 'weak' } })
  expect(await request('app.info', {})).toMatchObject({ ok: false, error: { code: 'passphrase-needed' } })
  expect(await request('protection.unlock', { passphrase: PASSPHRASE })).toMatchObject({ ok: true })
  expect(await request('protection.keychain', { on: true })).toMatchObject({ ok: false, error: { code: 'keychain-weak' } })
})
