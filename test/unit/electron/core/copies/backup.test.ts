// A backup is one whole file where the officer wants it; it comes back here and on a machine that has nothing else, encrypted or not.
import Database from 'better-sqlite3'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { isEncrypted } from '../../../../../electron/core/db/cipher.ts'
import { NEWEST } from '../../../../../electron/core/db/migrate.ts'
import { checkSnapshot, listSnapshots, snapshotFolder } from '../../../../../electron/core/db/snapshot.ts'
import { createLastingBackend } from '../../../../../electron/core/lasting.ts'
import { machinePorts, type Ports } from '../../../../../electron/core/ports.ts'
import { connect } from '../../../../../shared/contract/index.ts'
import { openServices, templates, workerScript } from '../../../../support/services.ts'
import { temporaryFile } from '../../../../support/temporary.ts'

const FORM = { from: { kind: 'form' as const, form: 'communique-ru' }, parties: [], date: null, place: null }
const PASSPHRASE = 'four words of one officer'
const newFolder = () => dirname(temporaryFile())

/** A backend on a library with such drafts. */
function opened(titles: string[] = ['First'], { library = temporaryFile(), ports = {} }: { library?: string; ports?: Partial<Ports> } = {}) {
  if (!existsSync(library)) {
    const { db, drafts } = openServices(library)
    for (const title of titles) drafts.start({ ...FORM, title })
    db.close()
  }
  const backend = createLastingBackend({ library, host: 'browser', templates, worker: workerScript, ports: { ...machinePorts, ...ports }, locale: 'en' })
  onTestFinished(() => backend.close())
  const heard: unknown[] = []
  backend.subscribe((event, payload) => void heard.push([event, payload]))
  const { call } = connect(backend)
  const drafts = async () => (await call('draft.list', {})).map(({ title }) => title)
  const encrypt = () => call('protection.encrypt', { passphrase: PASSPHRASE, copies: 'convert', keychain: false, job: 'on' })
  const backup = async (path = join(newFolder(), 'backup.alternat')) => {
    const made = await call('copies.backup', { path })
    if (made.kind !== 'saved') throw new Error('cancelled')
    return made
  }
  return { library, call, drafts, encrypt, backup, pushed: () => heard }
}

describe('a backup', () => {
  test('is one whole file for this user only, and nothing beside it', async () => {
    const { backup } = opened(['First', 'Second'])
    const made = await backup()
    expect(made).toMatchObject({ drafts: 2, keyFile: null, size: readFileSync(made.path).length })
    expect(checkSnapshot(made.path).drafts).toBe(2)
    expect(readdirSync(dirname(made.path))).toEqual(['backup.alternat'])
  })

  test('goes over no file unasked, and over no other file than a library', async () => {
    const { call, backup } = opened()
    const { path } = await backup()
    const letter = join(dirname(path), 'letter.alternat')
    writeFileSync(letter, 'a letter')
    await expect(call('copies.backup', { path })).rejects.toMatchObject({ code: 'backup-there' })
    await expect(call('copies.backup', { path: letter, replace: true })).rejects.toMatchObject({ code: 'library-foreign' })
    expect(readFileSync(letter, 'utf8')).toBe('a letter')
    expect(await call('copies.backup', { path, replace: true })).toMatchObject({ path, drafts: 1 })
  })

  test('that is broken off leaves the earlier one of that name with its key file, and nothing beside them', async () => {
    const { library, call, encrypt, backup } = opened()
    await encrypt()
    const { path } = await backup()
    await call('protection.decrypt', { passphrase: PASSPHRASE, copies: 'convert', job: 'off' })
    await encrypt()
    const filesOf = () => readdirSync(dirname(path)).map((name) => [name, readFileSync(join(dirname(path), name), 'hex')])
    const before = filesOf()
    truncateSync(library, 40_000)
    await expect(call('copies.backup', { path, replace: true })).rejects.toMatchObject({ code: 'library-damaged' })
    expect(filesOf()).toEqual(before)
  })

  test('tells how far it is', async () => {
    const { call, pushed } = opened()
    await call('copies.backup', { path: join(newFolder(), 'backup.alternat'), job: 'making' })
    expect(pushed()).toContainEqual(['job.progress', { job: 'making', stage: 'checking', done: 0, total: 0 }])
  })

  test('is refused under a name of the library, and where there is no folder', async () => {
    const { library, call } = opened()
    mkdirSync(snapshotFolder(library), { recursive: true })
    for (const [path, code] of [
      [library, 'backup-in-library'], [`${library}-wal`, 'backup-in-library'], [join(snapshotFolder(library), 'a.alternat'), 'backup-in-library'],
      [join(newFolder(), 'none', 'a.alternat'), 'folder-missing'], ['a.alternat', 'folder-missing'], [newFolder(), 'file-is-folder'],
    ] as const) await expect(call('copies.backup', { path, replace: true })).rejects.toMatchObject({ code })
    expect(checkSnapshot(library).drafts).toBe(1)
  })

  test('where the host has dialogs, no path is taken from a window', async () => {
    const path = join(newFolder(), 'chosen.alternat')
    const { call } = opened(['First'], { ports: { saveFile: () => Promise.resolve(path), chooseLibrary: () => Promise.resolve(path) } })
    await expect(call('copies.backup', { path: join(newFolder(), 'other.alternat') })).rejects.toMatchObject({ code: 'invalid' })
    expect(await call('copies.backup', {})).toMatchObject({ path })
    await expect(call('copies.pick', { path })).rejects.toMatchObject({ code: 'invalid' })
    expect(await call('copies.pick', {})).toMatchObject({ name: 'chosen.alternat', contents: { drafts: 1 } })
  })
})

