// Import in a real browser: files chosen and dropped, the check of a proposed structure by keyboard, refusals that help.
import { expect, test, type Page } from '@playwright/test'
import { accessProblems, goTo, openScreen, overflows, type Screen } from '../support/screen.ts'

let screen: Screen

test.afterEach(async () => {
  await screen.host.stop()
  expect(screen.complaints).toEqual([])
})

// Clause 4 is glued to clause 3, as it happens where a page was copied by hand.
const STATEMENT = `Home / News / Documents

Statement of the Third Meeting of Ferry Ministers

On 12 May 2024 in the city of Orm the third meeting of the ministers of ferry transport of Alvania, Vestria and Darronia took place, in the course of which the participants (hereinafter referred to as the Parties) stated the following.

I. Ferry lines

1. The Parties welcome the opening of the ferry line between Orm and Port Kald.

2. The Parties agreed to publish the timetables of all ferries twice a year.

3. The Parties task the experts with drawing up a list of berths. The Parties will review that list every spring.

5. The Parties will set up a common register of ferries.

II. Training

6. The Parties support the training of young captains on ferries of all Parties.

7. The Parties express their gratitude to the city of Orm for its hospitality.

Orm, 12 May 2024
`

const file = (name: string, text: string | Buffer) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(text as string),
})

async function choose(page: Page, ...files: ReturnType<typeof file>[]): Promise<void> {
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (await asked).setFiles(files)
}

const structure = (page: Page) => page.getByRole('grid', { name: 'Proposed structure' })
const current = (page: Page) => structure(page).locator('[aria-selected=true]')
const row = (page: Page, text: string) => structure(page).getByRole('row').filter({ hasText: text })
const entry = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Files' }).getByRole('listitem').filter({ hasText: name })

test('a file is checked, mended by keyboard and stored; not a line is lost', async ({ page }) => {
  screen = await openScreen(page)
  await goTo(page, '/import')
  await choose(page, file('orm-2024.txt', STATEMENT))
  await expect(structure(page)).toBeFocused()
  await expect(page.locator('footer')).toContainText(/No line of the file is lost: (\d+) of \1/)
  await expect(page.getByRole('textbox', { name: 'Date' })).toHaveValue('12 May 2024')

  // The count skips 4: F8 goes to where it may be glued on.
  await page.keyboard.press('F8')
  await expect(current(page)).toContainText('list of berths')
  await expect(current(page)).toContainText('Clause 4 may be glued on here')
  await page.keyboard.press('s')
  await page.keyboard.press('Enter')
  await expect(row(page, 'The Parties will review that list')).toBeVisible()
  await expect(row(page, 'list of berths')).not.toContainText('review')
  await expect(page.locator('footer')).toContainText(/No line of the file is lost: (\d+) of \1/)

  // Undo, and the same by the button.
  await structure(page).focus()
  await page.keyboard.press('Control+z')
  await expect(row(page, 'list of berths')).toContainText('review')
  await current(page).getByRole('button', { name: 'Split off 4…' }).click()
  await page.getByRole('button', { name: 'Split here' }).click()
  await expect(row(page, 'The Parties will review that list')).toContainText('4.')
  await expect(page.getByText('Nothing left to check')).toBeVisible()

  // Splitting given up leaves the keyboard in the list.
  await page.keyboard.press('s')
  await page.keyboard.press('Escape')
  await expect(structure(page)).toBeFocused()

  // Roles by a digit, joining by a letter.
  await row(page, 'common register').click()
  await structure(page).focus()
  await page.keyboard.press('6')
  await expect(current(page).getByRole('button', { name: 'List item' })).toBeVisible()
  await page.keyboard.press('5')
  await expect(current(page).getByRole('button', { name: 'Clause' })).toBeVisible()
  await row(page, 'II.').click()
  await structure(page).focus()
  await page.keyboard.press('j')
  await expect(current(page)).toContainText('young captains')
  await page.keyboard.press('Control+z')
  await expect(row(page, 'II.')).not.toContainText('young captains')

  // Also while a button has the focus.
  await current(page).getByRole('button', { name: 'Section' }).focus()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/7 clauses in the library: Statement of the Third Meeting of Ferry Ministers/)).toBeVisible()
  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Open' }).click()
  const text = page.getByRole('region', { name: 'Text', exact: true })
  await expect(text).toContainText('The Parties will review that list every spring.')
  await expect(text).not.toContainText('Home / News')
})

