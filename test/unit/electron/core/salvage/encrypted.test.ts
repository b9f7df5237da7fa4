// A damaged library that is encrypted: with its key what can be read is saved, encrypted as it was, and its snapshots bring it back;
// without the key nothing is made of it.
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createLastingBackend } from '../../../../../electron/core/lasting.ts'
import { isEncrypted, openSqlite, type LibraryKey } from '../../../../../electron/core/db/cipher.ts'
import { snapshotFolder, snapshotName, takeSnapshot } from '../../../../../electron/core/db/snapshot.ts'
import { machinePorts, type Ports } from '../../../../../electron/core/ports.ts'
import { convertTask } from '../../../../../electron/core/protection/converting.ts'
import { keyFileOf } from '../../../../../electron/core/protection/keyFile.ts'
import { newKeyFile } from '../../../../../electron/core/protection/keyring.ts'
import { salvage, type Made } from '../../../../../electron/core/salvage/salvage.ts'
import { salvageTarget } from '../../../../../electron/core/salvage/save.ts'
import { connect } from '../../../../../shared/contract/index.ts'
import { filesWith } from '../../../../support/markers.ts'
import { proposalOf, type Line } from '../../../../support/proposals.ts'
import { openServices, templates, workerScript } from '../../../../support/services.ts'
import { temporaryFile, temporaryFolder } from '../../../../support/temporary.ts'

const FORM = { from: { kind: 'form', form: 'communique-ru' }, parties: [], date: null, place: null } as const
const PAGE = 4096
const MARKER = 'zirconnaut'
const PASSPHRASE = 'four rivers behind a hill'
const KEY: LibraryKey = { id: '0123456789abcdef', secret: Buffer.alloc(32, 0x5e) }
const EARLY = snapshotName(new Date(Date.now() - 30 * 60_000))

/** Made once: 12 declarations, 12 drafts with a version each, a snapshot of it all; encrypted. */
const original = join(temporaryFolder(), 'library.alternat')
beforeAll(async () => {
  const { db, library, drafts } = openServices(original)
  const lines = (index: number): Line[] => Array.from({ length: 12 }, (_, line) => ['clause', `On matter ${index}.${line}: ${`${MARKER} on the river `.repeat(9)}`, `${line + 1}`])
  for (let index = 0; index < 12; index++) {
    library.store(proposalOf([['heading', 'Rivers'], ...lines(index)], { title: `Statement ${index}`, language: 'en' }))
    drafts.createVersion(drafts.start({ ...FORM, parties: [], title: `Draft ${index}` }).id, 'sent')
  }
  takeSnapshot(db.sqlite, original, EARLY)
  db.close()
  await convertTask({ library: original, key: KEY, copies: 'convert', to: 'encrypted', keyFile: await newKeyFile(KEY, PASSPHRASE) }, () => {})
}, 60_000)

/** The test's own, with its key file and its snapshot. */
function encrypted(): string {
  const library = temporaryFile()
  cpSync(dirname(original), dirname(library), { recursive: true })
  return library
}

function pagesOf(library: string, name: string): number[] {
  const sqlite = openSqlite(library, { readonly: true }, KEY)
  const pages = sqlite.prepare('SELECT pageno FROM dbstat WHERE name = ? ORDER BY pageno').pluck().all(name) as number[]
  sqlite.close()
  return pages
}

function ruin(library: string, from: number, to: number): void {
  writeFileSync(library, readFileSync(library).fill(7, from, to))
}
const ruinPage = (library: string, page: number) => ruin(library, (page - 1) * PAGE, page * PAGE)
const middle = (pages: number[]) => pages[Math.floor(pages.length / 2)]!
const plainBeside = (library: string) => filesWith(dirname(library), [MARKER, 'Statement', 'Draft '])

describe('what can be read is saved with the key, encrypted,', () => {
  test.each(['declaration', 'clause', 'version'] as const)('of a library with a ruined page of %s', (table) => {
    const library = encrypted()
    ruinPage(library, middle(pagesOf(library, table)))
    const made = salvage(library, KEY, salvageTarget(library), () => {})
    const key = { declaration: 'declarations', clause: 'clauses', version: 'versions' }[table] as keyof Made['saved']
    expect(made.lost[key]).toBeGreaterThan(0)
    expect(made.saved[key]).toBeGreaterThan(made.lost[key])
    expect(isEncrypted(salvageTarget(library))).toBe(true)
    const { db, library: shelf } = openServices(salvageTarget(library), KEY)
    expect(shelf.list().declarations).toHaveLength(made.saved.declarations)
    expect(shelf.search(MARKER, {}, 10, 0).total).toBeGreaterThan(0)
    db.close()
    expect(plainBeside(library)).toEqual([])
  })

  test('and clauses without their declaration are laid down as no plain text', () => {
    const library = encrypted()
    for (const page of pagesOf(library, 'declaration')) ruinPage(library, page)
    expect(salvage(library, KEY, salvageTarget(library), () => {})).toMatchObject({ saved: { declarations: 0, drafts: 12 }, orphans: '' })
    expect(plainBeside(library)).toEqual([])
  })
})

