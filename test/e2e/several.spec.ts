// Several versions against one base in a real browser: reached from a comparison, a version added and taken away, three views.
import { expect, test, type Page } from '@playwright/test'
import { accessProblems, goTo, openScreen, overflows, type Screen } from '../support/screen.ts'

let screen: Screen

test.afterEach(async () => {
  await screen.host.stop()
  expect(screen.complaints).toEqual([])
})

const sheet = (page: Page) => page.getByRole('region', { name: 'The base and its versions, paragraph by paragraph' })
const current = (page: Page) => sheet(page).locator('[aria-current]')

async function pick(page: Page, list: string, title: RegExp): Promise<void> {
  await page.getByRole('region', { name: list, exact: true }).getByRole('button', { name: title }).click()
}

test('versions beside a base: columns, one redline and the concordance, by keys and in both themes', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 700 })
  screen = await openScreen(page)
  await goTo(page, '#/compare')
  await pick(page, 'Earlier text', /First Meeting/)
  await pick(page, 'Later text', /Second Meeting/)
  await page.getByRole('button', { name: 'Several versions side by side' }).click()
  await expect(page.getByRole('list', { name: 'Versions' }).getByRole('listitem')).toHaveCount(1)

  await page.getByRole('button', { name: 'Add a version' }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: /Selta Declaration/ }).press('Enter')
  await expect(page.getByRole('list', { name: 'Versions' }).getByRole('listitem')).toHaveCount(2)
  await expect(sheet(page)).toBeFocused()
  await expect(sheet(page).getByRole('columnheader')).toHaveCount(3)
  await expect(sheet(page).getByRole('row').filter({ hasText: 'not in the base' }).first().locator('ins')).not.toHaveCount(0)
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(current(page)).toBeInViewport()
  await expect(page.getByRole('status').first()).toHaveText(/^2 of \d+$/)

  for (const [view, theme] of [['Columns', 'light'], ['One redline', 'dark'], ['Concordance', 'light']] as const) {
    await page.emulateMedia({ colorScheme: theme })
    await page.getByRole('radio', { name: view }).click()
    await expect(sheet(page)).toBeVisible()
    expect(await accessProblems(page)).toEqual([])
    expect(await overflows(page)).toEqual([])
  }

  // The sums of each version are those of the base; a row of the table leads to its columns.
  const sums = sheet(page).locator('tfoot td')
  await expect(sums).toHaveCount(2)
  for (const text of await sums.allInnerTexts()) {
    const fates = [...text.matchAll(/^(\d+) (?!added)/gmu)].reduce((total, [, count]) => total + Number(count), 0)
    await expect(sheet(page).locator('tfoot th')).toHaveText(`${fates} paragraphs of the base`)
  }
  await sheet(page).getByRole('rowheader').getByRole('button').nth(4).press('Enter')
  await expect(current(page)).toBeInViewport()
  await expect(sheet(page).getByRole('columnheader')).toHaveCount(3)

  await page.getByRole('button', { name: /^Take away: Selta/ }).press('Enter')
  await expect(page.getByRole('list', { name: 'Versions' }).getByRole('listitem')).toHaveCount(1)
  await page.goBack()
  await expect(page.getByRole('list', { name: 'Versions' }).getByRole('listitem')).toHaveCount(2)
})

test('nothing chosen yet: a base, then a version', async ({ page }) => {
  screen = await openScreen(page)
  await goTo(page, '#/several')
  await pick(page, 'Base', /First Meeting/)
  await pick(page, 'Version', /Second Meeting/)
  await expect(sheet(page).getByRole('columnheader')).toHaveCount(2)
})
