// The words an exported file carries of its own.
import { expect, test } from 'vitest'
import { draftHeader } from '../../../electron/core/exporting/wording.ts'

test.each([
  ['en', 'Draft, 5 January 2026'],
  ['ru', 'Проект, 5 января 2026 года'],
])('the running header of a redline in %s', (language, header) => {
  expect(draftHeader(language, new Date('2026-01-05T21:00:00Z'))).toBe(header)
})
