// What was removed waits for a way back, or is deleted for good, by mouse and keyboard.
import { expect, test, type Page } from '@playwright/test'
import { accessProblems, goTo, openScreen, overflows, type Screen } from '../support/screen.ts'

let screen: Screen

test.afterEach(async () => {
  await screen.host.stop()
  expect(screen.complaints).toEqual([])
})

const lines = (page: Page) => page.getByRole('list', { name: 'Removed' }).getByRole('listitem')

/** As an officer would: the first of the table opened, then removed. */
async function removeFirst(page: Page): Promise<void> {
  await goTo(page, '#/library')
  const rows = page.getByRole('grid', { name: 'Declarations in the library' }).getByRole('rowheader')
  await expect(rows.first()).toBeVisible()
  const all = await rows.count()
  await rows.first().getByRole('button').click()
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(rows).toHaveCount(all - 1)
}

test('removed declarations are put back, or deleted for good', async ({ page }) => {
  screen = await openScreen(page)
  await goTo(page, '#/removed')
  await expect(page.getByText('Nothing was removed')).toBeVisible()
  await removeFirst(page)
  await removeFirst(page)
  await goTo(page, '#/removed')
  await expect(lines(page)).toHaveCount(2)
  expect(await accessProblems(page)).toEqual([])

  await lines(page).first().getByRole('checkbox').focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Put back' }).press('Enter')
  await expect(lines(page)).toHaveCount(1)

  await page.getByRole('checkbox', { name: '1 text' }).check({ force: true })
  await page.getByRole('button', { name: 'Delete for good…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete 1 text for good?' })
  await expect(dialog).toContainText('There is no way back.')
  await dialog.getByRole('button', { name: 'Delete for good' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Nothing was removed')).toBeVisible()
  await page.setViewportSize({ width: 1024, height: 700 })
  expect(await overflows(page)).toEqual([])
})
