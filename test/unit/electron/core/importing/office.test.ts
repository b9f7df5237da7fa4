// Formats that LibreOffice turns into DOCX: without it a clear word; cancelled, it goes with all that it started,
// and nothing of the file stays behind.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, watch, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createEventHub } from '../../../../../electron/core/events.ts'
import { findOffice } from '../../../../../electron/core/importing/office/find.ts'
import { readFile } from '../../../../../electron/core/importing/read.ts'
import type { importTask } from '../../../../../electron/core/importing/tasks.ts'
import { createJobRunner } from '../../../../../electron/core/jobs/runner.ts'
import { silentLog } from '../../../../../electron/core/log.ts'
import { AppError } from '../../../../../shared/contract/error.ts'
import { workerScript } from '../../../../support/services.ts'

const folder = mkdtempSync(join(tmpdir(), 'alternat-asked-'))
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }))
// A folder of its own for what other tests leave in the common one.
const own = join(folder, 'temporary')
mkdirSync(own)
beforeEach(() => void vi.stubEnv('TMPDIR', own))
afterEach(() => vi.unstubAllEnvs())

const RTF = new TextEncoder().encode('{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Times;}}The Sides agreed on a plan.\\par The Sides met.\\par}')
const leftovers = () => readdirSync(own)

async function refusal(bytes: Uint8Array, name: string) {
  try {
    await readFile(bytes, name)
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, ...error.details }
    throw error
  }
  return null
}

/** A program in LibreOffice's place. */
function standIn(script: string): void {
  const path = join(folder, `office-${Math.abs(Buffer.from(script).reduce((sum, byte) => (sum * 31 + byte) | 0, 7))}`)
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o700)
  vi.stubEnv('ALTERNAT_SOFFICE', path)
}

it('without LibreOffice it is said what to do', async () => {
  vi.stubEnv('ALTERNAT_SOFFICE', join(folder, 'none'))
  expect(findOffice()).toBeNull()
  expect(await refusal(RTF, 'a.rtf')).toEqual({ code: 'office-missing', name: 'a.rtf', format: 'RTF' })
})

it('is found on the search path', () => {
  writeFileSync(join(folder, 'soffice'), '')
  expect(findOffice({ PATH: `${join(folder, 'empty')}:${folder}` })).toBe(join(folder, 'soffice'))
})

describe.skipIf(process.platform === 'win32')('a program in its place', () => {
  it('that makes nothing: the file is refused, and nothing stays behind', async () => {
    standIn('exit 0')
    expect(await refusal(RTF, 'a.rtf')).toEqual({ code: 'office-failed', name: 'a.rtf' })
    expect(leftovers()).toEqual([])
  })

  it('gets a folder that only this user may enter, and none of the officer’s settings', async () => {
    const told = join(folder, 'told')
    vi.stubEnv('SECRET', 'x')
    standIn(`stat -c %a . > ${told}; env | cut -d= -f1 >> ${told}`)
    await refusal(RTF, 'a.rtf')
    const [rights, ...names] = readFileSync(told, 'utf8').trim().split('\n')
    expect(rights).toBe('700')
    expect(names).not.toContain('SECRET')
  })

  it('cancelled, it ends with its children, and its folder goes', async () => {
    const started = join(folder, 'started')
    standIn(`sleep 600 & echo $! $$ > ${folder}/writing; mv ${folder}/writing ${started}; wait`)
    const jobs = createJobRunner(workerScript, createEventHub(silentLog), silentLog)
    const appeared = new Promise<void>((resolve) => {
      const watcher = watch(folder, () => {
        if (!existsSync(started)) return
        watcher.close()
        resolve()
      })
    })
    const reading = jobs.run<typeof importTask>('import', { bytes: RTF, name: 'a.rtf' }, 'job')
    await appeared
    const processes = readFileSync(started, 'utf8').trim().split(' ').map(Number)
    expect(processes.filter(runs)).toHaveLength(2)
    jobs.cancel('job')
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
    await jobs.close()
    await vi.waitFor(() => expect(processes.filter(runs)).toEqual([]))
    expect(leftovers()).toEqual([])
  })
})

/** A process that was killed and not yet asked about by its parent still has a number; it runs no more. */
function runs(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) [ZX]/u.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

const real = findOffice()
if (!real) console.warn('reading by LibreOffice skipped: it is not installed')

describe.skipIf(!real)('LibreOffice', () => {
  it('reads an RTF, and leaves nothing behind', async () => {
    const { paragraphs, format } = await readFile(RTF, 'a.rtf')
    expect([format, ...paragraphs.map(({ text }) => text)]).toEqual(['rtf', 'The Sides agreed on a plan.', 'The Sides met.'])
    expect(leftovers()).toEqual([])
  }, 60_000)
})
