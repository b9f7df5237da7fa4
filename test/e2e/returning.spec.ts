// A redline that was sent out comes back: recognised, its names asked about once, conflicts chosen by keys, and all of it in the
// draft under the names of those who did it, beside what was changed here meanwhile.
import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { actAs, caretAt, changeCount, openScreenWithDraft, paper, paragraph, saved } from '../support/draft.ts'
import { otherHand, type Hand } from '../support/otherHand.ts'
import { accessProblems, overflows, type Screen } from '../support/screen.ts'

let screen: Screen

test.afterEach(async () => {
  await screen.host.stop()
  expect(screen.complaints).toEqual([])
})

const ANNA: Hand = { author: 'Anna Weber', date: '2025-03-01T09:00:00Z' }
const BORIS: Hand = { author: 'Boris Lund', date: '2025-03-02T09:00:00Z' }

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Take in a returned text' })
const region = (page: Page, name: string) => dialog(page).getByRole('region', { name })
const change = (page: Page, words: string) => page.locator('[data-change]').filter({ hasText: words })

/** Types at the start of a paragraph. */
async function typeAt(page: Page, index: number, words: string): Promise<void> {
  await caretAt(page, index)
  await page.keyboard.type(words)
}

/** The redline of the draft on screen, as the export hands it over. */
async function sendOut(page: Page): Promise<Buffer> {
  await saved(page)
  await page.getByRole('button', { name: 'Export' }).click()
  const save = page.getByRole('button', { name: 'Save DOCX' })
  await expect(save).toBeEnabled()
  const [file] = await Promise.all([page.waitForEvent('download'), save.click()])
  return readFileSync(await file.path())
}

async function dropOn(page: Page, name: string, bytes: Buffer): Promise<void> {
  const dropped = await page.evaluateHandle(([called, base64]) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([Uint8Array.from(atob(base64!), (letter) => letter.charCodeAt(0))], called!))
    return transfer
  }, [name, bytes.toString('base64')])
  await page.dispatchEvent('body', 'dragover', { dataTransfer: dropped })
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped })
}

/** Opens the dialog by the menu of versions and chooses a file in it. */
async function chooseFile(page: Page, name: string, bytes: Buffer): Promise<void> {
  await page.getByRole('button', { name: 'Versions' }).click()
  await page.getByRole('menuitem', { name: 'Take in a returned text…' }).click()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    dialog(page).getByRole('button', { name: 'Choose a DOCX…' }).click(),
  ])
  await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer: bytes })
  await expect(dialog(page).getByRole('button', { name: 'Another file…' })).toBeFocused()
}

async function assign(page: Page, name: string, delegation: string): Promise<void> {
  await dialog(page).getByRole('button', { name: new RegExp(`Delegation of ${name}`) }).press('Enter')
  await page.getByRole('option', { name: delegation }).press('Enter')
}

