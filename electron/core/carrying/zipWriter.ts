// A ZIP written part by part: each is packed as it comes, so that what is held is the packed file alone.
import { crc32, deflateRawSync } from 'node:zlib'
import { AppError } from '../../../shared/contract/error.ts'

const LOCAL_HEADER = 0x04034b50
const DIRECTORY_ENTRY = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
const VERSION = 20
const UTF8 = 0x800
const DEFLATED = 8
/** A file carries no time of its own: the manifest has it. 1 January 1980, as DOS wrote it. */
const NO_DATE = 0x21

/** Beyond it sizes need 64 bits, which no reader of ours is asked to believe. */
const MOST_BYTES = 2 ** 31

export class ZipWriter {
  #chunks: Buffer[] = []
  #directory: Buffer[] = []
  #size = 0

  add(name: string, bytes: Uint8Array): void {
    const packed = deflateRawSync(bytes)
    const path = Buffer.from(name, 'utf8')
    const common = Buffer.alloc(26)
    common.writeUInt16LE(VERSION, 0)
    common.writeUInt16LE(UTF8, 2)
    common.writeUInt16LE(DEFLATED, 4)
    common.writeUInt16LE(NO_DATE, 8)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(path.length, 22)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(DIRECTORY_ENTRY, 0)
    entry.writeUInt16LE(VERSION, 4)
    common.copy(entry, 6)
    entry.writeUInt32LE(this.#size, 42)
    this.#directory.push(entry, path)
    this.#put(signature(LOCAL_HEADER), common, path, packed)
    if (this.#size > MOST_BYTES) throw new AppError('file-too-large', 'the carry file is too large', { name: '', limit: MOST_BYTES / 2 ** 20 })
  }

  finish(): Buffer {
    const directory = Buffer.concat(this.#directory)
    const count = this.#directory.length / 2
    const end = Buffer.alloc(22)
    end.writeUInt32LE(END_OF_DIRECTORY, 0)
    end.writeUInt16LE(count, 8)
    end.writeUInt16LE(count, 10)
    end.writeUInt32LE(directory.length, 12)
    end.writeUInt32LE(this.#size, 16)
    return Buffer.concat([...this.#chunks, directory, end])
  }

  #put(...chunks: Buffer[]): void {
    for (const chunk of chunks) this.#size += chunk.length
    this.#chunks.push(...chunks)
  }
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value, 0)
  return bytes
}
