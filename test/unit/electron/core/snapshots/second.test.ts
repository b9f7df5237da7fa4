// The second folder: every snapshot is there too, verified; what it misses while it is away comes when it returns; it is told, never
// guessed, and deletion for good and encryption reach it.
import Database from 'better-sqlite3'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createLastingBackend } from '../../../../../electron/core/lasting.ts'
import { chooseSecond, reachedSecond, readSecond } from '../../../../../electron/core/db/second.ts'
import { checkSnapshot, listSnapshots, snapshotFolder, snapshotName, snapshotsIn, takeSnapshot } from '../../../../../electron/core/db/snapshot.ts'
import { machinePorts, type Ports } from '../../../../../electron/core/ports.ts'
import { isKeyCarried } from '../../../../../electron/core/protection/carriedKey.ts'
import { keyFileOf } from '../../../../../electron/core/protection/keyFile.ts'
import { secondTask } from '../../../../../electron/core/snapshots/second.ts'
import { createSnapshotKeeper } from '../../../../../electron/core/snapshots/keeper.ts'
import { connect } from '../../../../../shared/contract/index.ts'
import { openServices, templates, workerScript } from '../../../../support/services.ts'
import { temporaryFile, temporaryFolder } from '../../../../support/temporary.ts'

const FORM = { from: { kind: 'form' as const, form: 'communique-ru' }, parties: [], date: null, place: null }
const PASSPHRASE = 'four words of one officer'
const NOW = new Date()
const newFolder = () => dirname(temporaryFile())
const hoursAgo = (hours: number) => snapshotName(new Date(NOW.getTime() - hours * 3_600_000))
const bring = (library: string) => secondTask({ library, key: null, now: NOW.toISOString() }, () => {})

/** A closed library with a draft and snapshots of so many hours ago, and a second folder. */
function withSecond(...hours: number[]) {
  const library = temporaryFile()
  const { db, drafts } = openServices(library)
  drafts.start(FORM)
  for (const each of hours) takeSnapshot(db.sqlite, library, hoursAgo(each))
  db.close()
  const folder = newFolder()
  chooseSecond(library, folder)
  const names = () => snapshotsIn(reachedSecond(library)!).map(({ name }) => name)
  return { library, folder, place: reachedSecond(library)!, names }
}

function openedBackend(library: string, ports: Partial<Ports> = {}) {
  const backend = createLastingBackend({ library, host: 'browser', templates, worker: workerScript, ports: { ...machinePorts, ...ports }, locale: 'en' })
  onTestFinished(() => backend.close())
  return backend
}

function opened(library: string, ports: Partial<Ports> = {}) {
  const backend = openedBackend(library, ports)
  const pushed: string[] = []
  backend.subscribe((event) => void pushed.push(event))
  return { ...connect(backend), pushed }
}

describe('what is written there', () => {
  test('is every snapshot, whole, and nothing half', async () => {
    const { library, place, names } = withSecond(0.5, 2, 30)
    expect(await bring(library)).toEqual({ written: 3 })
    expect(names()).toEqual(listSnapshots(library).map(({ name }) => name))
    for (const name of names()) expect(checkSnapshot(join(place, name)).drafts).toBe(1)
    expect(readdirSync(place)).toHaveLength(3)
    expect(await bring(library)).toEqual({ written: 0 })
  })

  test('is not a snapshot that is damaged beside the library', async () => {
    const { library, names } = withSecond(0.5, 2)
    truncateSync(join(snapshotFolder(library), hoursAgo(0.5)), 5000)
    expect(await bring(library)).toEqual({ written: 1 })
    expect(names()).toEqual([hoursAgo(2)])
    expect(await opened(library).call('copies.second', {})).toMatchObject({ missing: 0 })
  })

  test('is rotated by the same rule, and those of another library are left alone', async () => {
    const { library, folder, place, names } = withSecond(0.5)
    await bring(library)
    const other = withSecond(3)
    chooseSecond(other.library, folder)
    await secondTask({ library: other.library, key: null, now: NOW.toISOString() }, () => {})
    writeFileSync(join(place, hoursAgo(24 * 20)), readFileSync(join(place, hoursAgo(0.5))))
    await bring(library)
    expect(names()).toEqual([hoursAgo(0.5)])
    expect(readdirSync(folder)).toHaveLength(2)
  })

  test('goes there by itself after each snapshot that is taken', async () => {
    const library = temporaryFile()
    const { db, drafts, jobs, events, log } = openServices(library)
    const folder = newFolder()
    chooseSecond(library, folder)
    let now = Date.now() + 2 * 3_600_000
    const keeper = createSnapshotKeeper({ db, jobs, events, log, ports: { ...machinePorts, now: () => new Date(now) } })
    drafts.start(FORM)
    await keeper.consider()
    const place = reachedSecond(library)!
    expect(snapshotsIn(place)).toHaveLength(1)
    renameSync(folder, `${folder}-away`)
    drafts.start(FORM)
    now += 2 * 3_600_000
    await keeper.consider()
    expect([listSnapshots(library).length, existsSync(folder)]).toEqual([2, false])
    renameSync(`${folder}-away`, folder)
    now += 5 * 60_000
    await keeper.consider()
    expect(snapshotsIn(place)).toHaveLength(2)
    await jobs.close()
    db.close()
  })
})

