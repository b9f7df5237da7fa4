// Folders and archives by the command line: what is walked and what is not, and a batch that goes on after its process was killed.
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { openLibrary } from '../../../../../electron/core/db/open.ts'
import { walkFolder } from '../../../../../electron/host/cli/folder.ts'
import { isNoDocument } from '../../../../../electron/core/importing/batch/intake.ts'
import { statement, zipOf } from '../../../../support/batches.ts'
import { alternat, json, startAlternat } from '../../../../support/commandLine.ts'
import { temporaryFolder } from '../../../../support/temporary.ts'

/** A folder of these files. */
function folderOf(files: Record<string, string | Uint8Array>): string {
  const folder = temporaryFolder()
  for (const [path, data] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), data)
  }
  return folder
}

async function walked(folder: string) {
  const found: Record<string, string> = {}
  for await (const file of walkFolder(folder, isNoDocument)) found[file.path] = 'bytes' in file ? Buffer.from(file.bytes).toString() : file.problem
  return found
}

describe('a folder', () => {
  test('is walked to its depths, in order; of what is no document only the name is told', async () => {
    const found = await walked(folderOf({ 'b/c/d.txt': 'd', 'a.txt': 'a', '.git/config': 'secret', '~$a.docx': 'lock' }))
    expect(Object.entries(found)).toEqual([['.git', ''], ['a.txt', 'a'], ['b/c/d.txt', 'd'], ['~$a.docx', '']])
  })

  test('whose links loop, lead out or lead nowhere is walked once', async () => {
    const outside = folderOf({ 'secret.txt': 's' })
    const folder = folderOf({ 'in/a.txt': 'a' })
    symlinkSync('..', join(folder, 'in/up'))
    symlinkSync('in', join(folder, 'also-in'))
    symlinkSync(outside, join(folder, 'out'))
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'out.txt'))
    symlinkSync('nothing', join(folder, 'broken.txt'))
    symlinkSync('in/a.txt', join(folder, 'second.txt'))
    expect(await walked(folder)).toEqual({
      'also-in/a.txt': 'a', 'broken.txt': 'file-missing', 'out': 'link-outside', 'out.txt': 'link-outside', 'second.txt': 'a',
    })
  })

  test('with an enormous file does not read it', async () => {
    const folder = folderOf({ 'large.txt': '' })
    truncateSync(join(folder, 'large.txt'), 5 * 2 ** 30)
    expect(await walked(folder)).toEqual({ 'large.txt': 'file-too-large' })
  })

  test('deeper than any shelf is told and left', async () => {
    const found = await walked(folderOf({ [`${'x/'.repeat(40)}a.txt`]: 'a' }))
    expect(Object.values(found)).toEqual(['folder-too-deep'])
  })

  test('with files and folders that this user may not read tells each', async () => {
    const folder = folderOf({ 'a.txt': 'a', 'b/c.txt': 'c' })
    chmodSync(join(folder, 'a.txt'), 0)
    chmodSync(join(folder, 'b'), 0)
    expect(process.getuid?.() === 0 ? walkedByNobody(folder) : await walked(folder)).toEqual({ 'a.txt': 'file-unreadable', 'b': 'file-unreadable' })
    chmodSync(join(folder, 'b'), 0o700)
  })

  test.skipIf(process.platform === 'win32')('with a pipe and a link to itself waits for neither', async () => {
    const folder = folderOf({ 'z.txt': 'z' })
    execFileSync('mkfifo', [join(folder, 'pipe.txt')])
    symlinkSync('self.txt', join(folder, 'self.txt'))
    expect(await walked(folder)).toEqual({ 'pipe.txt': 'file-unreadable', 'self.txt': 'file-unreadable', 'z.txt': 'z' })
  })
})

/** What is found by a user to whom, unlike root, a file can be forbidden. */
function walkedByNobody(folder: string): unknown {
  chmodSync(folder, 0o755)
  const module = (path: string) => JSON.stringify(pathToFileURL(resolve(path)).href)
  const script = `const { walkFolder } = await import(${module('electron/host/cli/folder.ts')})
    const found = {}
    for await (const { path, problem } of walkFolder(${JSON.stringify(folder)}, () => false)) found[path] = problem
    console.log(JSON.stringify(found))`
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', script], { uid: 65_534, gid: 65_534, cwd: '/', encoding: 'utf8' }))
}

interface Batches {
  batches: { name: string; counts: Record<string, number>; files: { file: string; state: string; error?: { code: string } }[] }[]
}

describe('import', () => {
  const own = temporaryFolder()
  const inLibrary = (library: string, ...args: string[]) => alternat(own, [...args, '--library', library])

  test('of a folder and an archive tells sums and what failed', async () => {
    const folder = folderOf({ 'a.txt': statement(1), 'b/empty.txt': '', 'c.zip': zipOf([{ name: 'd.txt', bytes: Buffer.from(statement(2)) }]) })
    const ran = await inLibrary(join(own, 'one.db'), 'import', folder, '--json')
    expect(ran.code).toBe(1)
    expect(json<Batches>(ran).batches[0]).toMatchObject({
      counts: { stored: 2, failed: 1, waiting: 0 },
      files: [{ file: 'a.txt', state: 'stored' }, { file: 'b/empty.txt', state: 'failed', error: { code: 'file-empty' } }, { file: 'c.zip/d.txt', state: 'stored' }],
    })
    const again = await inLibrary(join(own, 'one.db'), 'import', join(folder, 'c.zip'))
    expect(again.code).toBe(0)
    expect(again.out).toContain('1 in the library already')
  })

  test('leaves what is doubtful for the screen, unless all was asked for', async () => {
    const folder = folderOf({ 'undated.txt': statement(3).replace(/\nг\. Тервен.*/u, '') })
    const ran = await inLibrary(join(own, 'two.db'), 'import', folder)
    expect(ran.out).toContain('undated.txt: to look at: no date')
    expect(json<Batches>(await inLibrary(join(own, 'two.db'), 'import', folder, '--all', '--json')).batches[0]!.counts).toMatchObject({ stored: 1, look: 0 })
  })

  test('that was killed goes on where it stopped, and stores nothing twice', async () => {
    const library = join(own, 'killed.db')
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.txt`, statement(i)]))
    const running = startAlternat(own, ['import', folderOf(files), '--library', library])
    const stored = () => {
      try {
        const db = openLibrary(library)
        const { count } = db.get<{ count: number }>('SELECT count(*) AS count FROM declaration')!
        db.close()
        return count
      } catch {
        return 0
      }
    }
    await expect.poll(stored, { timeout: 60_000, interval: 20 }).toBeGreaterThan(2)
    running.kill('SIGKILL')
    await running.ended
    const before = stored()
    const resumed = json<Batches>(await inLibrary(library, 'import', '--resume', '--json')).batches[0]!
    expect(before).toBeLessThan(40)
    expect(resumed.counts).toMatchObject({ stored: 40, waiting: 0, duplicate: 0 })
    expect(stored()).toBe(40)
    expect((await inLibrary(library, 'import', '--resume')).err).toContain('Nothing was left unfinished')
  }, 120_000)
})
