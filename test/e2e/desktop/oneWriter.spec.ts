// One writer at a time on one library, whichever hosts there are: the second reads, says so, keeps what is typed there, and writes
// once the first has ended, however it ended.
import { expect, test, type Browser, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { caretAt, paper, saved, saveLine } from '../../support/draft.ts'
import { openDesktop } from '../../support/desktop.ts'
import { startHost } from '../../support/host.ts'
import { goTo } from '../../support/screen.ts'
import { openServices } from '../../support/services.ts'

interface Opened {
  page: Page
  crash(): Promise<void>
  stop(): Promise<void>
}

let folder: string
let library: string
let draft: string
const running: Opened[] = []

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alternat-writer-'))
  library = join(folder, 'library.alternat')
  const { db, drafts, settings } = openServices(library)
  settings.set({ introSeen: true })
  draft = drafts.start({ from: { kind: 'form', form: 'communique-en' }, parties: [], date: null, place: null, title: 'Two at once' }).id
  db.close()
})
test.afterEach(async () => {
  for (const each of running.splice(0)) await each.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

const HOSTS = {
  async desktop(): Promise<Opened> {
    const desktop = await openDesktop(mkdtempSync(join(folder, 'home-')), library)
    return { page: desktop.page, crash: () => desktop.crash(), stop: () => desktop.kill() }
  },
  async 'browser host'(browser: Browser): Promise<Opened> {
    const host = await startHost({ library })
    const page = await browser.newPage()
    await page.goto(host.address)
    return { page, crash: () => host.crash(), stop: () => page.close().then(() => host.stop()) }
  },
}

async function open(kind: keyof typeof HOSTS, browser: Browser): Promise<Opened> {
  const opened = await HOSTS[kind](browser)
  running.push(opened)
  await goTo(opened.page, `#/draft/${draft}`)
  await expect(paper(opened.page)).toBeVisible({ timeout: 60_000 })
  return opened
}

const readsOnly = (page: Page) => page.getByText('another window or program is writing to it', { exact: false })
const again = (page: Page) => page.getByRole('button', { name: 'Try again' }).click()

async function write(page: Page, words: string): Promise<void> {
  await caretAt(page, 0)
  await page.keyboard.type(`${words} `)
}

const COMBINATIONS = [['desktop', 'browser host'], ['browser host', 'desktop'], ['browser host', 'browser host']] as const
for (const [first, second] of COMBINATIONS) {
  test(`${second} beside ${first}: reads until the other has died, then writes`, async ({ browser }) => {
    const writer = await open(first, browser)
    await write(writer.page, 'First')
    await saved(writer.page)
    const reader = await open(second, browser)
    await expect(readsOnly(reader.page)).toBeVisible()
    await expect(paper(reader.page)).toContainText('First')
    await expect(readsOnly(writer.page)).toBeHidden()

    await write(reader.page, 'Second')
    await expect(saveLine(reader.page)).toHaveAttribute('data-save', 'failed')
    await again(reader.page)
    await expect(reader.page.getByText('The library can still only be read.')).toBeVisible()
    await expect(readsOnly(reader.page)).toBeVisible()
    await write(writer.page, 'Third')
    await saved(writer.page)

    await writer.crash()
    await again(reader.page)
    await expect(readsOnly(reader.page)).toBeHidden()
    await expect(paper(reader.page)).toContainText('Second')
  })
}
