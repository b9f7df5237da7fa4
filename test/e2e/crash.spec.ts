// A window or a backend that goes in the middle of work: the draft opens as it was, with its caret, its place on the page and all that
// could be undone.
import { expect, test, type Browser, type Page } from '@playwright/test'
import { caretAt, openScreenWithDraft, paper, paragraph, saved } from '../support/draft.ts'
import { startHost, type RunningHost } from '../support/host.ts'
import type { Screen } from '../support/screen.ts'

let screen: Screen
let second: RunningHost | null = null

test.afterEach(async () => {
  await second?.stop()
  await screen.host.stop()
  second = null
})

test.slow()

const FAR = 14
/** All of it: what is out of view is no inner text. */
const text = async (page: Page) => (await paper(page).locator('> p').allTextContents()).join('\n')
/** Where the caret's paragraph is seen. */
const place = async (page: Page) => (await paragraph(page, FAR + 1).boundingBox())!.y

/** Words at two places, one taken back and made again, and the caret left far down. */
async function work(page: Page): Promise<string> {
  screen = await openScreenWithDraft(page)
  const before = await text(page)
  await caretAt(page, 4)
  await page.keyboard.type('First words, ')
  await page.keyboard.press('Control+z')
  await page.keyboard.type('again, ')
  await caretAt(page, FAR)
  await page.keyboard.type('Last words, ')
  await page.keyboard.press('Enter')
  await page.keyboard.type('and more')
  await expect(paragraph(page, FAR + 1)).toContainText('and more')
  await saved(page)
  return before
}

/** Presses keys more often than there are steps; what is too much does nothing. */
async function until(page: Page, keys: string, wanted: string): Promise<void> {
  for (let pressed = 0; pressed < 30; pressed++) await page.keyboard.press(keys)
  await expect.poll(() => text(page)).toBe(wanted)
}

/** Goes on writing without touching anything, undoes all of it and what the window before did, and makes it again. */
async function expectAsItWas(page: Page, before: string, after: string): Promise<void> {
  await expect(paragraph(page, FAR)).toContainText('Last words, ')
  expect(await text(page)).toBe(after)
  await expect(paragraph(page, FAR + 1)).toBeInViewport()
  await page.keyboard.type('!')
  await expect(paragraph(page, FAR + 1)).toContainText('and more!')
  await until(page, 'Control+z', before)
  await until(page, 'Control+y', after.replace('and more', 'and more!'))
  await saved(page)
}

/** Another window of the same session, at the same address. */
async function another(page: Page, token: string, address: string): Promise<Page> {
  const other = await page.context().newPage()
  await other.addInitScript((items) => {
    for (const [key, value] of Object.entries(JSON.parse(items) as Record<string, string>)) sessionStorage.setItem(key, value)
  }, token)
  await other.goto(address)
  return other
}

const opened = async (browser: Browser, address: string): Promise<Page> => {
  const page = await (await browser.newContext()).newPage()
  await page.goto(address)
  return page
}

test('the window crashes', async ({ page }) => {
  const before = await work(page)
  const [after, scrolled, address] = [await text(page), await place(page), page.url()]
  const token = await page.evaluate(() => JSON.stringify(sessionStorage))
  const placed = page.waitForRequest((request) => request.postData()?.includes('draft.place') ?? false)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowRight')
  await placed
  const crashed = page.waitForEvent('crash')
  const session = await page.context().newCDPSession(page)
  void session.send('Page.crash').catch(() => {})
  await crashed
  const other = await another(page, token, address)
  await expect(paragraph(other, FAR)).toBeVisible({ timeout: 60_000 })
  await expect.poll(async () => Math.abs((await place(other)) - scrolled)).toBeLessThan(40)
  await expectAsItWas(other, before, after)
})

test('the backend is killed, and the window with it', async ({ page, browser }) => {
  const before = await work(page)
  const [after, hash] = [await text(page), new URL(page.url()).hash]
  await screen.host.kill()
  await page.close()
  second = await startHost({ library: screen.host.library })
  const other = await opened(browser, second.address)
  await expect(other.getByRole('navigation').first()).toBeVisible()
  await other.evaluate((to) => { window.location.hash = to }, hash)
  await expect(paragraph(other, FAR)).toBeVisible({ timeout: 60_000 })
  await expectAsItWas(other, before, after)
  await other.context().close()
})
