// Two texts side by side in a real browser: picked from disk and library, walked by keys, filtered, folded, shown inline.
import { expect, test, type Page } from '@playwright/test'
import { caretAt, openScreenWithDraft, saved } from '../support/draft.ts'
import { accessProblems, goTo, openScreen, overflows, type Screen } from '../support/screen.ts'

let screen: Screen

test.afterEach(async () => {
  await screen.host.stop()
  expect(screen.complaints).toEqual([])
})

/** An invented declaration and its successor: one clause moved up, one split, two merged, one dropped, one added, one edited. */
const CLAUSES = {
  flow: 'The Parties note the results of the first cycle of joint flow measurements carried out at twelve gauging stations.',
  ferries: 'The Parties support the resumption of regular ferry lines between the ports of the lower reaches of the river.',
  drills: 'The Parties hold annual exercises of their rescue services on the border stretches of the river and its tributaries.',
  release: 'Releases from reservoirs in the growing season are agreed in advance between the operators',
  schedules: 'schedules of such releases are made known to the riparian States within a reasonable time',
  waybills: 'The Parties support the mutual recognition of electronic waybills in rail and ferry traffic.',
  customs: 'The Parties instruct the customs agencies to agree on a common exchange format for cargo data.',
  rights: 'The Parties recall that the exchange of information is without prejudice to rights under earlier agreements.',
  glaciers: 'The Parties favour a joint survey of glaciers in the upper reaches and the publication of its findings.',
  reports: 'The Parties take note of the annual reports of the basin commissions and thank the experts for their work.',
  training: 'The Parties highly appreciate the readiness of the host to train no fewer than forty specialists a year.',
}
const numbered = (clauses: string[]) => clauses.map((clause, index) => `${index + 1}. ${clause}`)
const before = [
  'Joint Statement of the Parties',
  ...numbered([
    CLAUSES.flow,
    CLAUSES.ferries,
    `${CLAUSES.release}, and ${CLAUSES.schedules}.`,
    CLAUSES.waybills,
    CLAUSES.customs,
    CLAUSES.rights,
    CLAUSES.glaciers,
    CLAUSES.reports,
    CLAUSES.drills,
  ]),
]
const after = [
  'Joint Statement of the Parties',
  ...numbered([
    CLAUSES.drills,
    CLAUSES.flow.replace('note', 'welcome'),
    CLAUSES.ferries,
    `${CLAUSES.release}.`,
    `The ${CLAUSES.schedules}.`,
    `${CLAUSES.waybills.slice(0, -1)} and ${CLAUSES.customs.replace('The Parties ', '')}`,
    CLAUSES.glaciers,
    CLAUSES.reports,
    CLAUSES.training,
  ]),
]

const rows = (page: Page, kind: string) => page.locator(`[data-show=row][data-kind=${kind}]`)
const position = (page: Page) => page.getByRole('group', { name: 'Kinds of change' }).getByRole('status')

const pickFile = async (page: Page, side: string, name: string, paragraphs: string[]) => {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('region', { name: side }).getByRole('button', { name: 'File on disk…' }).click(),
  ])
  await chooser.setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(paragraphs.join('\n\n')) })
}

/** Opens the comparison of the two invented files. */
async function openFiles(page: Page): Promise<void> {
  screen = await openScreen(page)
  await goTo(page, '#/compare')
  await pickFile(page, 'Earlier text', 'earlier.txt', before)
  await pickFile(page, 'Later text', 'later.txt', after)
  await expect(page.getByRole('table')).toBeVisible()
}

test('a file that takes long to be read keeps what was chosen beside it meanwhile', async ({ page }) => {
  screen = await openScreen(page)
  await goTo(page, '#/compare')
  let goOn = () => {}
  const isHeld = new Promise<void>((held) => {
    void page.route('**/api/request', async (route) => {
      if (!/file\.stage.*earlier\.txt/s.test(route.request().postData() ?? '')) return route.continue()
      const chosen = new Promise<void>((resolve) => { goOn = resolve })
      held()
      await chosen
      return route.continue()
    })
  })
  await pickFile(page, 'Earlier text', 'earlier.txt', before)
  await isHeld
  await pickFile(page, 'Later text', 'later.txt', after)
  await expect(page).toHaveURL(/file:/)
  goOn()
  await expect(page.getByRole('columnheader', { name: 'earlier.txt' })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'later.txt' })).toBeVisible()
})

