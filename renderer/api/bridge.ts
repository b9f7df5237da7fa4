// The desktop's way to the backend: the functions that the preload script put on the window.
import type { Reply } from '../../shared/contract/error.ts'
import type { Transport } from '../../shared/contract/index.ts'

/** What the preload script exposes; plain values cross, nothing of Electron. */
export interface Bridge {
  request(name: string, input: unknown): Promise<Reply>
  subscribe(push: (event: string, payload: unknown) => void): () => void
}

declare global {
  interface Window {
    /** Present in the desktop only. */
    readonly alternat?: Bridge
  }
}

export const bridgeTransport = (bridge: Bridge): Transport => ({
  request: (name, input) => bridge.request(name, input),
  subscribe: (push) => bridge.subscribe(push),
})
