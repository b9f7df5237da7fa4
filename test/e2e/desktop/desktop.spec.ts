// The built main process and preload script: a window that works, and everything it must deny.
import { expect, test } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bridge } from '../../../renderer/api/bridge.ts'
import { openDesktop, type Desktop } from '../../support/desktop.ts'

declare global {
  interface Window { readonly alternat?: Bridge }
}

const FOREIGN = 'https://elsewhere.example/'

let home: string
let desktop: Desktop

test.beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'alternat-desktop-'))
  desktop = await openDesktop(home)
})

test.afterAll(async () => {
  await desktop.kill()
  rmSync(home, { recursive: true, force: true, maxRetries: 5 })
})

/** One request over the bridge, as the screen makes it. */
const request = (name: unknown, input: unknown) =>
  desktop.page.evaluate(([name, input]) => window.alternat!.request(name as string, input), [name, input] as const)

const address = () => desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL().split('#')[0], null)

test('the window shows the screen at its own address', async () => {
  expect(await address()).toBe('app://alternat/index.html')
  await expect(desktop.page).toHaveTitle(/Alternat/)
  expect(await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible(), null)).toBe(true)
})

test('an operation goes to the backend and back', async () => {
  expect(await request('app.info', {})).toMatchObject({ ok: true, value: { host: 'desktop', library: join(home, 'library.alternat') } })
})

test('a refused input comes back as an envelope', async () => {
  expect(await request('draft.open', { id: 'no such draft' })).toMatchObject({ ok: false, error: { code: 'invalid' } })
  expect(await request('no.such.operation', {})).toMatchObject({ ok: false, error: { code: 'invalid' } })
  expect(await request(7, {})).toMatchObject({ ok: false, error: { code: 'unauthorised' } })
})

test('an event reaches the screen until it stops listening', async () => {
  const heard = await desktop.page.evaluate(async () => {
    const events: string[] = []
    const first = Promise.withResolvers<void>()
    const stop = window.alternat!.subscribe((event) => {
      events.push(event)
      first.resolve()
    })
    await window.alternat!.request('settings.set', { theme: 'dark' })
    await first.promise
    stop()
    await window.alternat!.request('settings.set', { theme: 'light' })
    return events
  })
  expect(heard).toEqual(['settings.changed'])
})

test('the screen has the bridge and nothing of Node or Electron', async () => {
  expect(await desktop.page.evaluate(() => ({
    bridge: Object.keys(window.alternat ?? {}).toSorted(),
    leaks: ['require', 'process', 'Buffer', 'module', 'global', 'electron', 'ipcRenderer'].filter((name) => name in window),
    frozen: Object.isFrozen(window.alternat),
  }))).toEqual({ bridge: ['request', 'subscribe'], leaks: [], frozen: true })
})

const senders: [string, { url: string; parent: object | null } | null, boolean][] = [
  ['the screen', { url: 'app://alternat/index.html#/library', parent: null }, true],
  ['an address that only begins like the screen', { url: 'app://alternat.evil/index.html', parent: null }, false],
  ['the screen with a user name', { url: 'app://alternat@evil/index.html', parent: null }, false],
  ['the screen on a port', { url: 'app://alternat:81/index.html', parent: null }, false],
  ['another scheme', { url: 'https://alternat/index.html', parent: null }, false],
  ['an empty page', { url: 'about:blank', parent: null }, false],
  ['a frame inside the screen', { url: 'app://alternat/index.html', parent: {} }, false],
  ['a frame that is gone', null, false],
]
for (const [who, senderFrame, heard] of senders) {
  test(`${who} is ${heard ? 'heard' : 'not heard'}`, async () => {
    const reply = await desktop.evaluate(({ ipcMain }, frame) => {
      type Handler = (event: object, name: string, input: object) => unknown
      const handlers = (ipcMain as unknown as Record<string, Map<string, Handler>>)['_invokeHandlers']!
      return handlers.get('alternat:request')!({ senderFrame: frame }, 'app.info', {})
    }, senderFrame)
    expect(reply).toMatchObject(heard ? { ok: true } : { ok: false, error: { code: 'unauthorised' } })
  })
}

test('the page may run only its own scripts, and reach nothing', async () => {
  expect(await desktop.page.evaluate(async (foreign) => {
    const attempt = async (run: () => unknown) => {
      try {
        await run()
        return 'allowed'
      } catch {
        return 'denied'
      }
    }
    const trusted = (window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }).trustedTypes
    const policy = (name: string) => attempt(() => trusted.createPolicy(name, { createHTML: (html: string) => html }))
    return {
      markup: await attempt(() => { document.createElement('div').innerHTML = '<b>x</b>' }),
      script: await attempt(() => { document.createElement('script').textContent = '1' }),
      parser: await attempt(() => new DOMParser().parseFromString('<b>x</b>', 'text/html')),
      otherPolicy: await policy('other'),
      lexicalPolicy: await policy('lexical'),
      paste: await policy('alternat-clipboard'),
      ownFetch: await attempt(() => fetch('/index.html')),
      foreignFetch: await attempt(() => fetch(foreign)),
      foreignPicture: await attempt(() => new Promise((resolve, reject) => {
        const picture = new Image()
        picture.addEventListener('load', resolve)
        picture.addEventListener('error', reject)
        picture.src = `${foreign}pixel.png`
      })),
    }
  }, FOREIGN)).toEqual({
    markup: 'denied', script: 'denied', parser: 'denied', otherPolicy: 'denied', lexicalPolicy: 'denied', paste: 'allowed',
    ownFetch: 'denied', foreignFetch: 'denied', foreignPicture: 'denied',
  })
})