test('two files on disk: every clause has its fate, told by words, numbers and marks', async ({ page }) => {
  await openFiles(page)
  await expect(rows(page, 'edited').first()).toContainText('% same')
  await expect(rows(page, 'edited').first().locator('del')).toHaveText('note')
  await expect(rows(page, 'edited').first().locator('ins')).toHaveText('welcome')
  await expect(rows(page, 'moved')).toHaveCount(1)
  await expect(rows(page, 'moved').getByRole('button')).toHaveText('⇅ 9 → 1')
  await expect(rows(page, 'split')).toContainText('split in 2')
  await expect(rows(page, 'merged')).toContainText('merged from 2')
  await expect(rows(page, 'deleted')).toContainText('dropped')
  await expect(rows(page, 'deleted')).toContainText('no counterpart in the later text')
  await expect(rows(page, 'inserted')).toContainText('no counterpart in the earlier text')
  await expect(page.locator('footer')).toContainText('1 dropped')
})

test('changes are walked by keys, round the end, in both views', async ({ page }) => {
  await openFiles(page)
  await expect(position(page)).toHaveText(/^\d+ changes$/)
  const total = Number((await position(page).innerText()).split(' ')[0])
  await page.keyboard.press('Alt+ArrowDown')
  await expect(position(page)).toHaveText(`1 of ${total}`)
  await page.keyboard.press('Alt+ArrowUp')
  await expect(position(page)).toHaveText(`${total} of ${total}`)
  await expect(page.locator('tr[aria-current]')).toHaveCount(1)
  await expect(page.locator('tr[aria-current]')).toBeInViewport()
  await page.getByRole('radio', { name: 'Inline' }).click()
  await expect(page.locator('li[aria-current]')).toBeInViewport()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(position(page)).toHaveText(`1 of ${total}`)
})

test('the keyboard is in the texts at once; two texts that are the same are shown, not folded away', async ({ page }) => {
  await openFiles(page)
  await expect(page.getByRole('region', { name: 'The two texts, paragraph by paragraph' })).toBeFocused()
  await goTo(page, '#/compare')
  await pickFile(page, 'Earlier text', 'one.txt', before)
  await pickFile(page, 'Later text', 'two.txt', before)
  await expect(page.locator('footer')).toContainText('The texts are the same')
  await expect(rows(page, 'same').filter({ hasText: 'glaciers' })).toBeVisible()
})

test('a filter leaves its kind and folds the rest; unchanged stretches fold and open', async ({ page }) => {
  await openFiles(page)
  const folds = page.getByRole('button', { name: /^Show: / })
  await expect(folds).toHaveCount(1)
  await expect(folds).toHaveAccessibleName('Show: 2 paragraphs unchanged')
  await expect(page.getByText(/7–8/)).toBeVisible()
  await folds.press('Enter')
  await expect(folds).toHaveCount(0)
  await expect(rows(page, 'same').filter({ hasText: 'glaciers' })).toBeVisible()

  await page.getByRole('button', { name: /^Split or merged/ }).click()
  await expect(rows(page, 'edited')).toHaveCount(0)
  await expect(rows(page, 'split')).toHaveCount(1)
  await expect(position(page)).toHaveText('2 changes')
  await page.getByRole('button', { name: /^All/ }).click()
  await expect(rows(page, 'edited')).not.toHaveCount(0)
})

test('words are found in both texts, folded ones too; only changes are shown, and printed with nothing around them', async ({ page }) => {
  await openFiles(page)
  await page.keyboard.press('Control+F')
  const find = page.getByRole('search', { name: 'Find in both texts' })
  await page.keyboard.type('survey of glaciers')
  await expect(find.getByRole('status')).toHaveText('1 in the earlier text, 1 in the later one')
  await expect(page.locator('mark')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(page.locator('mark')).toHaveText(['survey of glaciers', 'survey of glaciers'])
  await expect(find.getByRole('status')).toContainText('1 of 2')
  await page.keyboard.press('Escape')
  await expect(find).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'The two texts, paragraph by paragraph' })).toBeFocused()

  await page.getByRole('radio', { name: 'Only changes' }).click()
  await expect(rows(page, 'same')).toHaveCount(0)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.getByRole('group', { name: 'Kinds of change' })).toBeHidden()
  await expect(rows(page, 'deleted')).toBeVisible()
})

