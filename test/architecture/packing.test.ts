// What the packed desktop is to hold and how it is closed, as electron/packing says it; the archive is built in `e2e/desktop/packed`.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isPacked } from '../support/packed.ts'
import { readSource } from './sources.ts'

interface Packing {
  files: string[]
  asar: boolean
  asarUnpack: string[]
  electronFuses: Record<string, boolean>
  fileAssociations: { ext: string }[]
  linux: { target: string[] }
  win: { target: string[] }
  mac: { target: string[]; hardenedRuntime: boolean }
}

const packing = JSON.parse(readSource('electron/packing/electron-builder.json')) as Packing

test.each([
  ['out/main/index.js', true], ['out/main/worker.js', true], ['out/preload/index.cjs', true], ['out/renderer/assets/index.js', true],
  ['templates/export/statement.typ', true], ['package.json', true], ['LICENSE', true], ['THIRD_PARTY.md', true],
  ['out/main/index.js.map', false], ['out/renderer/assets/index.js.map', false], ['out/packed/alternat.deb', false], ['out/demo/final.docx', false],
  ['electron/main/index.ts', false], ['renderer/main.tsx', false], ['test/unit/a.test.ts', false], ['test/fixtures/saver.ts', false], ['docs/security.md', false],
  ['node_modules/better-sqlite3/lib/index.js', true], ['node_modules/better-sqlite3/src/better_sqlite3.cpp', false], ['node_modules/react-dom/index.js', false],
  ['node_modules/docx/node_modules/@types/node/index.d.ts', false], ['node_modules/linkedom/.github/workflows/node.js.yml', false],
  ['.github/workflows/desktop.yml', false], ['.npmrc', false], ['library.alternat', false], ['../shared/corpus/a.docx', false],
])('%s: %s', (path, expected) => {
  expect(isPacked(path)).toBe(expected)
})

test.skipIf(!existsSync('out/main'))('of what is built everything is packed, and no map of the sources is among it', () => {
  const built = ['out/main', 'out/preload', 'out/renderer'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/')))
  expect(built.filter((path) => !isPacked(path))).toEqual([])
  expect(built.filter((path) => path.endsWith('.map'))).toEqual([])
})

describe('the packed desktop', () => {
  test('is one archive that is checked at its start, beside what native programs read', () => {
    expect(packing.asar).toBe(true)
    expect(packing.asarUnpack).toEqual(['templates/**', '**/*.node'])
  })

  test('has every fuse set that keeps Electron from being used as something else', () => {
    expect(packing.electronFuses).toEqual({
      runAsNode: false, enableNodeOptionsEnvironmentVariable: false, enableNodeCliInspectArguments: false, enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true, enableCookieEncryption: true, loadBrowserProcessSpecificV8Snapshot: false, grantFileProtocolExtraPrivileges: false,
    })
  })

  test('opens files of its own kind, on three systems', () => {
    expect(packing.fileAssociations.map(({ ext }) => ext)).toEqual(['alternat'])
    expect([packing.linux.target, packing.win.target, packing.mac.target]).toEqual([['deb', 'AppImage'], ['nsis'], ['dmg']])
    expect(packing.mac.hardenedRuntime).toBe(true)
  })
})
