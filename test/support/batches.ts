// Invented statements in any number, no two alike, and archives of files, for tests of batches.
import { crc32, deflateRawSync } from 'node:zlib'

const SUBJECTS = ['Стороны', 'Министры', 'Главы делегаций', 'Участники встречи']
const VERBS = ['подтверждают', 'приветствуют', 'отмечают', 'поддерживают']
const SYLLABLES = ['ре', 'до', 'пор', 'мос', 'ка', 'па', 'скла', 'ле', 'та', 'во', 'ма', 'при', 'гру', 'ар', 'се', 'ви', 'тер', 'ол']
const TAILS = ['ного хозяйства', 'ных перевозок', 'ного сообщения', 'ной безопасности', 'ного сотрудничества', 'ных обменов', 'ного надзора', 'ной статистики']

/** Whole numbers below `limit`, the same for the same seed. */
function numbers(seed: number): (limit: number) => number {
  let state = Math.imul(seed + 1, 0x9e3779b1)
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}

/** Bytes that do not pack. */
export const noise = (length: number): Uint8Array => {
  const next = numbers(length)
  return Uint8Array.from({ length }, () => next(256))
}

/** One of many statements, sure in all its places. */
export function statement(index: number, clauses = 6): string {
  const next = numbers(index)
  const pick = <T>(from: readonly T[]): T => from[next(from.length)]!
  const phrase = () => `${pick(SYLLABLES)}${pick(SYLLABLES)}${pick(SYLLABLES)}${pick(TAILS)}`
  const lines = Array.from({ length: clauses }, () =>
    `${pick(SUBJECTS)} ${pick(VERBS)} важность ${Array.from({ length: 6 }, phrase).join(', ')} на реке Селене.`)
  return `Совместное заявление
по итогам встречи министров № ${index + 1}

Министры Республики Вестрии и Республики Алвании (далее – Стороны) провели встречу в г. Тервене и заявляют о нижеследующем.

I. Вода
${lines.join('\n')}

г. Тервен, ${1 + (index % 28)} октября ${1990 + (index % 30)} года
`
}

export interface Entry {
  name: string | Uint8Array
  bytes: Uint8Array
  /** What the directory says of the size, where it lies. */
  claimed?: number
  flags?: number
}

/** A ZIP archive; names as bytes are written as they are. */
export function zipOf(entries: readonly Entry[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes, claimed = bytes.length, flags = typeof name === 'string' ? 0x800 : 0 } of entries) {
    const raw = Buffer.from(name as string)
    const packed = deflateRawSync(bytes)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(claimed, 18)
    common.writeUInt16LE(raw.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, raw, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, tail, raw]))
    parts.push(local)
    offset += local.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, ...directory, end])
}
