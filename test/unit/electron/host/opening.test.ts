// The browser is opened by way of a file; where none can be written, the printed address is the way in.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openBrowser } from '../../../../electron/host/opening.ts'
import { temporaryFile } from '../../../support/temporary.ts'

const ADDRESS = 'http://127.0.0.1:1/#token=x'

test('a folder that takes no file stops nothing', () => {
  const file = temporaryFile('file')
  writeFileSync(file, 'x')
  const remove = openBrowser(ADDRESS, join(file, 'folder'))
  expect(remove).not.toThrow()
})

test.skipIf(process.platform !== 'linux')('the address is handed over in a file that only this user can read, not as an argument', async () => {
  const folder = dirname(temporaryFile())
  const told = join(folder, 'told')
  writeFileSync(join(folder, 'xdg-open'), `#!/bin/sh\nprintf '%s' "$*" > ${told}.new && mv ${told}.new ${told}\n`, { mode: 0o755 })
  vi.stubEnv('PATH', `${folder}:/usr/bin:/bin`)
  const cleanUp = openBrowser(ADDRESS, join(folder, 'data'))
  vi.unstubAllEnvs()
  await expect.poll(() => existsSync(told)).toBe(true)
  const file = readFileSync(told, 'utf8')
  expect(file).not.toContain('token')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700)
  expect(readFileSync(file, 'utf8')).toContain(ADDRESS)
  cleanUp()
  expect(existsSync(file)).toBe(false)
})
