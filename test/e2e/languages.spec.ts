// Language versions in a real browser: proposed by what two texts have the same, decided, undone, and read clause by clause in either.
import { expect, test, type Page } from '@playwright/test'
import { accessProblems, goTo, openScreen, type Screen } from '../support/screen.ts'

let screen: Screen

test.afterEach(async () => {
  await screen.host.stop()
  expect(screen.complaints).toEqual([])
})

const link = (page: Page) => page.getByRole('link', { name: /may be one document/ })
const dialog = (page: Page) => page.getByRole('dialog', { name: 'One document in two languages?' })
const pairs = (page: Page) => dialog(page).getByRole('listitem')
const paper = (page: Page) => page.getByRole('region', { name: 'Text', exact: true })
const undo = (page: Page) => page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).last().click()
const languages = (page: Page) => page.getByRole('grid', { name: 'Declarations in the library' }).getByText(/\+ (EN|RU)/)

async function joinFirst(page: Page): Promise<void> {
  await link(page).click()
  await pairs(page).first().getByRole('button', { name: 'Same document' }).click()
}

test('pairs are proposed with why, joined and parted, and either is taken back', async ({ page }) => {
  screen = await openScreen(page)
  await expect(link(page)).toContainText('3')
  await link(page).click()
  await expect(pairs(page)).toHaveCount(3)
  await expect(pairs(page).first()).toContainText(/Same day, same parties, same form, \d+ sections in each, \d+ clauses in each/)
  expect(await accessProblems(page)).toEqual([])
  await pairs(page).first().getByRole('button', { name: 'Same document' }).press('Enter')
  await expect(pairs(page)).toHaveCount(2)
  await pairs(page).first().getByRole('button', { name: 'Another document' }).press('Enter')
  await expect(pairs(page)).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(languages(page)).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(link(page)).toContainText('2')
  await page.keyboard.press('Control+z')
  await expect(link(page)).toContainText('3')
  await expect(languages(page)).toHaveCount(0)
})

test('from a clause the same clause of the other version is opened, and back, by keyboard', async ({ page }) => {
  screen = await openScreen(page)
  await joinFirst(page)
  await page.keyboard.press('Escape')
  await languages(page).first().click()
  await expect(paper(page)).toBeVisible()
  await paper(page).focus()
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowDown')
  const reference = () => paper(page).locator('[class*="current"] [class*="reference"]').innerText()
  const [own, from] = [await reference(), await paper(page).locator('article').getAttribute('lang')]
  await page.keyboard.press('Alt+v')
  await expect(paper(page).locator('article')).not.toHaveAttribute('lang', from!)
  expect(await reference()).toBe(own)
  await page.keyboard.press('Alt+v')
  await expect(paper(page).locator('article')).toHaveAttribute('lang', from!)
  expect(await reference()).toBe(own)
  await page.getByRole('button', { name: /^Another document: / }).click()
  await expect(page.locator('dl')).not.toContainText('Also in')
  await undo(page)
  await expect(page.locator('dl')).toContainText('Also in')
})

const text = (language: 'ru' | 'en') => language === 'en' ? `Joint Statement
on the outcome of the meeting of transport ministers of Japan and Kazakhstan

The transport ministers of Japan and Kazakhstan (hereinafter referred to as the Parties) met in Tokyo and state the following.

1. The Parties note the growth of freight on the river corridor.

2. The Parties agreed to continue the exchange of timetables.

Tokyo, 12 October 2024
` : `Совместное заявление
по итогам встречи министров транспорта Японии и Казахстана

Министры транспорта Японии и Казахстана (далее – Стороны) провели встречу в г. Токио и заявляют о нижеследующем.

1. Стороны отмечают рост перевозок по речному коридору.

2. Стороны договорились продолжить обмен расписаниями.

г. Токио, 12 октября 2024 года
`

test('at import a text is taken for the other version, with why', async ({ page }) => {
  screen = await openScreen(page)
  for (const language of ['ru', 'en'] as const) {
    await goTo(page, '/import')
    const asked = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose files' }).click()
    await (await asked).setFiles([{ name: `${language}.txt`, mimeType: 'text/plain', buffer: Buffer.from(text(language)) }])
    if (language === 'ru') await expect(page.getByRole('grid', { name: 'Proposed structure' })).toBeFocused()
    else {
      await page.getByRole('listitem').filter({ hasText: 'en.txt' }).getByRole('button', { name: 'Check' }).click()
      const known = page.getByRole('region', { name: 'This text is' })
      await expect(known.getByRole('checkbox')).toBeChecked()
      await expect(known).toContainText('2 clauses in each, the same numbers')
    }
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(/2 clauses in the library/).first()).toBeVisible()
  }
  await goTo(page, '/library')
  await expect(languages(page)).toHaveCount(2)
})
