// What a new officer does first, by the keyboard alone: a folder imported, a draft out of two declarations sent as a redline, two texts
// compared, the library encrypted. Whatever is pressed has the focus that a Tab or a key of its own gave it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { statement } from '../support/batches.ts'
import { changeCount, paper, saved } from '../support/draft.ts'
import { openScreen, type Screen } from '../support/screen.ts'

let screen: Screen

test.afterEach(async () => {
  await screen.host.stop()
  expect(screen.complaints).toEqual([])
})

const MOST_TABS = 60

/** Tab after Tab, until it has the focus: as far as it takes, it is in the order and its ring is seen. */
async function tabTo(page: Page, goal: Locator): Promise<void> {
  await goal.waitFor()
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    if (await goal.evaluate((element) => element.contains(document.activeElement))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no Tab leads to ${goal}`)
}

const focused = (page: Page) => page.locator(':focus')
const focusIn = (goal: Locator) => expect(goal.locator(':focus').or(goal.and(goal.page().locator(':focus')))).toHaveCount(1)

test('a folder is imported, and what waits is checked and stored', async ({ page }) => {
  screen = await openScreen(page)
  const home = mkdtempSync(join(tmpdir(), 'alternat-keys-'))
  try {
    const folder = join(home, 'shelf')
    mkdirSync(folder)
    writeFileSync(join(folder, 'a.txt'), statement(1))
    writeFileSync(join(folder, 'undated.txt'), statement(2).replace(/\nг\. Тервен.*/u, ''))
    await page.keyboard.press('Alt+2')
    await expect(page.getByRole('button', { name: 'Choose a folder' })).toBeVisible()
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+Shift+o')])
    await chooser.setFiles(folder)
    await expect(page.getByRole('region', { name: 'Folders and archives' })).toContainText('to look at: 1')
    await tabTo(page, page.getByRole('button', { name: 'Open: shelf' }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('radio', { name: 'stored: 1' })).toBeVisible()
    await page.keyboard.press('F8')
    await expect(page.getByRole('heading', { name: 'undated.txt' })).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('radio', { name: 'stored: 2' })).toBeVisible()
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
})

test('a draft takes language from two declarations and leaves as a redline', async ({ page }) => {
  screen = await openScreen(page)
  await page.keyboard.press('Control+f')
  await focusIn(page.getByRole('searchbox'))
  await page.keyboard.press('ArrowDown')
  await expect(focused(page)).toContainText('Selta Declaration')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('start a draft')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'New draft' })
  await expect(dialog).toContainText('Selta Declaration')
  await tabTo(page, dialog.getByRole('button', { name: 'Start draft' }))
  await page.keyboard.press('Enter')

  await focusIn(paper(page))
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('Draft: ')
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Control+Shift+F')
  await page.keyboard.type('quarterly')
  const clauses = page.getByRole('grid', { name: 'Clauses found' }).getByRole('row').or(page.getByRole('listbox', { name: 'Clauses found' }).getByRole('option'))
  await expect(clauses.first()).toContainText('quarterly')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(paper(page)).toContainText('on a quarterly basis')
  await expect(changeCount(page)).toContainText('2')
  await saved(page)

  await page.keyboard.press('Control+e')
  const save = page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Save DOCX' })
  await expect(save).toBeEnabled({ timeout: 60_000 })
  await tabTo(page, save)
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect(file.suggestedFilename()).toMatch(/\(redline\)\.docx$/u)
})

test('two declarations are chosen and their changes walked through', async ({ page }) => {
  screen = await openScreen(page)
  await page.keyboard.press('Alt+4')
  const [old, later] = [page.getByRole('region', { name: 'Earlier text' }), page.getByRole('region', { name: 'Later text' })]
  await focusIn(old.getByRole('searchbox'))
  await page.keyboard.type('First Meeting')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await focusIn(later.getByRole('searchbox'))
  await page.keyboard.type('Second Meeting')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.locator('ins').first()).toBeVisible()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByText(/^1 of \d+$/u)).toBeVisible()
})

test('the library is encrypted, locked and opened again', async ({ page }) => {
  screen = await openScreen(page)
  await page.keyboard.press('Control+,')
  await tabTo(page, page.getByRole('button', { name: 'Encrypt library…' }))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Encrypt library' })
  await focusIn(dialog.getByRole('textbox', { name: 'Passphrase' }))
  await page.keyboard.type('three rivers behind a hill')
  await tabTo(page, dialog.getByRole('textbox', { name: 'Once more' }))
  await page.keyboard.type('three rivers behind a hill')
  await page.keyboard.press('Enter')
  const after = page.getByRole('dialog', { name: 'Library encrypted' })
  await expect(after).toBeVisible()
  await tabTo(page, after.getByRole('button', { name: 'Save recovery file' }))
  await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  await expect(after).toBeHidden()
  await page.keyboard.press('Control+l')
  const passphrase = page.getByRole('textbox', { name: 'Passphrase' })
  await focusIn(passphrase)
  await page.keyboard.type('three rivers behind a hill')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
})