describe('a folder that is away', () => {
  test('is told, and nothing is written where its medium was mounted', async () => {
    const { library, folder, place } = withSecond(0.5)
    await bring(library)
    renameSync(place, `${place}-unplugged`)
    const { call } = opened(library)
    expect(await call('copies.second', {})).toMatchObject({ folder, isReached: false })
    await expect(call('copies.catchUp', {})).rejects.toMatchObject({ code: 'folder-missing' })
    expect(existsSync(place)).toBe(false)
    renameSync(`${place}-unplugged`, place)
    expect(await call('copies.second', {})).toMatchObject({ isReached: true, missing: 0 })
  })

  test('has what was deleted for good deleted when it returns', async () => {
    const { library, place, names } = withSecond(0.5)
    await bring(library)
    renameSync(place, `${place}-unplugged`)
    const { call } = opened(library)
    const [draft] = await call('draft.list', {})
    await call('draft.remove', { id: draft!.id })
    const texts = [{ kind: 'draft' as const, id: draft!.id }]
    expect(await call('removed.copies', { texts })).toMatchObject({ copies: [{ place: 'beside' }], unreached: dirname(place) })
    await call('removed.delete', { texts, copies: true })
    renameSync(`${place}-unplugged`, place)
    expect(names()).toEqual([hoursAgo(0.5)])
    await call('copies.catchUp', {})
    expect([names(), readSecond(library)!.owed]).toEqual([[], []])
  })
})

test('deletion for good names and takes the copies that lie there', async () => {
  const { library, names } = withSecond(0.5)
  await bring(library)
  const { call } = opened(library)
  const [draft] = await call('draft.list', {})
  await call('draft.remove', { id: draft!.id })
  const texts = [{ kind: 'draft' as const, id: draft!.id }]
  expect((await call('removed.copies', { texts })).copies.map(({ place }) => place)).toEqual(['beside', 'second'])
  expect(await call('removed.delete', { texts, copies: true })).toEqual({ texts: 1, copies: 2 })
  expect([names(), listSnapshots(library)]).toEqual([[], []])
})

describe('restoring', () => {
  test('lists both places, and takes the copy that is whole', async () => {
    const { library } = withSecond(0.5, 2)
    await bring(library)
    truncateSync(join(snapshotFolder(library), hoursAgo(0.5)), 5000)
    const { call } = opened(library)
    expect((await call('copies.list', {})).map(({ places }) => places)).toEqual([['beside', 'second'], ['beside', 'second']])
    expect(await call('copies.look', { name: hoursAgo(0.5) })).toMatchObject({ place: 'second', drafts: 1 })
    for (const { id } of await call('draft.list', {})) await call('draft.remove', { id })
    await call('copies.restore', { name: hoursAgo(0.5) })
    expect(await call('draft.list', {})).toHaveLength(1)
  })

  test('works where the folder beside the library is lost', async () => {
    const { library } = withSecond(0.5)
    await bring(library)
    renameSync(snapshotFolder(library), `${snapshotFolder(library)}-lost`)
    writeFileSync(library, '')
    const { call } = opened(library)
    expect(await call('copies.list', {})).toMatchObject([{ name: hoursAgo(0.5), places: ['second'] }])
    await call('copies.restore', { name: hoursAgo(0.5) })
    expect(await call('draft.list', {})).toHaveLength(1)
  })
})

