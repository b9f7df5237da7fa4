// A copy of the project in which one protection at a time is taken away, and the test that should notice is run.
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const ROOT = resolve(import.meta.dirname, '../../..')
/** Without a protection a test may go on for ever. */
const LONGEST_MS = 300_000

export interface Copy {
  /** Puts `to` in the place of `from` in a file; the returned function puts it back. */
  weaken(file: string, from: string, to: string): () => void
  build(): Promise<void>
  /** Runs the tests of a file whose title holds these words, all of them without; tells how each ended. */
  run(file: string, title?: string): Promise<Outcome[]>
  remove(): void
}

export interface Outcome {
  title: string
  passed: boolean
  why: string
}

/** Copies what the repository holds, as it stands in the work tree; the packages are shared. */
export function copyProject(): Copy {
  const home = mkdtempSync(join(tmpdir(), 'alternat-weakened-'))
  const names = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 24 })
  for (const name of new Set(names.split('\0').filter(Boolean))) {
    mkdirSync(dirname(join(home, name)), { recursive: true })
    cpSync(join(ROOT, name), join(home, name))
  }
  symlinkSync(join(ROOT, 'node_modules'), join(home, 'node_modules'), 'junction')

  const run = async (file: string, title?: string): Promise<Outcome[]> => {
    const report = join(home, 'report.json')
    rmSync(report, { force: true })
    const words = title?.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    const inBrowser = file.endsWith('.spec.ts')
    const script = inBrowser ? '@playwright/test/cli.js' : 'vitest/vitest.mjs'
    const args = inBrowser
      ? ['test', '-c', 'test/e2e/playwright.config.ts', file, '--reporter=json', '--workers=1', '--retries=0', ...(words ? ['-g', words] : [])]
      : ['run', '-c', 'test/vitest.config.ts', '--project', 'unit', file, '--reporter=json', `--outputFile=${report}`, ...(words ? ['-t', words] : [])]
    await ended(home, join(home, 'node_modules', script), args, { PLAYWRIGHT_JSON_OUTPUT_NAME: report, CI: '' })
    if (!existsSync(report)) return title === undefined ? [] : [{ title, passed: false, why: 'the tests did not end' }]
    const told = JSON.parse(readFileSync(report, 'utf8')) as unknown
    return inBrowser ? ofPlaywright(told as PlaywrightReport) : ofVitest(told as VitestReport)
  }

  return {
    weaken(file, from, to) {
      const path = join(home, file)
      const whole = readFileSync(path, 'utf8')
      writeFileSync(path, whole.replace(from, () => to))
      return () => writeFileSync(path, whole)
    },
    async build() {
      const { code, said } = await ended(home, join(home, 'node_modules/electron-vite/bin/electron-vite.js'), ['build', '--logLevel', 'warn'], {})
      if (code !== 0) throw new Error(`not built: ${said}`)
    },
    run,
    remove: () => rmSync(home, { recursive: true, force: true, maxRetries: 5 }),
  }
}

function endGroup(group: number): void {
  try {
    process.kill(-group, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function ended(cwd: string, script: string, args: string[], more: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const { ALTERNAT_CORPUS: _corpus, VITEST: _vitest, NODE_OPTIONS: _options, ...env } = process.env
  return new Promise((resolve, reject) => {
    const inGroup = process.platform !== 'win32'
    const child = spawn(process.execPath, [script, ...args], { cwd, env: { ...env, ...more }, stdio: ['ignore', 'pipe', 'pipe'], detached: inGroup })
    const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_MS)
    // A test that failed may leave what it started.
    if (inGroup) child.on('exit', () => endGroup(child.pid!))
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { said = (said + String(chunk)).slice(-4000) })
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ code, said })
    })
  })
}

interface VitestReport { testResults: { assertionResults: { fullName: string; status: string; failureMessages?: string[] }[] }[] }
interface Suite { suites?: Suite[]; specs?: { title: string; ok: boolean; tests: { results: { status: string; errors: { message?: string }[] }[] }[] }[] }
interface PlaywrightReport { suites: Suite[] }

const oneLine = (text = '') => stripVTControlCharacters(text).split('\n').find((line) => line.trim() !== '')?.trim().slice(0, 160) ?? ''

const ofVitest = ({ testResults }: VitestReport): Outcome[] =>
  testResults.flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed' || status === 'failed')
    .map(({ fullName, status, failureMessages }) => ({ title: fullName, passed: status === 'passed', why: oneLine(failureMessages?.[0]) }))

const ofPlaywright = ({ suites }: PlaywrightReport): Outcome[] => suites.flatMap((suite) => [
  ...ofPlaywright({ suites: suite.suites ?? [] }),
  ...(suite.specs ?? []).filter(({ tests }) => tests.some(({ results }) => results.some(({ status }) => status !== 'skipped')))
    .map(({ title, ok, tests }) => ({ title, passed: ok, why: oneLine(tests[0]?.results[0]?.errors[0]?.message) })),
])
