// A folder in a real browser: sums that add up, what failed and what is nearly there, one check after another, pause and going on.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { statement } from '../support/batches.ts'
import { accessProblems, goTo, openScreen, overflows, type Screen } from '../support/screen.ts'

let screen: Screen
let home: string

test.beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'alternat-'))
})

test.afterEach(async () => {
  await screen.host.stop()
  rmSync(home, { recursive: true, force: true })
  expect(screen.complaints).toEqual([])
})

function folderOf(files: Record<string, string>): string {
  const folder = join(home, 'shelf')
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

async function choose(page: Page, folder: string): Promise<void> {
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a folder' }).click()
  await (await asked).setFiles(folder)
}

const batch = (page: Page) => page.getByRole('region', { name: 'Folders and archives' }).getByRole('listitem')
const files = (page: Page) => page.getByRole('list', { name: 'Files' }).getByRole('listitem')

test('a folder of twelve files: stored, known, broken, and looked at one by one', async ({ page }) => {
  screen = await openScreen(page)
  await goTo(page, '/import')
  const texts = Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`${i}.txt`, statement(i)]))
  await choose(page, folderOf({
    ...texts,
    'old/copy-of-3.txt': statement(3),
    'old/nearly-4.txt': statement(4).replace('важность', 'значение'),
    'old/undated.txt': statement(20).replace(/\nг\. Тервен.*/u, ''),
    'old/empty.txt': '',
    '.hidden/notes.txt': 'x',
  }))
  await expect(batch(page)).toContainText('stored: 7')
  for (const sum of ['to look at: 2', 'not read: 1', 'in the library already: 1']) await expect(batch(page)).toContainText(sum)

  await batch(page).getByRole('button', { name: 'Open' }).click()
  await expect(files(page)).toHaveCount(2)
  await expect(files(page).filter({ hasText: 'nearly-4' })).toContainText(/9\d % of its words/u)
  await expect(files(page).filter({ hasText: 'undated' })).toContainText('no date')
  expect(await overflows(page)).toEqual([])
  expect(await accessProblems(page)).toEqual([])
  await page.getByRole('radio', { name: 'not read: 1' }).click()
  await expect(page.getByRole('region', { name: '1 empty file' })).toContainText('old/empty.txt')
  expect(await accessProblems(page)).toEqual([])

  await page.keyboard.press('F8')
  await expect(page.getByRole('heading', { name: 'old/nearly-4.txt' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'old/undated.txt' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('radio', { name: 'stored: 9' })).toBeVisible()

  await page.getByRole('button', { name: 'Take it all back' }).click()
  await expect(page.getByText('9 texts taken out of the library.')).toBeVisible()
  await page.getByRole('button', { name: 'Bring it all back' }).click()
  await expect(page.getByRole('button', { name: 'Take it all back' })).toBeVisible()
})

test('what was not read stands by kind with what to do; its list is saved, and mended files alone are taken again', async ({ page }) => {
  screen = await openScreen(page)
  await goTo(page, '/import')
  const folder = folderOf({ 'a.txt': statement(1), 'empty.txt': '', 'later/empty too.txt': '', 'picture.png': '\u0089PNG\u0000\u0000\u0001' })
  await choose(page, folder)
  await expect(batch(page)).toContainText('not read: 3')
  await batch(page).getByRole('button', { name: 'Open' }).click()
  const empty = page.getByRole('region', { name: '2 empty files' })
  await expect(empty).toContainText('copy it from its source')
  await expect(page.getByRole('region', { name: '1 file in no readable format' })).toContainText('picture.png')

  const [list] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save the list…' }).click()])
  expect(list.suggestedFilename()).toBe('Not read, shelf.csv')
  expect(readFileSync(await list.path(), 'utf8')).toMatch(/^\u{feff}File,Kind,What happened,What to do\r\npicture\.png,.*\r\nempty\.txt,empty,.*\r\nlater\/empty too\.txt,empty,/u)

  folderOf({ 'empty.txt': statement(2), 'new.txt': statement(3) })
  const asked = page.waitForEvent('filechooser')
  await empty.getByRole('button', { name: 'Choose the folder again…' }).click()
  await (await asked).setFiles(folder)
  await expect(page.getByRole('radio', { name: 'not read: 2' })).toBeVisible()
  await expect(page.getByRole('radio', { name: 'stored: 2' })).toBeVisible()
})

test('a batch that was paused goes on with the same folder, and stores nothing twice', async ({ page }) => {
  screen = await openScreen(page)
  await goTo(page, '/import')
  const folder = folderOf(Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`${i}.txt`, statement(i, 20)])))
  await choose(page, folder)
  await batch(page).getByRole('button', { name: 'Pause' }).click()
  await expect(batch(page).getByRole('button', { name: 'Go on' })).toBeVisible()
  await page.reload()
  await expect(batch(page)).toContainText('waiting')
  await choose(page, folder)
  await expect(batch(page)).toContainText('stored: 150', { timeout: 60_000 })
  await expect(batch(page)).toHaveCount(1)
})
