// Opens the built desktop for a test: in Electron where its program is here and can run, else in the double. Both are driven
// alike; which one ran is printed once.
import { _electron, chromium, type Page } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { once } from 'node:events'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')
const REGISTER = join(import.meta.dirname, 'electron-double/register.ts')

export interface Desktop {
  page: Page
  /** Runs a function in the main process, with the Electron module as its first argument. It may use nothing around it. */
  evaluate<Result, Argument>(run: (electron: typeof import('electron'), argument: Argument) => Result, argument: Argument): Promise<Awaited<Result>>
  /** Resolves with the exit code when the desktop has quit. */
  exited: Promise<number | null>
  /** Quits without waiting for anything. */
  kill(): Promise<void>
  /** Ends the main process at once, as a crash does. */
  crash(): Promise<void>
}

const mainOf = (app: string) => join(app, 'out/main/index.js')

/** Path of Electron's program; null where it was not downloaded or cannot run here. */
function electronProgram(): string | null {
  const named = join(ROOT, 'node_modules/electron/path.txt')
  if (!existsSync(named)) return null
  const program = join(ROOT, 'node_modules/electron/dist', readFileSync(named, 'utf8').trim())
  const display = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']
  return existsSync(program) && display && process.getuid?.() !== 0 ? program : null
}

const program = electronProgram()
console.log(program ? `desktop tests run in Electron: ${program}` : 'desktop tests run in the double of Electron: its program is not here or cannot run')

/** `home` is an empty folder for everything this desktop writes; `app` is where it was built or unpacked. */
export async function openDesktop(home: string, library = join(home, 'library.alternat'), app = ROOT): Promise<Desktop> {
  mkdirSync(home, { recursive: true })
  const env = { ...process.env as Record<string, string>, XDG_DATA_HOME: home, ELECTRON_DOUBLE_HOME: home, LANG: 'en_GB.UTF-8' }
  return program ? inElectron(program, home, library, app, env) : inDouble(library, app, env)
}

async function inElectron(executablePath: string, home: string, library: string, app: string, env: Record<string, string>): Promise<Desktop> {
  const electron = await _electron.launch({ executablePath, args: [`--user-data-dir=${home}`, mainOf(app), '--library', library], env })
  const page = await electron.firstWindow()
  const child = electron.process()
  return {
    page,
    evaluate: (run, argument) => electron.evaluate(run as never, argument),
    exited: exitOf(child),
    kill: () => electron.close(),
    crash: () => crash(child),
  }
}

async function inDouble(library: string, app: string, env: Record<string, string>): Promise<Desktop> {
  const child = spawn(process.execPath, ['--import', REGISTER, mainOf(app), '--library', library], { cwd: app, env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const exited = exitOf(child)
  const [profile] = await Promise.all([told(child, exited, 'profile'), told(child, exited, 'shown')])
  const [port, path] = readFileSync(join(String(profile), 'DevToolsActivePort'), 'utf8').split('\n')
  const browser = await chromium.connectOverCDP(`ws://127.0.0.1:${port}${path}`)
  const page = browser.contexts()[0]!.pages()[0]!
  // Both ends of the browser see a dialog; the double is the one that answers.
  page.on('dialog', () => {})
  return {
    page,
    evaluate: (run, argument) => ask(child, run.toString(), argument) as never,
    exited,
    async kill() {
      await browser.close()
      child.kill()
      await exited
    },
    crash: () => crash(child),
  }
}

async function crash(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

const exitOf = (child: ChildProcess): Promise<number | null> => once(child, 'exit').then(([code]) => code as number | null)

/** The value of the first message that has this name (or is it); fails where the process ends before. */
function told(child: ChildProcess, exited: Promise<unknown>, name: string): Promise<unknown> {
  const heard = new Promise((found) => {
    child.on('message', (message) => {
      if (message === name) found(message)
      if (typeof message === 'object' && message !== null && name in message) found((message as unknown as Record<string, unknown>)[name])
    })
  })
  return Promise.race([heard, exited.then((code) => { throw new Error(`the desktop ended with ${String(code)} before it told "${name}"`) })])
}

let questions = 0

async function ask(child: ChildProcess, evaluate: string, argument: unknown): Promise<unknown> {
  const id = ++questions
  const reply = new Promise<{ value?: unknown; error?: string }>((answered) => {
    const hear = (message: unknown) => {
      if (typeof message !== 'object' || message === null || !('id' in message) || message.id !== id) return
      child.off('message', hear)
      answered(message as { value?: unknown; error?: string })
    }
    child.on('message', hear)
  })
  child.send({ id, evaluate, argument })
  const { value, error } = await reply
  if (error !== undefined) throw new Error(error)
  return value
}
