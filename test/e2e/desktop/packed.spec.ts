// The desktop as it is packed: its archive holds what it needs and nothing else, and from that alone, far from the project, it starts,
// imports and exports.
import { expect, test } from '@playwright/test'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { ExportOptions } from '../../../shared/contract/exporting.ts'
import { openDesktop, type Desktop } from '../../support/desktop.ts'
import { installedToRun, layOutPacked, pack, type Archive } from '../../support/packed.ts'
import { locked } from '../../third-party/packages.ts'

const ROOT = resolve(import.meta.dirname, '../../..')

let folder: string
let archive: Archive
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'alternat-packed-'))
  archive = await pack(folder)
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

/** The package a file belongs to, by its folder. */
const packageOf = (path: string) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]

/** Where the package asked for in a folder lies, as Node looks for it. */
function lookUp(from: string, name: string, installed: ReadonlySet<string>): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const found = `${at === '' ? '' : `${at}/`}node_modules/${name}`
    if (installed.has(found)) return found
    if (at === '') return undefined
  }
}

/** For compilers, not for running. */
const FOR_COMPILERS = /(^|\/)(node-addon-api|undici-types|@types\/[^/]+)$/

/** Packages that the built programs ask for, with all that these ask for. */
function needed(): Set<string> {
  const lock = new Map(locked()) as Map<string, { dependencies?: object; optionalDependencies?: object }>
  const installed = new Set(installedToRun())
  const built = ['out/main', 'out/preload'].flatMap((where) =>
    readdirSync(join(ROOT, where), { recursive: true, encoding: 'utf8' }).map((name) => join(ROOT, where, name)).filter((file) => statSync(file).isFile()))
  const asked = built.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport|\w\s*\()\s*["'`]((?:@[a-z0-9-]+\/)?[a-z0-9][a-z0-9._-]*)(?:\/[^"'`$]*)?["'`]/g)].map(([, name]) => name!))
  // Put together from the names of its families.
  const fonts = [...installed].map((path) => path.replace('node_modules/', '')).filter((name) => name.startsWith('@expo-google-fonts/'))
  const found = new Set<string>()
  const todo = [...asked, ...fonts].flatMap((name) => lookUp('', name, installed) ?? [])
  for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
    if (found.has(path) || FOR_COMPILERS.test(path)) continue
    found.add(path)
    const { dependencies, optionalDependencies } = lock.get(path)!
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) todo.push(...[lookUp(path, name, installed)].filter((one) => one !== undefined))
  }
  return found
}

test('the archive holds what was built, its templates, its licences and the packages it runs on, and no other', () => {
  expect([...new Set(archive.files.map((path) => path.split('/')[0]))].sort()).toEqual(['LICENSE', 'THIRD_PARTY.md', 'node_modules', 'out', 'package.json', 'templates'])
  expect([...new Set(archive.files.filter((path) => path.startsWith('out/')).map((path) => path.split('/')[1]))].sort()).toEqual(['main', 'preload', 'renderer'])
  expect([...new Set(archive.files.flatMap((path) => packageOf(path) ?? []))].sort()).toEqual([...needed()].sort())
})

test('no source, map, test or setting of a developer is in it, and nothing that was built tells where', () => {
  const strange = /\.(map|tsx?|mts|cts|c|cc|cpp|h|gyp|sh|py|log|alternat|test\.js|spec\.js)$|(^|\/)(tests?|__tests__|fixtures|\.[^/]*)(\/|$)/
  expect(archive.files.filter((path) => strange.test(path))).toEqual([])
  const built = archive.files.filter((path) => path.startsWith('out/'))
  expect(built.filter((path) => readFileSync(join(ROOT, path)).includes(ROOT))).toEqual([])
})

test('what native programs read lies beside it, and whatever is in it is held by a digest', () => {
  expect(archive.unpacked).toEqual(archive.files.filter((path) => path.startsWith('templates/') || path.endsWith('.node')))
  expect(archive.unpacked.filter((path) => path.endsWith('.node')).length).toBeGreaterThan(0)
  expect(archive.undigested).toEqual([])
})

test('from the archive alone it starts, imports a sample, and exports it as DOCX and PDF', async () => {
  const app = layOutPacked(archive, join(folder, 'resources'))
  const home = join(folder, 'home')
  const desktop = await openDesktop(home, undefined, app)
  try {
    await expect(desktop.page.getByRole('navigation')).toBeVisible({ timeout: 60_000 })
    const request = requester(desktop)
    await request('settings.set', { introSeen: true })
    const data = readFileSync(join(ROOT, 'templates/samples/selta-2025-en.txt')).toString('base64')
    const { file } = await request<{ file: string }>('file.stage', { name: 'selta.txt', data })
    const { proposal } = await request<{ proposal: object }>('import.propose', { file })
    const { id } = await request<{ id: string }>('import.store', { proposal, again: true })
    for (const [format, beginning] of [['docx', 'PK'], ['pdf', '%PDF-']] as const) {
      const path = join(folder, `selta.${format}`)
      const options: Partial<ExportOptions> = { format, mode: 'final' }
      const built = await request<{ id: string }>('export.build', { source: { text: { kind: 'declaration', id } }, options })
      await desktop.evaluate(({ dialog }, chosen) => {
        Object.assign(dialog, { showSaveDialog: () => Promise.resolve({ canceled: false, filePath: chosen }) })
      }, path)
      expect(await request('export.save', { id: built.id })).toEqual({ kind: 'saved', path })
      expect(readFileSync(path, 'latin1').slice(0, beginning.length)).toBe(beginning)
    }
    const pdf = readFileSync(join(folder, 'selta.pdf')).toString('base64')
    const again = await request<{ file: string }>('file.stage', { name: 'selta.pdf', data: pdf })
    expect(JSON.stringify(await request('import.propose', { file: again.file }))).toContain('Selena')
  } finally {
    await desktop.kill()
  }
})

/** Calls over the bridge, as the screen makes them. */
const requester = (desktop: Desktop) => async <Value>(name: string, input: unknown): Promise<Value> => {
  const reply = await desktop.page.evaluate(([name, input]) => window.alternat!.request(name, input), [name, input] as const)
  expect(reply).toMatchObject({ ok: true })
  return (reply as { value: Value }).value
}
