// The screen in a real browser over the built browser host: opened past the introduction, watched for refusals and errors.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { startHost, type RunningHost } from './host.ts'

export interface Screen {
  host: RunningHost
  /** What the console complained of: refused by the content policy, failed in a script. */
  complaints: string[]
}

/** Starts a host on a fresh library with the samples and opens its screen; `intro` leaves the introduction open. */
export async function openScreen(page: Page, options: { locale?: 'en' | 'ru'; intro?: boolean } = {}): Promise<Screen> {
  const host = await startHost({ locale: options.locale ?? 'en' })
  const complaints: string[] = []
  let isWatched = true
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (isWatched && message.type() === 'error') complaints.push(message.text())
  })
  /** A screen whose host is gone complains that it cannot reach it. */
  const stop = () => {
    isWatched = false
    return host.stop()
  }
  await page.goto(host.address)
  const dialog = page.getByRole('dialog')
  // The first page of a fresh host: samples are put in the library, fonts are read.
  await expect(dialog).toBeVisible({ timeout: 30_000 })
  if (!options.intro) {
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }
  return { host: { ...host, stop }, complaints }
}

/** Goes to an address inside the screen as a link does. */
export const goTo = (page: Page, path: string) =>
  page.evaluate((hash) => {
    window.location.hash = hash
  }, path)

/** Serious and critical findings of axe, as "rule: elements". */
export async function accessProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter((each) => each.impact === 'serious' || each.impact === 'critical')
    .map(
      (each) =>
        `${each.id}: ${each.nodes
          .map((node) => node.target.join(' '))
          .slice(0, 4)
          .join(' | ')}`,
    )
}

/** Whether the page or one of its bars is wider than the window. */
export const overflows = (page: Page) =>
  page.evaluate(() => {
    const wide = [...document.querySelectorAll('header, footer, main, main > div')].filter(
      (each) => each.getBoundingClientRect().right > window.innerWidth + 1,
    )
    return wide.map((each) => each.className)
  })