describe('of an encrypted library', { timeout: 180_000 }, () => {
  test('it holds encrypted snapshots and the wrapped key, but not for this machine’s keychain; then plain ones again', async () => {
    const { library, place, names } = withSecond(0.5)
    await bring(library)
    const plain = readFileSync(join(place, hoursAgo(0.5)))
    const { call } = opened(library, { keychain: { close: (secret) => secret, open: (closed) => closed } })
    await call('protection.encrypt', { passphrase: PASSPHRASE, copies: 'convert', keychain: true, job: 'on' })
    expect(JSON.parse(readFileSync(keyFileOf(library), 'utf8'))).not.toMatchObject({ keychain: null })
    await call('copies.catchUp', {})
    expect(() => new Database(join(place, names()[0]!)).prepare('SELECT 1 FROM draft').get()).toThrow(/not a database/)
    writeFileSync(join(snapshotFolder(library), hoursAgo(2)), plain)
    await call('copies.catchUp', {})
    expect(names()).toEqual([hoursAgo(0.5)])
    rmSync(join(snapshotFolder(library), hoursAgo(2)))
    const [key, ...others] = readdirSync(place).filter((name) => name.endsWith('.alternat-key'))
    expect(others).toEqual([])
    expect(JSON.parse(readFileSync(join(place, key!), 'utf8'))).toMatchObject({ format: 'alternat-key', keychain: null })
    expect((await call('protection.state', {})).plainCopies).toBe(0)
    await call('protection.decrypt', { passphrase: PASSPHRASE, copies: 'convert', job: 'off' })
    expect(checkSnapshot(join(place, names()[0]!)).drafts).toBe(1)
  })

  test.each<[string, (library: string, place: string, call: ReturnType<typeof opened>['call']) => Promise<unknown>]>([
    ['its key file lost, it is unlocked by the one in the second folder', async (library, _place, call) => {
      await call('protection.unlock', { passphrase: PASSPHRASE })
      expect(existsSync(keyFileOf(library))).toBe(true)
    }],
    ['all of it lost but where the second folder is, the passphrase opens the snapshots there, and one becomes the library', async (_library, _place, call) => {
      await expect(call('copies.unlock', { passphrase: `${PASSPHRASE}s` })).rejects.toMatchObject({ code: 'passphrase-wrong' })
      await call('copies.unlock', { passphrase: PASSPHRASE })
      const [copy] = await call('copies.list', {})
      await call('copies.restore', { name: copy!.name })
    }],
    ['its whole folder lost, a snapshot in the second folder opens as a backup does', async (_library, place, call) => {
      const file = await call('copies.pick', { path: join(place, snapshotsIn(place)[0]!.name) })
      expect(file).toMatchObject({ needs: 'passphrase' })
      await call('copies.open', { id: file!.id, passphrase: PASSPHRASE })
    }],
  ])('%s', async (what, back) => {
    const { library, place } = withSecond(0.5)
    const first = openedBackend(library)
    await connect(first).call('protection.encrypt', { passphrase: PASSPHRASE, copies: 'convert', keychain: false, job: 'on' })
    await connect(first).call('copies.catchUp', {})
    await first.close()
    const keepsLibrary = what.startsWith('its key file')
    const keepsPointer = !what.startsWith('its whole folder')
    for (const name of readdirSync(dirname(library))) {
      if (name === 'library.alternat' ? keepsLibrary : name === 'library.alternat-second' && keepsPointer) continue
      rmSync(join(dirname(library), name), { recursive: true })
    }
    if (keepsPointer && !keepsLibrary) writeFileSync(library, '')
    const backend = openedBackend(library)
    await back(library, place, connect(backend).call)
    expect(await connect(backend).call('draft.list', {})).toHaveLength(1)
    await backend.close()
    if (!keepsPointer) return
    // The next start has all it needs beside the library.
    renameSync(place, `${place}-unplugged`)
    const { call } = opened(library)
    await call('protection.unlock', { passphrase: PASSPHRASE })
    expect(await call('draft.list', {})).toHaveLength(1)
  })

  test('a changed passphrase comes to the second folder although no snapshot is missing there', async () => {
    const { library, place } = withSecond(0.5)
    const backend = openedBackend(library)
    const { call } = connect(backend)
    await call('protection.encrypt', { passphrase: PASSPHRASE, copies: 'convert', keychain: false, job: 'on' })
    await call('copies.catchUp', {})
    const { key } = backend
    expect(isKeyCarried(library, place, key!.id)).toBe(true)
    await call('protection.change', { passphrase: PASSPHRASE, next: 'five other words of hers' })
    expect(isKeyCarried(library, place, key!.id)).toBe(false)
    const { db, jobs, events, log } = openServices()
    const keeper = createSnapshotKeeper({ db: { ...db, path: library, key, wasChecked: true, writable: true }, jobs, events, log, ports: machinePorts })
    await keeper.consider()
    expect(isKeyCarried(library, place, key!.id)).toBe(true)
  })

  test('the key stays while copies that need it are away', async () => {
    const { library, place } = withSecond(0.5)
    const { call } = opened(library)
    await call('protection.encrypt', { passphrase: PASSPHRASE, copies: 'convert', keychain: false, job: 'on' })
    await call('copies.catchUp', {})
    renameSync(place, `${place}-unplugged`)
    await call('protection.decrypt', { passphrase: PASSPHRASE, copies: 'convert', job: 'off' })
    expect(readdirSync(dirname(library)).some((name) => name.includes('-key-former-'))).toBe(true)
  })
})

