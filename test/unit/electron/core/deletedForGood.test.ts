// Deleted for good, no word of a text stays anywhere: whatever was done with it, in no file of the library, of its second folder or of
// the temporary ones. And under a key none of it is plain from the first.
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openLibrary } from '../../../../electron/core/db/open.ts'
import { reachedSecond } from '../../../../electron/core/db/second.ts'
import { listSnapshots, snapshotName, takeSnapshot } from '../../../../electron/core/db/snapshot.ts'
import { createLastingBackend } from '../../../../electron/core/lasting.ts'
import { lineLog } from '../../../../electron/core/log.ts'
import { machinePorts } from '../../../../electron/core/ports.ts'
import { connect } from '../../../../shared/contract/index.ts'
import { MARKS, secretsEverywhere } from '../../../support/everywhere.ts'
import { filesWith } from '../../../support/markers.ts'
import { templates, workerScript } from '../../../support/services.ts'
import { temporaryFile } from '../../../support/temporary.ts'

/** A library in a folder of its own, beside a second folder, one for backups and one for temporary files. */
function opened() {
  const home = dirname(temporaryFile())
  const [own, second, backups, temporary] = ['own', 'second', 'backups', 'temporary'].map((name) => join(home, name)) as [string, string, string, string]
  for (const folder of [own, second, backups, temporary]) mkdirSync(folder)
  vi.stubEnv('TMPDIR', temporary)
  onTestFinished(() => void vi.unstubAllEnvs())
  const library = join(own, 'library.alternat')
  const log: string[] = []
  const backend = createLastingBackend({ library, host: 'command-line', templates, worker: workerScript, ports: machinePorts, locale: 'ru', log: lineLog((line) => void log.push(line)) })
  onTestFinished(() => backend.close())
  return { ...connect(backend), backend, home, library, second, backups, log, telling: () => filesWith(home, MARKS) }
}

function snapshotOf(library: string): void {
  const db = openLibrary(library)
  takeSnapshot(db.sqlite, library, snapshotName(new Date()))
  db.close()
}

test('of a text that was worked on in every way no word stays', async () => {
  const { call, on, backend, library, home, second, log, telling } = opened()
  const texts = await secretsEverywhere({ call, on })
  snapshotOf(library)
  await call('copies.chooseSecond', { path: second })
  await call('copies.catchUp', {})
  expect(telling().map((file) => file.split('/')[0])).toEqual(expect.arrayContaining(['own', 'second']))
  // Each word stands in the library itself: none of them is missed below because it was never there.
  for (const mark of MARKS) expect({ mark, files: filesWith(dirname(library), [mark]).length > 0 }).toEqual({ mark, files: true })

  const place = reachedSecond(library)!
  renameSync(place, `${place}-away`)
  const { copies } = await call('removed.delete', { texts, copies: true })
  expect(copies).toBeGreaterThan(0)
  expect(telling().filter((file) => !file.startsWith('second'))).toEqual([])
  renameSync(`${place}-away`, place)
  await call('copies.catchUp', {})
  expect(telling()).toEqual([])
  await backend.close()
  expect(filesWith(home, MARKS)).toEqual([])
  expect(MARKS.filter((mark) => log.join('\n').includes(mark))).toEqual([])
})

test('of an encrypted library nothing is plain: patches, what can be undone, snapshots in both places, a backup, a bundle, temporary files', async () => {
  const { call, on, backend, library, second, backups, log, telling } = opened()
  await call('protection.encrypt', { passphrase: 'четыре речки за лесом', copies: 'convert', keychain: false, job: 'on' })
  await secretsEverywhere({ call, on })
  await call('copies.chooseSecond', { path: second })
  await call('copies.backup', { path: join(backups, 'backup.alternat') })
  const { file } = await call('file.stage', { name: 'a.altcarry', data: await carried(call) })
  await call('carry.merge', { file, suffix: ' 2', keptAs: 'Before' })
  await call('copies.catchUp', {})
  expect([listSnapshots(library).length, (await call('copies.second', {})).missing, existsSync(join(backups, 'backup.alternat'))]).toEqual([1, 0, true])
  expect(telling()).toEqual([])
  const { entries } = await call('diagnosis.build', {})
  const told = [...entries.map(({ text }) => text), ...log].join('\n')
  expect(MARKS.filter((mark) => told.includes(mark))).toEqual([])
  await backend.close()
  expect(telling()).toEqual([])
}, 60_000)

async function carried(call: ReturnType<typeof opened>['call']): Promise<string> {
  const { id } = await call('carry.build', {})
  const saved = await call('carry.save', { id })
  if (saved.kind !== 'download') throw new Error('no dialog here')
  return saved.data
}
