// The built browser host in a real browser: an address opens one window, the window keeps its session, nothing leaves the
// machine, and the page runs under its policy without breaking it.
import { expect, test, type Page } from '@playwright/test'
import en from '../../../shared/contract/messages/en.json' with { type: 'json' }
import ru from '../../../shared/contract/messages/ru.json' with { type: 'json' }
import { startHost, type RunningHost } from '../../support/host.ts'

let host: RunningHost

test.beforeEach(async () => { host = await startHost() })
test.afterEach(() => host.stop())

/** Everything the page complains of, and every request that is not for its own host. */
function watch(page: Page): string[] {
  const noise: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') noise.push(message.text())
  })
  page.on('pageerror', (error) => noise.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(host.address).origin) && !/^(data|blob):/.test(request.url())) noise.push(`request: ${request.url()}`)
  })
  return noise
}

const library = (page: Page) => page.getByText('Selta Declaration').first()

test('the token leaves the address, and a reload keeps the window', async ({ page }) => {
  await page.goto(host.address)
  await expect(library(page)).toBeVisible()
  expect(page.url()).not.toContain('token')
  await page.reload()
  await expect(library(page)).toBeVisible()
})

for (const [locale, words] of [['en-GB', en], ['ru-RU', ru]] as const) {
  test(`a second window on the same address is told so (${locale})`, async ({ browser }) => {
    const context = await browser.newContext({ locale })
    const first = await context.newPage()
    await first.goto(host.address)
    await expect(library(first)).toBeVisible()
    const second = await context.newPage()
    await second.goto(host.address)
    await expect(second.getByText(words.unauthorised).first()).toBeVisible()
    await expect(library(second)).toBeHidden()
    await context.close()
  })
}

test('every page keeps to the policy and to this machine', async ({ page }) => {
  const noise = watch(page)
  await page.goto(host.address)
  await expect(library(page)).toBeVisible()
  for (const route of ['import', 'drafts', 'compare', 'settings', 'library']) {
    await page.evaluate((to) => { location.hash = `/${to}` }, route)
    await expect(page).toHaveURL(new RegExp(`#/${route}$`))
    await page.evaluate(() => new Promise((idle) => { requestIdleCallback(idle) }))
  }
  expect(noise).toEqual([])
})

test('the page can be given no markup, no script and no cookie', async ({ page, context }) => {
  await page.goto(host.address)
  await expect(library(page)).toBeVisible()
  expect(await page.evaluate(() => {
    const attempts = [
      () => { document.createElement('div').innerHTML = '<img src=x>' },
      () => { document.createElement('script').textContent = '1' },
      () => { document.createElement('script').src = '/assets/x.js' },
    ]
    return attempts.map((attempt) => {
      try {
        attempt()
        return 'allowed'
      } catch {
        return 'denied'
      }
    })
  })).toEqual(['denied', 'denied', 'denied'])
  expect(await context.cookies()).toEqual([])
})

test('a page of another origin gets nothing, even with the port', async ({ browser }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.route('http://elsewhere.example/', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>elsewhere</title>' }))
  await page.goto('http://elsewhere.example/')
  const outcome = await page.evaluate(async (origin) => {
    const tryFetch = async (path: string, init: RequestInit) => {
      try {
        const { status, type } = await fetch(origin + path, init)
        return `${type} ${status}`
      } catch {
        return 'failed'
      }
    }
    return [
      await tryFetch('/', {}),
      await tryFetch('/api/request', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }),
      await tryFetch('/api/request', { method: 'POST', mode: 'no-cors', body: '{"name":"draft.list","input":{}}' }),
    ]
  }, new URL(host.address).origin)
  expect(outcome.every((one) => one === 'failed' || one === 'opaque 0')).toBe(true)
  await context.close()
})

test('when the host stops, the window says so and keeps what is on screen', async ({ page }) => {
  await page.goto(host.address)
  await expect(library(page)).toBeVisible()
  await host.stop()
  const reply = await page.evaluate(async () => {
    try {
      await fetch('/api/request', { method: 'POST' })
      return 'answered'
    } catch {
      return 'gone'
    }
  })
  expect(reply).toBe('gone')
  await expect(page.getByRole('link', { name: 'Library' }).or(page.getByText('Library', { exact: true })).first()).toBeVisible()
})

test('with its last window the host ends, every save on disk', async ({ browser }) => {
  const ending = await startHost({ stay: false })
  const page = await browser.newPage()
  await page.goto(ending.address)
  await expect(library(page)).toBeVisible()
  await page.close()
  expect(await ending.exited).toBe(0)
  await ending.stop()
})
