// Wraps a library's key under another secret: a passphrase stretched by scrypt, a recovery code, what a keychain keeps.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scrypt } from 'node:crypto'

/** AES-256-GCM; base64. The box ends with its tag. */
export interface Wrapped {
  nonce: string
  box: string
}

export interface Stretching {
  salt: string
  /** Cost, block size and lanes as scrypt names them. */
  N: number
  r: number
  p: number
}

const NONCE_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32

/** About 0.2 s and 64 MiB a try. */
export const freshStretching = (): Stretching => ({ salt: randomBytes(16).toString('base64'), N: 65_536, r: 8, p: 1 })

/** The same passphrase gives the same secret however the keyboard composed its letters. */
export function stretched(passphrase: string, { salt, N, r, p }: Stretching): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  scrypt(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), KEY_BYTES, { N, r, p, maxmem: 256 * N * r + 1024 * 1024 },
    (error, secret) => (error ? reject(error) : resolve(secret)))
  return promise
}

/** For a code that is random already. */
export const spread = (code: Uint8Array, about: string): Uint8Array => new Uint8Array(hkdfSync('sha256', code, '', about, KEY_BYTES))

/** `about` is bound to the box: it opens under the same words only. */
export function wrap(secret: Uint8Array, under: Uint8Array, about: string): Wrapped {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', under, nonce).setAAD(Buffer.from(about))
  const box = Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()])
  return { nonce: nonce.toString('base64'), box: box.toString('base64') }
}

/** null where it was wrapped under another secret, about something else, or was changed. */
export function unwrap({ nonce, box }: Wrapped, under: Uint8Array, about: string): Uint8Array | null {
  const bytes = Buffer.from(box, 'base64')
  try {
    const cipher = createDecipheriv('aes-256-gcm', under, Buffer.from(nonce, 'base64'), { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(-TAG_BYTES))
    const secret = Buffer.concat([cipher.update(bytes.subarray(0, -TAG_BYTES)), cipher.final()])
    return secret.length === KEY_BYTES ? secret : null
  } catch {
    return null
  }
}
