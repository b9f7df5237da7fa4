// Windows: each a page of the browser, with the preload script in a world of its own.
import { randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { CDPSession, Frame, Page } from 'playwright-core'
import { fromBrowser, toBrowser } from './addresses.ts'
import { browser } from './browser.ts'
import { answerInvoke } from './ipc.ts'
import { goesOn, life, Preventable, type OpenWindow } from './life.ts'
import { schemes } from './protocol.ts'
import { defaultSession } from './session.ts'
import { openSide, pageWorld, preloadWorld, type Names } from './worlds.ts'

interface WebPreferences {
  preload: string
  contextIsolation?: boolean
  sandbox?: boolean
  nodeIntegration?: boolean
}

/** Electron's name of a permission, and Chromium's. */
const PERMISSIONS = [
  ['geolocation', 'geolocation'], ['notifications', 'notifications'], ['media', 'camera'], ['media', 'microphone'],
  ['clipboard-read', 'clipboard-read'], ['clipboard-sanitized-write', 'clipboard-write'],
] as const

class Navigation extends Preventable {
  readonly url: string
  constructor(url: string) {
    super()
    this.url = url
  }
}

class WebContents extends EventEmitter {
  readonly session = defaultSession
  readonly #window: BrowserWindow
  openHandler: ((details: { url: string }) => { action: 'allow' | 'deny' }) | null = null

  constructor(window: BrowserWindow) {
    super()
    this.#window = window
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: 'allow' | 'deny' }): void { this.openHandler = handler }
  send(channel: string, ...values: unknown[]): void { this.#window.tell({ channel, values }) }
  getURL(): string { return fromBrowser(this.#window.page?.url() ?? '') }
  getLastWebPreferences(): WebPreferences { return this.#window.preferences }

  sendInputEvent({ type, keyCode, modifiers }: { type: string; keyCode: string; modifiers: string[] }): void {
    if (type !== 'keyDown') return
    const key = /^(Up|Down|Left|Right)$/.test(keyCode) ? `Arrow${keyCode}` : keyCode.length === 1 ? `Key${keyCode}` : keyCode
    const names = modifiers.map((name) => name[0]!.toUpperCase() + name.slice(1))
    void this.#window.page?.keyboard.press([...names, key].join('+'))
  }
}

export class BrowserWindow extends EventEmitter implements OpenWindow {
  static getAllWindows(): OpenWindow[] { return [...life.windows] }

  readonly webContents = new WebContents(this)
  readonly preferences: WebPreferences
  page: Page | null = null
  readonly #opened: Promise<void>
  readonly #names: Names
  #wire: CDPSession | null = null
  #preloadContext: number | null = null
  #loading: string | null = null
  #gone = Promise.withResolvers<void>()
  #destroyed = false
  #focused = 0
  #visible = false

  constructor({ webPreferences }: { webPreferences: WebPreferences }) {
    super()
    const secret = randomBytes(12).toString('hex')
    this.#names = { channel: `c${secret}`, toMain: `m${secret}`, fromMain: `f${secret}` }
    this.preferences = { sandbox: true, contextIsolation: true, nodeIntegration: false, ...webPreferences }
    life.windows.push(this)
    this.#opened = this.#open()
    life.events.emit('web-contents-created', {}, this.webContents)
  }

  async #open(): Promise<void> {
    const context = browser()
    const page = this.page = context.pages()[0] ?? await context.newPage()
    const wire = this.#wire = await context.newCDPSession(page)
    const world = `preload-${this.#names.channel}`
    await wire.send('Page.enable')
    await wire.send('Runtime.enable')
    wire.on('Runtime.executionContextCreated', ({ context: created }) => {
      if (created.name === world) this.#preloadContext = created.id
    })
    wire.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === this.#names.toMain) void this.#invoked(JSON.parse(payload) as { id: number; channel: string; values: unknown[] })
    })
    await wire.send('Runtime.addBinding', { name: this.#names.toMain, executionContextName: world })
    const side = (me: string, other: string) => `(${openSide})(${JSON.stringify(this.#names.channel)}, '${me}', '${other}')`
    await wire.send('Page.addScriptToEvaluateOnNewDocument', { source: `if (window === top) (${pageWorld})(${side('page', 'preload')})` })
    if (this.preferences.contextIsolation) {
      const preload = readFileSync(this.preferences.preload, 'utf8')
      await wire.send('Page.addScriptToEvaluateOnNewDocument', {
        worldName: world,
        source: `if (window === top) (${preloadWorld})(${side('preload', 'page')}, ${JSON.stringify(this.#names)}, (require) => {\n${preload}\n})`,
      })
    }
    page.on('popup', (popup) => {
      if (this.webContents.openHandler?.({ url: fromBrowser(popup.url()) }).action === 'deny') void popup.close()
    })
    page.on('dialog', (dialog) => {
      const event = new Preventable()
      if (dialog.type() === 'beforeunload') this.webContents.emit('will-prevent-unload', event)
      void (event.defaultPrevented ? dialog.accept() : dialog.dismiss())
      if (!event.defaultPrevented) this.#gone.resolve()
    })
    page.on('download', (download) => {
      if (!defaultSession.allowsDownload()) void download.cancel()
    })
    page.on('close', () => this.#closedForGood())
  }

  async #invoked({ id, channel, values }: { id: number; channel: string; values: unknown[] }): Promise<void> {
    const frame = this.page && { url: fromBrowser(this.page.mainFrame().url()), parent: null }
    this.tell({ id, ...await answerInvoke(channel, { senderFrame: frame }, values) })
  }

  /** Hands a message to the preload's world. */
  tell(message: object): void {
    if (this.#preloadContext === null || this.#destroyed) return
    void this.#wire?.send('Runtime.evaluate', { contextId: this.#preloadContext, expression: `${this.#names.fromMain}(${JSON.stringify(message)})` })
      // The page may be on its way out.
      .catch(() => {})
  }

  async loadURL(address: string): Promise<void> {
    await this.#opened
    const target = toBrowser(address, schemes)
    for (const [permission, name] of PERMISSIONS) {
      const setting = await defaultSession.grants(permission, address) ? 'granted' : 'denied'
      await this.#wire!.send('Browser.setPermission', { permission: { name }, setting, origin: new URL(target).origin })
    }
    this.#loading = address
    try {
      await this.page!.goto(target)
    } finally {
      this.#loading = null
    }
  }

  /** The application's own loading is always allowed, anything else unless a listener prevents it. */
  allowsNavigation(address: string, frame: Frame): boolean {
    if (address === this.#loading) return true
    const event = new Navigation(address)
    this.webContents.emit('will-frame-navigate', event)
    if (frame === this.page?.mainFrame()) this.webContents.emit('will-navigate', event, address)
    return !event.defaultPrevented
  }

  close(): void { void this.closed() }

  async closed(): Promise<boolean> {
    const event = new Preventable()
    this.emit('close', event)
    if (event.defaultPrevented) return false
    this.#gone = Promise.withResolvers()
    await this.page?.close({ runBeforeUnload: true })
    await this.#gone.promise
    return this.#destroyed
  }

  #closedForGood(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    life.windows.splice(life.windows.indexOf(this), 1)
    this.#gone.resolve()
    this.emit('closed')
    if (life.windows.length === 0) goesOn('window-all-closed')
  }

  isDestroyed(): boolean { return this.#destroyed }
  isMinimized(): boolean { return false }
  restore(): void {}
  show(): void { this.#visible = true }
  isVisible(): boolean { return this.#visible }
  focus(): void { this.#focused++ }
  /** Not of Electron: how often the window was brought to the front. */
  get focused(): number { return this.#focused }
}