const files: [string, number | 'refused'][] = [
  ['app://alternat/index.html', 200],
  ['app://alternat/', 200],
  ['app://alternat/none.js', 404],
  ['app://alternat/%2e%2e/main/index.js', 404],
  ['app://alternat/..%2fmain%2findex.js', 404],
  ['app://elsewhere/index.html', 'refused'],
  ['https://elsewhere.example/', 'refused'],
]
for (const [file, expected] of files) {
  test(`${file} is ${expected === 'refused' ? expected : `answered with ${expected}`}`, async () => {
    const answer = await desktop.evaluate(async ({ session }, url) => {
      try {
        const { status, headers } = await session.defaultSession.fetch(url)
        return { status, policy: headers.get('content-security-policy'), nosniff: headers.get('x-content-type-options') }
      } catch {
        return { status: 'refused' as const, policy: null, nosniff: null }
      }
    }, file)
    expect(answer.status).toBe(expected)
    if (expected === 'refused') return
    expect(answer.policy).toMatch(/^default-src 'none'; script-src 'self'; .*connect-src 'none'/)
    expect(answer.nosniff).toBe('nosniff')
  })
}

test('the page may not go elsewhere', async () => {
  await desktop.page.evaluate((foreign) => { location.href = foreign }, FOREIGN)
  await desktop.page.evaluate(() => { location.href = '/assets/none.html' })
  expect(await request('app.info', {})).toMatchObject({ ok: true })
  expect(await address()).toBe('app://alternat/index.html')
})

test('the page may not open windows', async () => {
  await desktop.page.evaluate((foreign) => { window.open(foreign) }, FOREIGN)
  await desktop.page.evaluate(() => { window.open('/index.html') })
  await expect.poll(() => desktop.page.context().pages().length).toBe(1)
  expect(await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null)).toBe(1)
})

const menu = () => desktop.evaluate(({ Menu }) => Menu.getApplicationMenu()!.items.map((item) => item.label), null)
const ENGLISH = ['File', 'Edit', 'Changes', 'View']
const RUSSIAN = ['Файл', 'Правка', 'Исправления', 'Вид']

test('the menu speaks the language of the system, or the one chosen in settings', async () => {
  expect(await menu()).toEqual(ENGLISH)
  await request('settings.set', { locale: 'ru' })
  await expect.poll(menu).toEqual(RUSSIAN)
  await request('settings.set', { locale: 'system' })
  await expect.poll(menu).toEqual(ENGLISH)
})

test('a menu command presses its key on the screen', async () => {
  await desktop.page.evaluate(() => {
    addEventListener('keydown', (event) => { document.documentElement.dataset['pressed'] = `${event.ctrlKey} ${event.shiftKey} ${event.altKey} ${event.code}` })
  })
  await desktop.evaluate(({ Menu }) => {
    const item = Menu.getApplicationMenu()!.getMenuItemById('next-change') as unknown as { click(item: object): void }
    item.click(item)
  }, null)
  await expect(desktop.page.locator('html')).toHaveAttribute('data-pressed', 'false false true ArrowDown')
})

test('a second start brings this window to the front and ends', async () => {
  await expect(openDesktop(home)).rejects.toThrow('ended with 0')
  expect(await request('app.info', {})).toMatchObject({ ok: true })
})

test('a library that cannot be opened is told, not shown empty', async () => {
  const other = mkdtempSync(join(tmpdir(), 'alternat-desktop-'))
  await expect(openDesktop(other, '/no/such/folder/library.alternat')).rejects.toThrow('ended with 1')
  rmSync(other, { recursive: true, force: true, maxRetries: 5 })
})

test('closing waits for a save under way and ends the program', async () => {
  const { page } = desktop
  await page.evaluate(() => {
    window.alternat!.subscribe((event) => {
      // As late as a save that waits for the last key.
      if (event === 'app.closing') setTimeout(() => { void window.alternat!.request('settings.set', { author: 'Saved while closing' }) }, 300)
    })
  })
  await desktop.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]!.close() }, null)
  expect(await desktop.exited).toBe(0)
  desktop = await openDesktop(home)
  expect(await request('settings.get', {})).toMatchObject({ ok: true, value: { author: 'Saved while closing' } })
})

test('closing with text that could not be saved asks first, in the language of the screen', async () => {
  const { page } = desktop
  await request('settings.set', { locale: 'ru' })
  await page.locator('body').click({ position: { x: 5, y: 400 } })
  await page.evaluate(() => { addEventListener('beforeunload', (event) => event.preventDefault()) })
  await desktop.evaluate(({ BrowserWindow, dialog }) => {
    const asked: unknown[] = []
    Object.assign(globalThis, { asked })
    Object.assign(dialog, { showMessageBoxSync: (_window: unknown, options: { buttons: string[] }) => asked.push(options.buttons) - 1 })
    BrowserWindow.getAllWindows()[0]!.close()
  }, null)
  // The first answer keeps the window open, the second closes it.
  await expect.poll(() => desktop.evaluate(() => (globalThis as unknown as { asked: unknown[] }).asked, null)).toEqual([['Не закрывать', 'Закрыть без сохранения']])
  expect(await request('app.info', {})).toMatchObject({ ok: true })
  await desktop.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]!.close() }, null)
  expect(await desktop.exited).toBe(0)
  desktop = await openDesktop(home)
  expect(await menu()).toEqual(RUSSIAN)
})
