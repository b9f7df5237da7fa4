// The report in a real browser: reached from the comparison, read by fate, exported, and kept from two languages.
import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { partsOf } from '../support/docx.ts'
import { accessProblems, goTo, openScreen, overflows, type Screen } from '../support/screen.ts'

let screen: Screen

test.afterEach(async () => {
  await screen.host.stop()
  expect(screen.complaints).toEqual([])
})

/** Opens the comparison of two samples by their titles, from the lists. */
async function compare(page: Page, old: string, later: RegExp): Promise<void> {
  screen = await openScreen(page)
  await goTo(page, '#/compare')
  const search = page.getByRole('region', { name: 'Earlier text' }).getByRole('searchbox')
  await search.fill(old)
  await search.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'Later text' }).getByRole('button', { name: later }).click()
  await expect(page.getByRole('table')).toBeVisible()
}

test('from the comparison to the report: fates add up and are read one by one, new language tells its precedent', async ({ page }) => {
  await compare(page, 'terven', /Selta Declaration/)
  await page.getByRole('button', { name: 'Fate of clauses' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('8 clauses of 28 were dropped')
  const fates = page.getByRole('radiogroup', { name: 'Fates' })
  const counts = await fates.getByRole('radio').allInnerTexts()
  expect(counts.reduce((sum, text) => sum + Number.parseInt(text), 0)).toBe(28)

  const clauses = page.getByRole('tabpanel').getByRole('article')
  await expect(clauses.first()).toContainText('accession of the Republic of Calderia')
  await expect(page.getByRole('heading', { name: 'Dropped in part' })).toBeVisible()
  await fates.getByRole('radio', { name: /moved/ }).click()
  await expect(clauses).toHaveCount(2)
  await expect(clauses.first().locator('del')).not.toHaveCount(0)
  await expect(clauses.first()).toContainText('now clause')

  await page.getByRole('tab', { name: /^Fates/ }).press('ArrowRight')
  await expect(page.getByRole('tab', { name: /^New language/ })).toHaveAttribute('aria-selected', 'true')
  await expect(clauses.filter({ hasText: 'mobile pumping stations' })).toContainText('The library has no precedent')
  await expect(page.getByRole('table', { name: 'Strength of verbs' })).toContainText('weaker by 1')
  await expect(page.getByRole('table', { name: 'Figures and names' }).getByRole('row', { name: /ten days/ })).toContainText('twenty days')

  await page.getByRole('button', { name: 'Show in comparison' }).click()
  await expect(page.getByRole('region', { name: 'The two texts, paragraph by paragraph' })).toBeVisible()
})

test('the report is exported as it was seen', async ({ page }) => {
  await compare(page, 'olmin', /Terven, 12/)
  await page.getByRole('button', { name: 'Fate of clauses' }).click()
  await page.getByRole('button', { name: 'Export report' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export report' })
  await expect(dialog.getByRole('img')).toBeVisible({ timeout: 60_000 })
  await expect(dialog.getByRole('radio')).toHaveCount(2)
  expect(await accessProblems(page)).toEqual([])
  const [file] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: 'Save DOCX' }).click()])
  expect(file.suggestedFilename()).toMatch(/\(report\)\.docx$/)
  expect(partsOf(readFileSync(await file.path()))['word/document.xml']).toContain('Report on the fate of clauses')
})

test('two languages are refused with what to do; the same text twice says that nothing changed', async ({ page }) => {
  screen = await openScreen(page)
  const files: string[] = []
  for (const [name, text] of [
    ['one.txt', 'Joint Statement\n\n1. The Parties note the importance of the fair use of the waters of the river.'],
    ['two.txt', 'Совместное заявление\n\n1. Стороны отмечают важность справедливого использования вод реки.'],
  ] as const) {
    await goTo(page, '#/compare')
    for (const side of ['Earlier text', 'Later text']) {
      const region = page.getByRole('region', { name: side })
      if (files.length > 0 && side === 'Later text') break
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'), region.getByRole('button', { name: 'File on disk…' }).click(),
      ])
      await chooser.setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
    }
    await expect(page).toHaveURL(files.length > 0 ? /file:/ : /file:.*file:/)
    files.push(/compare\/(file:[^/]+)/.exec(page.url())![1]!)
  }
  await goTo(page, `#/report/${files[0]}/${files[0]}`)
  await expect(page.getByText('The two texts are the same: every clause is verbatim.')).toBeVisible()
  await goTo(page, `#/report/${files[0]}/${files[1]}`)
  await expect(page.getByText('The two texts are in different languages (en and ru)')).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: 'Show in comparison' }).last().click()
  await expect(page).toHaveURL(/#\/compare\//)
})

for (const [locale, theme, width, height] of [
  ['en', 'light', 1280, 800],
  ['ru', 'dark', 1024, 700],
] as const) {
  test(`the report is accessible and fits: ${locale}, ${theme}, ${width}×${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await compare(page, 'olmin', /Selta Declaration/)
    await page.getByRole('button', { name: 'Fate of clauses' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    // The pointer rests on a button of the new screen, whose tooltip lies over the title bar.
    await page.mouse.move(width / 2, height / 2)
    if (theme === 'dark') await page.getByRole('button', { name: 'Dark theme' }).click()
    if (locale === 'ru') await page.getByRole('radio', { name: 'Русский' }).click()
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click()
      expect(await accessProblems(page)).toEqual([])
      expect(await overflows(page)).toEqual([])
    }
  })
}
