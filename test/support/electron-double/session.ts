// The one session: asked before every request, download and permission. Without handlers it allows, as Electron does.
import { EventEmitter } from 'node:events'
import { Preventable } from './life.ts'
import { answerScheme } from './protocol.ts'

type BeforeRequest = (details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void
type PermissionRequest = (contents: unknown, permission: string, answer: (granted: boolean) => void, details: { requestingUrl: string }) => void
type PermissionCheck = (contents: unknown, permission: string, origin: string) => boolean

class Session extends EventEmitter {
  #beforeRequest: BeforeRequest | null = null
  #permissionRequest: PermissionRequest | null = null
  #permissionCheck: PermissionCheck | null = null
  #devicePermission: (() => boolean) | null = null

  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest) => { this.#beforeRequest = listener },
  }

  setPermissionRequestHandler(handler: PermissionRequest): void { this.#permissionRequest = handler }
  setPermissionCheckHandler(handler: PermissionCheck): void { this.#permissionCheck = handler }
  setDevicePermissionHandler(handler: () => boolean): void { this.#devicePermission = handler }
  setSpellCheckerEnabled(_on: boolean): void {}

  /** A request of the main process; like the real one it passes the handlers of the session. */
  async fetch(url: string): Promise<Response> {
    const answer = await this.cancels(url) ? null : await answerScheme(url, 'GET')
    if (!answer) throw new Error('net::ERR_FAILED')
    return answer
  }

  async cancels(url: string): Promise<boolean> {
    const ask = this.#beforeRequest
    return ask !== null && await new Promise<boolean>((resolve) => { ask({ url }, ({ cancel }) => resolve(cancel ?? false)) })
  }

  /** A page checks a permission and, where it has it not, requests it. */
  async grants(permission: string, address: string): Promise<boolean> {
    const { href } = new URL('/', address)
    if (this.#permissionCheck === null || this.#permissionCheck(null, permission, href)) return true
    const request = this.#permissionRequest
    return request === null || await new Promise<boolean>((resolve) => { request(null, permission, resolve, { requestingUrl: address }) })
  }

  /** Not of Electron, which tells it to devices only: whether one may be used that the page did not choose. */
  get sharesDevices(): boolean { return this.#devicePermission === null || this.#devicePermission() }

  /** Whether a page may put a file on the disk. */
  allowsDownload(): boolean {
    const event = new Preventable()
    this.emit('will-download', event)
    return !event.defaultPrevented
  }
}

export const defaultSession = new Session()
export const session = { defaultSession }