test('a doubt says why and what it may be instead: one key takes that, and it is undone by another', async ({ page }) => {
  screen = await openScreen(page)
  await goTo(page, '/import')
  await choose(page, file('orm-note.txt', 'Joint Statement of Ferry Ministers\n\nThe Parties state the following.\n\nThe Parties welcome the northern quay.\n\n[7] See the annex.\n\nOrm, 12 May 2024\n'))
  await page.keyboard.press('F8')
  await expect(current(page)).toContainText('See the annex')
  await expect(current(page)).toContainText(/\d\d % sure: begins with the mark of a footnote, but the text does not refer to it/)
  await expect(current(page).getByRole('button', { name: 'Footnote', exact: true })).toBeVisible()
  await expect(current(page).getByRole('button', { name: 'It is a clause' })).toHaveText(/5$/)
  await page.keyboard.press('5')
  await expect(current(page).getByRole('button', { name: 'Clause', exact: true })).toBeVisible()
  await expect(current(page)).toContainText('decided by hand')
  await expect(page.getByText('Nothing left to check')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(current(page).getByRole('button', { name: 'Footnote', exact: true })).toBeVisible()
  await expect(page.getByText('1 place to check')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Nothing left to check')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/1 clause in the library: Joint Statement of Ferry Ministers/)).toBeVisible()
})

test('where the text begins and ends is set by hand, and what is left out can be seen', async ({ page }) => {
  screen = await openScreen(page)
  await goTo(page, '/import')
  await choose(page, file('orm-2024.txt', STATEMENT))
  await row(page, 'Ferry lines').click()
  await current(page).getByRole('button', { name: 'Text starts here' }).click()
  await expect(row(page, 'Statement of the Third Meeting')).toHaveCount(0)
  await structure(page).getByRole('button', { name: 'Show' }).first().click()
  await expect(row(page, 'Home / News')).not.toHaveCount(0)
  await expect(page.locator('footer')).toContainText(/No line of the file is lost: (\d+) of \1/)
  await row(page, 'young captains').click()
  await current(page).getByRole('button', { name: 'Text ends here' }).click()
  await expect(row(page, 'for its hospitality').getByRole('button', { name: 'Clause' })).toHaveCount(0)

  // A slip of the hand is taken back by the keys or the button, wherever the hand was.
  await page.keyboard.press('Control+z')
  await expect(row(page, 'for its hospitality').getByRole('button', { name: 'Clause' })).toHaveCount(1)
  await page.getByRole('button', { name: 'Undo the correction' }).click()
  await expect(row(page, 'Statement of the Third Meeting')).not.toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Undo the correction' })).toBeDisabled()
})

test('a role is chosen from a menu; parties, grade and a missing title are mended in the form', async ({ page }) => {
  screen = await openScreen(page)
  await goTo(page, '/import')
  await choose(page, file('orm-2024.txt', STATEMENT))
  await row(page, 'Orm, 12 May 2024').last().click()
  await current(page).getByRole('button', { name: 'Place and date' }).click()
  await page.getByRole('menuitem', { name: /Signature/ }).click()
  await expect(current(page).getByRole('button', { name: 'Signature' })).toBeVisible()

  // What is out of sight scrolls its pane, never the window.
  await page.getByRole('radio', { name: /Press report/ }).focus()
  expect(await page.evaluate(() => document.scrollingElement?.scrollTop)).toBe(0)
  await page.getByRole('button', { name: 'Add a party' }).click()
  await expect(page.getByRole('textbox', { name: 'State or organisation' })).toBeFocused()
  const dialog = page.getByRole('dialog', { name: 'Add a party' })
  await dialog.getByRole('textbox', { name: 'State or organisation' }).fill('Orvalia')
  await dialog.getByRole('textbox', { name: 'Code' }).fill('ov')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('group', { name: 'Parties' })).toContainText('OVOrvalia')

  await page.getByRole('radio', { name: /Unofficial translation/ }).check({ force: true })
  await page.getByRole('textbox', { name: 'Title' }).fill('')
  await expect(page.getByText('A text needs a title.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'To the library' })).toBeDisabled()
  await page.getByRole('textbox', { name: 'Title' }).fill('Statement of Orm')
  await page.getByRole('textbox', { name: 'Date' }).fill('12 mai 2024')
  await expect(page.getByRole('button', { name: 'To the library' })).toBeDisabled()
  await page.getByRole('textbox', { name: 'Date' }).fill('13 May 2024')
  await page.getByRole('button', { name: 'To the library' }).click()
  await goTo(page, '/library')
  const stored = page.getByRole('row').filter({ hasText: 'Statement of Orm' })
  await expect(stored).toContainText('translation')
  await expect(stored).toContainText('OV')
  await expect(stored).toContainText('13 May 2024')
})

test('files dropped on any screen are imported; each that cannot be read says what to do', async ({ page }) => {
  screen = await openScreen(page)
  const dropped = await page.evaluateHandle((text) => {
    const data = new DataTransfer()
    data.items.add(new File([text], 'orm-2024.txt'))
    data.items.add(new File([], 'nothing.txt'))
    data.items.add(new File(['%PDF-1.7 …'], 'scan.pdf'))
    data.items.add(new File([text.replaceAll('Orm', 'Kald')], 'kald-2024.txt'))
    return data
  }, STATEMENT)
  await page.dispatchEvent('body', 'dragover', { dataTransfer: dropped })
  await expect(page.getByText('Drop files to import them')).toBeVisible()
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped })
  await expect(page).toHaveURL(/#\/import$/)
  await expect(entry(page, 'nothing.txt')).toContainText('is empty')
  await expect(entry(page, 'scan.pdf').getByRole('alert')).toContainText('is cut short')
  await expect(entry(page, 'orm-2024.txt')).toContainText('Ready to check')
  await expect(entry(page, 'kald-2024.txt')).toContainText('Ready to check')
  expect(await accessProblems(page)).toEqual([])

  // Stored one after the other without going back to the list.
  await entry(page, 'orm-2024.txt').getByRole('button', { name: 'Check' }).click()
  await expect(page.locator('footer')).toContainText('1 more file to check')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'kald-2024.txt' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(entry(page, 'kald-2024.txt')).toContainText('In the library')
  await expect(entry(page, 'nothing.txt')).toContainText('is empty')
})

test('the same file a second time is noticed, and stored only when asked again', async ({ page }) => {
  screen = await openScreen(page)
  await goTo(page, '/import')
  await choose(page, file('orm-2024.txt', STATEMENT))
  await expect(structure(page)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(entry(page, 'orm-2024.txt')).toContainText('In the library')
  await choose(page, file('a-copy.txt', STATEMENT))
  await expect(entry(page, 'a-copy.txt')).toContainText('already in the library')
  await entry(page, 'a-copy.txt').getByRole('button', { name: 'Check' }).click()
  await expect(page.getByText('This very file is in the library already')).toBeVisible()
  await expect(page.getByRole('button', { name: 'To the library' })).toBeDisabled()
  await page.getByRole('button', { name: 'Import again' }).click()
  await page.getByRole('button', { name: 'To the library again' }).click()
  await expect(entry(page, 'a-copy.txt')).toContainText('In the library')
})

test('a file that is being read can be cancelled and read again', async ({ page }) => {
  screen = await openScreen(page)
  await goTo(page, '/import')
  // The answer is held back until the officer has cancelled.
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const cancelled = page.waitForRequest((request) => request.postData()?.includes('"job.cancel"') ?? false)
  await page.route('**/api/request', async (route) => {
    if (route.request().postData()?.includes('"import.propose"')) await held
    await route.continue()
  })
  await choose(page, file('orm-2024.txt', STATEMENT))
  await expect(page.getByRole('progressbar', { name: 'Reading' })).toBeVisible()
  await entry(page, 'orm-2024.txt').getByRole('button', { name: 'Cancel' }).last().click()
  await cancelled
  release()
  await expect(entry(page, 'orm-2024.txt')).toContainText('Nothing was stored')
  await entry(page, 'orm-2024.txt').getByRole('button', { name: 'Try again' }).click()
  await expect(structure(page)).toBeVisible()
})

for (const locale of ['en', 'ru'] as const) {
  test(`the import screens are accessible and fit 1024×700 (${locale})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: locale === 'ru' ? 'dark' : 'light', reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 1024, height: 700 })
    screen = await openScreen(page, { locale })
    await page.getByRole('radio', { name: locale === 'ru' ? 'Русский' : 'English' }).click()
    await goTo(page, '/import')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await accessProblems(page)).toEqual([])
    const asked = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: /Choose files|Выбрать файлы/ }).click()
    await (await asked).setFiles([file('orm-2024.txt', STATEMENT)])
    const grid = page.getByRole('grid')
    await expect(grid).toBeFocused()
    expect(await accessProblems(page)).toEqual([])
    expect(await overflows(page)).toEqual([])
    await page.getByRole('tab').nth(1).click()
    await expect(page.getByText('Home / News / Documents')).toBeVisible()
    expect(await accessProblems(page)).toEqual([])
  })
}