test.each<[string, LibraryKey | null, string]>([
  ['without the key', null, 'passphrase-needed'],
  ['with another library’s', { ...KEY, id: 'fedcba9876543210' }, 'key-foreign'],
])('%s nothing is made of it', (_what, key, code) => {
  const library = encrypted()
  ruinPage(library, middle(pagesOf(library, 'draft')))
  const before = readdirSync(dirname(library))
  expect(() => salvage(library, key, salvageTarget(library), () => {})).toThrow(expect.objectContaining({ code }))
  expect(readdirSync(dirname(library))).toEqual(before)
})

describe('with its windows', () => {
  function opened(library: string, ports: Partial<Ports> = {}) {
    const backend = createLastingBackend({ library, host: 'browser', templates, worker: workerScript, ports: { ...machinePorts, ...ports }, locale: 'en' })
    onTestFinished(() => backend.close())
    return connect(backend)
  }

  test('it is locked as any other, then read, then salvaged, and goes on encrypted', async () => {
    const library = encrypted()
    ruinPage(library, middle(pagesOf(library, 'version')))
    const { call } = opened(library)
    await expect(call('copies.list', {})).rejects.toMatchObject({ code: 'passphrase-needed' })
    await expect(call('copies.salvage', {})).rejects.toMatchObject({ code: 'passphrase-needed' })
    await call('protection.unlock', { passphrase: PASSPHRASE })
    expect(await call('app.info', {})).toMatchObject({ refusal: 'library-damaged', readable: true })
    expect(await call('draft.list', {})).toHaveLength(12)
    expect(await call('copies.salvage', {})).toMatchObject({ saved: { declarations: 12, drafts: 12 }, texts: null })
    expect(await call('app.info', {})).toMatchObject({ writable: true })
    expect(await call('protection.state', {})).toMatchObject({ isEncrypted: true, isLocked: false })
    expect(plainBeside(library)).toEqual([])
  })

  test.each<[string, (library: string) => void]>([
    ['its first page', (library) => ruin(library, 200, PAGE)],
    ['its schema', (library) => { for (const page of pagesOf(library, 'sqlite_schema').slice(1)) ruinPage(library, page) }],
  ])('without %s the right passphrase leads to its snapshots, and one of them brings it back', async (_what, spoil) => {
    const library = encrypted()
    spoil(library)
    const { call } = opened(library)
    await expect(call('protection.unlock', { passphrase: `${PASSPHRASE}s` })).rejects.toMatchObject({ code: 'passphrase-wrong' })
    await call('protection.unlock', { passphrase: PASSPHRASE })
    expect(await call('protection.state', {})).toMatchObject({ isLocked: false })
    expect(await call('app.info', {})).toMatchObject({ refusal: 'library-damaged', readable: false })
    await expect(call('draft.list', {})).rejects.toMatchObject({ code: 'library-damaged' })
    await expect(call('copies.salvage', {})).rejects.toMatchObject({ code: 'nothing-readable' })
    expect(await call('copies.look', { name: EARLY })).toMatchObject({ declarations: 12, drafts: 12 })
    const { kept } = await call('copies.restore', { name: EARLY })
    expect(existsSync(kept!)).toBe(true)
    expect(await call('draft.list', {})).toHaveLength(12)
    expect(await call('protection.state', {})).toMatchObject({ isEncrypted: true, isLocked: false })
    expect([existsSync(keyFileOf(library)), existsSync(join(snapshotFolder(library), EARLY))]).toEqual([true, true])
    expect(plainBeside(library)).toEqual([])
  })

  test('of which nothing is left, not even that it was encrypted, the passphrase opens the snapshots, and one of them brings it back', async () => {
    const library = encrypted()
    writeFileSync(library, Buffer.alloc(PAGE))
    const { call } = opened(library)
    expect(await call('app.info', {})).toMatchObject({ refusal: 'library-damaged', readable: false })
    await expect(call('copies.look', { name: EARLY })).rejects.toMatchObject({ code: 'passphrase-needed' })
    await expect(call('copies.restore', { name: EARLY })).rejects.toMatchObject({ code: 'passphrase-needed' })
    await expect(call('copies.unlock', { passphrase: `${PASSPHRASE}s` })).rejects.toMatchObject({ code: 'passphrase-wrong' })
    await call('copies.unlock', { passphrase: PASSPHRASE })
    expect(await call('copies.look', { name: EARLY })).toMatchObject({ drafts: 12 })
    await call('copies.restore', { name: EARLY })
    expect(await call('draft.list', {})).toHaveLength(12)
    expect(await call('protection.state', {})).toMatchObject({ isEncrypted: true, isLocked: false })
    expect(plainBeside(library)).toEqual([])
  })

  test('where whoever guesses waits, and the right passphrase does, too', async () => {
    const library = encrypted()
    writeFileSync(library, Buffer.alloc(PAGE))
    const { call } = opened(library, { now: () => new Date('2026-03-31T12:00:00Z') })
    const guess = (passphrase: string) => call('copies.unlock', { passphrase })
    for (let i = 0; i < 3; i++) await expect(guess(`${PASSPHRASE}s`)).rejects.toMatchObject({ code: 'passphrase-wrong' })
    await expect(guess(PASSPHRASE)).rejects.toMatchObject({ code: 'passphrase-paused' })
    await expect(call('copies.look', { name: EARLY })).rejects.toMatchObject({ code: 'passphrase-needed' })
  })
})
