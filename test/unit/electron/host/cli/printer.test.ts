// What people read on a terminal: results and remarks, with no sign in them that the terminal obeys.
import { expect, test } from 'vitest'
import { createPrinter, type Stream } from '../../../../../electron/host/cli/printer.ts'
import { AppError } from '../../../../../shared/contract/error.ts'

const STEERING = 'вода\u001b]0;x\u0007\u009b2J\r\b и\tлес\nконец'

test('words of a document do not steer the terminal', () => {
  let written = ''
  const stream = { write: (text: string) => { written += text } } as unknown as Stream
  const printer = createPrinter(false, stream, stream)
  printer.result(null, () => [STEERING])
  printer.note(STEERING)
  printer.failure(new AppError('file-missing', 'no such file', { name: STEERING }))
  expect(written.match(/вода\]0;x2J и\tлес\nконец/gu)).toHaveLength(3)
  // oxlint-disable-next-line no-control-regex -- the very characters that must not be there
  expect(written).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u)
})
