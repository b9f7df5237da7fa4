// A library to another machine and from one, as an officer does it: carried out, looked at, brought in, and refused by name.
import { expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { openOther, out, startFrom, store } from '../support/carried.ts'
import { accessProblems, goTo, openScreen, overflows, type Screen } from '../support/screen.ts'

let screen: Screen
test.afterEach(async () => {
  await screen.host.stop()
  expect(screen.complaints).toEqual([])
})

test('a part goes out; another library is looked at and comes in; what is no carry file is refused', async ({ page }) => {
  screen = await openScreen(page)
  await goTo(page, '#/settings')
  await page.getByRole('button', { name: 'Carry out…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /^Chosen ones/ }).check({ force: true })
  await expect(dialog.getByRole('button', { name: 'Carry out', exact: true })).toBeDisabled()
  await dialog.getByRole('checkbox', { name: /Selta Declaration/ }).check({ force: true })
  expect(await accessProblems(page)).toEqual([])
  const downloaded = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Carry out', exact: true }).click()
  const file = await (await downloaded).path()
  await expect(dialog).toBeHidden()

  const choose = page.locator('input[type=file]')
  await choose.setInputFiles({ name: 'own.altcarry', mimeType: '', buffer: readFileSync(file) })
  await expect(dialog).toContainText('Everything in this file is here already')
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  const theirs = openOther()
  startFrom(theirs, store(theirs, 'рост'), 'Проект с другого компьютера')
  theirs.searches.save('Вода', 'вода', {})
  await choose.setInputFiles({ name: 'theirs.altcarry', mimeType: '', buffer: Buffer.from(out(theirs)) })
  await expect(dialog.getByRole('row', { name: /^Drafts/ })).toContainText('1 new')
  await expect(dialog.getByRole('row', { name: /^Kept searches/ })).toContainText('1 new')
  expect(await overflows(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Bring in', exact: true }).click()
  await expect(page.getByText('Brought in')).toBeVisible()
  await goTo(page, '#/drafts')
  await expect(page.getByText('Проект с другого компьютера')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText(/^The library is as it was before/)).toBeVisible()
  await expect(page.getByText('Проект с другого компьютера')).toBeHidden()

  await goTo(page, '#/settings')
  await choose.setInputFiles({ name: 'text.altcarry', mimeType: '', buffer: Buffer.from('a text') })
  await expect(page.getByText(/no carry file of Alternat/)).toBeVisible()
})
