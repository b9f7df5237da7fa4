// The key file: what is no key file is told for what it is, and no box opens anything but what it was made for.
import { truncateSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keyFileOf, readKeyFile, writeKeyFile, type KeyFile } from '../../../../../electron/core/protection/keyFile.ts'
import { keyByKeychain, keyByPassphrase, keyByRecovery, newKey, newKeyFile, withKeychain, withRecovery } from '../../../../../electron/core/protection/keyring.ts'
import { stretched, unwrap, wrap } from '../../../../../electron/core/protection/wrapping.ts'
import { temporaryFile } from '../../../../support/temporary.ts'

const PASSPHRASE = 'passphrase of a test'
const key = newKey()
const keychain = { close: (secret: string) => Buffer.from(secret).toString('base64'), open: (closed: string) => Buffer.from(closed, 'base64').toString() }
const { file: recoverable, recovery } = withRecovery(await newKeyFile(key, PASSPHRASE), key)
const good = withKeychain(recoverable, key, keychain)
const otherKey = newKey()
const other = withRecovery(await newKeyFile(otherKey, PASSPHRASE), otherKey)

const stored = (content: unknown): string => {
  const library = temporaryFile()
  writeFileSync(keyFileOf(library), typeof content === 'string' ? content : JSON.stringify(content))
  return library
}

describe('a key file', () => {
  test('gives the key back by each of its ways', async () => {
    const library = temporaryFile()
    writeKeyFile(library, good)
    const read = readKeyFile(library, key.id)
    expect(await keyByPassphrase(read, PASSPHRASE)).toEqual(key)
    expect(keyByKeychain(read, keychain)).toEqual(key)
    expect(keyByRecovery(key.id, recovery, null)).toEqual(key)
    expect(keyByRecovery(key.id, ` ${(JSON.parse(recovery) as { code: string }).code.replaceAll('-', ' ')}\n`, read)).toEqual(key)
  })

  test('holds nothing of the key or the passphrase as it is', () => {
    const text = JSON.stringify(good)
    for (const form of ['hex', 'base64', 'latin1'] as const) expect(text).not.toContain(Buffer.from(key.secret).toString(form))
    expect(text).not.toContain(PASSPHRASE)
  })

  test.each<[what: string, content: unknown, code: string]>([
    ['empty', '', 'key-file-damaged'],
    ['no JSON', 'a letter', 'key-file-damaged'],
    ['cut', JSON.stringify(good).slice(0, -40), 'key-file-damaged'],
    ['of another format', { ...good, format: 'alternat-recovery' }, 'key-file-damaged'],
    ['from the future', { ...good, version: 2, ways: [] }, 'key-file-newer'],
    ['without a way', { ...good, passphrase: undefined }, 'key-file-damaged'],
    ['with a field too many', { ...good, hint: 'the usual' }, 'key-file-damaged'],
    ['that asks for gigabytes', { ...good, passphrase: { ...good.passphrase, N: 2 ** 30 } }, 'key-file-damaged'],
    ['with a cost that is no power of two', { ...good, passphrase: { ...good.passphrase, N: 65_537 } }, 'key-file-damaged'],
    ['with next to no cost', { ...good, passphrase: { ...good.passphrase, N: 2 } }, 'key-file-damaged'],
    ['of another library', other.file, 'key-foreign'],
  ])('%s is refused', (_what, content, code) => {
    expect(() => readKeyFile(stored(content), key.id)).toThrow(expect.objectContaining({ code }))
  })

  test('that is not there is told as missing, by name', () => {
    expect(() => readKeyFile(temporaryFile('letters.alternat'), key.id)).toThrow(expect.objectContaining({ code: 'key-file-missing', details: { name: 'letters.alternat-key' } }))
  })

  test('is readable again after it was emptied and written anew', () => {
    const library = stored(good)
    truncateSync(keyFileOf(library), 0)
    writeKeyFile(library, good)
    expect(readKeyFile(library, key.id)).toEqual(good)
  })
})

describe('a box', () => {
  test.each<[what: string, file: KeyFile]>([
    ['was moved from another library', { ...good, passphrase: other.file.passphrase }],
    ['was moved from another way', { ...good, passphrase: { ...good.passphrase, ...good.recovery! } }],
    ['was changed in one letter', { ...good, passphrase: { ...good.passphrase, box: good.passphrase.box.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')) } }],
    ['was cut', { ...good, passphrase: { ...good.passphrase, box: good.passphrase.box.slice(0, 8) } }],
    ['has another salt', { ...good, passphrase: { ...good.passphrase, salt: other.file.passphrase.salt } }],
  ])('that %s does not open', async (_what, file) => {
    await expect(keyByPassphrase(file, PASSPHRASE)).rejects.toMatchObject({ code: 'passphrase-wrong' })
  })

  test('opens under the same secret and the same words only', async () => {
    const under = await stretched('a', { salt: 'c2FsdHNhbHRzYWx0c2FsdA==', N: 16_384, r: 1, p: 1 })
    const box = wrap(key.secret, under, 'about')
    expect(unwrap(box, under, 'about')).toEqual(key.secret)
    expect(unwrap(box, under, 'another')).toBeNull()
    expect(unwrap(box, otherKey.secret, 'about')).toBeNull()
  })
})

test.each([
  ['of another library', other.recovery],
  ['that is cut', recovery.slice(0, 60)],
  ['with a code mistyped', recovery.replace(/"code": "./, (start) => start.slice(0, -1) + (start.endsWith('0') ? '1' : '0'))],
  ['that is a letter', 'Уважаемые коллеги'],
])('a recovery file %s does not open it', (_what, text) => {
  expect(() => keyByRecovery(key.id, text, good)).toThrow(expect.objectContaining({ code: 'recovery-wrong' }))
})
