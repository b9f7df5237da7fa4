// Stale facts in a real draft: found beside the paper, taken as tracked changes, let be, and found again when the words change.
import { expect, test, type Page } from '@playwright/test'
import { changeCount, openScreenWithDraft, paper, paragraph } from '../support/draft.ts'
import { accessProblems, overflows, type Screen } from '../support/screen.ts'

let screen: Screen
test.afterEach(async () => {
  await screen.host.stop()
  expect(screen.complaints).toEqual([])
})

const tab = (page: Page) => page.getByRole('tab', { name: /^Checks/ })
const checks = (page: Page) => page.locator('[data-check]')
const marked = (page: Page) => page.evaluate(() => [...(CSS.highlights.get('alternat-doubts') ?? [])].map(String))

test('a draft of another meeting: its stale facts are walked, taken, undone and let be', async ({ page }) => {
  screen = await openScreenWithDraft(page)
  await page.getByRole('button', { name: 'Title, date, parties' }).click()
  const details = page.getByRole('dialog')
  await details.getByRole('textbox', { name: 'Place' }).fill('Terven')
  await details.getByRole('textbox', { name: 'Date' }).fill('04/03/2027')
  await details.getByRole('button', { name: 'Save' }).click()
  await expect(details).toBeHidden()

  await page.keyboard.press('F7')
  await expect(tab(page)).toHaveAttribute('aria-selected', 'true')
  await expect(checks(page).filter({ hasText: '6 June 2025' }).first()).toContainText('4 March 2027')
  expect(await marked(page)).toContain('6 June 2025')
  expect(await accessProblems(page)).toEqual([])
  expect(await overflows(page)).toEqual([])

  await paper(page).press('Control+Home')
  await page.keyboard.press('F8')
  await expect(page.locator('[data-check][aria-current]')).toBeVisible()

  const all = await checks(page).count()
  const place = checks(page).filter({ hasText: 'Place of the meeting' }).filter({ hasNotText: 'may be meant' }).last()
  await place.getByRole('button', { name: 'Accept' }).click()
  await expect(changeCount(page)).toContainText('1')
  await expect(paper(page).locator('> p').last()).toContainText('Terven')
  await page.keyboard.press('Control+z')
  await expect(changeCount(page)).toContainText('0')
  await expect(checks(page)).toHaveCount(all)

  const forum = checks(page).filter({ hasText: /^Past, still announced/ }).first()
  await forum.getByRole('button', { name: 'Let it be' }).click()
  await expect(checks(page)).toHaveCount(all - 1)
  await page.getByText('Show 1 let be').click()
  await page.getByRole('button', { name: 'Doubt again' }).click()
  await expect(checks(page)).toHaveCount(all)

  await page.getByRole('button', { name: /^Dates/ }).click()
  await page.getByRole('button', { name: /^Accept \d+ proposals/ }).click()
  await expect(paragraph(page, 2)).toContainText('4 March 2027')
  await expect(changeCount(page)).toContainText('2')
})
