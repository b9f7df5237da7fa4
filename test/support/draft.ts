// The drafting screen in a real browser: opened with a draft, its parts by name.
import { expect, type Page } from '@playwright/test'
import { goTo, openScreen, type Screen } from './screen.ts'

export const paper = (page: Page) => page.getByRole('textbox', { name: /Text of the statement|Текст заявления/ })
export const paragraph = (page: Page, index: number) => paper(page).locator('> p').nth(index)
export const saveLine = (page: Page) => page.locator('[data-save]')
export const saved = (page: Page) => expect(saveLine(page)).toHaveAttribute('data-save', 'saved')
export const changeCount = (page: Page) => page.getByRole('tab', { name: /^(Changes|Исправления)/ })

/** Opens a draft that was started from the newest English sample. */
export async function openScreenWithDraft(page: Page): Promise<Screen> {
  const screen = await openScreen(page)
  await goTo(page, '#/drafts')
  await page.getByRole('button', { name: 'New draft' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'New draft' })
  await dialog.getByRole('radio', { name: 'An earlier declaration' }).click()
  await dialog.getByRole('button', { name: /Earlier declaration/ }).click()
  await page.getByRole('option', { name: /Selta Declaration/ }).click()
  await dialog.getByRole('button', { name: 'Start draft' }).click()
  await expect(paragraph(page, 5)).toBeVisible()
  await expect(changeCount(page)).toContainText('0')
  return screen
}

/** Puts the caret at the start of a paragraph. */
export async function caretAt(page: Page, index: number): Promise<void> {
  await paragraph(page, index).click({ position: { x: 120, y: 14 } })
  await page.keyboard.press('Home')
}

export async function actAs(page: Page, state: string): Promise<void> {
  await page.getByRole('button', { name: /Acting delegation/ }).click()
  await page.getByRole('option', { name: state }).click()
}
