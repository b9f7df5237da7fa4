// The application's life: ready when the browser runs, one instance per home, quit in Electron's order of events.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startBrowser, stopBrowser } from './browser.ts'
import { goesOn, life } from './life.ts'

const home = process.env['ELECTRON_DOUBLE_HOME'] ?? '.'
const lock = join(home, 'SingletonLock')
const switches: string[] = []
const ready = Promise.withResolvers<void>()

// By the next turn of the loop the main module has run to its end, as in Electron.
setImmediate(() => {
  void startBrowser(switches, home).then(() => {
    life.ready = true
    life.events.emit('ready', {})
    ready.resolve()
  })
})

export const app = {
  commandLine: {
    appendSwitch: (name: string, value?: string) => { switches.push(value === undefined ? `--${name}` : `--${name}=${value}`) },
    hasSwitch: (name: string) => switches.some((one) => one.split('=')[0] === `--${name}`),
  },
  on(event: string, listener: (...values: unknown[]) => void) { life.events.on(event, listener) },
  whenReady: () => ready.promise,
  // Electron remembers it as a switch too.
  enableSandbox() { switches.push('--enable-sandbox') },
  getLocale: () => (process.env['LANG'] ?? 'en_GB').slice(0, 5).replace('_', '-'),
  getPath: (name: string) => join(home, name),

  requestSingleInstanceLock(): boolean {
    mkdirSync(home, { recursive: true })
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
    } catch {
      // The first instance hears of it by a signal; Electron has a socket for that.
      process.kill(Number(readFileSync(lock, 'utf8')), 'SIGUSR2')
      return false
    }
    process.on('SIGUSR2', () => life.events.emit('second-instance', {}, [], home))
    process.on('exit', () => rmSync(lock, { force: true }))
    return true
  },

  quit(): void { void quit() },
  exit(code = 0): void { void stopBrowser().finally(() => process.exit(code)) },
}

async function quit(): Promise<void> {
  if (!goesOn('before-quit')) return
  for (const window of life.windows.slice()) if (!(await window.closed())) return
  if (!goesOn('will-quit')) return
  life.events.emit('quit', {}, 0)
  await stopBrowser()
  process.exit(0)
}
