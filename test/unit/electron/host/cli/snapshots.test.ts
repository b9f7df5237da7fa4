// `alternat snapshots` as a person uses it after a disaster: the library does not open, a snapshot is put in its place.
import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { snapshotFolder, snapshotName, takeSnapshot } from '../../../../../electron/core/db/snapshot.ts'
import { openLibrary } from '../../../../../electron/core/db/open.ts'
import { EARLIER } from '../../../../fixtures/statements.ts'
import { alternat, errors, json } from '../../../../support/commandLine.ts'
import { temporaryFolder } from '../../../../support/temporary.ts'

const folder = temporaryFolder()
const library = join(folder, 'library.alternat')
const run = (...args: string[]) => alternat(folder, [...args, '--library', library])

test('lists what they hold, and puts one in the place of a damaged library', async () => {
  writeFileSync(join(folder, 'earlier.txt'), EARLIER)
  await run('import', join(folder, 'earlier.txt'))
  expect(json(await run('snapshots', '--json'))).toEqual({ snapshots: [], second: null })

  const db = openLibrary(library)
  const [whole, spoilt] = [new Date('2026-03-30T10:00:00Z'), new Date('2026-03-31T10:00:00Z')].map((time) => snapshotName(time))
  for (const name of [whole!, spoilt!]) takeSnapshot(db.sqlite, library, name)
  db.close()
  truncateSync(join(snapshotFolder(library), spoilt!), 3000)
  truncateSync(library, 6000)

  const { snapshots } = json<{ snapshots: { name: string; contents: unknown }[] }>(await run('snapshots', '--json'))
  expect(snapshots.map(({ name, contents }) => [name, contents])).toEqual([[spoilt, null], [whole, { declarations: 1, drafts: 0, versions: 0 }]])

  expect(errors(await run('list', '--json'))).toMatchObject([{ code: 'library-damaged' }])
  expect(errors(await run('snapshots', '--restore', spoilt!, '--json'))).toMatchObject([{ code: 'library-damaged' }])
  expect(json(await run('snapshots', '--restore', whole!, '--json'))).toMatchObject({ restored: whole })
  expect(json<{ declarations: unknown[] }>(await run('list', '--json')).declarations).toHaveLength(1)
})
