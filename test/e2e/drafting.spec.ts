// A draft in a real browser, with real keys: started, written, filled with clauses, reviewed, kept in versions, never lost.
import { expect, test, type Page } from '@playwright/test'
import { actAs, caretAt, changeCount, openScreenWithDraft, paper, paragraph, saved } from '../support/draft.ts'
import { accessProblems, goTo, openScreen, overflows, type Screen } from '../support/screen.ts'

let screen: Screen
/** Complaints that a test brings about on purpose. */
let expected: RegExp | null = null

test.afterEach(async () => {
  await screen.host.stop()
  expect(screen.complaints.filter((complaint) => !expected?.test(complaint))).toEqual([])
  expected = null
})

const hits = (page: Page) => page.getByRole('grid', { name: 'Clauses found' }).getByRole('row')

const openDraft = async (page: Page) => {
  screen = await openScreenWithDraft(page)
}

test('a draft starts from a form, with parties put in order by keys and by profile', async ({ page }) => {
  screen = await openScreen(page)
  await goTo(page, '#/drafts')
  await page.getByRole('button', { name: 'New draft' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'New draft' })
  await dialog.getByRole('radio', { name: /^Joint statement/ }).check({ force: true })
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Joint Statement on Ferries')
  await dialog.getByRole('textbox', { name: 'Place' }).fill('Olmin')
  await dialog.getByRole('textbox', { name: 'Date' }).fill('04/03/2027')
  const parties = dialog.getByRole('grid', { name: 'Parties' }).getByRole('row')
  for (const state of ['Orvalia', 'Vestria', 'Alvania']) {
    await dialog.getByRole('button', { name: 'Add a party' }).click()
    await page.getByRole('menuitem', { name: state }).click()
  }
  await expect(parties).toContainText(['Orvalia', 'Vestria', 'Alvania'])

  await parties.nth(2).getByRole('button', { name: 'Move up' }).press('Enter')
  await expect(parties).toContainText(['Orvalia', 'Alvania', 'Vestria'])
  await dialog.getByRole('button', { name: 'Order' }).click()
  await page.getByRole('menuitem', { name: 'Alphabetical in English' }).press('Enter')
  await expect(parties).toContainText(['Alvania', 'Orvalia', 'Vestria'])
  await dialog.getByRole('button', { name: 'Order' }).click()
  await page.getByRole('menuitem', { name: 'Host first: Vestria' }).press('Enter')
  await expect(parties).toContainText(['Vestria', 'Alvania', 'Orvalia'])

  await dialog.getByRole('button', { name: 'Start draft' }).click()
  await expect(page.getByRole('heading', { name: 'Joint Statement on Ferries', exact: true })).toBeVisible()
  await expect(paper(page)).toContainText('Olmin')
  await saved(page)
})

