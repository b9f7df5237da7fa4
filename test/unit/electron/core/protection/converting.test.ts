// A library on its way from plain to encrypted or back, killed at every step: the old one or the new one is there, whole, with the
// key that opens it, and the next opening takes away what was left of the way.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { isEncrypted, type LibraryKey } from '../../../../../electron/core/db/cipher.ts'
import { openLibrary } from '../../../../../electron/core/db/open.ts'
import { checkSnapshot, snapshotFolder, snapshotName, takeSnapshot } from '../../../../../electron/core/db/snapshot.ts'
import { convertTask } from '../../../../../electron/core/protection/converting.ts'
import { keyFileOf, readKeyFile } from '../../../../../electron/core/protection/keyFile.ts'
import { keyByPassphrase, newKeyFile } from '../../../../../electron/core/protection/keyring.ts'
import { cutConversion } from '../../../../support/conversionAttack.ts'
import { buildRecorder } from '../../../../support/disk/recording.ts'
import { filesWith } from '../../../../support/markers.ts'
import { openServices } from '../../../../support/services.ts'
import { temporaryFile, temporaryFolder } from '../../../../support/temporary.ts'

const FORM = { from: { kind: 'form', form: 'communique-ru' }, parties: [], date: null, place: null } as const
const MARKER = 'Кристаллоград'
const SECRET = '5e'.repeat(32)
const KEY: LibraryKey = { id: '0123456789abcdef', secret: Buffer.from(SECRET, 'hex') }
const SNAPSHOT = snapshotName(new Date('2026-03-31T12:30:00Z'))
const PASSPHRASE = 'passphrase of a test'
const silent = () => {}
const recorder = buildRecorder()

const made = temporaryFolder()

beforeAll(async () => {
  const library = join(mkdirSync(join(made, 'plain'), { recursive: true })!, 'library.alternat')
  const { db, drafts } = openServices(library)
  drafts.start({ ...FORM, title: MARKER, parties: [] })
  takeSnapshot(db.sqlite, library, SNAPSHOT)
  db.close()
  cpSync(join(made, 'plain'), join(made, 'encrypted'), { recursive: true })
  await convertTask({ library: join(made, 'encrypted', 'library.alternat'), key: KEY, copies: 'convert', to: 'encrypted', keyFile: await keyFile() }, silent)
})

/** A closed library with one draft and one snapshot, the test's own. */
function closedLibrary(which: 'plain' | 'encrypted'): string {
  const library = temporaryFile()
  cpSync(join(made, which), dirname(library), { recursive: true })
  return library
}

const keyFile = () => newKeyFile(KEY, PASSPHRASE)

const convertElsewhere = (library: string, to: string, deadly: string) =>
  spawnSync(process.execPath, [join(import.meta.dirname, '../../../../fixtures/converter.ts'), library, to, SECRET, deadly], { encoding: 'utf8' })

