// The contract over the loopback host, through the screen's own transport: JSON, a bearer, one stream of events.
import { join } from 'node:path'
import { createLastingBackend } from '../../electron/core/lasting.ts'
import { machinePorts } from '../../electron/core/ports.ts'
import { startLoopback } from '../../electron/host/loopback/server.ts'
import { transportTo } from '../support/ownTransport.ts'
import { templates, workerScript } from '../support/services.ts'
import { temporaryFolder } from '../support/temporary.ts'
import { contractSuite } from './suite.ts'

contractSuite('loopback', async () => {
  const backend = createLastingBackend({ library: join(temporaryFolder(), 'library.alternat'), host: 'memory', templates, worker: workerScript, ports: machinePorts, locale: 'en' })
  const host = await startLoopback(backend, templates)
  return {
    transport: transportTo(host.newAddress()),
    async close() {
      await host.close()
      await backend.close()
    },
  }
})