test('a date and parties chosen later stand in the text, but in no paragraph that was worked on', async ({ page }) => {
  screen = await openScreen(page)
  await goTo(page, '#/drafts')
  await page.getByRole('button', { name: 'New draft' }).first().click()
  const start = page.getByRole('dialog', { name: 'New draft' })
  await start.getByRole('radio', { name: /^Joint communiqué/ }).check({ force: true })
  await start.getByRole('button', { name: 'Start draft' }).click()
  await expect(paragraph(page, 1)).toHaveText(/On \[date\], .* met in \[place\]: \[participants\]\./)
  await caretAt(page, 2)
  await page.keyboard.type('In the evening ')

  await page.getByRole('button', { name: 'Title, date, parties' }).click()
  const dialog = page.getByRole('dialog', { name: 'Title, date, parties' })
  await dialog.getByRole('textbox', { name: 'Place' }).fill('Olmin')
  await dialog.getByRole('textbox', { name: 'Date' }).fill('04/03/2027')
  await dialog.getByRole('button', { name: 'Add a party' }).click()
  await page.getByRole('menuitem', { name: 'Orvalia' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await expect(paragraph(page, 1)).toHaveText('On 4 March 2027, representatives of the following States met in Olmin: Orvalia.')
  await expect(paragraph(page, 2)).toContainText('In the evening The meeting was attended by [representatives]')
  await caretAt(page, 1)
  await page.keyboard.type('Again. ')
  await saved(page)
})

test('what is typed is on disk, as a tracked change, and there again after a reload', async ({ page }) => {
  await openDraft(page)
  await actAs(page, 'Orvalia')
  await caretAt(page, 4)
  await page.keyboard.type('In this spirit, ')
  await saved(page)
  await expect(changeCount(page)).toContainText('1')
  await page.reload()
  await expect(paragraph(page, 4)).toContainText('In this spirit, The Leaders')
  await expect(changeCount(page)).toContainText('1')
})

test('a clause goes in by Enter, by Alt+Ins, into a section, and as a replacement', async ({ page }) => {
  await openDraft(page)
  const count = await paper(page).locator('> p').count()
  await caretAt(page, 4)
  await page.keyboard.press('Control+Shift+F')
  await page.keyboard.type('waterworks')
  await expect(hits(page).first().locator('mark')).toHaveText(/waterworks/)
  const clause = 'The Parties support traineeships for young specialists at operating waterworks and the exchange of curricula.'

  await page.keyboard.press('Enter')
  await expect(paper(page).locator('> p')).toHaveCount(count + 1)
  await expect(changeCount(page)).toContainText('1')

  await page.getByRole('grid', { name: 'Clauses found' }).getByRole('row', { name: clause }).click()
  await page.keyboard.press('Alt+Insert')
  await expect(paper(page).locator('> p', { hasText: clause })).toHaveCount(2)

  const replaced = paper(page).locator('> p', { hasText: 'territorial integrity' })
  await replaced.click({ position: { x: 120, y: 14 } })
  await page.getByRole('button', { name: 'As replacement' }).click()
  await expect(replaced).toContainText('traineeships')

  await page.getByRole('button', { name: 'Insert into a section' }).click()
  await page.getByRole('menuitem').last().press('Enter')
  await expect(paper(page).locator('> p', { hasText: clause })).toHaveCount(3)

  await saved(page)
})

test('a clause replaces the paragraph that the caret has only just come to', async ({ page }) => {
  await openDraft(page)
  await caretAt(page, 4)
  await page.getByRole('tab', { name: 'Outline' }).click()
  // The next key may come before the page has drawn anything.
  const holder = await page.evaluate(() => {
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F', code: 'KeyF', ctrlKey: true, shiftKey: true, cancelable: true }))
    return document.activeElement?.getAttribute('aria-label')
  })
  expect(holder).toBe('Search clauses')
  await page.keyboard.type('waterworks')
  await expect(hits(page).first().locator('mark')).toHaveText(/waterworks/)
  const before = await paragraph(page, 4).innerText()
  // The press follows the caret before the panels have heard of it.
  await paragraph(page, 6).evaluate(async (target) => {
    const told = new Promise((resolve) => document.addEventListener('selectionchange', resolve, { once: true }))
    getSelection()!.collapse(target.querySelector('[data-lexical-text]')!.firstChild, 3)
    await told
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'As replacement')!
    button.click()
  })
  await expect(paragraph(page, 6)).toContainText('traineeships')
  await expect(paragraph(page, 4)).toHaveText(before)
})

test('another clause in place of one just put in leaves one change', async ({ page }) => {
  await openDraft(page)
  await caretAt(page, 4)
  await page.keyboard.press('Control+Shift+F')
  await page.keyboard.type('waterworks')
  await expect(hits(page).first().locator('mark')).toHaveText(/waterworks/)
  await page.keyboard.press('Enter')
  await expect(changeCount(page)).toContainText('1')
  await page.getByRole('searchbox', { name: 'Search clauses' }).fill('territorial integrity')
  await expect(hits(page).first().locator('mark').first()).toHaveText(/territorial/)
  await hits(page).first().click()
  await page.getByRole('button', { name: 'As replacement' }).click()
  await expect(paragraph(page, 4)).toContainText('territorial integrity')
  await changeCount(page).click()
  await expect(changeCount(page)).toContainText('1')
  await saved(page)
})

test('a clause is dragged onto the page', async ({ page }) => {
  const warnings: string[] = []
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()))
  await openDraft(page)
  await page.getByRole('searchbox', { name: 'Search clauses' }).fill('waterworks')
  await expect(hits(page).first().locator('mark')).toHaveText(/waterworks/)
  const words = (await hits(page).first().locator('p').innerText()).slice(0, 40)
  await hits(page).first().locator('p').hover()
  await page.mouse.down()
  // A drag begins with the first move and needs a second one over its target.
  await paragraph(page, 5).hover({ position: { x: 200, y: 10 } })
  await paragraph(page, 6).hover({ position: { x: 200, y: 4 } })
  await page.mouse.up()
  await expect(paper(page).locator('> p', { hasText: words })).not.toHaveCount(0)
  await expect(changeCount(page)).toContainText('1')
  expect(warnings).toEqual([])
})

