// The contract over the backend itself, with nothing between.
import { createBackend } from '../../electron/core/backend.ts'
import { machinePorts } from '../../electron/core/ports.ts'
import { templates, workerScript } from '../support/services.ts'
import { contractSuite } from './suite.ts'

contractSuite('memory', async () => {
  const backend = createBackend({ library: ':memory:', host: 'memory', templates, worker: workerScript, ports: machinePorts, locale: 'en' })
  return { transport: backend, close: () => backend.close() }
})
