// The contract over the loopback host, through the screen's own transport: JSON, a bearer, one stream of events.
import { join } from 'node:path'
import { createLastingBackend } from '../../electron/core/lasting.ts'
import { machinePorts } from '../../electron/core/ports.ts'
import { startLoopback } from '../../electron/host/loopback/server.ts'
import { loopbackTransport } from '../../renderer/api/loopback.ts'
import { openSession } from '../../renderer/api/session.ts'
import { templates, workerScript } from '../support/services.ts'
import { temporaryFolder } from '../support/temporary.ts'
import { contractSuite } from './suite.ts'

contractSuite('loopback', async () => {
  const backend = createLastingBackend({ library: join(temporaryFolder(), 'library.alternat'), host: 'memory', templates, worker: workerScript, ports: machinePorts, locale: 'en' })
  const host = await startLoopback(backend, templates)
  // A browser adds the Origin by itself; Node has none.
  const send: typeof fetch = (path, init) =>
    fetch(new URL(String(path), host.origin), { ...init, headers: { ...Object.fromEntries(new Headers(init?.headers)), origin: host.origin } })
  const stored = new Map<string, string>()
  const session = openSession({
    location: new URL(host.newAddress()),
    history: { replaceState() {} },
    sessionStorage: {
      getItem: (key) => stored.get(key) ?? null,
      setItem: (key, value) => { stored.set(key, value) },
      removeItem: (key) => { stored.delete(key) },
    },
    fetch: send,
  })
  return {
    transport: loopbackTransport(session, send),
    async close() {
      await host.close()
      await backend.close()
    },
  }
})
