// Other pages in the officer's own browser attack the browser host. Each is given what it could never know, an address that was not
// opened yet; in the end that address still opens the screen, so nobody has used it.
import { chromium, expect, test, type Browser, type Page } from '@playwright/test'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CHROMIUM_FLAGS, findChromium } from '../../support/chromium.ts'
import { startHost, type RunningHost } from '../../support/host.ts'

const REBOUND = 'rebound.test'

let host: RunningHost
let evil: Server
let browser: Browser
let page: Page
let origin: string
let token: string

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  evil = createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Evil</title>'))
  await new Promise<void>((resolve) => { evil.listen(0, '127.0.0.1', resolve) })
  // A name of the attacker's that leads to this very machine.
  const rules = `--host-resolver-rules=MAP ${REBOUND} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`
  browser = await chromium.launch({ ...await findChromium(), args: [...CHROMIUM_FLAGS.filter((flag) => !flag.includes('resolver')), rules] })
  host = await startHost()
  const address = new URL(host.address)
  origin = address.origin
  token = address.hash.replace('#token=', '')
})
test.afterAll(async () => {
  await browser.close()
  evil.close()
  await host.stop()
})
test.beforeEach(async () => { page = await browser.newPage() })
test.afterEach(() => page.close())

const evilPage = () => page.goto(`http://127.0.0.1:${(evil.address() as AddressInfo).port}/`)

/** Asks for a session as a page may, with each kind of body; tells the status of each answer, or that there was none to read. */
const ask = (at: string) => page.evaluate(async ([url, secret]) => {
  const body = JSON.stringify({ token: secret })
  const asked = async (options: RequestInit) => {
    try {
      const response = await fetch(url!, { method: 'POST', body, ...options })
      return response.type === 'opaque' ? 'unreadable' : String(response.status)
    } catch {
      return 'refused'
    }
  }
  return [
    await asked({ headers: { 'content-type': 'application/json' } }),
    await asked({ headers: { 'content-type': 'text/plain' } }),
    await asked({ mode: 'no-cors', headers: { 'content-type': 'text/plain' } }),
    await asked({ mode: 'no-cors', credentials: 'include', keepalive: true }),
  ]
}, [`${at}/api/session`, token] as const)

test('a name rebound to this machine reaches nothing', async () => {
  const rebound = origin.replace('127.0.0.1', REBOUND)
  const response = await page.goto(`${rebound}/`)
  expect(response!.status()).toBe(403)
  expect(await response!.text()).toBe('403\n')
  expect(await ask(rebound)).toEqual(['403', '403', '403', '403'])
})

test('a page on another port reads nothing and opens no session', async () => {
  await evilPage()
  expect(await ask(origin)).toEqual(['refused', 'refused', 'refused', 'refused'])
  await expect(page.evaluate((url) => fetch(url, { mode: 'no-cors' }), `${origin}/`)).rejects.toThrow('Failed to fetch')
})

test('a form of another page is refused', async () => {
  await evilPage()
  const answered = page.waitForResponse(`${origin}/api/session`)
  await page.evaluate(([action, secret]) => {
    const form = Object.assign(document.createElement('form'), { method: 'POST', action, enctype: 'text/plain' })
    form.append(Object.assign(document.createElement('input'), { name: `{"token":"${secret}","x":"`, value: '"}' }))
    document.body.append(form)
    form.submit()
  }, [`${origin}/api/session`, token] as const)
  expect((await answered).status()).toBe(403)
})

test('no page can frame the screen', async () => {
  await evilPage()
  await page.evaluate((src) => new Promise((resolve) => {
    const frame = Object.assign(document.createElement('iframe'), { src, onload: resolve })
    document.body.append(frame)
  }), `${origin}/`)
  expect(page.frames().map((frame) => frame.url())).not.toContain(`${origin}/`)
  expect(await page.frames()[1]!.locator('#root').count()).toBe(0)
})

test('a page without an origin opens no session', async () => {
  await evilPage()
  const told = await page.evaluate(([url, secret]) => new Promise<unknown>((resolve) => {
    addEventListener('message', ({ data, origin: from }) => resolve([from, data]))
    const script = `const ask = (mode, type) => fetch('${url}', { method: 'POST', mode, headers: { 'content-type': type }, body: '{"token":"${secret}"}' })
      .then((response) => response.type, () => 'refused')
    Promise.all([ask('cors', 'application/json'), ask('no-cors', 'text/plain')]).then((told) => parent.postMessage(told, '*'))`
    const frame = document.createElement('iframe')
    frame.setAttribute('sandbox', 'allow-scripts')
    frame.srcdoc = `<script>${script}</script>`
    document.body.append(frame)
  }), [`${origin}/api/session`, token] as const)
  expect(told).toEqual(['null', ['refused', 'refused']])
})

test('after all of this the address is still unused', async () => {
  await page.goto(host.address)
  await expect(page.getByText('Selta Declaration').first()).toBeVisible()
})