test('an earlier wording is taken into the draft as a tracked change, and back', async ({ page }) => {
  screen = await openScreenWithDraft(page)
  await caretAt(page, 5)
  await page.keyboard.type('Unreservedly, ')
  await saved(page)
  await page.getByRole('button', { name: 'Compare texts' }).click()
  const edited = rows(page, 'edited').filter({ hasText: 'Unreservedly' })
  await edited.click()
  await expect(edited.getByRole('button', { name: 'Take the earlier wording into the draft' })).toBeVisible()
  await page.keyboard.press('Alt+Insert')
  await expect(page.getByText(/Taken into .* as a tracked change/)).toBeVisible()
  await expect(edited).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(edited).toHaveCount(1)
})

test('swapped sides turn the fates round', async ({ page }) => {
  await openFiles(page)
  await expect(rows(page, 'split')).toHaveCount(1)
  await page.getByRole('button', { name: 'Swap sides' }).click()
  await expect(rows(page, 'inserted')).toContainText('without prejudice')
  await expect(rows(page, 'deleted')).toContainText('forty specialists')
})

test('the redline of a comparison is exported', async ({ page }) => {
  await openFiles(page)
  await page.getByRole('button', { name: 'Export redline' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog.getByRole('radio', { name: /^Text with changes shown/ })).toBeChecked()
  const save = dialog.getByRole('button', { name: 'Save DOCX' })
  await expect(save).toBeEnabled({ timeout: 60_000 })
  const [file] = await Promise.all([page.waitForEvent('download'), save.click()])
  expect(file.suggestedFilename()).toMatch(/\.docx$/)
})

test('two languages are said, and compared only when that is asked', async ({ page }) => {
  screen = await openScreen(page)
  await goTo(page, '#/compare')
  await pickFile(page, 'Earlier text', 'earlier.txt', before)
  await pickFile(page, 'Later text', 'ru.txt', ['Совместное заявление', 'Стороны отмечают важность и пользу вод реки для всех.'])
  await expect(page.getByText('English → Russian.')).toBeVisible()
  expect(await accessProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Compare anyway' }).click()
  await expect(rows(page, 'deleted').first()).toBeVisible()
})

test('a file that is no text says what to do, and the picker stays', async ({ page }) => {
  screen = await openScreen(page)
  await goTo(page, '#/compare')
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('region', { name: 'Earlier text' }).getByRole('button', { name: 'File on disk…' }).click(),
  ])
  await chooser.setFiles({ name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) })
  await expect(page.getByText('“empty.txt” is empty. Choose a file with text.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Later text' })).toBeVisible()
})

for (const [locale, theme, width, height] of [
  ['en', 'light', 1280, 800],
  ['ru', 'dark', 1024, 700],
  ['ru', 'light', 1440, 900],
] as const) {
  test(`two samples side by side are accessible and fit: ${locale}, ${theme}, ${width}×${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    screen = await openScreen(page)
    await goTo(page, '#/compare')
    expect(await accessProblems(page)).toEqual([])
    const search = page.getByRole('region', { name: 'Earlier text' }).getByRole('searchbox')
    await search.fill('olmin')
    await search.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page
      .getByRole('region', { name: 'Later text' })
      .getByRole('button', { name: /Terven/ })
      .click()
    await expect(page.getByRole('table')).toBeVisible()
    if (theme === 'dark') await page.getByRole('button', { name: 'Dark theme' }).click()
    if (locale === 'ru') await page.getByRole('radio', { name: 'Русский' }).click()
    await page.keyboard.press('Alt+ArrowDown')
    expect(await accessProblems(page)).toEqual([])
    expect(await overflows(page)).toEqual([])
    await page.getByRole('radio', { name: locale === 'ru' ? 'В одном тексте' : 'Inline' }).click()
    expect(await accessProblems(page)).toEqual([])
  })
}
