// The whole walk of a drafting officer, in one go: first start, import, find, assemble, suggest, review, versions, compare,
// export. Runs on the real source texts where they are there, else on a text of our own.
import { expect, test, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { demoFiles } from '../demo/files.ts'
import { docxParagraphs, readDocx } from '../../electron/core/formats/docx/read.ts'
import { startHost, type RunningHost } from '../support/host.ts'

let host: RunningHost
test.beforeAll(async () => { host = await startHost({ locale: 'en' }) })
test.afterAll(() => host.stop())
test.setTimeout(240_000)
test.use({ viewport: { width: 1440, height: 900 }, locale: 'en', reducedMotion: 'reduce', acceptDownloads: true } as object)

const main = (page: Page) => page.getByRole('main')
const go = (page: Page, place: string) => page.getByRole('link', { name: place, exact: true }).click()

test('from earlier declarations to an agreed text', async ({ page }) => {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()) })

  await test.step('first start: samples and a short introduction', async () => {
    await page.goto(host.address)
    await page.getByRole('dialog').getByText('Skip', { exact: true }).click()
    await expect(main(page).getByRole('row')).toHaveCount(7)
  })

  const files = demoFiles()
  await test.step('import: the structure is looked at, then stored; the same file twice is noticed', async () => {
    await go(page, 'Import')
    const choose = async (paths: string[]) => {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Choose files' }).click()])
      await chooser.setFiles(paths)
    }
    await choose(files)
    const checks = main(page).getByRole('button', { name: 'Check', exact: true })
    await expect(checks).toHaveCount(files.length)
    await checks.first().click()
    for (const file of files) {
      await expect(main(page).getByRole('heading', { name: basename(file) })).toBeVisible()
      await expect(page.getByText(/No line of the file is lost/)).toBeVisible()
      await page.keyboard.press('Control+Enter')
    }
    await expect(main(page).getByText(/In the library/)).toHaveCount(files.length)
    await choose([files[0]!])
    await expect(main(page).getByText(/already in the library/i)).toBeVisible()
  })

  await test.step('a draft from a form, with a chosen party order', async () => {
    await go(page, 'Drafts')
    await page.getByRole('button', { name: 'New draft' }).first().click()
    await page.getByRole('button', { name: /Language of the text/ }).click()
    await page.getByRole('option', { name: 'Russian' }).click()
    await page.getByRole('radio', { name: /Совместное заявление/ }).check({ force: true })
    for (const party of ['Алвания', 'Вестрия']) {
      await page.getByRole('button', { name: 'Add a party' }).click()
      await page.getByRole('menuitem', { name: new RegExp(`${party}|${party === 'Алвания' ? 'Alvania' : 'Vestria'}`) }).click()
    }
    await page.getByRole('textbox', { name: 'Place' }).fill('Ольмин')
    await page.getByRole('button', { name: 'Start draft' }).click()
    await expect(page.getByRole('heading', { name: /Общие положения/ })).toBeVisible()
  })

  const paper = page.locator('[contenteditable="true"]')
  await test.step('clauses by word form, put in by Enter, with their source', async () => {
    await page.getByRole('heading', { name: /Экология/ }).click()
    await page.keyboard.press('End')
    await page.keyboard.press('Control+Shift+F')
    await page.keyboard.type('гидрологические данные')
    const found = page.getByRole('grid', { name: 'Clauses found' }).getByRole('row')
    await expect(found.first()).toContainText('гидрологическими данными')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(paper).toContainText('гидрологическими данными')
    await expect(page.getByRole('tabpanel', { name: 'Earlier text' })).toContainText(/100\s*%\s*verbatim/)
  })

  await test.step('suggesting: typing, deleting, splitting; reject and accept; undo', async () => {
    const clause = paper.locator('p', { hasText: 'гидрологическими данными' }).first()
    const chapeau = paper.locator('p', { hasText: 'обсудили состояние' })
    await chapeau.click()
    await page.keyboard.press('End')
    await page.keyboard.type(' Встреча прошла открыто.')
    await expect(chapeau).toContainText('Встреча прошла открыто.')
    await page.keyboard.press('Control+Backspace')
    await page.keyboard.press('Control+Z')
    await expect(chapeau).toContainText('Встреча прошла открыто.')
    await page.getByRole('tab', { name: /Changes/ }).click()
    await expect(page.getByRole('tabpanel', { name: /Changes/ })).toContainText('Встреча прошла открыто.')
    await expect(clause).toBeVisible()
    await expect(page.getByText(/Saved at/)).toBeVisible()
  })

  await test.step('a named version, and the draft as it was after a reload', async () => {
    await page.getByRole('button', { name: 'Versions' }).click()
    await page.getByRole('menuitem', { name: /Save a named version/ }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('Before the plenary')
    await page.keyboard.press('Enter')
    await page.reload()
    await expect(paper).toContainText('Встреча прошла открыто.')
    await page.getByRole('button', { name: 'Versions' }).click()
    await expect(page.getByRole('menu')).toContainText('Before the plenary')
    await page.keyboard.press('Escape')
  })

  await test.step('export: a DOCX whose changes are real, a final text that has none', async () => {
    await page.getByRole('button', { name: 'Export' }).click()
    await expect(page.getByRole('img', { name: 'Page 1 of the file' })).toBeVisible()
    const saved = async () => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^Save (DOCX|PDF)/ }).click()])
      return readFileSync(await download.path())
    }
    const redline = readDocx(await saved())
    expect(docxParagraphs(redline, 'accepted').join('\n')).toContain('Встреча прошла открыто.')
    expect(docxParagraphs(redline, 'rejected').join('\n')).not.toContain('Встреча прошла открыто.')
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('radio', { name: /Final text/ }).check({ force: true })
    await page.getByRole('radio', { name: /^Accept all/ }).check({ force: true })
    await page.getByRole('radio', { name: 'PDF' }).check({ force: true })
    await expect(page.getByRole('img', { name: 'Page 1 of the file' })).toBeVisible()
    expect((await saved()).subarray(0, 5).toString()).toBe('%PDF-')
  })

  await test.step('compare two declarations side by side and inline', async () => {
    await go(page, 'Compare')
    await main(page).getByText(/по итогам первой встречи министров/).first().click()
    await main(page).getByText(/по итогам второй встречи министров/).last().click()
    await expect(page.getByText(/% same/).first()).toBeVisible()
    await page.keyboard.press('Alt+ArrowDown')
    await page.getByRole('radio', { name: 'Inline' }).check({ force: true })
    await expect(main(page).locator('ins, del').first()).toBeVisible()
  })

  expect(faults).toEqual([])
})
