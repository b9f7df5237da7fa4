// The map of precedents in a real browser: on and off by key, sums, the list of paragraphs without precedent; nothing of it is content.
import { expect, test } from '@playwright/test'
import { caretAt, changeCount, openScreenWithDraft, paper, paragraph, saved } from '../support/draft.ts'
import { accessProblems, overflows, type Screen } from '../support/screen.ts'

let screen: Screen
test.afterEach(async () => {
  await screen.host.stop()
  expect(screen.complaints).toEqual([])
})

test('the map tells what is verbatim, edited and new, and leaves the text alone', async ({ page }) => {
  screen = await openScreenWithDraft(page)
  await caretAt(page, 4)
  const before = await paper(page).textContent()
  await page.keyboard.press('Alt+m')
  const map = page.getByRole('region', { name: 'Map of precedents' })
  await expect(map.getByRole('status')).toContainText(/Words: \d+ verbatim .* = \d+/, { timeout: 20_000 })
  await expect(map.getByRole('button', { name: '0 without precedent' })).toBeDisabled()
  expect(await accessProblems(page)).toEqual([])
  expect(await overflows(page)).toEqual([])
  expect(await paper(page).textContent()).toBe(before)

  await caretAt(page, 4)
  await page.keyboard.type('Orbital telescopes shall photograph distant galaxies.')
  await page.keyboard.press('Enter')
  await map.getByRole('button', { name: '1 without precedent' }).click()
  await expect(page.getByRole('menuitem', { name: /Orbital telescopes/ })).toBeVisible()
  expect(await page.evaluate(() => [...CSS.highlights.get('alternat-novel')!].map(String))).toEqual(['Orbital telescopes shall photograph distant galaxies.'])
  await page.keyboard.press('Escape')
  const changes = (await changeCount(page).textContent())!

  await page.keyboard.press('Alt+m')
  await expect(map).toBeHidden()
  expect(await page.evaluate(() => CSS.highlights.has('alternat-novel'))).toBe(false)
  await expect(changeCount(page)).toHaveText(changes)
  await expect(paragraph(page, 4)).toContainText(/Orbital telescopes/)
  await saved(page)
})
