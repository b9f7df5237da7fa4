// The library in a real browser: first start, filters, clause search, a declaration opened for reading, by keyboard.
import { expect, test, type Page } from '@playwright/test'
import { startHost } from '../support/host.ts'
import { accessProblems, goTo, openScreen, overflows, type Screen } from '../support/screen.ts'

let screen: Screen

test.afterEach(async () => {
  await screen.host.stop()
  expect(screen.complaints).toEqual([])
})

const table = (page: Page) => page.getByRole('grid', { name: /Declarations in the library|Документы библиотеки/ })
const paper = (page: Page) => page.getByRole('region', { name: 'Text', exact: true })
/** The rows below the head. */
const rows = (page: Page) =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') })
const open = (page: Page, title = '') =>
  rows(page).filter({ hasText: title }).first().getByRole('rowheader').getByRole('button')
const clauses = (page: Page) => page.getByRole('grid', { name: /Clauses found|Найденные положения/ }).getByRole('row')

test('first start introduces Alternat in three steps and never again', async ({ page }) => {
  screen = await openScreen(page, { intro: true })
  const dialog = page.getByRole('dialog', { name: 'Alternat in three steps' })
  await expect(dialog).toContainText('1 of 3')
  await dialog.getByRole('button', { name: 'Next' }).click()
  await dialog.getByRole('button', { name: 'Next' }).click()
  await expect(dialog).toContainText('3 of 3')
  await dialog.getByRole('button', { name: 'To the library' }).click()
  await expect(dialog).toBeHidden()
  await expect(rows(page).first()).toBeVisible()
  await page.reload()
  await expect(rows(page).first()).toBeVisible()
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('filters narrow the table, and say how many they leave', async ({ page }) => {
  screen = await openScreen(page)
  await expect(rows(page).first()).toBeVisible()
  const all = await rows(page).count()
  expect(all).toBeGreaterThanOrEqual(6)
  await page.getByRole('checkbox', { name: /^Russian/ }).check({ force: true })
  const russian = await rows(page).count()
  expect(russian).toBeGreaterThan(0)
  expect(russian).toBeLessThan(all)
  await expect(page.locator('footer')).toContainText(`Declarations shown: ${russian} of ${all}`)
  await expect(page.locator('footer')).toContainText('1 filter on')
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(rows(page)).toHaveCount(all)
})

test('the table sorts by a column, and by the same column the other way', async ({ page }) => {
  screen = await openScreen(page)
  const date = table(page).getByRole('columnheader', { name: 'Date' })
  await expect(date).toHaveAttribute('aria-sort', 'descending')
  const newestFirst = await rows(page).allInnerTexts()
  await date.click()
  await expect(date).toHaveAttribute('aria-sort', 'ascending')
  expect(await rows(page).allInnerTexts()).not.toEqual(newestFirst)
})

test('a clause is found by another form of its word, walked to and opened by keyboard alone', async ({ page }) => {
  screen = await openScreen(page)
  await expect(rows(page).first()).toBeVisible()
  await page.keyboard.press('Control+f')
  // The texts hold "рек" and "реки", never "рекою".
  await page.keyboard.type('РЕКОЮ')
  await expect(clauses(page).first()).toBeVisible()
  expect(await clauses(page).first().locator('mark').allInnerTexts()).not.toHaveLength(0)
  await expect(clauses(page).first().locator('mark').first()).toHaveText(/^рек/i)
  await page.keyboard.press('ArrowDown')
  await expect(clauses(page).first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  const chosen = clauses(page).nth(1)
  await expect(chosen).toHaveAttribute('aria-selected', 'true')
  const words = await chosen.locator('p').innerText()
  await page.keyboard.press('Enter')
  const text = paper(page)
  await expect(text.locator('p', { hasText: words.slice(0, 60) }).first()).toBeInViewport()
  await expect(text.locator('mark').first()).toHaveText(/^рек/i)
  await expect(text).toBeFocused()
})

test('clause search keeps to a party, a year, a section and to chosen declarations', async ({ page }) => {
  screen = await openScreen(page)
  await page.keyboard.press('Control+f')
  await page.keyboard.type('river')
  await expect(clauses(page).first()).toBeVisible()
  const found = () =>
    page
      .getByRole('tab', { name: /Clauses/ })
      .innerText()
      .then((text) => Number(text.replace(/\D/g, '')))
  const all = await found()
  await page.getByRole('textbox', { name: 'Words of the heading' }).fill('transport')
  await expect.poll(found).toBeLessThan(all)
  await page.getByRole('textbox', { name: 'Words of the heading' }).fill('')
  await expect.poll(found).toBe(all)
  await page.getByRole('button', { name: /From year/ }).click()
  await page.getByRole('option').nth(1).click()
  await expect.poll(found).toBeLessThan(all)
  await expect.poll(found).toBeGreaterThan(0)
})

test('a search of nothing but punctuation finds nothing and says so', async ({ page }) => {
  screen = await openScreen(page)
  await page.keyboard.press('Control+f')
  await page.keyboard.type('"«»…!')
  await expect(page.getByText('No clause found')).toBeVisible()
})

test('words in an opened text are stepped through, and its clauses walked by arrows', async ({ page }) => {
  screen = await openScreen(page)
  await open(page, 'Selta Declaration').click()
  await expect(paper(page)).toBeVisible()
  await page.keyboard.press('Control+f')
  await page.keyboard.type('rivers')
  await expect(page.getByText(/^– of \d+$/)).toBeVisible()
  await page.keyboard.press('F3')
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible()
  await page.keyboard.press('Shift+F3')
  await expect(page.getByText(/^(\d+) of \1$/)).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(rows(page).first()).toBeVisible()
})

test('in a narrow window the sections of a text are a tab beside what is known of it', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 700 })
  screen = await openScreen(page)
  await open(page, 'Joint Statement of the Second').click()
  const heading = paper(page).getByRole('heading', { name: 'Transport links' })
  await expect(heading).not.toBeInViewport()
  await page.getByRole('tab', { name: /Sections/ }).click()
  await page.getByRole('tabpanel', { name: /Sections/ }).getByRole('button', { name: /Transport links/ }).click()
  await expect(heading).toBeInViewport()
})

