// The comparing screen with 500 pages on each side, in Chromium over the built browser host: rows on the page, frames while it is
// scrolled, script for a step to the next change, all by the browser's own trace as for the editor.
import { chromium, type Page } from '@playwright/test'
import { findChromium } from '../support/chromium.ts'
import { startHost } from '../support/host.ts'
import { percentile, scriptPerKey, traced } from './editor.ts'
import { chance, type Bench } from './support/bench.ts'

const PARAGRAPHS = 5000
const SEED = 7
const KEYS = 40
const WORDS = ('the Parties reaffirm their intention to exchange hydrological data on a regular basis and instruct the working group '
  + 'to prepare proposals for the joint use of water and energy resources of the region').split(' ')

/** Two invented texts: every seventh paragraph edited, every 53rd dropped, every 61st new, forty moved. */
function pair(): [string[], string[]] {
  const random = chance(SEED)
  const paragraph = (number: number) =>
    `The Parties ${Array.from({ length: 55 }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ')} under item ${number}.`
  const old = Array.from({ length: PARAGRAPHS }, (_, index) => paragraph(index))
  const now = old
    .map((text, index) => (index % 7 === 0 ? text.replace('Parties', 'Sides') : text))
    .filter((_, index) => index % 53 !== 5)
    .flatMap((text, index) => (index % 61 === 4 ? [text, paragraph(PARAGRAPHS + index)] : [text]))
  for (let move = 0; move < 40; move++) now.splice(move * 100 + 60, 0, ...now.splice(move * 100 + 10, 1))
  return [old, now]
}

async function pick(page: Page, side: string, paragraphs: readonly string[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('region', { name: side }).getByRole('button', { name: 'File on disk…' }).click(),
  ])
  await chooser.setFiles({ name: `${side}.txt`, mimeType: 'text/plain', buffer: Buffer.from(paragraphs.join('\n\n')) })
}

/** Times between frames while the sheet is scrolled, half a window a frame. */
const scrolled = (page: Page) => page.evaluate(async () => {
  const sheet = document.querySelector('[data-print=page] > section')!
  sheet.scrollTop = 0
  const frame = () => new Promise<number>(requestAnimationFrame)
  await frame()
  const gaps: number[] = []
  let last = await frame()
  for (let step = 0; step < 120; step++) {
    sheet.scrollTop += 400
    const now = await frame()
    gaps.push(now - last)
    last = now
  }
  return gaps
})

export const bench: Bench = async (report, note) => {
  const host = await startHost()
  const browser = await chromium.launch(await findChromium())
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en' })
    await page.goto(host.address)
    await page.getByRole('dialog').waitFor({ timeout: 60_000 })
    await page.keyboard.press('Escape')
    await page.evaluate(() => { window.location.hash = '#/compare' })
    const [old, now] = pair()
    await pick(page, 'Earlier text', old)
    const start = performance.now()
    await pick(page, 'Later text', now)
    await page.getByRole('table').waitFor({ timeout: 120_000 })
    report({ name: 'read, compared and drawn', value: performance.now() - start, unit: 'ms' })
    await page.getByRole('button', { name: 'Fold unchanged paragraphs' }).click()
    const rows = page.getByRole('table')
    note(`seed ${SEED}, ${old.length} and ${now.length} paragraphs, ${await rows.getAttribute('aria-rowcount')} rows unfolded`)
    report({ name: 'rows on the page', value: await page.locator('tr[data-index]').count(), unit: '', bar: { atMost: 80 } })
    const gaps = await scrolled(page)
    report({ name: 'scrolling: time between frames, median', value: percentile(gaps, 0.5), unit: 'ms', bar: { atMost: 34 } })
    report({ name: 'scrolling: time between frames, p95', value: percentile(gaps, 0.95), unit: 'ms' })
    const events = await traced(await page.context().newCDPSession(page), async () => {
      for (let key = 0; key < KEYS; key++) {
        await page.keyboard.press('Alt+ArrowDown')
        await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))))
      }
    })
    const times = scriptPerKey(events)
    report({ name: 'next change: script per key, median', value: percentile(times, 0.5), unit: 'ms' })
    report({ name: 'next change: script per key, p95', value: percentile(times, 0.95), unit: 'ms' })
  } finally {
    await browser.close()
    await host.stop()
  }
}
