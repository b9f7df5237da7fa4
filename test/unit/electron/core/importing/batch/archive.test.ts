// Archives: every file by its name in whatever code page, hostile ones refused, each bad entry by itself.
import { describe, expect, test } from 'vitest'
import { unpackArchive } from '../../../../../../electron/core/importing/batch/archive.ts'
import { noise, zipOf, type Entry } from '../../../../../support/batches.ts'

const bytes = new TextEncoder().encode('Стороны подтверждают.')
const told = (entries: readonly Entry[]) =>
  unpackArchive(zipOf(entries), 'a.zip').map((file) => [file.path, 'bytes' in file ? 'read' : file.error.code])

describe('an archive', () => {
  const rows: [name: string, entries: Entry[], expected: [string, string][]][] = [
    ['gives the files of its folders', [{ name: 'год/', bytes: new Uint8Array() }, { name: 'год/текст.txt', bytes }], [['год/текст.txt', 'read']]],
    ['names them in the code page of DOS', [{ name: Uint8Array.from([0x92, 0xa5, 0xaa, 0xe1, 0xe2, 0x2e, 0x74, 0x78, 0x74]), bytes }], [['Текст.txt', 'read']]],
    ['names them in UTF-8 that it does not declare', [{ name: new TextEncoder().encode('Текст.txt'), bytes }], [['Текст.txt', 'read']]],
    ['may use the slashes of Windows', [{ name: 'a\\b.txt', bytes }], [['a/b.txt', 'read']]],
    ['that climbs out of its folder loses that file only', [{ name: '../../etc/x.txt', bytes }, { name: 'ok.txt', bytes }], [['../../etc/x.txt', 'file-hostile'], ['ok.txt', 'read']]],
    ['with a whole path, likewise', [{ name: '/etc/x.txt', bytes }, { name: 'C:\\x.txt', bytes }], [['/etc/x.txt', 'file-hostile'], ['C:/x.txt', 'file-hostile']]],
    ['with an archive inside is not opened twice', [{ name: 'in.zip', bytes: zipOf([{ name: 'x.txt', bytes }]) }], [['in.zip', 'archive-nested']]],
    ['under a password says so', [{ name: 'x.txt', bytes, flags: 0x801 }], [['x.txt', 'archive-protected']]],
    ['with an entry that is larger than it says', [{ name: 'x.txt', bytes: new Uint8Array(5000), claimed: 10 }], [['x.txt', 'file-hostile']]],
    ['with an entry that is too large', [{ name: 'x.txt', bytes, claimed: 50 * 2 ** 20 }, { name: 'ok.txt', bytes: Buffer.alloc(400_000, 'abc') }], [['x.txt', 'file-too-large'], ['ok.txt', 'read']]],
  ]
  test.each(rows)('%s', (_, entries, expected) => {
    // A claim beyond the ratio refuses the whole: this one has room.
    const roomy = entries.some(({ claimed }) => (claimed ?? 0) > 2 ** 20)
    const all = roomy ? [...entries, { name: 'noise.bin', bytes: noise(300_000) }] : entries
    expect(told(all).filter(([path]) => path !== 'noise.bin')).toEqual(expected)
  })

  test('that would unpack to far more than it is, is refused whole', () => {
    const bomb = zipOf(Array.from({ length: 8 }, (_, i) => ({ name: `${i}.txt`, bytes: Buffer.alloc(2_000_000) })))
    expect(() => unpackArchive(bomb, 'bomb.zip')).toThrow(expect.objectContaining({ code: 'file-hostile', details: { name: 'bomb.zip' } }))
  })

  test('of too many files is refused', () => {
    const many = zipOf(Array.from({ length: 4001 }, (_, i) => ({ name: `${i}`, bytes: new Uint8Array() })))
    expect(() => unpackArchive(many, 'many.zip')).toThrow(expect.objectContaining({ code: 'file-hostile' }))
  })

  test('that is cut short is refused', () => {
    const whole = zipOf([{ name: 'x.txt', bytes }])
    expect(() => unpackArchive(whole.subarray(0, whole.length - 30), 'cut.zip')).toThrow(expect.objectContaining({ code: 'file-truncated', details: { name: 'cut.zip' } }))
  })
})
