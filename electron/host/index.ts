// The browser host as `npm start` runs it, after `start.mjs` has built what was missing and said why Electron is not used.
import { runCommandLine } from './cli/run.ts'

process.exitCode = await runCommandLine(['serve', ...process.argv.slice(2)])
