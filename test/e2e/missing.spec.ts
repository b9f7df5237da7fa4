// What is known to exist and whose text is missing, in a real browser: a report names documents, their texts are imported or found,
// and each decision is taken back; by keyboard.
import { expect, test, type Page } from '@playwright/test'
import { pressText } from '../support/named.ts'
import { accessProblems, goTo, openScreen, overflows, type Screen } from '../support/screen.ts'

let screen: Screen

test.afterEach(async () => {
  await screen.host.stop()
  expect(screen.complaints).toEqual([])
})

const NAMES = ['Statement of the Third Meeting of Ferry Ministers', 'Agreement on the Lanterns of Harbours', 'Plan of work on ferries for 2025']

const STATEMENT = `Statement of the Third Meeting of Ferry Ministers

On 12 May 2024 in the city of Orm the third meeting of the ministers of ferry transport of Alvania and Vestria took place, in the course of which the participants (hereinafter referred to as the Parties) stated the following.

1. The Parties welcome the opening of the ferry line between Orm and Port Kald.

2. The Parties agreed to publish the timetables of all ferries twice a year.

Orm, 12 May 2024
`

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })

/** A file beside others is checked from their list. */
async function choose(page: Page, name: string, text: string, isBesideOthers = false): Promise<void> {
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (await asked).setFiles([file(name, text)])
  if (isBesideOthers) await page.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: 'Check' }).click()
  await expect(page.getByRole('grid', { name: 'Proposed structure' })).toBeFocused()
}

async function importReport(page: Page, names = NAMES): Promise<void> {
  await goTo(page, '/import')
  await choose(page, 'report.txt', pressText('en', names))
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/passages in the library/)).toBeVisible()
  await goTo(page, '/library/missing')
}

const list = (page: Page) => page.getByRole('grid', { name: 'Text missing' })
const entries = (page: Page) => list(page).getByRole('row')
const entry = (page: Page, name: string) => entries(page).filter({ hasText: name })
const undo = (page: Page) => page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).last().click()

test('an empty list teaches what will stand in it', async ({ page }) => {
  screen = await openScreen(page)
  await page.getByRole('tab', { name: /Text missing/ }).click()
  await expect(page.getByText('Nothing is known to be missing')).toBeVisible()
  await expect(page.getByRole('tabpanel')).toContainText('press report')
  expect(await accessProblems(page)).toEqual([])
})

test('a report is imported, its documents are listed, and one leads to the paragraph that names it', async ({ page }) => {
  screen = await openScreen(page)
  await importReport(page)
  await expect(entries(page)).toHaveCount(3)
  await expect(page.getByRole('tab', { name: /Text missing/ })).toContainText('3')
  expect(await accessProblems(page)).toEqual([])
  expect(await overflows(page)).toEqual([])
  await entry(page, 'Lanterns').getByRole('link', { name: /Ferry ministers met/ }).click()
  await expect(page.getByRole('region', { name: 'Text', exact: true }).getByText('Agreement on the Lanterns of Harbours')).toBeInViewport()
  await expect(page.locator('dl')).toContainText('Documents it names')
})

test('the text of one is imported from the list by keyboard, and is in the library with the report that names it', async ({ page }) => {
  screen = await openScreen(page)
  await importReport(page)
  await entry(page, 'Lanterns').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Choose the file with the text of “Agreement on the Lanterns of Harbours”.')).toBeVisible()
  // Nothing of the text itself says so: the officer does.
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeFocused()
  await choose(page, 'lanterns.txt', STATEMENT.replace('Statement of the Third', 'Protocol of the Fourth'))
  const known = page.getByRole('region', { name: 'This text is' })
  await expect(known.getByRole('checkbox', { name: /Lanterns/ })).toBeChecked()
  await expect(known).toContainText('Chosen by you')
  await page.keyboard.press('Control+Enter')
  await expect(entries(page)).toHaveCount(2)
  await expect(entry(page, 'Lanterns')).toHaveCount(0)
  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Open' }).last().click()
  await expect(page.locator('dl')).toContainText('Agreement on the Lanterns of Harbours')
  await page.getByRole('button', { name: /Not the text of this document/ }).click()
  await expect(page.locator('dl')).not.toContainText('Lanterns')
  await undo(page)
  await expect(page.locator('dl')).toContainText('Lanterns')
})

test('a text of that title and day is taken for it on import, with why, unless the officer says otherwise', async ({ page }) => {
  screen = await openScreen(page)
  await importReport(page)
  await goTo(page, '/import')
  await choose(page, 'statement.txt', STATEMENT, true)
  const tick = page.getByRole('region', { name: 'This text is' }).getByRole('checkbox')
  await expect(tick).toBeChecked()
  await expect(page.getByRole('region', { name: 'This text is' })).toContainText('Same title, shortly before the report, same form')
  await tick.focus()
  await page.keyboard.press('Space')
  await expect(tick).not.toBeChecked()
  await page.keyboard.press('Control+Enter')
  await goTo(page, '/library/missing')
  await expect(entries(page)).toHaveCount(3)
  // The list offers it with the same reasons.
  await expect(entry(page, 'Third Meeting')).toContainText('It may be')
  await entry(page, 'Third Meeting').getByRole('button', { name: 'This is the one' }).click()
  await expect(entries(page)).toHaveCount(2)
  await undo(page)
  await expect(entries(page)).toHaveCount(3)
})

test('one that is in the library under another name is found there; one that is none is taken off and put back', async ({ page }) => {
  screen = await openScreen(page)
  await importReport(page)
  await entry(page, 'Lanterns').getByRole('button', { name: 'It is in the library…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('selta')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'This is the one' }).click()
  await expect(entries(page)).toHaveCount(2)
  await entry(page, 'Plan of work').getByRole('button', { name: 'Not a document' }).click()
  await expect(entries(page)).toHaveCount(1)
  await page.getByRole('radio', { name: 'Not documents: 1' }).click()
  await entry(page, 'Plan of work').getByRole('button', { name: 'It is one after all' }).click()
  await page.getByRole('radio', { name: 'Text missing' }).click()
  await expect(entries(page)).toHaveCount(2)
})

test('search finds missing documents in any form of their words, beside the clauses', async ({ page }) => {
  screen = await openScreen(page)
  await importReport(page)
  await goTo(page, '/library')
  await page.reload()
  await expect(page.getByRole('tab', { name: /Text missing/ })).toContainText('3')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('lantern')
  await expect(page.getByRole('tab', { name: /Text missing/ })).toContainText('1')
  await page.getByRole('link', { name: /1 document with these words is known to exist/ }).click()
  await expect(entries(page)).toHaveCount(1)
  await expect(entry(page, 'Lanterns')).toBeVisible()
})