test('in a narrow window the dock makes way for what it put in, for a section gone to, and for the paper', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 700 })
  await openDraft(page)
  await caretAt(page, 5)
  const dock = page.getByRole('searchbox', { name: 'Search clauses' })
  await page.keyboard.press('Control+Shift+f')
  await dock.fill('waterworks')
  await expect(hits(page).first().locator('mark')).toHaveText(/waterworks/)
  await hits(page).first().getByRole('button', { name: 'Insert', exact: true }).click()
  await expect(changeCount(page)).toContainText('1')
  await expect(dock).toBeHidden()
  await expect(paper(page)).toBeFocused()

  await page.getByRole('button', { name: 'Outline' }).click()
  await page.getByRole('tabpanel', { name: 'Outline' }).getByRole('button').last().click()
  await expect(page.getByRole('tabpanel', { name: 'Outline' })).toBeHidden()

  await page.keyboard.press('Control+Shift+f')
  await expect(dock).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(paper(page)).toBeFocused()

  await page.keyboard.press('Control+Shift+f')
  await expect(dock).toBeFocused()
  await page.mouse.click(560, 400)
  await expect(dock).toBeHidden()
})

test('a paragraph stands beside its earlier text, word by word, and gets it back', async ({ page }) => {
  await openDraft(page)
  await actAs(page, 'Alvania')
  await caretAt(page, 4)
  await page.keyboard.press('Control+ArrowRight')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.type('Ministers ')
  const earlier = page.getByRole('region', { name: 'Earlier text', exact: true })
  await expect(earlier.locator('del')).toHaveText(/Leaders/)
  await expect(earlier.locator('ins')).toHaveText(/Ministers/)
  await expect(earlier).toContainText('agreed to this wording')
  await expect(earlier).toContainText(/9\d%/)
  await earlier.getByRole('button', { name: 'Restore agreed wording' }).click()
  await expect(earlier).toContainText('100%')
  await expect(earlier.locator('ins')).toHaveCount(0)
  await paragraph(page, 4).click({ clickCount: 3 })
  await page.keyboard.press('Delete')
  await page.keyboard.press('ArrowUp')
  await expect(earlier).toContainText('Nothing of it stays here')
})

test('changes are listed by paragraph, filtered by delegation, accepted and rejected one by one', async ({ page }) => {
  await openDraft(page)
  await actAs(page, 'Orvalia')
  await caretAt(page, 4)
  await page.keyboard.type('First, ')
  await actAs(page, 'Vestria')
  await caretAt(page, 5)
  await page.keyboard.type('Second, ')
  await changeCount(page).click()
  const panel = page.getByRole('tabpanel', { name: /Changes/ })
  await expect(panel.getByRole('listitem')).toHaveCount(2)
  await panel.getByRole('button', { name: /^OV/ }).first().click()
  await expect(panel.getByRole('listitem')).toHaveCount(1)
  await panel.getByRole('button', { name: 'All' }).click()

  await caretAt(page, 4)
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Alt+Shift+R')
  await expect(paragraph(page, 4)).not.toContainText('First')
  await expect(panel.getByRole('listitem')).toHaveCount(1)
  await panel.getByRole('listitem').hover()
  await panel.getByRole('listitem').getByRole('button', { name: 'Accept' }).click()
  await expect(panel).toContainText('No open changes')
  await expect(paragraph(page, 5)).toContainText('Second, The Leaders')
})

