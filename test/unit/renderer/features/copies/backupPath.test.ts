// The next backup goes into the folder of the last one, under a name of its own, by paths of either kind of system.
import { expect, test } from 'vitest'
import { backupPath, folderOf } from '../../../../../renderer/features/copies/backupPath.ts'

const NOW = new Date(2026, 2, 8, 9, 5, 7)

test.each([
  ['/media/stick/a.alternat', '/media/stick', '/media/stick/Alternat 2026-03-08 09-05-07.alternat'],
  ['/a.alternat', '/', '/Alternat 2026-03-08 09-05-07.alternat'],
  ['D:\\safe\\a.alternat', 'D:\\safe', 'D:\\safe\\Alternat 2026-03-08 09-05-07.alternat'],
  ['D:\\a.alternat', 'D:\\', 'D:\\Alternat 2026-03-08 09-05-07.alternat'],
])('%s', (path, folder, next) => {
  expect(folderOf(path)).toBe(folder)
  expect(backupPath(folder, NOW)).toBe(next)
})
