// Which library a start of the desktop opens.
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { libraryNamed } from '../../../../electron/main/named.ts'

const folder = resolve('/home/officer')

test.each<[string, string[], string | null]>([
  ['nothing', [], null],
  ['its own folder, in development', ['.'], null],
  ['an option', ['.', '--library', 'talks.db'], 'talks.db'],
  ['an option with =', ['--library=talks.db'], 'talks.db'],
  ['a file that was opened', ['/home/officer/talks.alternat'], 'talks.alternat'],
  ['a file by capitals, among switches of the system', ['--no-sandbox', '--enable-crash-reporter=1,no_channel', 'TALKS.ALTERNAT'], 'TALKS.ALTERNAT'],
  ['the option before the file', ['other.alternat', '--library', 'talks.db'], 'talks.db'],
  ['a file of another kind', ['letter.docx', 'https://elsewhere.example/a'], null],
  ['an option without a value', ['--library'], null],
])('%s', (_, args, expected) => {
  expect(libraryNamed(args, folder)).toBe(expected === null ? null : resolve(folder, expected))
})
