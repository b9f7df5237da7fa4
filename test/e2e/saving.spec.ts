// What the line below a draft says of saving, with real keys: nothing unsaved is called saved, and no window with it is left unasked.
import { expect, test } from '@playwright/test'
import { caretAt, openScreenWithDraft, paragraph, saved, saveLine } from '../support/draft.ts'
import type { Screen } from '../support/screen.ts'

let screen: Screen
test.afterEach(() => screen.host.stop())

test('nothing is called saved while the backend cannot be reached, and it is saved once it can', async ({ page }) => {
  screen = await openScreenWithDraft(page)
  let isReachable = false
  await page.route('**/api/request', (route) =>
    !isReachable && route.request().postData()?.includes('draft.save') ? route.abort() : route.continue(),
  )
  await caretAt(page, 4)
  // Whoever only looks around has nothing unsaved.
  for (const key of ['End', 'Shift+Home', 'ArrowDown', 'Control+a']) await page.keyboard.press(key)
  await expect(saveLine(page)).toHaveAttribute('data-save', 'saved')
  await caretAt(page, 4)
  await page.keyboard.type('Words on a train, ')
  await expect(saveLine(page)).toHaveAttribute('data-save', 'failed')
  await expect(saveLine(page)).toContainText('NOT saved since')
  const asked = page.waitForEvent('dialog')
  void page.close({ runBeforeUnload: true })
  await (await asked).dismiss()
  await expect(paragraph(page, 4)).toContainText('Words on a train, ')
  // Not before the press: Alternat tries again by itself, and would take the button away.
  await page.exposeFunction('reach', () => { isReachable = true })
  await page.evaluate(() => addEventListener('pointerdown', () => (window as unknown as { reach(): void }).reach(), { capture: true, once: true }))
  await page.getByRole('link', { name: 'Try now' }).or(page.getByText('Try now')).first().click()
  await saved(page)
  await page.reload()
  await expect(paragraph(page, 4)).toContainText('Words on a train, ')
})
