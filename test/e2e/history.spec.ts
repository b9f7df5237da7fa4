// The history of a draft in a real browser: a paragraph through its versions, two of them compared, all by keys.
import { expect, test } from '@playwright/test'
import { caretAt, openScreenWithDraft, saved } from '../support/draft.ts'
import { accessProblems, overflows, type Screen } from '../support/screen.ts'

let screen: Screen

test.afterEach(async () => {
  await screen.host.stop()
  expect(screen.complaints).toEqual([])
})

test('a paragraph through all versions, and any two of them compared', async ({ page }) => {
  screen = await openScreenWithDraft(page)
  const choose = async (name: string) => {
    await page.getByRole('button', { name: /^Versions/ }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  const keep = async (name: string) => {
    await saved(page)
    await choose('Save a named version…')
    await page.getByRole('textbox', { name: 'Name of the version' }).fill(name)
    await page.getByRole('button', { name: 'Save version' }).click()
    await expect(page.getByText(`Version saved: ${name}`)).toBeVisible()
  }
  await keep('First round')
  await caretAt(page, 5)
  await page.keyboard.type('Unreservedly, ')
  await keep('Second round')
  await choose('History of wordings')

  const wordings = page.getByRole('region', { name: 'The paragraph in every version' })
  await expect(wordings).toContainText('Choose a paragraph')
  const paragraphs = page.getByRole('navigation', { name: 'Paragraphs of the draft' }).getByRole('button')
  await paragraphs.nth(4).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(wordings.getByRole('listitem')).toHaveCount(3)
  await expect(wordings.getByRole('listitem').nth(1).locator('ins')).toContainText('Unreservedly')
  await expect(wordings.getByRole('listitem').nth(2)).toContainText('unchanged')
  expect(await accessProblems(page)).toEqual([])
  await page.setViewportSize({ width: 1024, height: 700 })
  await page.getByRole('button', { name: 'Dark theme' }).click()
  await page.getByRole('radio', { name: 'Русский' }).click()
  expect(await accessProblems(page)).toEqual([])
  expect(await overflows(page)).toEqual([])
  await page.getByRole('radio', { name: 'English' }).click()

  const timeline = page.getByRole('navigation', { name: 'Versions, oldest first' })
  await timeline.getByRole('button', { name: /First round/ }).press('Space')
  await timeline.getByRole('button', { name: /The draft now/ }).press('Space')
  await page.getByRole('button', { name: 'Compare the two' }).press('Enter')
  await expect(page.locator('[data-show=row][data-kind=edited]').filter({ hasText: 'Unreservedly' })).toBeVisible()
})
