// Finds a Chromium for tests: the one named by ALTERNAT_CHROMIUM, one of the system's, else the one inside an npm package.
import { existsSync } from 'node:fs'
import chromium from '@sparticuz/chromium'

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'C:/Program Files/Google/Chrome/Application/chrome.exe']

/** Without the resolver rule Chromium looks up hosts of its own services even when nothing asks it to. */
export const CHROMIUM_FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--no-first-run', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1']

/** Path of a Chromium that can run here and the flags it needs. */
export async function findChromium(): Promise<{ executablePath: string; args: string[] }> {
  const own = process.env['ALTERNAT_CHROMIUM']
  const found = own ?? SYSTEM.find((path) => existsSync(path))
  if (found) return { executablePath: found, args: CHROMIUM_FLAGS }
  return { executablePath: await chromium.executablePath(), args: [...CHROMIUM_FLAGS, '--headless=new', '--single-process=false'] }
}
