// The ways to a library's key: made, wrapped for each way of unlocking, and got back by any of them. Changing a passphrase wraps
// the same key anew; the library is not touched by it.
import { randomBytes } from 'node:crypto'
import { AppError } from '../../../shared/contract/error.ts'
import { z } from '../../../shared/model/schema.ts'
import type { LibraryKey } from '../db/cipher.ts'
import type { Keychain } from '../ports.ts'
import type { KeyFile } from './keyFile.ts'
import { freshStretching, spread, stretched, unwrap, wrap } from './wrapping.ts'

const KEY_BYTES = 32
const CODE_BYTES = 16

type Way = 'passphrase' | 'recovery' | 'keychain'

/** Bound to each box: one that was moved to another slot or another library's file opens nothing. */
const about = (id: string, way: Way) => `alternat-key 1 ${id} ${way}`

export const wrongPassphrase = () => new AppError('passphrase-wrong', 'the passphrase is wrong')
const wrongRecovery = () => new AppError('recovery-wrong', 'the recovery file or code does not open this library')

export const newKey = (): LibraryKey => ({ id: randomBytes(8).toString('hex'), secret: randomBytes(KEY_BYTES) })

/** Not to be used any more; what SQLite and the language keep of it meanwhile is theirs. */
export const forget = (key: LibraryKey): void => void key.secret.fill(0)

async function forPassphrase({ id, secret }: LibraryKey, passphrase: string): Promise<KeyFile['passphrase']> {
  const stretching = freshStretching()
  return { kdf: 'scrypt', ...stretching, ...wrap(secret, await stretched(passphrase, stretching), about(id, 'passphrase')) }
}

/** The file of a new key, or of one that was got back by recovery. */
export const newKeyFile = async (key: LibraryKey, passphrase: string): Promise<KeyFile> =>
  ({ format: 'alternat-key', version: 1, id: key.id, passphrase: await forPassphrase(key, passphrase), recovery: null, keychain: null })

/** Throws `passphrase-wrong`. */
export async function keyByPassphrase({ id, passphrase: slot }: KeyFile, passphrase: string): Promise<LibraryKey> {
  const secret = unwrap(slot, await stretched(passphrase, slot), about(id, 'passphrase'))
  if (!secret) throw wrongPassphrase()
  return { id, secret }
}

export const withPassphrase = async (file: KeyFile, key: LibraryKey, passphrase: string): Promise<KeyFile> =>
  ({ ...file, passphrase: await forPassphrase(key, passphrase) })

/** null where the keychain is another one now, or was emptied. */
export function keyByKeychain({ id, keychain: slot }: KeyFile, keychain: Keychain): LibraryKey | null {
  const under = slot && keychain.open(slot.secret)
  const secret = under && unwrap(slot, Buffer.from(under, 'base64'), about(id, 'keychain'))
  return secret ? { id, secret } : null
}

export function withKeychain(file: KeyFile, { id, secret }: LibraryKey, keychain: Keychain | null): KeyFile {
  if (!keychain) return { ...file, keychain: null }
  const under = randomBytes(KEY_BYTES)
  return { ...file, keychain: { secret: keychain.close(under.toString('base64')), ...wrap(secret, under, about(id, 'keychain')) } }
}

const recoverySchema = z.strictObject({
  format: z.literal('alternat-recovery'),
  version: z.literal(1),
  key: z.string().regex(/^[0-9a-f]{16}$/),
  code: z.string().max(100),
  nonce: z.base64().max(100),
  box: z.base64().max(200),
})
type RecoveryFile = z.infer<typeof recoverySchema>

/** A recovery file, and the key file that takes its code and no earlier one. The file alone opens the library. */
export function withRecovery(file: KeyFile, { id, secret }: LibraryKey): { file: KeyFile; recovery: string } {
  const code = randomBytes(CODE_BYTES)
  const recovery = wrap(secret, spread(code, about(id, 'recovery')), about(id, 'recovery'))
  const content: RecoveryFile = { format: 'alternat-recovery', version: 1, key: id, code: grouped(code), ...recovery }
  return { file: { ...file, recovery }, recovery: `${JSON.stringify(content, null, 2)}\n` }
}

/**
 * The key of the library whose key is `id`, by the content of a recovery file, or by the code alone where the key file is there.
 * Throws `recovery-wrong`.
 */
export function keyByRecovery(id: string, given: string, file: KeyFile | null): LibraryKey {
  const content = recoveryFile(given)
  if (content && content.key !== id) throw wrongRecovery()
  const slot = content ?? file?.recovery
  const code = codeOf(content?.code ?? given)
  const secret = slot && code && unwrap(slot, spread(code, about(id, 'recovery')), about(id, 'recovery'))
  if (!secret) throw wrongRecovery()
  return { id, secret }
}

function recoveryFile(text: string): RecoveryFile | null {
  try {
    return recoverySchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** Hexadecimal in fours, as it is read aloud and typed. */
const grouped = (code: Uint8Array) => Buffer.from(code).toString('hex').toUpperCase().match(/.{4}/g)!.join('-')

function codeOf(text: string): Uint8Array | null {
  const digits = text.replaceAll(/[\s–—-]/g, '')
  return /^[0-9a-f]{32}$/i.test(digits) ? Buffer.from(digits, 'hex') : null
}
