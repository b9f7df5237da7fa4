// The command line over an encrypted library: told that it is locked, opened by a passphrase in a file, its snapshots too.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLibrary } from '../../../../../electron/core/db/open.ts'
import { snapshotName, takeSnapshot } from '../../../../../electron/core/db/snapshot.ts'
import { convertTask } from '../../../../../electron/core/protection/converting.ts'
import { newKey, newKeyFile } from '../../../../../electron/core/protection/keyring.ts'
import { EARLIER } from '../../../../fixtures/statements.ts'
import { alternat, errors, json } from '../../../../support/commandLine.ts'
import { temporaryFolder } from '../../../../support/temporary.ts'

const folder = temporaryFolder()
const library = join(folder, 'library.alternat')
const run = (...args: string[]) => alternat(folder, [...args, '--library', library, '--json'])

test('says that the library is locked, and opens it with the passphrase in a file', async () => {
  const [right, wrong] = [join(folder, 'right.txt'), join(folder, 'wrong.txt')]
  writeFileSync(right, 'three rivers behind a hill\n')
  writeFileSync(wrong, 'three rivers before a hill\n')
  writeFileSync(join(folder, 'earlier.txt'), EARLIER)
  await run('import', join(folder, 'earlier.txt'))
  const key = newKey()
  await convertTask({ library, key, copies: 'convert', to: 'encrypted', keyFile: await newKeyFile(key, 'three rivers behind a hill') }, () => {})

  expect(errors(await run('list'))).toMatchObject([{ code: 'passphrase-needed' }])
  expect((await alternat(folder, ['list', '--library', library])).err).toContain('--passphrase-file')
  expect(errors(await run('list', '--passphrase-file', wrong))).toMatchObject([{ code: 'passphrase-wrong' }])
  expect(errors(await run('list', '--passphrase-file', join(folder, 'nowhere.txt')))).toMatchObject([{ code: 'file-missing' }])
  expect(json<{ declarations: unknown[] }>(await run('list', '--passphrase-file', right)).declarations).toHaveLength(1)
  expect(errors(await run('import', join(folder, 'earlier.txt'), '--passphrase-file', right))).toMatchObject([{ code: 'already-imported' }])

  const name = snapshotName(new Date('2026-03-30T10:00:00Z'))
  const db = openLibrary(library, { key })
  takeSnapshot(db.sqlite, library, name, key)
  db.close()
  expect(errors(await run('snapshots'))).toMatchObject([{ code: 'passphrase-needed' }])
  expect(json<{ snapshots: unknown[] }>(await run('snapshots', '--passphrase-file', right)).snapshots).toMatchObject([{ name, contents: { declarations: 1 } }])
  expect(json(await run('snapshots', '--restore', name, '--passphrase-file', right))).toMatchObject({ restored: name })
  expect(errors(await run('list'))).toMatchObject([{ code: 'passphrase-needed' }])
})

test('takes no passphrase as an argument, which other programs could read', async () => {
  for (const name of ['--passphrase', '--password', '--key']) expect((await run('list', name, 'three rivers behind a hill')).code).toBe(2)
})
