// End-to-end tests in a real browser.
import { defineConfig } from '@playwright/test'
import { findChromium } from '../support/chromium.ts'

const launchOptions = await findChromium()

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  fullyParallel: false,
  workers: 2,
  timeout: 120_000,
  // Two busy cores may take their time; an expectation that holds is met at once.
  expect: { timeout: 20_000 },
  forbidOnly: true,
  // A busy machine may lose a race that a person cannot; what passes only the second time is reported as flaky.
  retries: process.env['CI'] ? 1 : 0,
  reporter: 'list',
  use: { launchOptions, viewport: { width: 1280, height: 800 }, contextOptions: { reducedMotion: 'reduce' }, trace: process.env['CI'] ? 'on-first-retry' : 'retain-on-failure' },
})
