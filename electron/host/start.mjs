// What `npm start` runs: builds what is missing or older than its sources, then opens Alternat in Electron where that can
// run, else in the browser host, and says why. Plain JavaScript, so that a Node too old for the rest can still say so.
import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** better-sqlite3 takes an older Node down without a word. */
const NEEDED = [22, 12]
const BUILT = ['out/main/index.js', 'out/main/host.js', 'out/main/cli.js', 'out/main/worker.js', 'out/preload/index.cjs', 'out/renderer/index.html']
const SOURCES = ['electron', 'renderer', 'shared', 'electron.vite.config.ts', 'package-lock.json']

const root = fileURLToPath(new URL('../..', import.meta.url))
const inRoot = (path) => join(root, path)

const russian = /^ru/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || Intl.DateTimeFormat().resolvedOptions().locale)
const readWords = (folder) => JSON.parse(readFileSync(inRoot(`${folder}/${russian ? 'ru' : 'en'}.json`), 'utf8'))
const words = { ...readWords('shared/contract/messages'), ...readWords('electron/host/words') }
const say = (word, values = {}) => words[word].replace(/\{\{(\w+)\}\}/g, (_, name) => values[name] ?? '')

function isOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  return major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])
}

function newest(path) {
  const entry = statSync(path)
  return entry.isDirectory() ? Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name)))) : entry.mtimeMs
}

function needsBuild() {
  if (!BUILT.every((file) => existsSync(inRoot(file)))) return true
  return Math.max(...SOURCES.map((path) => newest(inRoot(path)))) > Math.min(...BUILT.map((file) => statSync(inRoot(file)).mtimeMs))
}

/** Path of Electron's program; null where it was not downloaded. */
function electronProgram() {
  const own = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const named = inRoot('node_modules/electron/path.txt')
  const name = existsSync(named) ? readFileSync(named, 'utf8').trim() : 'electron'
  const program = own ? join(own, name) : inRoot(`node_modules/electron/dist/${name}`)
  try {
    accessSync(program, constants.X_OK)
    return program
  } catch {
    return null
  }
}

/** The word for why Electron cannot run here; null where it can. */
function whyNoElectron(program) {
  if (program === null) return 'no-electron'
  if (process.platform !== 'linux') return null
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'no-display'
  // Chromium refuses its sandbox to root, and without its sandbox nothing is opened.
  return process.getuid() === 0 ? 'electron-as-root' : null
}

/** Resolves with true once the desktop ran and was closed; with false where it stopped before it showed a window. */
function runElectron(program) {
  return new Promise((resolve) => {
    let shown = false
    const desktop = spawn(program, [root, ...process.argv.slice(2)], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
    desktop.on('message', (message) => { shown ||= message === 'shown' })
    desktop.on('error', () => resolve(false))
    desktop.on('exit', (code) => {
      process.exitCode = code ?? 1
      resolve(shown || code === 0)
    })
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => desktop.kill(signal))
  })
}

async function start() {
  if (isOldNode()) {
    console.error(`${say('node-too-old', { needed: NEEDED.join('.'), found: process.versions.node })} ${say('node-advice')}`)
    return 1
  }
  if (needsBuild()) {
    console.log(say('building'))
    const built = spawnSync(process.execPath, [inRoot('node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'],
      { cwd: root, stdio: 'inherit' })
    if (built.status !== 0) {
      console.error(say('build-failed'))
      return 1
    }
  }
  const program = electronProgram()
  let reason = whyNoElectron(program)
  if (reason === null) {
    if (await runElectron(program)) return process.exitCode
    process.exitCode = 0
    reason = 'electron-failed'
  }
  console.log(say('browser-instead', { reason: say(reason) }))
  await import(pathToFileURL(inRoot('out/main/host.js')).href)
  return process.exitCode
}

process.exitCode = await start()