/** The title of its one draft, by the key that the key file beside it gives where it is encrypted. */
async function titleIn(library: string): Promise<unknown> {
  const key = isEncrypted(library) ? await keyByPassphrase(readKeyFile(library, KEY.id), PASSPHRASE) : null
  const db = openLibrary(library, { key })
  try {
    expect(db.writable).toBe(true)
    expect(db.sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
    return db.get('SELECT title FROM draft')
  } finally {
    db.close()
  }
}

const leftovers = (library: string) =>
  [...readdirSync(dirname(library)), ...readdirSync(snapshotFolder(library))].filter((name) => /converting|unfinished|-new/.test(name))

describe('killed while being encrypted', () => {
  test.each([
    ['copying', 'plain'], ['converting', 'plain'], ['checking', 'plain'], ['swapping', 'plain'], ['copies', 'encrypted'], ['never', 'encrypted'],
  ])('as it began %s: the library is %s, and can be encrypted again', async (step, expected) => {
    const library = closedLibrary('plain')
    const { signal, stderr } = convertElsewhere(library, 'encrypted', step)
    expect(stderr).toBe('')
    expect(signal).toBe(step === 'never' ? null : 'SIGKILL')
    expect(isEncrypted(library) ? 'encrypted' : 'plain').toBe(expected)
    expect(await titleIn(library)).toEqual({ title: MARKER })
    expect(leftovers(library)).toEqual([])
    expect(checkSnapshot(join(snapshotFolder(library), SNAPSHOT), KEY)).toMatchObject({ drafts: 1 })
    if (expected === 'encrypted') return
    expect(convertElsewhere(library, 'encrypted', 'never').status).toBe(0)
    expect(await titleIn(library)).toEqual({ title: MARKER })
    expect(filesWith(dirname(library), [MARKER])).toEqual([])
  })
})

describe('killed while being decrypted', () => {
  test.each([
    ['copies', 'encrypted'], ['copying', 'encrypted'], ['converting', 'encrypted'], ['checking', 'encrypted'], ['swapping', 'encrypted'], ['key', 'plain'], ['never', 'plain'],
  ])('as it began %s: the library is %s', async (step, expected) => {
    const library = closedLibrary('encrypted')
    const { signal, stderr } = convertElsewhere(library, 'plain', step)
    expect(stderr).toBe('')
    expect(signal).toBe(step === 'never' ? null : 'SIGKILL')
    expect(isEncrypted(library) ? 'encrypted' : 'plain').toBe(expected)
    expect(await titleIn(library)).toEqual({ title: MARKER })
    expect(leftovers(library)).toEqual([])
    expect(existsSync(keyFileOf(library))).toBe(step !== 'never')
    expect(checkSnapshot(join(snapshotFolder(library), SNAPSHOT), KEY)).toMatchObject({ drafts: 1 })
  })
})

describe.skipIf(!recorder)('the power cut', () => {
  test.each(['encrypted', 'plain'] as const)('while the library becomes %s: the old one or the new one, with its key', async (to) => {
    expect(await cutConversion(recorder!, to, 24)).toEqual({ cuts: 24, harm: [] })
  }, 120_000)
})

test('a key file that lies beside a plain library is moved aside, not written over', async () => {
  const library = closedLibrary('plain')
  writeFileSync(keyFileOf(library), 'of a snapshot elsewhere')
  await convertTask({ library, key: KEY, copies: 'convert', to: 'encrypted', keyFile: await keyFile() }, silent)
  const [former] = readdirSync(dirname(library)).filter((name) => name.startsWith(`${basename(keyFileOf(library))}-former-`))
  expect(readFileSync(join(dirname(library), former!), 'utf8')).toBe('of a snapshot elsewhere')
})

test('a library that another program writes is not touched', async () => {
  const library = closedLibrary('plain')
  const other = openLibrary(library)
  const file = await keyFile()
  expect(() => convertTask({ library, key: KEY, copies: 'convert', to: 'encrypted', keyFile: file }, silent)).toThrow(expect.objectContaining({ code: 'library-locked' }))
  other.close()
  expect(existsSync(keyFileOf(library))).toBe(false)
  expect(await titleIn(library)).toEqual({ title: MARKER })
})

test('a library that changes meanwhile into something else is not replaced by it', async () => {
  const library = closedLibrary('plain')
  const file = await keyFile()
  const spoil = (stage: string) => {
    if (stage === 'checking') writeFileSync(`${library}-converting`, readFileSync(`${library}-converting`).fill(7, 8192, 12_288))
  }
  expect(() => convertTask({ library, key: KEY, copies: 'convert', to: 'encrypted', keyFile: file }, spoil)).toThrow(expect.objectContaining({ code: expect.stringMatching(/^(SQLITE_|library-damaged)/) }))
  expect(isEncrypted(library)).toBe(false)
  expect(existsSync(keyFileOf(library))).toBe(false)
  expect(await titleIn(library)).toEqual({ title: MARKER })
})
