// A bounded unzip. An imported file may be hostile: the central directory is believed only within limits, and every entry is
// inflated against a ceiling, so that a bomb is refused before its bytes exist.
import { crc32, inflateRawSync } from 'node:zlib'
import { AppError } from '../../../../shared/contract/error.ts'

/** Ceilings that served on hostile files; a 500-page statement stays far below each of them. */
export const ZIP_LIMITS = { entries: 4000, entry: 64 * 2 ** 20, total: 256 * 2 ** 20, ratio: 200, smallEnough: 10_000_000 }

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const UNKNOWN_32 = 0xffffffff
const ZIP64_FIELD = 1

export interface Entry {
  name: string
  /** The name as its bytes, and whether the archive says that they are UTF-8. */
  rawName: Uint8Array
  isUtf8: boolean
  method: number
  encrypted: boolean
  crc: number
  packed: number
  size: number
  offset: number
}

/**
 * The entries of `bytes` that `wanted` names, unpacked. Names of entries know no case: here they are in small letters. Throws
 * `file-not-docx` where it is no zip, `file-truncated`, `file-damaged`, `file-protected`, or `file-hostile` where a limit is
 * passed.
 */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = directory(buffer).filter(({ name }) => wanted(name))
  refuseBomb(entries, buffer.length)
  return new Map(entries.map((entry) => [entry.name, unpack(buffer, entry)]))
}

/** Looks at all entries before the first is unpacked. */
function refuseBomb(entries: readonly Entry[], packed: number): void {
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  if (new Set(entries.map(({ name }) => name)).size < entries.length) throw hostile('an entry stands twice')
  if (total > ZIP_LIMITS.total || entries.some(({ size }) => size > ZIP_LIMITS.entry)) throw hostile('unpacked size')
  if (total > ZIP_LIMITS.smallEnough && total > packed * ZIP_LIMITS.ratio) throw hostile('compression ratio')
}

const hostile = (what: string) => new AppError('file-hostile', `zip refused: ${what}`)
const damaged = (what: string) => new AppError('file-damaged', `zip damaged: ${what}`)

/** What the archive says it holds. Throws as `unzip` does. */
export function directory(buffer: Buffer): Entry[] {
  if (buffer.length < 4 || buffer.readUInt16LE(0) !== 0x4b50) throw new AppError('file-not-docx', 'not a zip file')
  const end = endOfDirectory(buffer)
  const count = buffer.readUInt16LE(end + 10)
  const start = buffer.readUInt32LE(end + 16)
  if (count > ZIP_LIMITS.entries) throw hostile(`${count} entries`)
  const entries: Entry[] = []
  let at = start
  for (let i = 0; i < count; i++) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== DIRECTORY_ENTRY) throw damaged('directory')
    const nameLength = buffer.readUInt16LE(at + 28)
    const extraLength = buffer.readUInt16LE(at + 30)
    const entry: Entry = {
      name: buffer.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/').replace(/^\//u, '').toLowerCase(),
      rawName: buffer.subarray(at + 46, at + 46 + nameLength),
      isUtf8: (buffer.readUInt16LE(at + 8) & 0x800) !== 0,
      method: buffer.readUInt16LE(at + 10),
      encrypted: (buffer.readUInt16LE(at + 8) & 1) === 1,
      crc: buffer.readUInt32LE(at + 16),
      packed: buffer.readUInt32LE(at + 20),
      size: buffer.readUInt32LE(at + 24),
      offset: buffer.readUInt32LE(at + 42),
    }
    readZip64(entry, buffer.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength))
    entries.push(entry)
    at += 46 + nameLength + extraLength + buffer.readUInt16LE(at + 32)
  }
  return entries
}

/** The end record stands last, before a comment of at most 64 KiB. A file cut short has none. */
function endOfDirectory(buffer: Buffer): number {
  for (let at = buffer.length - 22; at >= Math.max(0, buffer.length - 22 - 0xffff); at--) {
    if (buffer.readUInt32LE(at) === END_OF_DIRECTORY) return at
  }
  throw new AppError('file-truncated', 'zip has no end of directory')
}

/** Some writers give every size as 64 bits, in this order, only those that are marked unknown in the entry itself. */
function readZip64(entry: Entry, extra: Buffer): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== ZIP64_FIELD) continue
    let value = at + 4
    for (const key of ['size', 'packed', 'offset'] as const) {
      if (entry[key] !== UNKNOWN_32 || value + 8 > extra.length) continue
      entry[key] = Number(extra.readBigUInt64LE(value))
      value += 8
    }
  }
}

/** The bytes of one entry, never more than it says. Throws as `unzip` does. */
export function unpack(buffer: Buffer, entry: Entry): Uint8Array {
  if (entry.encrypted) throw new AppError('file-protected', 'encrypted entry')
  if (entry.offset + 30 > buffer.length || buffer.readUInt32LE(entry.offset) !== LOCAL_HEADER) throw damaged('local header')
  const from = entry.offset + 30 + buffer.readUInt16LE(entry.offset + 26) + buffer.readUInt16LE(entry.offset + 28)
  if (from + entry.packed > buffer.length) throw damaged('entry beyond the end')
  const packed = buffer.subarray(from, from + entry.packed)
  const bytes = inflate(packed, entry)
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw damaged('checksum')
  return bytes
}

function inflate(packed: Buffer, entry: Entry): Buffer {
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw damaged(`method ${entry.method}`)
  if (entry.size === 0) return Buffer.alloc(0)
  try {
    return inflateRawSync(packed, { maxOutputLength: entry.size })
  } catch (error) {
    // The directory promised less than the entry holds: that is how a bomb lies.
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw hostile('an entry is larger than it says')
    throw damaged('deflate stream')
  }
}
