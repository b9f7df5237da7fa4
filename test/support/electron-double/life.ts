// What the parts of the double share: the application's events, whether it is ready, and the windows that are open.
import { EventEmitter } from 'node:events'
import type { Frame, Page } from 'playwright-core'

/** An event of Electron's that a listener may prevent. */
export class Preventable {
  defaultPrevented = false
  preventDefault(): void { this.defaultPrevented = true }
}

export interface OpenWindow {
  page: Page | null
  /** Whether a page of the window may go there. */
  allowsNavigation(address: string, frame: Frame): boolean
  /** Asks to close; false where a listener or the page prevented it. */
  closed(): Promise<boolean>
}

export const life = { events: new EventEmitter(), ready: false, windows: [] as OpenWindow[] }

/** Emits a preventable event of the application; false where a listener prevented it. */
export function goesOn(name: string): boolean {
  const event = new Preventable()
  life.events.emit(name, event)
  return !event.defaultPrevented
}
