// From the start of the browser host to a library one can use, on a fresh library (samples imported) and on a known one.
import { chromium } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from '../support/chromium.ts'
import { startHost } from '../support/host.ts'
import type { Bench } from './support/bench.ts'

export const bench: Bench = async (tell, say) => {
  const browser = await chromium.launch(await findChromium())
  const folder = mkdtempSync(join(tmpdir(), 'alternat-bench-'))
  const library = join(folder, 'library.alternat')
  try {
    for (const name of ['first start, samples imported', 'second start']) {
      const started = performance.now()
      const host = await startHost({ library })
      const page = await browser.newPage()
      await page.goto(host.address)
      await page.getByRole('row').nth(1).waitFor()
      tell({ name, value: performance.now() - started, unit: 'ms', bar: { atMost: 3000 } })
      await page.close()
      await host.stop()
    }
    say('from the spawn of the host to the first row of the library, the browser already running')
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
