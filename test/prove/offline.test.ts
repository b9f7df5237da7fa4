// Nothing leaves the machine: the tests of both hosts run where there is no network but the loopback, under a trace of every
// call that names an address; and the trace can tell, as a Chromium without the product's flags shows. Prints its figures.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findOffice } from '../../electron/core/importing/office/find.ts'
import { findChromium } from '../support/chromium.ts'
import { canTrace, traced } from '../support/traced.ts'

const LONG = 15 * 60_000
if (!canTrace) console.warn('not traced: no strace, or no networks of one’s own here')

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'alternat-trace-')) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const playwright = (...specs: string[]) =>
  [process.execPath, 'node_modules/@playwright/test/cli.js', 'test', '-c', 'test/e2e/playwright.config.ts', ...specs, '--workers', '1', '--reporter', 'line']

describe.skipIf(!canTrace)('with no network but the loopback, and traced,', () => {
  test.each([
    ['the browser host and its window', ['host/session', '-g', 'every page keeps|the token leaves']],
    ['the desktop', ['desktop/desktop', '-g', 'an operation goes|may run only|not go elsewhere']],
  ])('%s speak to this machine alone', async (what, specs) => {
    const { code, spoke, outside, ways } = await traced(playwright(...specs), folder)
    console.log(`offline, ${what}: ${Object.entries(spoke).map(([family, count]) => `${family} ${count}`).join(', ')}; outside ${outside.length}; ways asked for: ${ways.join(' ')}`)
    expect(outside).toEqual([])
    // Chromium's own look whether there is IPv6; nothing is sent, and there is no switch for it.
    expect(ways.filter((way) => way !== '2001:4860:4860::8888')).toEqual([])
    expect(spoke['AF_INET'] ?? 0).toBeGreaterThan(0)
    expect(code).toBe(0)
  }, LONG)

  test.skipIf(!findOffice())('LibreOffice, asked to read a file, speaks to this machine alone', async () => {
    const reading = ['node_modules/vitest/vitest.mjs', 'run', '-c', 'test/vitest.config.ts', '--project', 'unit', 'test/unit/electron/core/importing/office', '-t', 'reads an RTF']
    const { code, spoke, outside, ways } = await traced([process.execPath, ...reading], folder)
    console.log(`offline, LibreOffice: ${Object.entries(spoke).map(([family, count]) => `${family} ${count}`).join(', ')}; outside ${outside.length}; ways asked for: ${ways.join(' ')}`)
    expect([outside, ways, code]).toEqual([[], [], 0])
    // It speaks to the display and to itself: one that was not started would not.
    expect(spoke['AF_UNIX'] ?? 0).toBeGreaterThan(0)
  }, LONG)

  test('the trace can tell: a Chromium without the flags asks for hosts', async () => {
    const { executablePath, env } = await findChromium()
    const { outside, ways } = await traced(
      ['timeout', '20', executablePath, '--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', `--user-data-dir=${join(folder, 'profile')}`, '--remote-debugging-port=0', 'https://elsewhere.example/'],
      folder, env ?? {},
    )
    console.log(`a Chromium without the flags: outside ${outside.length}; ways asked for: ${ways.join(' ')}`)
    expect([...outside, ...ways.filter((way) => way !== '2001:4860:4860::8888')].length).toBeGreaterThan(0)
  }, LONG)
})
