// The library under a passphrase: turned on and off, locked and unlocked, got back, and nothing of it readable in its folder.
import { copyFileSync, cpSync, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { createBackend, type Backend } from '../../../../../electron/core/backend.ts'
import { isEncrypted } from '../../../../../electron/core/db/cipher.ts'
import { openLibrary } from '../../../../../electron/core/db/open.ts'
import { listSnapshots, snapshotFolder, snapshotName, takeSnapshot } from '../../../../../electron/core/db/snapshot.ts'
import { lineLog } from '../../../../../electron/core/log.ts'
import { machinePorts, type Keychain, type Ports } from '../../../../../electron/core/ports.ts'
import { keyFileOf } from '../../../../../electron/core/protection/keyFile.ts'
import { restoreSnapshot } from '../../../../../electron/core/snapshots/restore.ts'
import { keyFor } from '../../../../../electron/core/protection/service.ts'
import { connect, type Client } from '../../../../../shared/contract/index.ts'
import { filesWith } from '../../../../support/markers.ts'
import { templates, workerScript } from '../../../../support/services.ts'
import { temporaryFile, temporaryFolder } from '../../../../support/temporary.ts'

const PASSPHRASE = 'четыре речки за лесом'
const MARKER = 'Кристаллоград'
const FORM = { from: { kind: 'form', form: 'communique-ru' }, parties: [], date: null, place: null } as const
const ON = { passphrase: PASSPHRASE, copies: 'convert', keychain: false, job: 'on' } as const

const running: Backend[] = []
afterEach(async () => {
  vi.useRealTimers()
  for (const backend of running.splice(0)) await backend.close()
})

/** Without samples, which take their time. */
function open(library: string, ports: Partial<Ports> = {}, log: string[] = [], host: 'command-line' | 'memory' = 'command-line'): Client & { close(): Promise<void> } {
  const backend = createBackend({
    library, host, templates, worker: workerScript, ports: { ...machinePorts, ...ports }, locale: 'ru', log: lineLog((line) => void log.push(line)),
  })
  running.push(backend)
  return {
    ...connect(backend),
    async close() {
      running.splice(running.indexOf(backend), 1)
      await backend.close()
    },
  }
}

/** A library with one draft whose title is the marker. */
async function written(library: string, ports: Partial<Ports> = {}) {
  const client = open(library, ports)
  const draft = await client.call('draft.start', { ...FORM, title: MARKER, parties: [] })
  return { client, draft }
}

const made = temporaryFolder()

beforeAll(async () => {
  const { client } = await written(join(made, 'library.alternat'))
  await client.call('protection.encrypt', ON)
  await client.close()
})

/** Encrypted, unlocked, with one draft whose title is the marker. */
async function encrypted(ports: Partial<Ports> = {}) {
  const library = temporaryFile()
  cpSync(made, dirname(library), { recursive: true })
  const client = open(library, ports)
  await client.call('protection.unlock', { passphrase: PASSPHRASE })
  return { library, client }
}

const failing = (code: string) => expect.objectContaining({ code })
const titles = async (client: Client) => (await client.call('draft.list', {})).map(({ title }) => title)

/** A keychain in memory, as one user of one machine has it. */
function keychain(): Keychain {
  const kept = new Map<string, string>()
  return {
    close(secret) {
      const name = Buffer.from(String(kept.size)).toString('base64')
      kept.set(name, secret)
      return name
    },
    open: (closed) => kept.get(closed) ?? null,
  }
}

describe('encrypting', () => {
  test('leaves all that was written, and none of it readable beside', async () => {
    const library = temporaryFile()
    const client = open(library, {}, [], 'memory')
    const draft = await client.call('draft.start', { ...FORM, title: MARKER, parties: [] })
    const db = openLibrary(library)
    expect(db.writable).toBe(false)
    takeSnapshot(db.sqlite, library, snapshotName(new Date('2026-03-01T08:00:00Z')))
    db.close()
    expect(filesWith(dirname(library), [MARKER])).not.toEqual([])
    expect(await client.call('protection.encrypt', ON)).toEqual({ left: 0 })
    expect(await titles(client)).toEqual([MARKER])
    await client.call('draft.save', { id: draft.id, baseRev: draft.rev, statement: draft.statement })
    await client.call('clause.search', { query: 'сотрудничество', limit: 50, offset: 0 })
    expect(filesWith(dirname(library), [MARKER, 'сотрудничеств'])).toEqual([])
    expect(await client.call('protection.state', {})).toMatchObject({ isEncrypted: true, isLocked: false, plainCopies: 0 })
    expect(statSync(library).mode & 0o077).toBe(0)
    expect(statSync(keyFileOf(library)).mode & 0o077).toBe(0)
  })

  test('deletes the plain snapshots where that is chosen', async () => {
    const library = temporaryFile()
    const { client } = await written(library)
    const db = openLibrary(library)
    takeSnapshot(db.sqlite, library, snapshotName(new Date('2026-03-01T08:00:00Z')))
    db.close()
    await client.call('protection.encrypt', { ...ON, copies: 'delete' })
    expect(listSnapshots(library)).toEqual([])
  })

  test('leaves a damaged copy as it is, and says so', async () => {
    const library = temporaryFile()
    const { client } = await written(library)
    const former = `${library}-replaced-2026-03-01T08-00-00Z.alternat`
    copyFileSync(library, former)
    writeFileSync(former, readFileSync(former).fill(7, 4096))
    expect(await client.call('protection.encrypt', ON)).toEqual({ left: 1 })
    expect(await client.call('protection.state', {})).toMatchObject({ isEncrypted: true, plainCopies: 1 })
    await client.call('protection.copies', { copies: 'delete', job: 'copies' })
    expect(existsSync(former)).toBe(false)
  })

  test('waits for the save of a window, and holds back what is asked meanwhile', async () => {
    const library = temporaryFile()
    const { client, draft } = await written(library)
    const stop = client.on('app.closing', () => void client.call('draft.describe', { id: draft.id, details: { title: `${MARKER} 2` } }))
    await client.call('protection.encrypt', ON)
    stop()
    expect(await titles(client)).toEqual([`${MARKER} 2`])
  })

  test('is refused for a library in memory, one that is encrypted, and a short passphrase', async () => {
    await expect(open(':memory:').call('protection.encrypt', ON)).rejects.toEqual(failing('invalid'))
    const { client } = await encrypted()
    await expect(client.call('protection.encrypt', { ...ON, passphrase: 'короткая' })).rejects.toEqual(failing('invalid'))
    await expect(client.call('protection.encrypt', ON)).rejects.toEqual(failing('invalid'))
  })
})

describe('a locked library', () => {
  test('answers nothing but how to unlock it, from the start and after it was locked', async () => {
    const { library, client } = await encrypted()
    await client.call('protection.lock', {})
    await expect(client.call('draft.list', {})).rejects.toEqual(failing('passphrase-needed'))
    await expect(client.call('app.info', {})).rejects.toEqual(failing('passphrase-needed'))
    await client.close()
    const again = open(library)
    expect(await again.call('protection.state', {})).toMatchObject({ isEncrypted: true, isLocked: true })
    await expect(again.call('library.list', {})).rejects.toEqual(failing('passphrase-needed'))
    await again.call('protection.unlock', { passphrase: PASSPHRASE })
    expect(await titles(again)).toEqual([MARKER])
  })

  test('takes the passphrase however its letters are composed, and no other', async () => {
    const { client } = await encrypted()
    await client.call('protection.change', { passphrase: PASSPHRASE, next: 'é comme été, été' })
    await client.call('protection.lock', {})
    await expect(client.call('protection.unlock', { passphrase: PASSPHRASE })).rejects.toEqual(failing('passphrase-wrong'))
    await client.call('protection.unlock', { passphrase: 'é comme été, été'.normalize('NFD') })
    expect(await titles(client)).toEqual([MARKER])
  })

  test('lets whoever guesses wait longer and longer, and forgets that once it is unlocked', async () => {
    let now = Date.parse('2026-03-31T12:00:00Z')
    const { client } = await encrypted({ now: () => new Date(now) })
    await client.call('protection.lock', {})
    const guess = (passphrase: string) => client.call('protection.unlock', { passphrase })
    for (let i = 0; i < 3; i++) await expect(guess('мимо')).rejects.toEqual(failing('passphrase-wrong'))
    await expect(guess(PASSPHRASE)).rejects.toMatchObject({ code: 'passphrase-paused', details: { seconds: 1 } })
    now += 1000
    await expect(guess('мимо')).rejects.toEqual(failing('passphrase-wrong'))
    await expect(guess(PASSPHRASE)).rejects.toMatchObject({ code: 'passphrase-paused', details: { seconds: 2 } })
    now += 2000
    await guess(PASSPHRASE)
    await client.call('protection.lock', {})
    await expect(guess('мимо')).rejects.toEqual(failing('passphrase-wrong'))
    await guess(PASSPHRASE)
  })

  test('locks itself after the chosen time without work, not while somebody is at it', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
    const { client } = await encrypted({ now: () => new Date() })
    await client.call('settings.set', { lockAfter: 5 })
    const locked = new Promise<void>((resolve) => { client.on('protection.changed', () => resolve()) })
    vi.advanceTimersByTime(4 * 60_000)
    await client.call('protection.active', {})
    vi.advanceTimersByTime(4 * 60_000)
    expect(await client.call('protection.state', {})).toMatchObject({ isLocked: false })
    vi.advanceTimersByTime(61_000)
    await locked
    expect(await client.call('protection.state', {})).toMatchObject({ isLocked: true })
  })

  test('is opened by the keychain at the start alone; by the passphrase where the keychain was lost', async () => {
    const mine = keychain()
    const library = temporaryFile()
    const { client } = await written(library, { keychain: mine })
    await client.call('protection.encrypt', { ...ON, keychain: true })
    await client.call('protection.lock', {})
    await expect(client.call('draft.list', {})).rejects.toEqual(failing('passphrase-needed'))
    await client.close()
    const again = open(library, { keychain: mine })
    expect(await titles(again)).toEqual([MARKER])
    await again.close()
    const elsewhere = open(library, { keychain: keychain() })
    expect(await elsewhere.call('protection.state', {})).toMatchObject({ isLocked: true, isKeychainLost: true })
    await elsewhere.call('protection.unlock', { passphrase: PASSPHRASE })
    await elsewhere.call('protection.keychain', { on: true })
    expect(await elsewhere.call('protection.state', {})).toMatchObject({ inKeychain: true, isKeychainLost: false })
  })

  test('does not go into a keychain that keeps it plain', async () => {
    const { client } = await written(temporaryFile(), { keychain: 'weak' })
    await expect(client.call('protection.encrypt', { ...ON, keychain: true })).rejects.toEqual(failing('keychain-weak'))
    expect(await client.call('protection.state', {})).toMatchObject({ isEncrypted: false, keychain: 'weak' })
  })

  test('is opened by its recovery file without the key file, and by its code with it', async () => {
    const { library, client } = await encrypted()
    const saved = await client.call('protection.recovery', { passphrase: PASSPHRASE })
    const recovery = saved.kind === 'download' ? Buffer.from(saved.data, 'base64').toString() : ''
    await client.call('protection.lock', {})
    const { code } = JSON.parse(recovery) as { code: string }
    await expect(client.call('protection.recover', { recovery: code.replace(/[0-9]/, (digit) => String((Number(digit) + 1) % 10)), passphrase: 'совсем новая фраза' }))
      .rejects.toEqual(failing('recovery-wrong'))
    await client.call('protection.recover', { recovery: code.toLowerCase(), passphrase: 'совсем новая фраза' })
    expect(await titles(client)).toEqual([MARKER])
    await client.close()
    rmSync(keyFileOf(library))
    const again = open(library)
    await expect(again.call('protection.unlock', { passphrase: 'совсем новая фраза' })).rejects.toEqual(failing('key-file-missing'))
    await again.call('protection.recover', { recovery, passphrase: 'ещё одна новая фраза' })
    await again.call('protection.lock', {})
    await again.call('protection.unlock', { passphrase: 'ещё одна новая фраза' })
    expect(await titles(again)).toEqual([MARKER])
  })

  test('keeps the recovery it had where the officer thinks better of saving another', async () => {
    const asked: string[] = []
    const { library, client } = await encrypted({ saveFile: (name) => (asked.push(name), Promise.resolve(null)) })
    const before = readFileSync(keyFileOf(library), 'utf8')
    expect(await client.call('protection.recovery', { passphrase: PASSPHRASE })).toEqual({ kind: 'cancelled' })
    expect(asked).toEqual(['alternat-recovery.json'])
    expect(readFileSync(keyFileOf(library), 'utf8')).toBe(before)
  })

  test('whose key file was changed for a neighbour’s is told as such', async () => {
    const [one, library] = [await encrypted(), temporaryFile()]
    const other = await written(library)
    await other.client.call('protection.encrypt', ON)
    await one.client.close()
    copyFileSync(keyFileOf(library), keyFileOf(one.library))
    await expect(open(one.library).call('protection.unlock', { passphrase: PASSPHRASE })).rejects.toEqual(failing('key-foreign'))
  })

  test('that is damaged is told as damaged, and never replaced', async () => {
    const { library, client } = await encrypted()
    await client.close()
    const bytes = readFileSync(library).fill(7, 3 * 4096)
    writeFileSync(library, bytes)
    await expect(open(library).call('protection.unlock', { passphrase: PASSPHRASE })).rejects.toEqual(failing('library-damaged'))
    expect(readFileSync(library).equals(bytes)).toBe(true)
  })

  test('keeps passphrases, keys and text out of the log and the refusals', async () => {
    const log: string[] = []
    const library = temporaryFile()
    const client = open(library, {}, log)
    await client.call('draft.start', { ...FORM, title: MARKER, parties: [] })
    await client.call('protection.encrypt', ON)
    await client.call('protection.lock', {})
    const refused: unknown = await client.call('protection.unlock', { passphrase: 'мимо' }).catch((error: unknown) => error)
    await client.call('protection.unlock', { passphrase: PASSPHRASE })
    const key = await keyFor(library, () => Promise.resolve(PASSPHRASE))
    const told = [...log, String(refused), JSON.stringify(refused)].join()
    expect(told).toContain('library.unlocked')
    expect(told).toContain('passphrase-wrong')
    expect(told).not.toMatch(/четыре|мимо|Кристаллоград/)
    for (const form of ['hex', 'base64'] as const) expect(told.includes(Buffer.from(key!.secret).toString(form))).toBe(false)
  })
})

