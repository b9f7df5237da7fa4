// Files that are Word's but no packages: those of Word before 2007, and packages under a password. Both are compound files (the
// container that Word used before zip), told apart by the names of the streams inside.
import { AppError } from '../../../../shared/contract/error.ts'

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0]

/** Names stand in UTF-16 in the directory of the file, which may lie anywhere in it. */
const holds = (bytes: Buffer, stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'))

export const isCompound = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, i) => bytes[i] === byte)

/** Which program's a compound file is, by the name of its format; throws `file-protected` for a package under a password. */
export function oldFormat(bytes: Uint8Array, name: string): 'DOC' | 'XLS' | 'PPT' {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (holds(buffer, 'EncryptedPackage') && !holds(buffer, 'WordDocument')) {
    throw new AppError('file-protected', 'a document under a password', { name })
  }
  return holds(buffer, 'Workbook') ? 'XLS' : holds(buffer, 'PowerPoint Document') ? 'PPT' : 'DOC'
}

/** Throws `file-protected` or `format-unsupported`; `bytes` are a compound file. */
export function refuseOldFormats(bytes: Uint8Array, name: string): never {
  const format = oldFormat(bytes, name)
  throw new AppError('format-unsupported', `${format} is not read`, { format, name })
}
