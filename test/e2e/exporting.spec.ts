// What leaves with a file, chosen in the export dialog of a real browser, and what stays at home.
import { readFileSync } from 'node:fs'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { actAs, caretAt, openScreenWithDraft, saved } from '../support/draft.ts'
import { partsOf } from '../support/docx.ts'
import { accessProblems, overflows, type Screen } from '../support/screen.ts'

let screen: Screen

test.afterEach(async () => {
  await screen.host.stop()
  expect(screen.complaints).toEqual([])
})

/** Opens a draft with a change, and the export dialog over it. */
async function openExport(page: Page): Promise<Locator> {
  screen = await openScreenWithDraft(page)
  await caretAt(page, 4)
  await page.keyboard.type('Open words, ')
  await saved(page)
  await page.getByRole('button', { name: 'Export' }).click()
  return page.getByRole('dialog', { name: 'Export' })
}

async function save(page: Page, dialog: Locator): Promise<Record<string, string>> {
  const button = dialog.getByRole('button', { name: 'Save DOCX' })
  await expect(button).toBeEnabled({ timeout: 60_000 })
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()])
  await expect(dialog).toBeHidden()
  return partsOf(readFileSync(await file.path()))
}

test('a redline is recognised when it comes back: it names the version that is kept of what was sent', async ({ page }) => {
  const dialog = await openExport(page)
  await expect(dialog.getByRole('checkbox', { name: /^Recognise the file/ })).toBeChecked()
  await expect(dialog.getByRole('checkbox', { name: /^Moves as/ })).toHaveCount(0)
  expect(await accessProblems(page)).toEqual([])
  expect(await overflows(page)).toEqual([])
  const parts = await save(page, dialog)
  expect(parts['docProps/custom.xml']).toMatch(/name="AlternatDraft".*name="AlternatVersion"/)
  expect(parts['word/document.xml']).toMatch(/<w:ins [^>]*><w:r><w:t [^>]*>Open words, </)
  await page.getByRole('button', { name: /^Versions/ }).click()
  await expect(page.getByRole('menuitem', { name: /^Sent / })).toHaveCount(1)
})

test('a file that is not to be recognised holds no number of ours, nor does a final one or a PDF offer it', async ({ page }) => {
  const dialog = await openExport(page)
  const recognised = dialog.getByRole('checkbox', { name: /^Recognise the file/ })
  await dialog.getByRole('radio', { name: 'PDF' }).click()
  await expect(recognised).toHaveCount(0)
  await dialog.getByRole('radio', { name: 'DOCX' }).click()
  await dialog.getByRole('radio', { name: /^Final text/ }).check({ force: true })
  await expect(recognised).toHaveCount(0)
  await dialog.getByRole('radio', { name: /^Text with changes/ }).check({ force: true })
  await recognised.uncheck({ force: true })
  const parts = await save(page, dialog)
  expect(parts['word/document.xml']).toContain('Open words, ')
  expect(Object.entries(parts).flatMap(([name, xml]) => (/AlternatDraft|_alt_|<w:bookmark/.test(xml) ? [name] : []))).toEqual([])
})

test('a delegation that is unticked is not named, and its changes stay', async ({ page }) => {
  screen = await openScreenWithDraft(page)
  await actAs(page, 'Alvania')
  await caretAt(page, 4)
  await page.keyboard.type('Open words, ')
  await saved(page)
  await page.getByRole('button', { name: 'Export' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  const named = dialog.getByRole('group', { name: 'Delegations named' }).getByRole('checkbox')
  await expect(named).toBeChecked()
  await named.uncheck({ force: true })
  await expect(dialog.getByText('Changes of the others stay in the file without a name.')).toBeVisible()
  expect(await accessProblems(page)).toEqual([])
  const parts = await save(page, dialog)
  expect(parts['word/document.xml']).toMatch(/<w:ins [^>]*w:author="Alternat"[^>]*><w:r><w:t [^>]*>Open words, </)
})
