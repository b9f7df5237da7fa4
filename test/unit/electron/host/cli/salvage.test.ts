// `alternat salvage` after a disaster: what can be read is the library again, the damaged file lies beside it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Salvaged } from '../../../../../shared/contract/copies.ts'
import { EARLIER } from '../../../../fixtures/statements.ts'
import { alternat, errors, json } from '../../../../support/commandLine.ts'
import { spoilIndex } from '../../../../support/damage.ts'
import { temporaryFolder } from '../../../../support/temporary.ts'

const folder = temporaryFolder()
const library = join(folder, 'library.alternat')
const run = (...args: string[]) => alternat(folder, [...args, '--library', library])

test('saves what can be read, says what it did, and leaves a whole library alone', async () => {
  writeFileSync(join(folder, 'earlier.txt'), EARLIER)
  await run('import', join(folder, 'earlier.txt'))
  expect(json(await run('salvage', '--json'))).toEqual({ salvaged: null })

  spoilIndex(library)
  const spoilt = readFileSync(library)
  expect(errors(await run('list', '--json'))).toMatchObject([{ code: 'library-damaged' }])
  const { salvaged } = json<{ salvaged: Salvaged }>(await run('salvage', '--json'))
  expect(salvaged).toMatchObject({ saved: { declarations: 1 }, lost: { declarations: 0 } })
  expect(readFileSync(salvaged.kept).equals(spoilt)).toBe(true)
  expect(json<{ declarations: unknown[] }>(await run('list', '--json')).declarations).toHaveLength(1)
  expect((await run('salvage')).out).toBe('The library is whole: there is nothing to salvage.\n')
})

test('where nothing can be read it says so, and leaves the file', async () => {
  writeFileSync(library, '')
  expect(errors(await run('salvage', '--json'))).toMatchObject([{ code: 'nothing-readable' }])
  expect([existsSync(library), readFileSync(library).length]).toEqual([true, 0])
})
