// Reviewing a draft in a real browser: comments and replies, reasons, the list of changes by hand, kind and paragraph, views.
import { expect, test, type Page } from '@playwright/test'
import { actAs, caretAt, changeCount, openScreenWithDraft, paper, paragraph, saved } from '../support/draft.ts'
import { accessProblems, type Screen } from '../support/screen.ts'

let screen: Screen

test.beforeEach(async ({ page }) => {
  screen = await openScreenWithDraft(page)
})

test.afterEach(async () => {
  await screen.host.stop()
  expect(screen.complaints).toEqual([])
})

const tab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) })
const threads = (page: Page) => page.locator('[data-comment-id]')
const lines = (page: Page) => page.locator('[data-change]')
const commented = (page: Page) => paper(page).locator('[data-comment]')

/** The mode is a setting: it is there when the backend has it. */
async function editAtOnce(page: Page): Promise<void> {
  const editing = page.getByRole('radio', { name: 'Editing' })
  await editing.click()
  await expect(editing).toBeChecked()
}

async function comment(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+Alt+KeyM')
  await page.keyboard.type(text)
  await page.keyboard.press('Control+Enter')
}

test('a comment is said on the word at the caret, answered, settled, opened again, and survives a reload', async ({ page }) => {
  await caretAt(page, 4)
  await comment(page, 'Is this agreed?')
  await expect(threads(page)).toHaveCount(1)
  await expect(threads(page)).toContainText('Is this agreed?')
  const word = await commented(page).innerText()
  expect(word).toMatch(/^\p{L}+$/u)
  await expect(threads(page)).toContainText(word)
  await expect(paper(page)).toBeFocused()

  await threads(page).getByRole('button', { name: 'Reply' }).click()
  await page.keyboard.type('Yes, in the corridor.')
  await page.keyboard.press('Control+Enter')
  await expect(threads(page)).toContainText('Yes, in the corridor.')
  await saved(page)
  await page.reload()
  await tab(page, 'Comments').click()
  await expect(threads(page)).toContainText('Yes, in the corridor.')
  await expect(commented(page)).toHaveText(word)

  await threads(page).getByRole('button', { name: 'Settle' }).click()
  await expect(threads(page)).toHaveCount(0)
  await expect(commented(page)).toHaveCount(0)
  await page.getByText('Show 1 settled').click()
  await threads(page).getByRole('button', { name: 'Open again' }).click()
  await expect(commented(page)).toHaveText(word)
})

test('words written between commented words belong to the comment; it outlives them, and undo brings it back', async ({ page }) => {
  await caretAt(page, 4)
  await page.keyboard.press('Shift+End')
  const line = await page.evaluate(() => String(getSelection()))
  await comment(page, 'All of it')
  await caretAt(page, 4)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('zz')
  await expect(commented(page).filter({ hasText: 'zz' })).toHaveCount(1)

  await tab(page, 'Comments').click()
  await threads(page).getByRole('button', { name: 'Remove' }).click()
  await expect(threads(page)).toHaveCount(0)
  await paper(page).press('Control+z')
  await expect(threads(page)).toHaveCount(1)

  await editAtOnce(page)
  await threads(page).locator('[data-walk]').click()
  await page.keyboard.press('Delete')
  await expect(threads(page)).toContainText('The words it spoke of are gone')
  await expect(threads(page).locator('[data-walk]')).toBeDisabled()
  await expect(paragraph(page, 4)).not.toContainText(line.slice(0, 12))
})

test('with no word to speak of a comment is refused and says why', async ({ page }) => {
  await caretAt(page, 4)
  await editAtOnce(page)
  await caretAt(page, 4)
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowUp')
  await comment(page, 'On nothing')
  await expect(page.getByRole('alert')).toContainText('no words here')
  await expect(threads(page)).toHaveCount(0)
})

test('a change carries a reason, which is kept with the draft and can be taken away', async ({ page }) => {
  await caretAt(page, 4)
  await page.keyboard.type('Solemnly ')
  await tab(page, 'Changes').click()
  await lines(page).first().hover()
  await lines(page).getByRole('button', { name: 'Give a reason' }).click()
  await page.keyboard.type('Asked for by the host')
  await page.keyboard.press('Control+Enter')
  await expect(lines(page)).toContainText('Asked for by the host')
  await saved(page)
  await page.reload()
  await tab(page, 'Changes').click()
  await expect(lines(page)).toContainText('Asked for by the host')
  await lines(page).first().hover()
  await lines(page).getByRole('button', { name: 'Give a reason' }).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Control+Enter')
  await expect(lines(page)).not.toContainText('Asked for by the host')
  await expect(changeCount(page)).toContainText('1')
})

test('changes are filtered by hand and kind, and decided on as filtered or by paragraph', async ({ page }) => {
  await actAs(page, 'Orvalia')
  await caretAt(page, 4)
  await page.keyboard.type('One ')
  await caretAt(page, 5)
  await page.keyboard.press('Delete')
  await actAs(page, 'Vestria')
  await caretAt(page, 4)
  await page.keyboard.type('Two ')
  await caretAt(page, 6)
  await page.keyboard.type('Three ')
  await tab(page, 'Changes').click()
  await expect(lines(page)).toHaveCount(4)

  await page.getByRole('group', { name: 'By delegation' }).getByRole('button', { name: /^VT/ }).click()
  await expect(lines(page)).toHaveCount(2)
  await page.getByRole('button', { name: 'Accept these 2' }).click()
  await expect(lines(page)).toHaveCount(2)
  await expect(paragraph(page, 6)).toHaveText(/^Three /)
  await expect(paper(page).locator('[data-ins]')).toHaveText('One ')

  await page.getByRole('button', { name: /Kind$/ }).click()
  await page.getByRole('option', { name: 'Deletion' }).click()
  await expect(lines(page)).toHaveCount(1)
  await page.getByRole('button', { name: 'Reject this 1' }).click()
  await expect(paper(page).locator('[data-del]')).toHaveCount(0)
  await paper(page).press('Control+z')
  await expect(paper(page).locator('[data-del]')).toHaveCount(1)
})

test('the simple view shows the final text with bars where it changed', async ({ page }) => {
  await caretAt(page, 4)
  await page.keyboard.type('New ')
  await caretAt(page, 5)
  await page.keyboard.press('Control+Delete')
  await expect(page.locator('.paper-bar')).toHaveCount(2)
  await page.getByRole('button', { name: /View$/ }).click()
  await page.getByRole('option', { name: /^Simple/ }).click()
  await expect(paper(page).locator('[data-del]')).toBeHidden()
  await expect(page.locator('.paper-bar')).toHaveCount(2)
  await page.getByRole('button', { name: /View$/ }).click()
  await page.getByRole('option', { name: /^Final/ }).click()
  await expect(page.locator('.paper-bar')).toHaveCount(0)
})

test('comments and reasons are accessible', async ({ page }) => {
  await caretAt(page, 4)
  await page.keyboard.type('New ')
  await comment(page, 'A comment')
  expect(await accessProblems(page)).toEqual([])
  await tab(page, 'Changes').click()
  await lines(page).first().hover()
  await lines(page).getByRole('button', { name: 'Give a reason' }).click()
  expect(await accessProblems(page)).toEqual([])
})