test('words are cut and pasted under the product’s own content policy, as tracked changes', async ({ page }) => {
  await openDraft(page)
  await caretAt(page, 6)
  const original = await paragraph(page, 6).innerText()
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('Control+x')
  await caretAt(page, 7)
  await page.keyboard.press('Control+v')
  await page.keyboard.press('Control+v')
  await expect(paragraph(page, 7)).toHaveText(/^The ?The ?The Leaders decided/)
  await expect(paragraph(page, 6)).toHaveText(original)
  await expect(changeCount(page)).toContainText('2')
})

test('find counts, walks and replaces; Escape gives the caret back where it was', async ({ page }) => {
  await openDraft(page)
  await caretAt(page, 5)
  await page.keyboard.press('Control+h')
  await page.keyboard.type('heritage')
  const bar = page.getByRole('search', { name: 'Find and replace' })
  await expect(bar).toContainText(/\d+ found/)
  await page.keyboard.press('Enter')
  await expect(bar).toContainText(/1 of \d+/)
  await bar.getByRole('textbox', { name: 'Replace with' }).fill('legacy')
  await bar.getByRole('button', { name: 'Replace', exact: true }).click()
  await expect(paper(page)).toContainText('legacy')
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()

  await caretAt(page, 5)
  await page.keyboard.press('Control+f')
  await page.keyboard.type('river')
  await page.keyboard.press('Escape')
  await page.keyboard.type('Here: ')
  await expect(paragraph(page, 5)).toContainText('Here: The Leaders')
})

test('a version is saved, read, and put back; the text it replaces is kept', async ({ page }) => {
  await openDraft(page)
  await page.getByRole('button', { name: 'Versions' }).click()
  await page.getByRole('menuitem', { name: /Save a named version/ }).click()
  await page.keyboard.type('As received')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Version saved: As received')).toBeVisible()
  await caretAt(page, 4)
  await page.keyboard.type('Later words. ')
  await saved(page)

  await page.getByRole('button', { name: /^Versions/ }).click()
  await page.getByRole('menuitem', { name: /As received/ }).click()
  await expect(page.getByText(/Version “As received” of/)).toBeVisible()
  await expect(paper(page).filter({ visible: true })).not.toContainText('Later words')
  await page.getByRole('button', { name: 'Restore this version' }).click()
  await expect(page.getByText(/The text it replaced is kept/)).toBeVisible()
  await expect(paragraph(page, 4)).not.toContainText('Later words')
  await page.getByRole('button', { name: /^Versions/ }).click()
  await expect(page.getByRole('menuitem', { name: /Before restoring/ })).toBeVisible()
})

test('typed in two windows: both texts are kept', async ({ page, context }) => {
  expected = /409|conflict/i
  await openDraft(page)
  const other = await context.newPage()
  // A second window of the same session: it takes the token along.
  const token = await page.evaluate(() => JSON.stringify(sessionStorage))
  await other.addInitScript((items) => {
    for (const [key, value] of Object.entries(JSON.parse(items) as Record<string, string>)) sessionStorage.setItem(key, value)
  }, token)
  await other.goto(page.url())
  await expect(paragraph(other, 5)).toBeVisible()

  // The other window saves while this one's save is on its way, which then fails: its words wait, and meet another rev.
  let fail = () => {}
  const otherSaved = new Promise<void>((resolve) => { fail = resolve })
  await page.route('**/api/request', async (route) => {
    if (!route.request().postData()?.includes('draft.save')) return route.continue()
    await otherSaved
    return route.abort()
  })
  expected = /409|conflict|Failed to load resource|ERR_FAILED/i
  await caretAt(page, 4)
  await page.keyboard.type('Mine. ')
  await caretAt(other, 5)
  await other.keyboard.type('Theirs. ')
  await saved(other)
  fail()

  const dialog = page.getByRole('alertdialog', { name: 'The draft was changed in another window' })
  await expect(dialog).toBeVisible()
  await page.unroute('**/api/request')
  await dialog.getByRole('button', { name: 'Go on' }).first().click()
  await expect(dialog).toBeHidden()
  await expect(paragraph(page, 5)).toContainText('Theirs. ')
  await expect(paragraph(page, 4)).not.toContainText('Mine. ')

  await goTo(page, '#/drafts')
  await page.getByRole('link', { name: /copy of this window/ }).click()
  await expect(paragraph(page, 4)).toContainText('Mine. ')
})

