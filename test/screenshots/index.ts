// Every screen in both languages and themes, at 1440×900 and 1024×700, into out/screenshots/. Names on the command line pick
// screens: `npm run screenshots -- draft compare`.
import { chromium, type Page } from '@playwright/test'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { findChromium } from '../support/chromium.ts'
import { startHost, type RunningHost } from '../support/host.ts'
import { SCREENS } from './screens.ts'
import { seed } from './seed.ts'

const folder = resolve('out/screenshots')
const wanted = process.argv.slice(2)
const screens = Object.entries(SCREENS).filter(([name]) => wanted.length === 0 || wanted.includes(name))

const temporary = mkdtempSync(join(tmpdir(), 'alternat-pictures-'))
const library = join(temporary, 'library.alternat')
mkdirSync(folder, { recursive: true })
const seeded = await seed(library)
const browser = await chromium.launch(await findChromium())

/** The screen and its fonts are there, nothing is busy, and two frames were painted since. */
async function settled(page: Page): Promise<void> {
  await page.locator('main > *').first().waitFor()
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))
  })
}

async function photograph(language: 'ru' | 'en', shown: typeof screens, host: RunningHost): Promise<void> {
  const context = await browser.newContext({ locale: language, reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    await page.goto(host.address)
    for (const [name, screen] of shown) {
      for (const theme of ['light', 'dark'] as const) {
        for (const [size, viewport] of Object.entries({ large: { width: 1440, height: 900 }, small: { width: 1024, height: 700 } })) {
          await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
          await page.setViewportSize(viewport)
          await screen({ page, language, seeded: seeded[language] })
          await settled(page)
          await page.screenshot({ path: join(folder, `${name}-${language}-${theme}-${size}.png`) })
        }
      }
      console.log(`${name}, ${language}`)
    }
  } finally {
    await context.close()
    await host.stop()
  }
}

try {
  for (const language of ['ru', 'en'] as const) {
    const [first, others] = [screens.filter(([name]) => name === 'intro'), screens.filter(([name]) => name !== 'intro')]
    if (first.length > 0) await photograph(language, first, await startHost({ locale: language }))
    if (others.length > 0) await photograph(language, others, await startHost({ library, locale: language }))
  }
} finally {
  await browser.close()
  rmSync(temporary, { recursive: true, force: true })
}