describe('opening one', () => {
  test('puts it in the library’s place; the library as it was is the newest snapshot', async () => {
    const { path } = await opened(['First', 'Second']).backup()
    const here = opened(['Other'])
    const file = await here.call('copies.pick', { path })
    expect(file).toMatchObject({ needs: null, contents: { drafts: 2 } })
    const { kept } = await here.call('copies.open', { id: file!.id })
    expect((await here.drafts()).toSorted()).toEqual(['First', 'Second'])
    expect(listSnapshots(here.library)).toMatchObject([{ name: kept, bulk: { act: 'restore' } }])
    await here.call('copies.restore', { name: kept! })
    expect(await here.drafts()).toEqual(['Other'])
  })

  test.each<[what: string, code: string, spoil: (path: string) => void]>([
    ['a damaged one', 'library-damaged', (path) => truncateSync(path, 5000)],
    ['a letter', 'library-foreign', (path) => writeFileSync(path, 'a letter')],
    ['one that is gone', 'file-missing', (path) => rmSync(path)],
    ['one of a newer Alternat', 'library-newer', (path) => new Database(path).pragma(`user_version = ${NEWEST + 1}`)],
  ])('%s is refused and the library stays', async (_what, code, spoil) => {
    const { path } = await opened(['First', 'Second']).backup()
    spoil(path)
    const here = opened(['Other'])
    await expect(here.call('copies.pick', { path })).rejects.toMatchObject({ code })
    expect(await here.drafts()).toEqual(['Other'])
  })
})

describe('of an encrypted library', { timeout: 180_000 }, () => {
  async function encrypted() {
    const there = opened(['Secret'])
    await there.encrypt()
    const made = await there.backup()
    expect([isEncrypted(made.path), existsSync(made.keyFile!)]).toEqual([true, true])
    return { there, made }
  }

  test('it opens as a library on a machine that has nothing but it and its key file', async () => {
    const { made } = await encrypted()
    const folder = newFolder()
    for (const file of [made.path, made.keyFile!]) copyFileSync(file, join(folder, file.slice(dirname(file).length + 1)))
    const elsewhere = opened([], { library: join(folder, 'backup.alternat') })
    expect(await elsewhere.call('protection.state', {})).toMatchObject({ isLocked: true })
    await elsewhere.call('protection.unlock', { passphrase: PASSPHRASE })
    expect(await elsewhere.drafts()).toEqual(['Secret'])
  })

  test('it opens without the key file by the recovery file alone', async () => {
    const { there } = await encrypted()
    const saved = await there.call('protection.recovery', { passphrase: PASSPHRASE })
    if (saved.kind !== 'download') throw new Error('no dialog here')
    const { path, keyFile } = await there.backup()
    rmSync(keyFile!)
    const elsewhere = opened([], { library: path })
    await expect(elsewhere.call('protection.unlock', { passphrase: PASSPHRASE })).rejects.toMatchObject({ code: 'key-file-missing' })
    await elsewhere.call('protection.recover', { recovery: Buffer.from(saved.data, 'base64').toString(), passphrase: 'another four words' })
    expect(await elsewhere.drafts()).toEqual(['Secret'])
  })

  test('it comes into another library by its passphrase, and is protected as that is', async () => {
    const { made } = await encrypted()
    for (const isKeyed of [false, true]) {
      const here = opened(['Other'])
      if (isKeyed) await here.encrypt()
      const file = await here.call('copies.pick', { path: made.path })
      expect(file).toMatchObject({ needs: 'passphrase', contents: null })
      await expect(here.call('copies.open', { id: file!.id, passphrase: 'wrong' })).rejects.toMatchObject({ code: 'passphrase-wrong' })
      expect(await here.drafts()).toEqual(['Other'])
      await here.call('copies.open', { id: file!.id, passphrase: PASSPHRASE })
      expect([await here.drafts(), isEncrypted(here.library)]).toEqual([['Secret'], isKeyed])
    }
  })

  test('whoever guesses its passphrase waits', async () => {
    const { made } = await encrypted()
    const here = opened(['Other'], { ports: { now: () => new Date('2026-03-31T12:00:00Z') } })
    const { id } = (await here.call('copies.pick', { path: made.path }))!
    for (let i = 0; i < 3; i++) await expect(here.call('copies.open', { id, passphrase: 'wrong' })).rejects.toMatchObject({ code: 'passphrase-wrong' })
    await expect(here.call('copies.open', { id, passphrase: PASSPHRASE })).rejects.toMatchObject({ code: 'passphrase-paused' })
    expect(await here.drafts()).toEqual(['Other'])
  })

  test('without its key file it says what it needs', async () => {
    const { made } = await encrypted()
    rmSync(made.keyFile!)
    expect(await opened(['Other']).call('copies.pick', { path: made.path })).toMatchObject({ needs: 'key-file' })
  })
})