describe('choosing', () => {
  const library = join(temporaryFolder(), 'library.alternat')
  openServices(library).db.close()
  mkdirSync(snapshotFolder(library))
  const elsewhere = temporaryFolder()
  mkdirSync(join(snapshotFolder(library), 'in'))
  symlinkSync(dirname(library), join(elsewhere, 'link'))
  writeFileSync(join(elsewhere, 'file'), '')

  test.each<[what: string, folder: string, code: string]>([
    ['the library’s folder', dirname(library), 'second-same'],
    ['its snapshots’ folder', snapshotFolder(library), 'second-same'],
    ['one inside it', join(snapshotFolder(library), 'in'), 'second-same'],
    ['a link to it', join(elsewhere, 'link'), 'second-same'],
    ['one that is not there', join(elsewhere, 'none'), 'folder-missing'],
    ['a file', join(elsewhere, 'file'), 'folder-missing'],
    ['a path that depends on where one stands', 'folder', 'folder-missing'],
  ])('%s is refused', (_what, folder, code) => {
    expect(() => chooseSecond(library, folder)).toThrow(expect.objectContaining({ code }))
    expect(readSecond(library)).toBeNull()
  })

  test.skipIf(process.getuid?.() === 0 && !existsSync('/sys/kernel'))('one that takes no files is refused', () => {
    const folder = process.getuid?.() === 0 ? '/sys/kernel' : newFolder()
    if (folder !== '/sys/kernel') chmodSync(folder, 0o500)
    expect(() => chooseSecond(library, folder)).toThrow(expect.objectContaining({ code: 'folder-read-only' }))
    expect(readSecond(library)).toBeNull()
  })

  test('where the host has a dialog, no path is taken from a window', async () => {
    const chosen = newFolder()
    const { call } = opened(library, { chooseFolder: () => Promise.resolve(chosen) })
    await expect(call('copies.chooseSecond', { path: elsewhere })).rejects.toMatchObject({ code: 'invalid' })
    expect(await call('copies.chooseSecond', {})).toMatchObject({ folder: chosen, byDialog: true })
    const typing = opened(temporaryFile())
    await expect(typing.call('copies.chooseSecond', {})).rejects.toMatchObject({ code: 'invalid' })
  })
})
