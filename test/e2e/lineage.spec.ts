// The lineage of a clause in a real browser: reached from the reading view, walked by keys, corrected and undone; and in a draft.
import { expect, test, type Page } from '@playwright/test'
import { actAs, caretAt, changeCount, openScreenWithDraft, paragraph } from '../support/draft.ts'
import { accessProblems, goTo, openScreen, overflows, type Screen } from '../support/screen.ts'

let screen: Screen
test.afterEach(async () => {
  await screen.host.stop()
  expect(screen.complaints).toEqual([])
})

const wordings = (page: Page) => page.getByRole('list', { name: 'Wordings, oldest first' }).locator('> li')

test('a clause is followed through three texts, one is taken out and comes back', async ({ page }) => {
  screen = await openScreen(page)
  await goTo(page, '/library')
  await page.getByRole('searchbox').first().fill('hydrological data annual')
  await page.getByRole('button', { name: 'Lineage' }).click()
  await expect(wordings(page)).toHaveCount(3, { timeout: 15_000 })
  await expect(wordings(page).nth(1)).toContainText('stronger by')
  await expect(wordings(page).nth(2)).toContainText('last agreed')
  await expect(wordings(page).nth(2).locator('ins').first()).toBeVisible()
  expect(await accessProblems(page)).toEqual([])
  expect(await overflows(page)).toEqual([])

  await page.keyboard.press('Alt+l')
  await expect(page.getByRole('button', { name: '6 Jun 2025' })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('button', { name: '12 Oct 2023' })).toBeFocused()
  await page.keyboard.press('Alt+Delete')
  await expect(wordings(page)).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(wordings(page)).toHaveCount(3)
  await page.getByRole('button', { name: '12 Oct 2023' }).press('Enter')
  await expect(page.getByRole('region', { name: 'Text', exact: true })).toContainText('on a quarterly basis')
  await page.keyboard.press('Alt+l')
  await expect(wordings(page)).toHaveCount(3)
})

test('in a draft the wording agreed last is put in at once, as a tracked change', async ({ page }) => {
  screen = await openScreenWithDraft(page)
  await actAs(page, 'Orvalia')
  await caretAt(page, 4)
  const lineage = page.getByRole('region', { name: 'Lineage' })
  await expect(lineage.getByRole('listitem')).toHaveCount(3, { timeout: 15_000 })
  await caretAt(page, 5)
  await expect(paragraph(page, 5)).toContainText('Charter')
  const before = (await changeCount(page).textContent())!
  await lineage.getByRole('button', { name: 'Insert last agreed' }).click()
  await expect(changeCount(page)).not.toHaveText(before)
})
