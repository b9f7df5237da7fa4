// What the desktop denies whoever asks: each event that a window or its session could allow, put to the real listeners.
import { expect, test } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDesktop, type Desktop } from '../../support/desktop.ts'

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

for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview', 'select-bluetooth-device']) {
  test(`${name} is prevented`, async () => {
    expect(await desktop.evaluate(({ BrowserWindow }, asked) => {
      let prevented = false
      const event = { url: 'app://alternat/index.html', preventDefault() { prevented = true } }
      // A device that is near is offered; none is chosen.
      let chosen: string | null = null
      const choose = (id: string) => { chosen = id }
      const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as { emit(name: string, ...values: unknown[]): boolean }
      contents.emit(asked, event, [{ deviceId: 'near' }], choose)
      return { prevented, chosen: chosen ?? '' }
    }, name)).toEqual({ prevented: true, chosen: '' })
  })
}

test('the page may put no file on the disk', async () => {
  await desktop.evaluate(({ session }) => {
    const asked: boolean[] = []
    Object.assign(globalThis, { asked })
    session.defaultSession.on('will-download', (event) => { asked.push(event.defaultPrevented) })
  }, null)
  await desktop.page.evaluate(() => {
    const href = URL.createObjectURL(new Blob(['text of a draft']))
    Object.assign(document.createElement('a'), { href, download: 'draft.txt' }).click()
  })
  await expect.poll(() => desktop.evaluate(() => (globalThis as unknown as { asked: boolean[] }).asked, null)).toEqual([true])
})

test('the page may copy, and nothing else of what a page can be granted', async () => {
  expect(await desktop.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'clipboard-write']
    const states = await Promise.all(names.map((name) => navigator.permissions.query({ name: name as PermissionName })))
    await navigator.clipboard.writeText('copied')
    return names.filter((_, index) => states[index]!.state === 'granted')
  })).toEqual(['clipboard-write'])
})

for (const origin of ['https://elsewhere.example/', 'app://alternat.evil/', 'app://elsewhere/']) {
  test(`a page of ${origin} may not even copy`, async () => {
    test.skip(!('grants' in await sessionOf()), 'Electron tells nobody what its handlers say')
    expect(await desktop.evaluate(({ session }, address) =>
      (session.defaultSession as unknown as { grants(permission: string, address: string): Promise<boolean> }).grants('clipboard-sanitized-write', address), origin)).toBe(false)
  })
}

test('no device is shared that was not chosen', async () => {
  test.skip(!('sharesDevices' in await sessionOf()), 'Electron tells nobody what its handlers say')
  expect((await sessionOf()).sharesDevices).toBe(false)
})

/** What the double tells of its session; Electron's tells none of it. */
const sessionOf = () => desktop.evaluate(({ session }): { grants?: true; sharesDevices?: boolean } => {
  const told = session.defaultSession as unknown as { grants?: unknown; sharesDevices?: boolean }
  return { ...(told.grants ? { grants: true as const } : {}), ...(told.sharesDevices === undefined ? {} : { sharesDevices: told.sharesDevices }) }
}, null)

test('every process of the screen is sandboxed, and no name is looked up', async () => {
  expect(await desktop.evaluate(({ app }) => ['enable-sandbox', 'host-resolver-rules', 'disable-background-networking'].map((name) =>
    app.commandLine.hasSwitch(name)), null)).toEqual([true, true, true])
})

test('the window keeps every protection that Electron lets a window give up', async () => {
  expect(await desktop.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    const kept = contents.getLastWebPreferences()
    const given = ['nodeIntegration', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames', 'allowRunningInsecureContent', 'experimentalFeatures',
      'enableBlinkFeatures', 'webviewTag', 'navigateOnDragDrop', 'plugins', 'devTools'].filter((name) => Boolean(kept[name]))
    return { given, kept: ['sandbox', 'contextIsolation', 'webSecurity'].filter((name) => kept[name] === true) }
  }, null)).toEqual({ given: [], kept: ['sandbox', 'contextIsolation', 'webSecurity'] })
})
