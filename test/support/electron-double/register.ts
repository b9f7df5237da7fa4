// Loaded before the built main process: puts this double in the place of Electron. Used where Electron's program is missing.
import { registerHooks } from 'node:module'

const double = new URL('./electron.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) => (specifier === 'electron' ? { url: double, format: 'module-typescript', shortCircuit: true } : next(specifier, context)),
})
