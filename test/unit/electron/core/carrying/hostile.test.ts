// A carry file from anyone: refused by name where it is foreign, newer, cut, changed or too large, and then nothing has changed.
import { createHash } from 'node:crypto'
import { unzipSync, zipSync, strFromU8, strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../../../../shared/contract/error.ts'
import { checkCarry, openCarry } from '../../../../../electron/core/carrying/unpack.ts'
import { CARRY_VERSION, type CarryManifest } from '../../../../../shared/model/carry.ts'
import { seeded } from '../../../../support/disk/powerCut.ts'
import { broken } from '../../../../support/fuzz/inputs.ts'
import { bring, openOther, out, startFrom, store } from '../../../../support/carried.ts'

const from = openOther()
const draft = startFrom(from, store(from, 'рост'))
from.drafts.createVersion(draft, 'Одна')
const good = out(from)

const refusal = (code: string) => expect.objectContaining({ code })
const read = (bytes: Uint8Array) => checkCarry(openCarry(bytes))

/** The file with its manifest and its one part changed; the checksum is made to fit where asked. */
function changed(change: (manifest: CarryManifest, lines: string[]) => void, { sum = true } = {}): Uint8Array {
  const files = unzipSync(good)
  const manifest = JSON.parse(strFromU8(files['manifest.json']!)) as CarryManifest
  const name = manifest.parts[0]!.name
  const lines = strFromU8(files[name]!).split('\n')
  change(manifest, lines)
  const part = strToU8(lines.join('\n'))
  const listed = (manifest.parts as CarryManifest['parts'] | null)?.[0]
  if (sum && listed) Object.assign(listed, { sha256: createHash('sha256').update(part).digest('hex'), records: lines.length })
  return zipSync({ [name]: part, 'manifest.json': strToU8(JSON.stringify(manifest)) })
}

test('a file that was changed by nobody is read', () => {
  expect(() => read(good)).not.toThrow()
  expect(() => read(changed(() => {}))).not.toThrow()
})

describe('a file is refused that', () => {
  const rows: [what: string, bytes: () => Uint8Array, code: string][] = [
    ['is nothing', () => new Uint8Array(), 'carry-foreign'],
    ['is a text', () => strToU8('Совместное заявление'), 'carry-foreign'],
    ['is another zip', () => zipSync({ 'word/document.xml': strToU8('<w/>') }), 'carry-foreign'],
    ['says it is something else', () => changed((manifest) => Object.assign(manifest, { format: 'other' })), 'carry-foreign'],
    ['is newer', () => changed((manifest) => Object.assign(manifest, { version: CARRY_VERSION + 1, parts: 'as they are by then' })), 'carry-newer'],
    ['is cut short', () => good.subarray(0, good.length - 40), 'file-truncated'],
    ['has a part with other bytes', () => changed((_, lines) => { lines[0] = lines[0]!.replace('рост', 'спад') }, { sum: false }), 'file-damaged'],
    ['lacks a record', () => changed((_, lines) => void lines.pop()), 'file-damaged'],
    ['has a record twice', () => changed((_, lines) => void lines.push(lines.at(-1)!)), 'file-damaged'],
    ['has versions before their draft', () => changed((_, lines) => void lines.reverse()), 'file-damaged'],
    ['has a record of another kind', () => changed((_, lines) => { lines[0] = '{"kind":"setting","theme":"dark"}' }), 'file-damaged'],
    ['has a record that is no JSON', () => changed((_, lines) => { lines[0] = '{' }), 'file-damaged'],
    ['has an id that is a path', () => changed((_, lines) => { lines[0] = lines[0]!.replace(/"id":"[^"]+"/u, '"id":"../../x"') }), 'file-damaged'],
    ['counts wrongly', () => changed((manifest) => { manifest.counts.drafts = 7 }), 'file-damaged'],
    ['names a part that is not there', () => changed((manifest) => { manifest.parts.push({ name: 'part-0002.jsonl', sha256: '0'.repeat(64), records: 0 }) }), 'file-damaged'],
    ['has more than it lists', () => zipSync({ ...unzipSync(good), 'extra.bin': strToU8('x') }), 'file-damaged'],
    ['unpacks to a bomb', () => zipSync({ ...unzipSync(good), 'part-0002.jsonl': new Uint8Array(70 * 2 ** 20) }), 'file-hostile'],
  ]
  for (const [what, bytes, code] of rows) test(`${what}: ${code}`, () => expect(() => read(bytes())).toThrow(refusal(code)))
})

test('a refused file changes nothing, however late it goes wrong', () => {
  const to = openOther()
  store(to, 'мир')
  const before = to.db.sqlite.serialize()
  const late = changed((manifest, lines) => {
    lines.push(lines.at(-1)!.replace(/"id":"[^"]+"/u, '"id":"other"').replace('"format":1', '"format":2'))
    manifest.counts.versions++
  })
  expect(() => bring(to, late)).toThrow(refusal('file-damaged'))
  expect(to.db.sqlite.serialize().equals(before)).toBe(true)
})

test('1,000 files whose records and manifest are broken, with checksums that fit, are brought in or refused, and then nothing has changed', () => {
  const to = openOther()
  store(to, 'мир')
  const random = seeded(1)
  let refused = 0
  let spoilt = 0
  for (let i = 0; i < 1000; i++) {
    const bytes = changed((manifest, lines) => {
      const at = Math.floor(random() * (lines.length + 1))
      if (at < lines.length) lines[at] = JSON.stringify(broken(JSON.parse(lines[at]!), random)) ?? ''
      else Object.assign(manifest, JSON.parse(JSON.stringify(broken(manifest, random)) ?? '{}'))
    })
    const before = to.db.sqlite.serialize()
    try {
      bring(to, bytes)
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'internal') throw error
      if (!to.db.sqlite.serialize().equals(before)) spoilt++
      refused++
    }
  }
  expect(spoilt).toBe(0)
  expect(refused).toBeGreaterThan(500)
  expect(refused).toBeLessThan(1000)
}, 60_000)

test('1,200 files with bytes turned, cut and doubled are read or refused, never worse', () => {
  let seed = 7
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
    return seed % below
  }
  let refused = 0
  for (let i = 0; i < 1200; i++) {
    let bytes: Uint8Array = Uint8Array.from(good)
    const kind = random(3)
    if (kind === 0) for (let turn = 0; turn <= random(4); turn++) bytes[random(bytes.length)] = random(256)
    else if (kind === 1) bytes = bytes.subarray(random(bytes.length), bytes.length - random(200))
    else {
      const [at, length] = [random(bytes.length), random(300)]
      bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at)])
    }
    try {
      read(bytes)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      refused++
    }
  }
  expect(refused).toBeGreaterThan(1000)
})