describe('snapshots of an encrypted library', () => {
  test('are encrypted with its key, and come back under it; a plain one is encrypted on its way', async () => {
    const library = temporaryFile()
    const { client } = await written(library)
    const plain = openLibrary(library)
    const early = snapshotName(new Date('2026-03-01T08:00:00Z'))
    takeSnapshot(plain.sqlite, library, early)
    plain.close()
    renameSync(join(snapshotFolder(library), early), `${library}.kept`)
    await client.call('protection.encrypt', ON)
    await client.close()
    const key = await keyFor(library, () => Promise.resolve(PASSPHRASE))
    const db = openLibrary(library, { key })
    const late = snapshotName(new Date('2026-03-02T08:00:00Z'))
    takeSnapshot(db.sqlite, library, late, key)
    db.close()
    expect(isEncrypted(join(snapshotFolder(library), late))).toBe(true)
    expect(() => restoreSnapshot(library, late, new Date())).toThrow(failing('passphrase-needed'))
    copyFileSync(`${library}.kept`, join(snapshotFolder(library), early))
    for (const name of [late, early]) {
      restoreSnapshot(library, name, new Date('2026-03-03T08:00:00Z'), key)
      expect(isEncrypted(library)).toBe(true)
      const restored = openLibrary(library, { key })
      expect(restored.all('SELECT title FROM draft')).toEqual([{ title: MARKER }])
      restored.close()
    }
  })
})

describe('decrypting', () => {
  test('leaves a plain library with all that was written, and no key file', async () => {
    const { library, client } = await encrypted()
    await expect(client.call('protection.decrypt', { passphrase: 'мимо', copies: 'convert', job: 'off' })).rejects.toEqual(failing('passphrase-wrong'))
    await client.call('protection.decrypt', { passphrase: PASSPHRASE, copies: 'convert', job: 'off' })
    expect(await titles(client)).toEqual([MARKER])
    expect(await client.call('protection.state', {})).toMatchObject({ isEncrypted: false, isLocked: false })
    await client.close()
    expect(existsSync(keyFileOf(library))).toBe(false)
    expect(await titles(open(library))).toEqual([MARKER])
  })
})
