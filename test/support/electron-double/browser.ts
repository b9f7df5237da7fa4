// The Chromium behind the double. Every request of every page passes here, and none leaves the machine.
import { chromium, type BrowserContext, type Frame, type Route } from 'playwright-core'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium } from '../chromium.ts'
import { fromBrowser } from './addresses.ts'
import { life } from './life.ts'
import { answerScheme } from './protocol.ts'
import { defaultSession } from './session.ts'

let context: BrowserContext | null = null
let profile = ''

export function browser(): BrowserContext {
  if (!context) throw new Error('double: the browser does not run')
  return context
}

/** The tests find the debugging port in the profile's `DevToolsActivePort`. */
export async function startBrowser(switches: string[], home: string): Promise<void> {
  profile = mkdtempSync(join(home, 'profile-'))
  const { executablePath, args, env } = await findChromium()
  context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 800 },
    args: [...args.filter((flag) => !flag.startsWith('--host-resolver-rules')), '--remote-debugging-port=0', ...switches],
    ...(env ? { env } : {}),
  })
  await context.route('**/*', (route) => carry(route))
  process.send?.({ profile })
}

export async function stopBrowser(): Promise<void> {
  await context?.close().catch(() => {})
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
}

const frameOf = (route: Route): Frame | null => {
  try {
    return route.request().frame()
  } catch {
    return null
  }
}

async function carry(route: Route): Promise<void> {
  const request = route.request()
  const address = fromBrowser(request.url())
  const frame = frameOf(route)
  const window = frame && life.windows.find(({ page }) => page === frame.page())
  if (window && frame && request.isNavigationRequest() && !window.allowsNavigation(address, frame)) return route.abort('aborted')
  if (await defaultSession.cancels(address)) return route.abort('blockedbyclient')
  const answer = await answerScheme(address, request.method())
  if (!answer) return route.abort('internetdisconnected')
  return route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body: Buffer.from(await answer.arrayBuffer()) })
}
