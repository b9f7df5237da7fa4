// Opens SQLite files, plain or encrypted (SQLCipher's format, version 4). An encrypted file begins with a mark and the id of its
// key, in the place of the salt, so that it is known for what it is, and a wrong key for another's, before anything is tried.
import Database from 'better-sqlite3'
import { closeSync, openSync, readSync } from 'node:fs'
import { AppError } from '../../../shared/contract/error.ts'

/** The key of one library. Held in memory only: never in an argument, the environment, a log or a file as it is. */
export interface LibraryKey {
  /** 16 hexadecimal digits, no secret. */
  id: string
  /** 32 random bytes. */
  secret: Uint8Array
}

/** No text begins so: the first byte is none in ASCII, and the line ends show a transfer that changed them. */
const MARK = Buffer.from([0x89, 0x41, 0x6c, 0x74, 0x6e, 0x0d, 0x0a, 0x1a])
const SALT_BYTES = 16

export const passphraseNeeded = () => new AppError('passphrase-needed', 'the library is encrypted and locked')
const foreignKey = () => new AppError('key-foreign', 'the key belongs to another library')

/** Id of the key a file is encrypted with; null for a plain or missing one. */
export function keyIdOf(file: string): string | null {
  const salt = Buffer.alloc(SALT_BYTES)
  try {
    const handle = openSync(file, 'r')
    try {
      readSync(handle, salt, 0, SALT_BYTES, 0)
    } finally {
      closeSync(handle)
    }
  } catch {
    // A path that cannot be read is told as such by whoever opens it.
    return null
  }
  return salt.subarray(0, MARK.length).equals(MARK) ? salt.toString('hex', MARK.length) : null
}

export const isEncrypted = (file: string): boolean => keyIdOf(file) !== null

/**
 * Opens a file as it is, plain or encrypted. Throws `passphrase-needed` where it is encrypted and no key is given, `key-foreign`
 * where it has another one.
 */
export function openSqlite(file: string, options: Database.Options, key: LibraryKey | null): Database.Database {
  const id = keyIdOf(file)
  if (id !== null && key === null) throw passphraseNeeded()
  if (id !== null && id !== key!.id) throw foreignKey()
  const sqlite = new Database(file, options)
  if (id !== null) {
    chooseCipher(sqlite)
    sqlite.pragma(`key = ${literal(key!)}`)
  }
  keepInMemory(sqlite)
  return sqlite
}

/** Encrypts the open file in its place. What was there is overwritten page by page; the way back is in memory only. */
export function encryptInPlace(sqlite: Database.Database, key: LibraryKey): void {
  sqlite.pragma('journal_mode = MEMORY')
  chooseCipher(sqlite)
  sqlite.pragma(`rekey = ${literal(key)}`)
}

export function decryptInPlace(sqlite: Database.Database): void {
  sqlite.pragma('journal_mode = MEMORY')
  sqlite.pragma("rekey = ''")
}

function chooseCipher(sqlite: Database.Database): void {
  sqlite.pragma("cipher = 'sqlcipher'")
  sqlite.pragma('legacy = 4')
}

/** What SQLite sorts or keeps aside goes into no file of its own: such a file would not be encrypted. */
export function keepInMemory(sqlite: Database.Database): void {
  sqlite.pragma('temp_store = MEMORY')
}

/** Key and salt as they are, no passphrase to be stretched: the secret is random already. */
const literal = ({ id, secret }: LibraryKey): string => `"x'${Buffer.from(secret).toString('hex')}${MARK.toString('hex')}${id}'"`
