// The key of an encrypted library for a command: by the passphrase in a named file, or typed at the terminal without being shown.
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { AppError } from '../../../shared/contract/error.ts'
import { passphraseNeeded, type LibraryKey } from '../../core/db/cipher.ts'
import { keyFor } from '../../core/protection/service.ts'
import { say } from '../words.ts'
import type { Invocation } from './command.ts'

/** null for a plain library. `encrypted` is the file whose key is wanted, the library itself where none is named. */
export const libraryKey = (invocation: Invocation, library: string, encrypted = library): Promise<LibraryKey | null> =>
  keyFor(library, () => passphrase(invocation), encrypted)

/** As it is told or typed. */
export async function passphrase(invocation: Invocation): Promise<string> {
  const file = invocation.text('passphrase-file')
  if (file !== undefined) return firstLine(file)
  if (process.stdin.isTTY && process.stderr.isTTY) return typed()
  invocation.printer.note(say('passphrase-how'))
  throw passphraseNeeded()
}

async function firstLine(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => { throw new AppError('file-missing', 'no such file', { name: path }) })
  return text.replace(/\r?\n[\s\S]*$/, '')
}

/** Nothing of it is echoed, and nothing of it stays in a history. */
function typed(): Promise<string> {
  process.stderr.write(say('passphrase-ask'))
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true, historySize: 0 })
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  lines.on('line', resolve)
  lines.on('close', () => reject(new AppError('cancelled', 'no passphrase given')))
  return promise.finally(() => {
    lines.close()
    process.stderr.write('\n')
  })
}
