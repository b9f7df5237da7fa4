// The screen's own transport to a running host, without a browser.
import { loopbackTransport } from '../../renderer/api/loopback.ts'
import { openSession } from '../../renderer/api/session.ts'
import type { Transport } from '../../shared/contract/index.ts'

/** Redeems a single-use address of the host. */
export function transportTo(address: string): Transport {
  const location = new URL(address)
  // A browser adds the Origin by itself; Node has none.
  const send: typeof fetch = (path, init) =>
    fetch(new URL(String(path), location.origin), { ...init, headers: { ...Object.fromEntries(new Headers(init?.headers)), origin: location.origin } })
  const stored = new Map<string, string>()
  const session = openSession({
    location,
    history: { replaceState() {} },
    sessionStorage: {
      getItem: (key) => stored.get(key) ?? null,
      setItem: (key, value) => { stored.set(key, value) },
      removeItem: (key) => { stored.delete(key) },
    },
    fetch: send,
  })
  return loopbackTransport(session, send)
}