test('a draft is removed from the list and brought back', async ({ page }) => {
  await openDraft(page)
  await goTo(page, '#/drafts')
  await page.getByRole('button', { name: /^Draft: Selta/ }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(page.getByText('No drafts yet')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('link', { name: /Selta Declaration/ })).toBeVisible()
})

test('a final export asks about open changes, shows its pages, and saves what it shows', async ({ page }) => {
  await openDraft(page)
  await caretAt(page, 4)
  await page.keyboard.type('Open words, ')
  await saved(page)
  await page.getByRole('button', { name: 'Export' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('radio', { name: /^Final text/ }).check({ force: true })
  const save = dialog.getByRole('button', { name: 'Save DOCX' })
  await expect(save).toBeDisabled()
  await dialog.getByRole('radio', { name: /^Accept all/ }).check({ force: true })
  await expect(save).toBeEnabled({ timeout: 60_000 })
  const picture = dialog.getByRole('img', { name: 'Page 1 of the file' })
  await expect(picture).toBeVisible({ timeout: 60_000 })
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100)
  const [file] = await Promise.all([page.waitForEvent('download'), save.click()])
  expect(file.suggestedFilename()).toMatch(/\.docx$/)
  await expect(dialog).toBeHidden()
})

for (const [locale, theme, width, height] of [
  ['en', 'light', 1280, 800],
  ['ru', 'dark', 1280, 800],
  ['ru', 'light', 1024, 700],
  ['en', 'dark', 1440, 900],
] as const) {
  test(`the drafting screen is accessible and fits: ${locale}, ${theme}, ${width}×${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await openDraft(page)
    if (theme === 'dark') await page.getByRole('button', { name: 'Dark theme' }).click()
    await page.getByRole('radio', { name: locale === 'ru' ? 'Русский' : 'English' }).click()
    await caretAt(page, 4)
    await page.keyboard.type('Some words ')
    await saved(page)
    expect(await accessProblems(page)).toEqual([])
    expect(await overflows(page)).toEqual([])
    await changeCount(page).click()
    expect(await accessProblems(page)).toEqual([])
    await page.keyboard.press('Control+f')
    await goTo(page, '#/drafts')
    await expect(page.getByRole('link', { name: /Selta/ })).toBeVisible()
    expect(await accessProblems(page)).toEqual([])
  })
}

test('a clause that is not to be reused is struck with its reason, and asks before it goes into the text', async ({ page }) => {
  await openDraft(page)
  await goTo(page, '#/library')
  await page.getByRole('searchbox').first().fill('welcomed')
  const found = page.getByRole('grid', { name: 'Clauses found' }).getByRole('row').first()
  await found.getByRole('button', { name: 'Notes…' }).click()
  await page.getByRole('checkbox', { name: 'Do not reuse', exact: true }).check({ force: true })
  await page.getByRole('textbox', { name: 'Reason' }).fill('disputed')
  await page.keyboard.press('Enter')
  await expect(found).toContainText('Do not reuse: disputed')
  await page.goBack()
  await caretAt(page, 2)
  const paragraphs = await paper(page).locator('p').count()
  await page.keyboard.press('Control+Shift+F')
  await page.keyboard.type('welcomed')
  await expect(hits(page).first()).toContainText('Do not reuse: disputed')
  await page.keyboard.press('Enter')
  const asked = page.getByRole('alertdialog', { name: 'This clause is not to be reused' })
  await expect(asked).toContainText('Reason: disputed')
  await asked.getByRole('button', { name: 'Leave it out' }).click()
  await expect(asked).toBeHidden()
  await expect(paper(page).locator('p')).toHaveCount(paragraphs)
  await page.keyboard.press('Alt+Insert')
  await asked.getByRole('button', { name: 'Put it in all the same' }).click()
  await expect(paper(page).locator('p')).toHaveCount(paragraphs + 1)
})
