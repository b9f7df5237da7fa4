// The browser is opened by way of a file; where none can be written, the printed address is the way in.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openBrowser } from '../../../../electron/host/opening.ts'
import { temporaryFile } from '../../../support/temporary.ts'

test('a folder that takes no file stops nothing', () => {
  const file = temporaryFile('file')
  writeFileSync(file, 'x')
  const remove = openBrowser('http://127.0.0.1:1/#token=x', join(file, 'folder'))
  expect(remove).not.toThrow()
})
