// Precedents beside the paper: they follow the caret and the selection, and one becomes the wording or the earlier text.
import { expect, test, type Page } from '@playwright/test'
import { actAs, caretAt, changeCount, openScreenWithDraft, paragraph, saved } from '../support/draft.ts'
import { accessProblems, type Screen } from '../support/screen.ts'

let screen: Screen
test.afterEach(async () => {
  await screen.host.stop()
  expect(screen.complaints).toEqual([])
})

const precedents = (page: Page) => page.getByRole('region', { name: 'Precedents' })
const entries = (page: Page) => precedents(page).getByRole('listitem').filter({ has: page.getByRole('button', { name: /%/ }) })

test('the closest earlier wordings follow the caret; one replaces the paragraph as a tracked change', async ({ page }) => {
  screen = await openScreenWithDraft(page)
  await actAs(page, 'Orvalia')
  await caretAt(page, 4)
  await expect(paragraph(page, 4)).toContainText('The Leaders')
  await expect(entries(page).first()).toContainText(/Terven, 12 Oct 2023/)
  await expect(entries(page).first().locator('del').first()).toBeVisible()
  expect(await accessProblems(page)).toEqual([])

  await entries(page).first().getByRole('button', { name: 'Use this wording' }).click()
  await expect(changeCount(page)).toContainText(/[1-9]/)
  await expect(paragraph(page, 4)).toContainText('Parties emphasise')
  await expect(page.locator('[data-pane="right"]')).toContainText('100%')
  await saved(page)
})

test('a wording becomes the earlier text of a paragraph, whose words stay as they are', async ({ page }) => {
  screen = await openScreenWithDraft(page)
  await caretAt(page, 5)
  const words = await paragraph(page, 5).innerText()
  await expect(entries(page).first()).toContainText(/Terven, 12 Oct 2023/)
  await entries(page).first().getByRole('button', { name: 'Make it the earlier text' }).click()
  await expect(page.getByRole('button', { name: 'Restore agreed wording' })).toBeEnabled()
  await expect(changeCount(page)).toContainText('0')
  expect(await paragraph(page, 5).innerText()).toBe(words)
})

test('selected words have precedents of their own', async ({ page }) => {
  screen = await openScreenWithDraft(page)
  await caretAt(page, 5)
  await page.keyboard.press('Home')
  for (let word = 0; word < 8; word++) await page.keyboard.press('Control+Shift+ArrowRight')
  await expect(precedents(page)).toContainText('Precedents of the selection')
  await expect(precedents(page).getByRole('button', { name: 'Insert beside' })).toBeVisible()
  await expect(precedents(page).getByRole('button', { name: 'Use this wording' })).toHaveCount(0)
})
