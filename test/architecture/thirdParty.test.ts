// What is shipped along: known licences only, all of them told, each package locked to its very bytes, none with a script of its own.
import { describe, expect, test } from 'vitest'
import { COMPATIBLE, locked, shipped, thirdParty } from '../third-party/packages.ts'
import { readSource } from './sources.ts'

const packages = shipped()

test('THIRD_PARTY.md tells what is shipped now; `npm run third-party` writes it', () => {
  expect(readSource('THIRD_PARTY.md').replaceAll('\r\n', '\n') === thirdParty(packages)).toBe(true)
})

test.each(packages)('$name $version may go along with a program under MIT: $licence', ({ licence }) => {
  expect(COMPATIBLE).toContain(licence)
})

describe('the lockfile', () => {
  const entries = locked()

  test('names every package by a digest of its bytes, but those that are for other systems', () => {
    const bare = entries.filter(([, { integrity, optional }]) => !(integrity?.startsWith('sha512-') || optional)).map(([folder]) => folder)
    expect(bare).toEqual([])
  })

  test('names no registry, so that any mirror serves and none is told', () => {
    expect(entries.filter(([, { resolved }]) => resolved !== undefined).map(([folder]) => folder)).toEqual([])
  })

  test('holds no package that needs a script when it is installed, and none would be run', () => {
    expect(entries.filter(([, { hasInstallScript }]) => hasInstallScript).map(([folder]) => folder)).toEqual([])
    expect(readSource('.npmrc')).toMatch(/^ignore-scripts=true$/m)
  })

  test('is what package.json asks for, version by version', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readSource('package.json')) as Record<string, Record<string, string>>
    const versions = new Map(entries.map(([folder, { version }]) => [folder.replace('node_modules/', ''), version]))
    const asked = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    expect(asked.filter(([name, wanted]) => !wanted.endsWith(versions.get(name) ?? '?')).map(([name]) => name)).toEqual([])
    expect(asked.filter(([, wanted]) => /[\^~*><]|latest|git|http|file:/.test(wanted))).toEqual([])
  })
})
