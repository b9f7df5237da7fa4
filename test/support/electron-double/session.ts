// The one session: asked before every request and for every permission. Without handlers it allows, as Electron does.
import { answerScheme } from './protocol.ts'

type BeforeRequest = (details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void
type PermissionRequest = (contents: unknown, permission: string, answer: (granted: boolean) => void) => void

class Session {
  #beforeRequest: BeforeRequest | null = null
  #permissionRequest: PermissionRequest | null = null
  #permissionCheck: ((contents: unknown, permission: string) => boolean) | null = null

  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest) => { this.#beforeRequest = listener },
  }

  setPermissionRequestHandler(handler: PermissionRequest): void { this.#permissionRequest = handler }
  setPermissionCheckHandler(handler: (contents: unknown, permission: string) => boolean): void { this.#permissionCheck = handler }
  setDevicePermissionHandler(_handler: () => boolean): void {}
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

  /** Both handlers are asked: a page may check a permission or request it. */
  async grants(permission: string): Promise<boolean> {
    const request = this.#permissionRequest
    const requested = request === null || await new Promise<boolean>((resolve) => { request(null, permission, resolve) })
    return requested || this.#permissionCheck === null || this.#permissionCheck(null, permission)
  }
}

export const defaultSession = new Session()
export const session = { defaultSession }