test('a removed declaration comes back by undo', async ({ page }) => {
  screen = await openScreen(page)
  await expect(rows(page).first()).toBeVisible()
  const all = await rows(page).count()
  await open(page).click()
  await page.getByRole('button', { name: 'Remove' }).click()
  await expect(rows(page)).toHaveCount(all - 1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rows(page)).toHaveCount(all)
})

test('what is known about a declaration can be changed; its text stays', async ({ page }) => {
  screen = await openScreen(page)
  await open(page).click()
  const words = await paper(page).innerText()
  await page.getByRole('button', { name: 'Edit details' }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit details' })
  await dialog.getByRole('textbox', { name: 'Date' }).fill('31/02/2024')
  await expect(dialog.getByText('Not a date')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Date' }).fill('29/02/2024')
  await dialog.getByRole('textbox', { name: 'Place' }).fill('Port Kald')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('29 Feb 2024')
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('Port Kald')
  expect(await paper(page).innerText()).toBe(words)
})

test('two ticked declarations go to the comparison, one opened starts a draft', async ({ page }) => {
  screen = await openScreen(page)
  const compare = page.getByRole('button', { name: 'Compare selected' })
  await expect(compare).toBeDisabled()
  for (const index of [0, 1]) await rows(page).nth(index).getByRole('checkbox').check({ force: true })
  await compare.click()
  await expect(page).toHaveURL(/#\/compare\/declaration:[\w-]+\/declaration:[\w-]+$/)
  await goTo(page, '/library')
  await open(page).click()
  await page.getByRole('button', { name: 'Start a draft from this' }).click()
  await expect(page).toHaveURL(/#\/drafts\/from\/[\w-]+$/)
})

test('the palette opens from within a field of the settings, and does not offer itself', async ({ page }) => {
  screen = await openScreen(page)
  await goTo(page, '/settings')
  await page.getByRole('textbox', { name: 'Author' }).fill('A. Drafter')
  await page.keyboard.press('Control+K')
  const palette = page.getByRole('dialog', { name: 'Command palette' })
  await expect(palette.getByRole('menuitem', { name: 'Open the library' })).toBeVisible()
  await expect(palette.getByRole('menuitem', { name: 'Command palette' })).toHaveCount(0)
})

test('the palette runs commands and finds texts; language and theme change at once', async ({ page }) => {
  screen = await openScreen(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('dark')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Olmin')
  await page.keyboard.press('Enter')
  await expect(paper(page)).toBeVisible()
  await page.getByRole('radio', { name: 'Русский' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
  await expect(page.getByRole('navigation', { name: 'Разделы', exact: true })).toContainText('Библиотека')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('a second window on a library that is being written says it can only be read', async ({ page }) => {
  screen = await openScreen(page)
  const second = await startHost({ library: screen.host.library, locale: 'en' })
  try {
    await page.goto(second.address)
    await expect(page.getByRole('status').filter({ hasText: 'open for reading only' })).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: 'another window or program is writing' })).toBeVisible()
    await expect(rows(page).first()).toBeVisible()
    await page.getByRole('button', { name: 'Dark theme' }).click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await expect(page.getByRole('alert')).toHaveCount(0)
  } finally {
    await second.stop()
  }
})

test('a screen that cannot be fetched because Alternat was stopped says so', async ({ page }) => {
  screen = await openScreen(page)
  await screen.host.stop()
  await page.getByRole('link', { name: 'Compare' }).click()
  await expect(page.getByText('Alternat does not answer')).toBeVisible()
  await expect(page.getByText('start it again')).toBeVisible()
  screen.complaints.length = 0
})

for (const theme of ['light', 'dark'] as const) {
  test(`every library screen is accessible in the ${theme} theme and fits 1024×700`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 1024, height: 700 })
    screen = await openScreen(page, { intro: true })
    expect(await accessProblems(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(rows(page).first()).toBeVisible()
    expect(await accessProblems(page)).toEqual([])
    expect(await overflows(page)).toEqual([])
    await page.getByRole('button', { name: 'Filters' }).click()
    await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible()
    expect(await accessProblems(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+f')
    await page.keyboard.type('river')
    await expect(clauses(page).first()).toBeVisible()
    expect(await accessProblems(page)).toEqual([])
    await clauses(page).first().dblclick()
    await expect(paper(page)).toBeVisible()
    expect(await accessProblems(page)).toEqual([])
    expect(await overflows(page)).toEqual([])
    await page.getByRole('button', { name: 'Edit details' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await accessProblems(page)).toEqual([])
    await page.keyboard.press('Escape')
    await goTo(page, '/settings')
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
    expect(await accessProblems(page)).toEqual([])
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible()
    expect(await accessProblems(page)).toEqual([])
  })
}
