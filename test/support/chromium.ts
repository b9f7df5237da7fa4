// Finds a Chromium for tests: the one named by ALTERNAT_CHROMIUM, one of the system's, else the headless one that came inside
// an npm package (Linux x64), else the one Playwright fetches. ALTERNAT_CHROMIUM=bundled passes the system's by.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'
import { chromium } from 'playwright-core'

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'C:/Program Files/Google/Chrome/Application/chrome.exe']

const ROOT = resolve(import.meta.dirname, '../..')

/** Without the resolver rule Chromium looks up hosts of its own services even when nothing asks it to. */
export const CHROMIUM_FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--no-first-run', '--disable-dev-shm-usage', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1']

export interface FoundChromium {
  executablePath: string
  args: string[]
  /** Environment of the browser's process, where it is not this process's own. */
  env?: Record<string, string>
}

/** A Chromium that can run here and what it is to be started with. */
export async function findChromium(): Promise<FoundChromium> {
  const named = process.env['ALTERNAT_CHROMIUM']
  if (named && named !== 'bundled') return { executablePath: named, args: CHROMIUM_FLAGS }
  const system = named === 'bundled' ? undefined : SYSTEM.find((path) => existsSync(path))
  if (system) return { executablePath: system, args: CHROMIUM_FLAGS }
  return process.platform === 'linux' && process.arch === 'x64' ? bundled() : fetched()
}

/** Unpacks the npm package's Chromium once, with the libraries and the font it brings for machines that have none. */
function bundled(): FoundChromium {
  const packed = resolve(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../../bin')
  const { version } = JSON.parse(readFileSync(join(packed, '../package.json'), 'utf8')) as { version: string }
  const home = join(ROOT, '.cache', `chromium-${version}`)
  if (!existsSync(home)) {
    // Unpacked aside and renamed, so that a run that was broken off leaves no half of it.
    const fresh = `${home}.${process.pid}`
    const unpack = (name: string) => brotliDecompressSync(readFileSync(join(packed, name)))
    mkdirSync(fresh, { recursive: true })
    writeFileSync(join(fresh, 'chromium'), unpack('chromium.br'), { mode: 0o755 })
    for (const name of ['al2023.tar.br', 'fonts.tar.br']) execFileSync('tar', ['-x', '--no-same-owner', '-C', fresh], { input: unpack(name) })
    writeFileSync(join(fresh, 'fonts.conf'), `<?xml version="1.0"?><fontconfig><dir>${home}</dir><cachedir>${home}/cache</cachedir></fontconfig>\n`)
    try {
      renameSync(fresh, home)
    } catch (error) {
      rmSync(fresh, { recursive: true })
      if (!existsSync(home)) throw error
    }
  }
  const libraries = [join(home, 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':')
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: join(home, 'fonts.conf') }
  return {
    executablePath: join(home, 'chromium'),
    args: CHROMIUM_FLAGS,
    env: { ...process.env as Record<string, string>, LD_LIBRARY_PATH: libraries, ...fonts },
  }
}

/** Where no package brings a Chromium, Playwright fetches its own, once. */
function fetched(): FoundChromium {
  const executablePath = chromium.executablePath()
  if (!existsSync(executablePath)) {
    const playwright = join(dirname(fileURLToPath(import.meta.resolve('playwright-core/package.json'))), 'cli.js')
    execFileSync(process.execPath, [playwright, 'install', 'chromium'], { stdio: 'inherit' })
  }
  return { executablePath, args: CHROMIUM_FLAGS }
}
