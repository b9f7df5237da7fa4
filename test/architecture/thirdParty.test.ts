// What is shipped along: known licences only, all of them told, each package locked to its very bytes, none with a script of its own.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/temporary.ts'
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

  test('names published versions alone: no branch, no address, no folder of this machine, none that its makers gave up', () => {
    expect(entries.filter(([, { version, link }]) => link || !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)).map(([folder]) => folder)).toEqual([])
    expect(entries.filter(([, { deprecated }]) => deprecated !== undefined).map(([folder]) => folder)).toEqual([])
  })

  test('holds no package that needs a script when it is installed', () => {
    expect(entries.filter(([, { hasInstallScript }]) => hasInstallScript).map(([folder]) => folder)).toEqual([])
  })

  test('is what package.json asks for, version by version', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readSource('package.json')) as Record<string, Record<string, string>>
    const versions = new Map(entries.map(([folder, { version }]) => [folder.replace('node_modules/', ''), version]))
    const asked = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    expect(asked.filter(([name, wanted]) => !wanted.endsWith(versions.get(name) ?? '?')).map(([name]) => name)).toEqual([])
    expect(asked.filter(([, wanted]) => /[\^~*><]|latest|git|http|file:/.test(wanted))).toEqual([])
  })
})

test('a package that brings a script is installed without running it, by the settings of the project', () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'sly'))
  writeFileSync(join(folder, 'sly/package.json'), JSON.stringify({ name: 'sly', version: '1.0.0', scripts: { install: 'node -e "require(\'fs\').writeFileSync(\'ran\', \'\')"' } }))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'kept', version: '1.0.0', dependencies: { sly: 'file:sly' } }))
  writeFileSync(join(folder, '.npmrc'), `${readSource('.npmrc')}\ninstall-links=true\n`)
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_config_/i.test(name)))
  execFileSync('npm', ['install', '--offline', '--no-package-lock'], { cwd: folder, env, stdio: 'pipe', shell: process.platform === 'win32' })
  expect(existsSync(join(folder, 'node_modules/sly/package.json'))).toBe(true)
  expect(existsSync(join(folder, 'node_modules/sly/ran'))).toBe(false)
}, 120_000)