test('a redline dropped on its draft: theirs comes in, ours stays, conflicts are chosen by keys', async ({ page }) => {
  screen = await openScreenWithDraft(page)
  await actAs(page, 'Vestria')
  await typeAt(page, 6, 'Sent with the text. ')
  const back = otherHand(await sendOut(page))
    .insert('common heritage', 'shared and ', ANNA)
    .remove(', with its seat in Olmin,', ANNA)
    .replace('The Leaders highly appreciated', 'The Leaders noted', ANNA)
    .replace('The Leaders agreed that release', 'The Leaders decided that release', ANNA)
    .insert('mobile pumping', 'thirty ', BORIS)
    .retype('the publication of its first results', 'its first results')
    .comment('annual exercises', 'How many a year?', ANNA)
    .bytes()
  await typeAt(page, 7, 'Meanwhile here. ')
  for (const index of [11, 12]) {
    await caretAt(page, index)
    for (let word = 0; word < 3; word++) await page.keyboard.press('Control+Shift+ArrowRight')
    await page.keyboard.type('Our side ')
  }

  await dropOn(page, 'back from Alvania.docx', back)
  await expect(dialog(page).getByText(/^Sent from this draft as “/)).toBeVisible()
  await expect(region(page, 'What comes in')).toContainText('1 comment')
  await expect(region(page, 'What comes in')).toContainText('2 conflicts')
  const names = region(page, 'Names in the file').getByRole('listitem')
  await expect(names).toContainText(['Anna Weber', 'Boris Lund'])
  await expect(names).toHaveCount(2)
  await expect(names.first()).toContainText('5 changes and comments')
  const takeIn = dialog(page).getByRole('button', { name: 'Take into the draft' })
  await expect(takeIn).toBeDisabled()
  await assign(page, 'Anna Weber', 'Alvania')
  await assign(page, 'Boris Lund', 'No delegation')
  await expect(takeIn).toBeEnabled()

  const [first, second] = [1, 2].map((at) => dialog(page).getByRole('radiogroup', { name: `Conflict ${at} of 2` }))
  await expect(first!.getByRole('radio', { name: 'Keep ours' })).toBeChecked()
  await expect(first!.locator('del').first()).toContainText('The Leaders')
  await expect(first!).toContainText('The Leaders highly appreciated the results')
  await second!.getByRole('radio', { name: 'Keep ours' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(second!.getByRole('radio', { name: 'Take theirs' })).toBeChecked()
  expect(await accessProblems(page)).toEqual([])
  await takeIn.press('Enter')
  await expect(dialog(page)).toBeHidden()

  // The way back, which the notice offers.
  await page.getByRole('button', { name: 'Open the kept version' }).click()
  await expect(page.getByText(/^Version “Before taking in back from Alvania\.docx, /)).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Text of the statement' }).first()).not.toContainText('shared and')
  await page.getByRole('button', { name: 'Back to the draft' }).click()
  await typeAt(page, 14, 'Written on. ')
  await saved(page)
  await expect(paragraph(page, 14)).toContainText('Written on.')
  await expect(paragraph(page, 4)).toContainText('are the shared and common heritage')
  await expect(paragraph(page, 7)).toContainText('Meanwhile here.')
  await expect(paragraph(page, 11)).not.toContainText('noted the results')
  await expect(paragraph(page, 12)).toContainText('decided that release')
  await changeCount(page).click()
  await expect(change(page, 'shared and')).toContainText('AV')
  await expect(change(page, ', with its seat in Olmin,')).toContainText('AV')
  await expect(change(page, 'thirty')).toContainText('Boris Lund')
  // Nobody recorded it: it is the change of the hand that did most.
  await expect(change(page, 'the publication of')).toContainText('AV')
  await expect(change(page, 'Meanwhile here.')).toContainText('VT')
  await expect(change(page, 'decided')).toContainText('AV')
  await expect(change(page, 'Sent with the text.')).toHaveCount(1)
  await page.getByRole('tab', { name: /^Comments/ }).click()
  await expect(page.getByText('How many a year?')).toBeVisible()

  // The same file once more: nobody is asked again, and only the words that were not chosen still differ.
  await chooseFile(page, 'again.docx', back)
  await expect(region(page, 'What comes in')).toContainText('0 changes')
  await expect(region(page, 'What comes in')).toContainText('0 comments')
  await expect(region(page, 'What comes in')).toContainText('1 conflict')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
})

test('a file that does not say what it is is compared with the version that the officer names', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 700 })
  screen = await openScreenWithDraft(page)
  await typeAt(page, 6, 'Sent with the text. ')
  const back = otherHand(await sendOut(page)).forget().retype('decided to hold', 'agreed to hold').bytes()
  await typeAt(page, 8, 'Meanwhile here. ')
  await saved(page)

  await chooseFile(page, 'unknown.docx', back)
  await expect(dialog(page)).toContainText('The file does not say what it is.')
  // Against the draft as it stands, what was written here since then is missing in the file.
  await expect(region(page, 'What comes in')).toContainText('2 changes')
  await dialog(page).getByRole('button', { name: /What was sent/ }).click()
  await page.getByRole('option', { name: /^Sent/ }).click()
  await expect(region(page, 'What comes in')).toContainText('1 change')
  await assign(page, 'No name given', 'Orvalia')
  expect(await overflows(page)).toEqual([])
  expect(await accessProblems(page)).toEqual([])
  await dialog(page).getByRole('button', { name: 'Take into the draft' }).click()
  await expect(dialog(page)).toBeHidden()
  await expect(paragraph(page, 8)).toContainText('Meanwhile here.')
  await changeCount(page).click()
  await expect(change(page, 'agreed')).toContainText('OV')
})

test('a wrong file is refused in words, another one may be chosen; a file without news says so', async ({ page }) => {
  screen = await openScreenWithDraft(page)
  await typeAt(page, 6, 'Sent with the text. ')
  const sent = await sendOut(page)
  await chooseFile(page, 'letter.txt', Buffer.from('Dear colleagues'))
  await expect(dialog(page).getByRole('alert')).toContainText('“letter.txt” is not a Word document (DOCX).')
  await expect(dialog(page).getByRole('button', { name: 'Take into the draft' })).toBeHidden()
  await dropOn(page, 'unchanged.docx', sent)
  await expect(region(page, 'What comes in')).toContainText('There is nothing new in this file.')
  await expect(dialog(page).getByRole('button', { name: 'Take into the draft' })).toBeHidden()
  await expect(paper(page)).toContainText('Sent with the text.')
})

test('a file of another draft is taken there', async ({ page }) => {
  screen = await openScreenWithDraft(page)
  await typeAt(page, 6, 'Sent with the text. ')
  const back = otherHand(await sendOut(page)).insert('common heritage', 'shared and ', ANNA).bytes()
  await page.keyboard.press('Control+Alt+N')
  const start = page.getByRole('dialog', { name: 'New draft' })
  await start.getByRole('radio', { name: /^Joint statement/ }).check({ force: true })
  await start.getByRole('textbox', { name: 'Title' }).fill('Another statement')
  await start.getByRole('button', { name: 'Start draft' }).click()
  await expect(page.getByRole('heading', { name: 'Another statement', exact: true })).toBeVisible()

  await dropOn(page, 'back.docx', back)
  await expect(dialog(page)).toContainText('This file was sent from another draft: “Selta Declaration')
  await dialog(page).getByRole('button', { name: 'Open that draft' }).click()
  await expect(dialog(page).getByText(/^Sent from this draft as “/)).toBeVisible()
  await expect(region(page, 'What comes in')).toContainText('1 change')
})
