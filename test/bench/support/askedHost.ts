// The built host over a library, asked through the screen's own transport, and what it holds in memory.
import { readFileSync } from 'node:fs'
import { loopbackTransport } from '../../../renderer/api/loopback.ts'
import { openSession } from '../../../renderer/api/session.ts'
import { connect, type Client } from '../../../shared/contract/index.ts'
import { startHost } from '../../support/host.ts'

export interface AskedHost {
  call: Client['call']
  /** What stays in memory of the host's process and its workers, in MB (VmRSS); null where the system does not tell. */
  megabytes(): number | null
  stop(): Promise<void>
}

/** Starts `alternat serve` on a library. */
export async function askHost(library: string): Promise<AskedHost> {
  const host = await startHost({ library })
  const address = new URL(host.address)
  // A browser adds the Origin by itself; Node has none.
  const send: typeof fetch = (path, init) =>
    fetch(new URL(String(path), address.origin), { ...init, headers: { ...Object.fromEntries(new Headers(init?.headers)), origin: address.origin } })
  const stored = new Map<string, string>()
  const session = openSession({
    location: address,
    history: { replaceState() {} },
    sessionStorage: {
      getItem: (key) => stored.get(key) ?? null,
      setItem: (key, value) => { stored.set(key, value) },
      removeItem: (key) => { stored.delete(key) },
    },
    fetch: send,
  })
  const { call } = connect(loopbackTransport(session, send))
  return { call, megabytes: () => residentOf(host.pid), stop: () => host.stop() }
}

function residentOf(pid: number): number | null {
  try {
    return Number(/VmRSS:\s*(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) * 1024 / 1e6
  } catch {
    return null
  }
}
