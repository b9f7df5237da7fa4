// What a PDF's packed streams unpack to, measured before anything reads them: a bomb is refused before its bytes exist, and
// operators nested without end before they are followed. Pictures are passed over, for reading text never unpacks them.
import { constants, inflateSync } from 'node:zlib'

/**
 * Bytes that one stream, and all of them together, may unpack to; fonts of Chinese and Japanese are the largest honest ones.
 * `nested` counts states, marked stretches and lists that are open at once.
 */
export const STREAM_LIMITS = { one: 32 * 2 ** 20, all: 128 * 2 ** 20, nested: 2000 }

/** So far before a stream its description is looked for, and so far into one its nesting is followed. */
const DESCRIPTION = 1024
const FOLLOWED = 4 * 2 ** 20
/** Filters that one stream may pass through, one after the other. */
const MOST_FILTERS = 4

const END = Buffer.from('end')

/** What about the streams is past a limit; null where nothing is. */
export function dangerIn(bytes: Uint8Array): string | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let all = 0
  for (let at = buffer.indexOf('stream'); at !== -1; at = buffer.indexOf('stream', at + 6)) {
    // "endstream" ends one.
    if (buffer.subarray(Math.max(0, at - 3), at).equals(END)) continue
    const description = descriptionOf(buffer, at)
    if (/\/Subtype\s*\/Image\b/u.test(description)) continue
    const filters = description.match(FILTER)?.length ?? 0
    if (filters > MOST_FILTERS) return 'filters'
    let from = at + 6
    while (buffer[from] === 0x0d || buffer[from] === 0x0a) from++
    const unpacked = unpack(buffer.subarray(from), filters)
    if (unpacked === 'too large') return 'unpacked size'
    all += unpacked.length
    if (all > STREAM_LIMITS.all) return 'unpacked size'
    if (isNestedTooDeep(unpacked)) return 'nested too deep'
  }
  return null
}

const FILTER = /\/(?:FlateDecode|Fl|LZWDecode|LZW|ASCIIHexDecode|ASCII85Decode|RunLengthDecode|BrotliDecode)\b/gu

/** From the beginning of the stream's object, as far as it stands near. */
function descriptionOf(buffer: Buffer, at: number): string {
  const before = buffer.toString('latin1', Math.max(0, at - DESCRIPTION), at)
  return before.slice(before.lastIndexOf(' obj') + 1)
}

/** Every packed stream begins with two bytes that divide by 31, of the one method there is. */
const isPacked = (bytes: Buffer) => bytes.length > 2 && (bytes[0]! & 15) === 8 && bytes.readUInt16BE(0) % 31 === 0

/** The bytes after unpacking as often as the filters say; as they are up to their end where they are not packed. */
function unpack(packed: Buffer, filters: number): Buffer | 'too large' {
  const end = packed.indexOf('endstream')
  let bytes = isPacked(packed) ? packed : packed.subarray(0, end === -1 ? packed.length : end)
  for (let filter = 0; filter <= filters && isPacked(bytes); filter++) {
    try {
      // What was cut off is unpacked as far as it goes.
      bytes = inflateSync(bytes, { maxOutputLength: STREAM_LIMITS.one, finishFlush: constants.Z_SYNC_FLUSH })
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too large' : bytes.subarray(0, 0)
    }
  }
  return bytes.length > STREAM_LIMITS.one ? 'too large' : bytes
}

const OPENING = /(?<=^|[\s\]>)])(?:q|Q|BMC|BDC|EMC)(?=[\s[</(])|[[\]]/gu

/** What opens and is not closed again. Words in a text are counted too: no text holds thousands of such letters alone. */
function isNestedTooDeep(content: Buffer): boolean {
  let depth = 0
  for (const [sign] of content.toString('latin1', 0, FOLLOWED).matchAll(OPENING)) {
    if (sign === 'Q' || sign === 'EMC' || sign === ']') depth = Math.max(0, depth - 1)
    else if (++depth > STREAM_LIMITS.nested) return true
  }
  return false
}
