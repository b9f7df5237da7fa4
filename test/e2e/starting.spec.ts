// Starting a draft with the keyboard, and where the keyboard is afterwards: nothing typed goes astray.
import { expect, test, type Page } from '@playwright/test'
import { goTo, openScreen, type Screen } from '../support/screen.ts'

let screen: Screen
test.afterEach(async () => {
  await screen.host.stop()
  expect(screen.complaints).toEqual([])
})

const paper = (page: Page) => page.getByRole('textbox', { name: 'Текст заявления' })

async function newDraft(page: Page): Promise<void> {
  screen = await openScreen(page, { locale: 'ru' })
  await goTo(page, '#/drafts')
  await page.getByRole('button', { name: 'Новый черновик' }).first().click()
}

test.use({ locale: 'ru-RU' })

test('parties are offered by the names of the text’s language; Enter in the last field is done, never a second line', async ({ page }) => {
  await newDraft(page)
  await page.getByRole('button', { name: 'Добавить сторону' }).click()
  const offered = page.getByRole('menuitem')
  await expect(offered).toHaveText(['Другая сторона…', 'Алвания', 'Вестрия', 'Даррония', 'Кальдерия', 'Орвалия'])
  await offered.nth(1).click()
  await page.getByRole('row', { name: 'Алвания' }).getByRole('button', { name: 'Изменить' }).click()
  await page.getByRole('textbox', { name: 'Лицо' }).fill('А. Тарн')
  await page.getByRole('textbox', { name: 'Должность' }).fill('Министр транспорта')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Должность' })).toBeHidden()
  await page.getByRole('button', { name: 'Начать черновик' }).click()
  await expect(paper(page)).toContainText('Министр транспорта А. Тарн (Алвания)')
})

test('a new draft is a command everywhere; Escape leaves the list of drafts', async ({ page }) => {
  screen = await openScreen(page, { locale: 'ru' })
  await page.keyboard.press('Control+K')
  await page.keyboard.type('новый черновик')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Новый черновик' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Черновики' })).toBeVisible()
  await page.getByRole('button', { name: 'Новый черновик' }).first().press('Enter')
  await expect(page.getByRole('dialog', { name: 'Новый черновик' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Новый черновик' }).first()).toBeFocused()
})

test('a draft does not start with a date that is none', async ({ page }) => {
  await newDraft(page)
  const start = page.getByRole('button', { name: 'Начать черновик' })
  await page.getByRole('textbox', { name: 'Дата' }).fill('31.02.2026')
  await expect(start).toBeDisabled()
  await page.getByRole('textbox', { name: 'Дата' }).fill('28.02.2026')
  await start.click()
  await expect(paper(page)).toContainText('28 февраля 2026 года')
})

test('the keyboard is in the text of a draft just started, and back in it after the kind of a paragraph is chosen', async ({ page }) => {
  await newDraft(page)
  await page.getByRole('button', { name: 'Начать черновик' }).click()
  await expect(paper(page)).toBeFocused()
  await page.keyboard.type('Проект: ')
  await expect(paper(page).locator('> p').first()).toHaveText(/^Проект: Совместное заявление/)
  await page.getByRole('button', { name: /Вид абзаца/ }).click()
  await page.getByRole('option', { name: 'Подраздел' }).click()
  await expect(page.getByRole('button', { name: /Вид абзаца/ })).toContainText('Подраздел')
  await expect(paper(page)).toBeFocused()
  await page.keyboard.press('Control+Z')
  await expect(page.getByRole('button', { name: /Вид абзаца/ })).toContainText('Название')
})

test('words that are bold and italic look both', async ({ page }) => {
  await newDraft(page)
  await page.getByRole('button', { name: 'Начать черновик' }).click()
  await paper(page).locator('> p').nth(1).dblclick()
  await page.keyboard.press('Control+B')
  await page.keyboard.press('Control+I')
  const words = paper(page).locator('> p').nth(1).locator('strong')
  await expect(words).toHaveCSS('font-style', 'italic')
  await expect(words).toHaveCSS('font-weight', /^(600|700)$/)
})
