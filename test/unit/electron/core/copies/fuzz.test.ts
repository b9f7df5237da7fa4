// A thousand spoilt library files, as a backup from anywhere may be one: each is refused by its name, or is whole and opens. None ends
// the worker, and none changes the library that is there.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { layOutBackupTask, lookAtBackupTask } from '../../../../../electron/core/copies/backup.ts'
import { copyWhole } from '../../../../../electron/core/db/snapshot.ts'
import { openLibrary } from '../../../../../electron/core/db/open.ts'
import { createEventHub } from '../../../../../electron/core/events.ts'
import { createJobRunner } from '../../../../../electron/core/jobs/runner.ts'
import { lineLog, silentLog } from '../../../../../electron/core/log.ts'
import { AppError } from '../../../../../shared/contract/error.ts'
import { openOther, startFrom, store } from '../../../../support/carried.ts'
import { mutated, mutation } from '../../../../support/mutations.ts'
import { workerScript } from '../../../../support/services.ts'
import { temporaryFile, temporaryFolder } from '../../../../support/temporary.ts'

const WORDS = ['SQLite format 3\0', 'CREATE TABLE ', 'CREATE TRIGGER t AFTER INSERT ON draft BEGIN SELECT 1; END', 'draft', 'version', '\0\0\0\0', '\xff\xff\xff\xff', '\r', '\n', '\u0005']

test('a thousand spoilt libraries are refused, or are whole and open', async () => {
  const made = temporaryFile('library.alternat')
  const services = openOther(made)
  startFrom(services, store(services, 'рост'))
  const file = join(temporaryFolder(), 'backup.alternat')
  copyWhole(services.db.sqlite, file, `${file}.tmp`, null)
  services.db.close()
  const [library, sound] = [made, file].map((path) => new Uint8Array(readFileSync(path))) as [Uint8Array, Uint8Array]

  const logged: string[] = []
  const jobs = createJobRunner(workerScript, createEventHub(silentLog), lineLog((line) => void logged.push(line)), { memory: 256, seconds: 15 })
  let opened = 0
  const isOpenedOrRefused = async (bytes: Uint8Array) => {
    writeFileSync(file, bytes)
    try {
      await jobs.run<typeof lookAtBackupTask>('look-at-backup', { file, key: null })
      const laidOut = await jobs.run<typeof layOutBackupTask>('lay-out-backup', { library: made, key: null, file, fileKey: null })
      openLibrary(laidOut).close()
      opened++
      for (const name of readdirSync(dirname(made)).filter((name) => name !== 'library.alternat')) rmSync(join(dirname(made), name), { recursive: true })
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'internal') throw new Error(`${String(error)} ${logged.splice(0).join(' ')}`, { cause: error })
    }
  }
  await isOpenedOrRefused(sound)
  expect(opened).toBe(1)
  await fc.assert(fc.asyncProperty(mutation(1, WORDS), ({ edits }) => isOpenedOrRefused(mutated(sound, edits))), { numRuns: 1000 })
  await jobs.close()
  expect(opened).toBeLessThan(1000)
  expect([logged, readdirSync(dirname(made))]).toEqual([[], ['library.alternat']])
  expect(Buffer.from(library).equals(readFileSync(made))).toBe(true)
}, 180_000)
