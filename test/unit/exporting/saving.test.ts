// Saving an export: whole or not at all, and a reason one can act on.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exportToFile } from '../../../electron/core/exporting/saving.ts'
import { temporaryFile } from '../../support/temporary.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('saving', () => {
  it('writes the file and tells its full path', async () => {
    const path = temporaryFile('a.docx')
    expect(await exportToFile(bytes('new'), path)).toBe(path)
    expect(readFileSync(path, 'utf8')).toBe('new')
  })

  it('takes only its own part of a larger buffer', async () => {
    const path = temporaryFile('a.docx')
    await exportToFile(bytes('xxnewxx').subarray(2, 5), path)
    expect(readFileSync(path, 'utf8')).toBe('new')
  })

  it('replaces an earlier file and leaves nothing beside it', async () => {
    const path = temporaryFile('a.docx')
    writeFileSync(path, 'old')
    await exportToFile(bytes('new'), path)
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(readdirSync(dirname(path))).toEqual(['a.docx'])
  })

  it('names a folder that is gone', async () => {
    const folder = join(dirname(temporaryFile()), 'gone')
    await expect(exportToFile(bytes('x'), join(folder, 'a.docx'))).rejects.toMatchObject({
      code: 'folder-missing',
      details: { name: folder },
    })
  })

  it('says so where a file stands in the place of a folder', async () => {
    const file = temporaryFile('file')
    writeFileSync(file, 'x')
    await expect(exportToFile(bytes('x'), join(file, 'a.docx'))).rejects.toMatchObject({ code: 'folder-missing' })
  })

  it('follows a link to the file it stands for', async () => {
    const path = temporaryFile('a.docx')
    writeFileSync(path, 'old')
    const link = join(dirname(path), 'link.docx')
    symlinkSync(path, link)
    await exportToFile(bytes('new'), link)
    expect(readFileSync(path, 'utf8')).toBe('new')
  })

  it('says so where a folder stands in the place of the file', async () => {
    const path = temporaryFile('a.docx')
    mkdirSync(path)
    await expect(exportToFile(bytes('x'), path)).rejects.toMatchObject({ code: 'file-is-folder', details: { name: 'a.docx' } })
    expect(readdirSync(dirname(path))).toEqual(['a.docx'])
  })

  it('killed at any moment, leaves a whole file', async () => {
    const path = temporaryFile('a.docx')
    const size = 8 * 2 ** 20
    await exportToFile(new Uint8Array(size).fill(97), path)
    const child = spawn(process.execPath, ['test/support/saveTo.ts', path, String(size), 'again and again'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let turns = 0
    child.stdout.on('data', () => ++turns === 5 && child.kill('SIGKILL'))
    await once(child, 'exit')
    const left = readFileSync(path)
    expect(left.length).toBe(size)
    expect(left.every((byte) => byte === left[0])).toBe(true)
  })
})

const canMount = process.platform === 'linux' && spawnSync('unshare', ['--mount', '--map-root-user', 'true']).status === 0
if (!canMount) console.warn('full and read-only disks not tried: no private mounts here')

describe.skipIf(!canMount)('a small disk of its own', () => {
  /** Runs a shell with a 256 KiB file system at $D that holds an earlier file; what it prints. */
  const onSmallDisk = (script: string) => {
    const folder = dirname(temporaryFile())
    const whole = `set -e; D="${folder}"; mount -t tmpfs -o size=256k none "$D"; printf old > "$D/a.docx"; ${script}; cat "$D/a.docx"; echo; ls "$D"`
    return spawnSync('unshare', ['--mount', '--map-root-user', 'sh', '-c', whole], { encoding: 'utf8' }).stdout.trim().split('\n')
  }
  const save = `"${process.execPath}" test/support/saveTo.ts "$D/a.docx"`

  it('full: says so, keeps the earlier file, and saves once there is room', () => {
    expect(onSmallDisk(`${save} 1000000`)).toEqual(['disk-full', 'old', 'a.docx'])
    expect(onSmallDisk(`${save} 1000000; ${save} 3`)).toEqual(['disk-full', 'saved', 'aaa', 'a.docx'])
  })

  it('with a file that may not be replaced: says so and keeps it', () => {
    expect(onSmallDisk(`mount --bind "$D/a.docx" "$D/a.docx"; ${save} 3`)).toEqual(['file-in-use', 'old', 'a.docx'])
  })

  it('read-only: says so and keeps the earlier file', () => {
    expect(onSmallDisk(`mount -o remount,ro none "$D"; ${save} 3`)).toEqual(['folder-read-only', 'old', 'a.docx'])
  })
})
