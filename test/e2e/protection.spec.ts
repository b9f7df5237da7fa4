// Protection as an officer meets it: the library is encrypted after real work, locked, not opened by a wrong passphrase, opened by
// the right one; and neither its folder nor the browser's profile holds a word of it.
import { chromium, expect, test, type Page } from '@playwright/test'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { findChromium } from '../support/chromium.ts'
import { caretAt, openScreenWithDraft, paper, saved } from '../support/draft.ts'
import { filesWith } from '../support/markers.ts'
import { accessProblems, goTo, overflows, type Screen } from '../support/screen.ts'

const PASSPHRASE = 'three rivers behind a hill'
const MARKER = 'zirconnaut'

let screen: Screen | null = null
const profile = mkdtempSync(join(tmpdir(), 'alternat-profile-'))

test.afterAll(async () => {
  await screen?.host.stop()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
})

async function encrypt(page: Page): Promise<void> {
  await goTo(page, '#/settings')
  await page.getByRole('button', { name: 'Encrypt library…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Encrypt library' })
  await dialog.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE)
  await dialog.getByRole('textbox', { name: 'Once more' }).fill(`${PASSPHRASE}s`)
  await expect(dialog.getByText('The two are not the same.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Encrypt' })).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Once more' }).fill(PASSPHRASE)
  expect(await accessProblems(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Encrypt' }).click()
  const after = page.getByRole('dialog', { name: 'Library encrypted' })
  const [file] = await Promise.all([page.waitForEvent('download'), after.getByRole('button', { name: 'Save recovery file' }).click()])
  expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toMatchObject({ format: 'alternat-recovery', version: 1 })
  await expect(after).toBeHidden()
}

test('encrypted after work, locked, unlocked; nothing of it readable in its folder or the browser’s profile', async () => {
  const context = await chromium.launchPersistentContext(profile, { ...await findChromium(), locale: 'en-GB', viewport: { width: 1280, height: 800 } })
  const page = context.pages()[0]!
  screen = await openScreenWithDraft(page)
  const draft = new URL(page.url()).hash
  await caretAt(page, 1)
  await page.keyboard.type(`${MARKER} `)
  await saved(page)
  await page.getByRole('button', { name: 'Export' }).click()
  await expect(page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Save DOCX' })).toBeEnabled({ timeout: 60_000 })
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await goTo(page, '#/library')
  await page.getByRole('searchbox', { name: 'Title, place, words of a clause' }).fill(MARKER)
  expect(filesWith(dirname(screen.host.library), [MARKER])).not.toEqual([])

  await encrypt(page)
  await goTo(page, draft)
  await caretAt(page, 1)
  await page.keyboard.type('Once more ')
  // Locked with the last letters still unsaved.
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: 'The library is locked' })).toBeVisible()
  await expect(page.getByText(MARKER)).toHaveCount(0)
  expect(await accessProblems(page)).toEqual([])
  expect(await overflows(page)).toEqual([])

  const passphrase = page.getByRole('textbox', { name: 'Passphrase' })
  await expect(passphrase).toBeFocused()
  await passphrase.fill('three rivers before a hill')
  await passphrase.press('Enter')
  await expect(page.getByText('The passphrase is wrong.')).toBeVisible()
  await passphrase.fill(PASSPHRASE)
  await passphrase.press('Enter')
  await expect(paper(page)).toContainText(`Once more ${MARKER}`)
  await context.close()
  expect(screen.complaints).toEqual([])

  expect(filesWith(profile, [MARKER])).toEqual([])
  expect(filesWith(dirname(screen.host.library), [MARKER, PASSPHRASE])).toEqual([])
})
