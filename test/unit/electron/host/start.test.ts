// A Node that is too old is told what is needed and what to do, in both languages, before anything of the backend is loaded.
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const PRETEND = `data:text/javascript,${encodeURIComponent("Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })")}`

const run = (entry: string, lang: string) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', PRETEND, resolve('electron/host', entry)],
    { encoding: 'utf8', env: { ...process.env, LC_ALL: lang } })
  return { status, stdout, stderr }
}

test.each(['start.mjs', 'cli/index.ts'])('%s in English', (entry) => {
  expect(run(entry, 'en_GB.UTF-8')).toEqual({
    status: 1,
    stdout: '',
    stderr: 'Alternat needs Node 22.12 or newer; this is 20.20.2. Run “npm ci” in Alternat\'s folder, which brings its own Node on Linux '
      + 'and Windows, then start with “npm start”; elsewhere install Node 24.\n',
  })
})

test.each(['start.mjs', 'cli/index.ts'])('%s in Russian', (entry) => {
  expect(run(entry, 'ru_RU.UTF-8')).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(/^Нужен Node 22\.12 или новее, найден 20\.20\.2\. Выполните «npm ci»/) })
})
