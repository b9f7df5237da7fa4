// What an error says in the user's language wherever it can arise.
import { expect, test } from 'vitest'
import { errorSentence } from '../../../../electron/hosting/language.ts'
import { AppError } from '../../../../shared/contract/error.ts'

test.each([
  ['en', 'try again', 'an open draft'],
  ['ru', 'повторите', 'открытый черновик'],
] as const)('a full disk, %s: an export or import has to be asked for again, only a draft saves by itself', (tongue, again, draft) => {
  const said = errorSentence(new AppError('disk-full', 'the disk is full'), tongue)
  expect(said).toContain(again)
  expect(said).toContain(draft)
})
