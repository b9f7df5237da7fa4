// The contract over the backend itself, with nothing between.
import { join } from 'node:path'
import { createLastingBackend } from '../../electron/core/lasting.ts'
import { machinePorts } from '../../electron/core/ports.ts'
import { templates, workerScript } from '../support/services.ts'
import { temporaryFolder } from '../support/temporary.ts'
import { contractSuite } from './suite.ts'

contractSuite('memory', async () => {
  const backend = createLastingBackend({ library: join(temporaryFolder(), 'library.alternat'), host: 'memory', templates, worker: workerScript, ports: machinePorts, locale: 'en' })
  return { transport: backend, close: () => backend.close() }
})
