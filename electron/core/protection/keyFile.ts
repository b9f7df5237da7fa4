// The key file beside an encrypted library: its key, wrapped once for each way of unlocking. It holds no secret as it is, but
// without it, or a recovery file, the library cannot be read any more.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../../shared/contract/error.ts'
import { z } from '../../../shared/model/schema.ts'
import { flushFile, flushFolder } from '../db/folder.ts'

const VERSION = 1

const base64 = z.base64().max(4096)
const wrappedSchema = z.strictObject({ nonce: base64, box: base64 })
/** Bounded: a file that asks for gigabytes is no key file. */
const stretchingSchema = z.strictObject({
  salt: base64.min(20),
  N: z.int().min(16_384).max(1_048_576).refine((cost) => Number.isInteger(Math.log2(cost))),
  r: z.int().min(1).max(16),
  p: z.int().min(1).max(4),
})

const keyFileSchema = z.strictObject({
  format: z.literal('alternat-key'),
  version: z.literal(VERSION),
  /** Of the key, as the library itself names it. */
  id: z.string().regex(/^[0-9a-f]{16}$/),
  passphrase: z.strictObject({ kdf: z.literal('scrypt'), ...stretchingSchema.shape, ...wrappedSchema.shape }),
  recovery: wrappedSchema.nullable(),
  /** `secret` is what the system's keychain made of the secret that the key is wrapped under. */
  keychain: z.strictObject({ secret: base64, ...wrappedSchema.shape }).nullable(),
})
export type KeyFile = z.infer<typeof keyFileSchema>

const damaged = () => new AppError('key-file-damaged', 'the key file is damaged')

export const keyFileOf = (library: string): string => `${library}-key`

/** Throws `key-file-missing`, `key-file-damaged` or `key-file-newer`; `key-foreign` where it is not the file of key `id`. */
export const readKeyFile = (library: string, id: string): KeyFile => read(keyFileOf(library), id)

function read(path: string, id: string): KeyFile {
  const raw = parsed(contentOf(path))
  if (typeof raw === 'object' && raw !== null && 'version' in raw && typeof raw.version === 'number' && raw.version > VERSION) {
    throw new AppError('key-file-newer', 'the key file was made by a newer Alternat')
  }
  const file = keyFileSchema.safeParse(raw)
  if (!file.success) throw damaged()
  if (file.data.id !== id) throw new AppError('key-foreign', 'the key file belongs to another library')
  return file.data
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw new AppError('key-file-missing', 'the key file is missing', { name: basename(path) })
    throw error
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw damaged()
  }
}

/** The key file that went along with a copy: under its name, or among the snapshots of a second folder; null where none did. */
export function keyFileBeside(file: string, id: string): KeyFile | null {
  const place = [keyFileOf(file), carriedKeyName(dirname(file), id)].find((path) => existsSync(path))
  return place === undefined ? null : read(place, id)
}

export const carriedKeyName = (folder: string, id: string): string => join(folder, `${id}.alternat-key`)

/** The content of the key file as it goes along with a copy, without what only this machine's keychain opens; null where there is none to carry. */
export function carriedKeyFile(library: string, id: string): string | null {
  try {
    return contentOfKeyFile({ ...readKeyFile(library, id), keychain: null })
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

const contentOfKeyFile = (file: KeyFile): string => `${JSON.stringify(file, null, 2)}\n`

/** Puts the key file in its place whole: after a power cut it is the old one or the new one. */
export function writeKeyFile(library: string, file: KeyFile): void {
  const place = keyFileOf(library)
  const unfinished = `${place}-new`
  try {
    writeFileSync(unfinished, contentOfKeyFile(file), { mode: 0o600 })
    flushFile(unfinished)
    renameSync(unfinished, place)
    flushFolder(dirname(place))
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

/** Moves a key file that opens this library no more out of the way of a new one; it may still open a snapshot. */
export function setKeyFileAside(library: string, now: Date): void {
  if (!existsSync(keyFileOf(library))) return
  renameSync(keyFileOf(library), `${keyFileOf(library)}-former-${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z`)
  flushFolder(dirname(library))
}

export function removeKeyFile(library: string): void {
  rmSync(keyFileOf(library), { force: true })
  flushFolder(dirname(library))
}
