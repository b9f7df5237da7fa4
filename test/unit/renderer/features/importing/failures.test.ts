// Failures by kind: each file in one group, the groups in their order, and what of a folder is taken again for them.
import { expect, test } from 'vitest'
import { byFailure, failureOf, isAmong } from '../../../../../renderer/features/importing/failures.ts'
import type { BatchFile } from '../../../../../shared/contract/batches.ts'
import { ERROR_CODES, type ErrorCode } from '../../../../../shared/contract/error.ts'

const failed = (path: string, code: ErrorCode): BatchFile => ({
  key: 1, path, state: 'failed', error: { code, message: '' }, held: false, reasons: [], alike: null, declaration: null,
})

test('files are grouped by what is to be done, and none is left out', () => {
  const files = [failed('a.pdf', 'pdf-scanned'), failed('b.txt', 'file-empty'), failed('c.pdf', 'pdf-unreadable'), failed('d.odt', 'office-missing'), failed('e', 'conflict')]
  const stored: BatchFile = { ...failed('f.txt', 'internal'), state: 'stored', error: null }
  expect(byFailure([...files, stored]).map(({ failure, files: own }) => [failure, own.map(({ path }) => path).join()])).toEqual([
    ['office', 'd.odt'], ['scanned', 'a.pdf,c.pdf'], ['empty', 'b.txt'], ['other', 'e'],
  ])
})

test('every failure of a file or an archive has a kind of its own', () => {
  const unsorted = ERROR_CODES.filter((code) => /^(file|pdf|archive|format|office|encoding)-/u.test(code) && failureOf(failed('a', code)) === 'other')
  expect(unsorted).toEqual(['file-in-use'])
})

test.each([
  ['b/empty.txt', true],
  ['old.zip', true],
  ['b/other.txt', false],
  ['old', false],
])('%s of the folder is taken again: %s', (path, isTaken) => {
  expect(isAmong(path, [failed('b/empty.txt', 'file-empty'), failed('old.zip/in/no.zip', 'archive-nested')])).toBe(isTaken)
})
