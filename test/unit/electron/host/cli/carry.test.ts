// `alternat export-library` and `import-library` over real files: what is carried, what a dry run says, and the way back.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { EARLIER, LATER } from '../../../../fixtures/statements.ts'
import { alternat, errors, json } from '../../../../support/commandLine.ts'
import { temporaryFolder } from '../../../../support/temporary.ts'

const folder = temporaryFolder()
const [first, second, file] = ['first.alternat', 'second.alternat', 'all.altcarry'].map((name) => join(folder, name)) as [string, string, string]
const on = (library: string, ...args: string[]) => alternat(folder, [...args, '--library', library])
const declarations = async (library: string) => json<{ declarations: { id: string }[] }>(await on(library, 'list', '--json')).declarations

test('a library goes out, is looked at, comes in once, and can be taken back', async () => {
  writeFileSync(join(folder, 'earlier.txt'), EARLIER)
  await on(first, 'import', join(folder, 'earlier.txt'))
  expect(json(await on(first, 'export-library', '--out', file, '--json'))).toMatchObject({ file, declarations: 1, drafts: 0, versions: 0 })

  writeFileSync(join(folder, 'other.txt'), LATER)
  await on(second, 'import', join(folder, 'other.txt'))
  expect(json(await on(second, 'import-library', file, '--dry-run', '--json'))).toMatchObject({ dryRun: true, snapshot: null, summary: { declarations: { new: 1 } } })
  expect(await declarations(second)).toHaveLength(1)

  const { snapshot } = json<{ snapshot: string }>(await on(second, 'import-library', file, '--json'))
  expect(await declarations(second)).toHaveLength(2)
  expect(json(await on(second, 'import-library', file, '--json'))).toMatchObject({ summary: { declarations: { new: 0, same: 1 } } })
  await on(second, 'snapshots', '--restore', snapshot)
  expect(await declarations(second)).toHaveLength(1)
})

test('a part of a library is named by ids; a file that is none is refused and says what to do', async () => {
  const [{ id }] = (await declarations(first)) as [{ id: string }]
  const part = join(folder, 'part.altcarry')
  expect(json(await on(first, 'export-library', id, '--out', part, '--json'))).toMatchObject({ declarations: 1 })
  writeFileSync(part, readFileSync(part).subarray(0, 900))
  expect(errors(await on(second, 'import-library', part, '--json'))).toMatchObject([{ code: 'file-truncated' }])
  expect(errors(await on(second, 'import-library', join(folder, 'earlier.txt'), '--json'))).toMatchObject([{ code: 'carry-foreign' }])
  expect((await on(second, 'import-library')).code).toBe(2)
})
