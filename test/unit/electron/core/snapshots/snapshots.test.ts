// Snapshots are taken while working and before a change of the schema, count only when whole, and come back in the library's place.
import Database from 'better-sqlite3'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { openLibrary } from '../../../../../electron/core/db/open.ts'
import { NEWEST } from '../../../../../electron/core/db/migrate.ts'
import { checkSnapshot, listSnapshots, newSnapshotName, snapshotFolder, snapshotName, takeSnapshot } from '../../../../../electron/core/db/snapshot.ts'
import { createEventHub } from '../../../../../electron/core/events.ts'
import { createJobRunner } from '../../../../../electron/core/jobs/runner.ts'
import { silentLog, type Log } from '../../../../../electron/core/log.ts'
import { machinePorts } from '../../../../../electron/core/ports.ts'
import { createSnapshotKeeper } from '../../../../../electron/core/snapshots/keeper.ts'
import { restoreSnapshot } from '../../../../../electron/core/snapshots/restore.ts'
import { olderLibrary } from '../../../../support/attack.ts'
import { openServices, workerScript } from '../../../../support/services.ts'
import { temporaryFile } from '../../../../support/temporary.ts'

const FORM = { from: { kind: 'form', form: 'communique-ru' }, parties: [], date: null, place: null } as const
const TAKEN = new Date('2026-03-31T12:30:00Z')
const NAME = snapshotName(TAKEN)

/** A closed library with one draft, and a snapshot of it. */
function withSnapshot(): { library: string; snapshot: string } {
  const library = temporaryFile()
  const { db, drafts } = openServices(library)
  drafts.start({ ...FORM, parties: [] })
  takeSnapshot(db.sqlite, library, NAME)
  db.close()
  return { library, snapshot: join(snapshotFolder(library), NAME) }
}

const draftsIn = (library: string) => {
  const { db, drafts } = openServices(library)
  const count = drafts.list().length
  db.close()
  return count
}

describe('a snapshot', () => {
  test('is a library of its own, for this user only, with what was saved last', () => {
    const { library, snapshot } = withSnapshot()
    expect(listSnapshots(library)).toEqual([{ name: NAME, taken: '2026-03-31T12:30:00Z', size: statSync(snapshot).size, before: null, bulk: null }])
    expect(checkSnapshot(snapshot)).toEqual({ declarations: 0, drafts: 1, versions: 0 })
    expect(statSync(snapshot).mode & 0o077).toBe(0)
    expect(draftsIn(snapshot)).toBe(1)
  })

  test.each<[what: string, spoil: (file: string) => void]>([
    ['cut', (file) => truncateSync(file, Math.floor(statSync(file).size / 2))],
    ['emptied', (file) => truncateSync(file, 0)],
    ['overwritten', (file) => writeFileSync(file, readFileSync(file).fill(7, 4096))],
    ['ruined in a page that no count reads', ruinSettings],
    ['no library', (file) => writeFileSync(file, 'a letter')],
  ])('%s is told as damaged', (_what, spoil) => {
    const { snapshot } = withSnapshot()
    spoil(snapshot)
    expect(() => checkSnapshot(snapshot)).toThrow(expect.objectContaining({ code: 'library-damaged' }))
  })

  test('of the same second as another stands beside it', () => {
    const { library } = withSnapshot()
    expect(newSnapshotName(library, new Date('2026-03-31T12:29:59.500Z'))).toBe(snapshotName(new Date('2026-03-31T12:29:59Z')))
    const second = newSnapshotName(library, TAKEN)
    expect(second).not.toBe(NAME)
    const { db } = openServices(library)
    takeSnapshot(db.sqlite, library, second)
    db.close()
    expect(listSnapshots(library).map(({ name }) => name)).toEqual([second, NAME])
  })

  test('whose copy is not whole is none', () => {
    const { library } = withSnapshot()
    const db = openLibrary(library)
    // A disk that writes something else than it was given.
    const spoiling = {
      prepare: (sql: string) => (sql.startsWith('VACUUM') ? { run: spoiled } : db.sqlite.prepare(sql)),
      pragma: (source: string, options: object) => db.sqlite.pragma(source, options),
    }
    function spoiled(file: string): void {
      db.sqlite.prepare('VACUUM INTO ?').run(file)
      writeFileSync(file, readFileSync(file).fill(0xff, 2 * 4096, 12 * 4096))
    }
    expect(() => takeSnapshot(spoiling as never, library, snapshotName(new Date('2026-03-31T13:30:00Z')))).toThrow(expect.objectContaining({ code: 'library-damaged' }))
    db.close()
    expect(readdirSync(snapshotFolder(library))).toEqual([NAME])
  })

  test('that cannot be made whole leaves nothing that could be taken for one', () => {
    const { library } = withSnapshot()
    const db = openLibrary(library)
    mkdirSync(join(snapshotFolder(library), 'in-the-way.alternat'))
    expect(() => takeSnapshot(db.sqlite, library, 'in-the-way.alternat')).toThrow(/EISDIR|EEXIST|ENOTEMPTY|EPERM/)
    db.close()
    expect(readdirSync(snapshotFolder(library))).toEqual([NAME, 'in-the-way.alternat'])
    expect(listSnapshots(library)).toHaveLength(1)
  })
})

describe('before a change of the schema', () => {
  test('the library is kept as it was', () => {
    const library = temporaryFile()
    olderLibrary(library, 3)
    openLibrary(library).close()
    const [kept, ...others] = listSnapshots(library)
    expect(others).toEqual([])
    expect(kept!.before).toBe(30)
    const sqlite = new Database(join(snapshotFolder(library), kept!.name), { readonly: true })
    expect([sqlite.pragma('user_version', { simple: true }), sqlite.prepare('SELECT title FROM declaration').pluck().all()]).toEqual([30, ['Kept']])
    sqlite.close()
  })

  test('the schema stays as it is where no snapshot can be taken', () => {
    const library = temporaryFile()
    olderLibrary(library, 3)
    writeFileSync(snapshotFolder(library), 'in the way')
    expect(() => openLibrary(library)).toThrow(/EEXIST/)
    expect(readFileSync(library).readUInt32BE(60)).toBe(30)
    expect(NEWEST).toBeGreaterThan(30)
  })

  test('a new library needs none', () => {
    const library = temporaryFile()
    openLibrary(library).close()
    openLibrary(library).close()
    expect(listSnapshots(library)).toEqual([])
  })
})

test('while working one is taken every hour in which something was saved', async () => {
  const { db, drafts, events } = openServices(temporaryFile())
  const jobs = createJobRunner(workerScript, events, silentLog)
  const start = Date.now()
  let hours = 0
  const keeper = createSnapshotKeeper({ db, jobs, events, log: silentLog, ports: { ...machinePorts, now: () => new Date(start + hours * 3_600_000) } })
  const counted: number[] = []
  for (const [passed, works] of [[0.5, true], [1.1, true], [1.6, true], [2.2, true], [3.3, false], [4.4, true]] as const) {
    hours = passed
    if (works) drafts.start({ ...FORM, parties: [] })
    await keeper.consider()
    counted.push(listSnapshots(db.path).length)
  }
  expect(counted).toEqual([0, 1, 1, 2, 2, 3])
  expect(listSnapshots(db.path).map(({ name }) => checkSnapshot(join(snapshotFolder(db.path), name)).drafts)).toEqual([5, 4, 2])
  await jobs.close()
  db.close()
})

test('one that fails is told in the log and tried again, and none is removed for it', async () => {
  const { db, drafts, events } = openServices(temporaryFile())
  const jobs = createJobRunner(workerScript, events, silentLog)
  const log = { info: vi.fn<Log['info']>(), error: vi.fn<Log['error']>() }
  let hours = 2
  const keeper = createSnapshotKeeper({ db, jobs, events, log, ports: { ...machinePorts, now: () => new Date(Date.now() + hours * 3_600_000) } })
  drafts.start({ ...FORM, parties: [] })
  writeFileSync(snapshotFolder(db.path), 'in the way')
  await keeper.consider()
  expect(log.error).toHaveBeenCalledWith('snapshot.failed', expect.anything())
  unlinkSync(snapshotFolder(db.path))
  hours = 2.5
  await keeper.consider()
  expect(listSnapshots(db.path)).toHaveLength(1)
  await jobs.close()
  db.close()
})

describe('a library that was not checked at its opening', () => {
  const opened = (library: string) => {
    const db = openLibrary(library, { soonChecked: 0 })
    const events = createEventHub(silentLog)
    const pushed: string[] = []
    events.subscribe((event) => void pushed.push(event))
    const jobs = createJobRunner(workerScript, events, silentLog)
    const run = vi.spyOn(jobs, 'run')
    let now = Date.now()
    const keeper = createSnapshotKeeper({ db, jobs, events, log: silentLog, ports: { ...machinePorts, now: () => new Date(now) } })
    const close = async () => {
      await jobs.close()
      db.close()
    }
    return { db, close, pushed, ran: () => run.mock.calls.map(([task]) => task), later: (hours: number) => (now += hours * 3_600_000), keeper }
  }

  test('is checked once a day while it is open, also when it is opened often, and no snapshot is taken for that', async () => {
    const library = filledWithSettings()
    const first = opened(library)
    await first.keeper.consider()
    await first.keeper.consider()
    first.later(2)
    await first.keeper.consider()
    expect(first.ran()).toEqual(['check'])
    first.later(24)
    await first.keeper.consider()
    expect(first.ran()).toEqual(['check', 'check'])
    await first.close()
    const second = opened(library)
    await second.keeper.consider()
    expect(second.ran()).toEqual([])
    expect([second.db.writable, listSnapshots(library)]).toEqual([true, []])
    await second.close()
  })

  test('takes no more text once damage is found, says so, and is refused at the next start', async () => {
    const library = filledWithSettings()
    ruinSettings(library)
    const { db, close, pushed, keeper } = opened(library)
    await keeper.consider()
    expect(pushed).toContain('app.changed')
    expect([db.writable, db.refusal]).toEqual([false, 'library-damaged'])
    expect(() => db.write(() => {})).toThrow(expect.objectContaining({ code: 'library-damaged' }))
    await close()
    expect(() => openLibrary(library, { soonChecked: 0 })).toThrow(expect.objectContaining({ code: 'library-damaged' }))
  })
})

describe('restoring', () => {
  test.each<[what: string, spoil: (library: string) => void]>([
    ['a library that goes on', () => {}],
    ['a damaged one', (library) => truncateSync(library, 5000)],
    ['an emptied one', (library) => truncateSync(library, 0)],
  ])('over %s: the snapshot is the library, the former file is kept whole', (_what, spoil) => {
    const { library } = withSnapshot()
    const { db, drafts } = openServices(library)
    drafts.remove(drafts.list()[0]!.id)
    db.close()
    spoil(library)
    const before = readFileSync(library)
    const former = restoreSnapshot(library, NAME, TAKEN)
    expect(draftsIn(library)).toBe(1)
    expect(readFileSync(former!).equals(before)).toBe(true)
    expect(statSync(library).mode & 0o077).toBe(0)
  })

  test('a log that was left behind does not come over the snapshot, and is kept with the former file', () => {
    const { library } = withSnapshot()
    const { db, drafts } = openServices(library)
    drafts.remove(drafts.list()[0]!.id)
    const crashed = temporaryFile()
    for (const part of ['', '-wal']) copyFileSync(`${library}${part}`, `${crashed}${part}`)
    db.close()
    mkdirSync(snapshotFolder(crashed))
    copyFileSync(join(snapshotFolder(library), NAME), join(snapshotFolder(crashed), NAME))
    const former = restoreSnapshot(crashed, NAME, TAKEN)!
    expect(draftsIn(crashed)).toBe(1)
    expect(draftsIn(former)).toBe(0)
  })

  test.each<[what: string, code: string, act: (library: string, snapshot: string) => void, name?: string]>([
    ['a damaged snapshot', 'library-damaged', (_library, snapshot) => truncateSync(snapshot, 5000)],
    ['one that is not there', 'not-found', () => {}, '2020-01-01T00-00-00Z.alternat'],
    ['a path', 'not-found', () => {}, '../library.alternat'],
  ])('%s is refused and the library stays', (_what, code, act, name = NAME) => {
    const { library, snapshot } = withSnapshot()
    act(library, snapshot)
    const before = readFileSync(library)
    expect(() => restoreSnapshot(library, name, TAKEN)).toThrow(expect.objectContaining({ code }))
    expect(readFileSync(library).equals(before)).toBe(true)
  })

  test('while the library is open it is refused', () => {
    const { library } = withSnapshot()
    const db = openLibrary(library)
    expect(() => restoreSnapshot(library, NAME, TAKEN)).toThrow(expect.objectContaining({ code: 'library-locked' }))
    db.close()
  })
})

/** A closed library with settings on several pages. */
function filledWithSettings(): string {
  const library = temporaryFile()
  const db = openLibrary(library)
  db.write(() => {
    for (let i = 0; i < 400; i++) db.run('INSERT INTO setting (name, value) VALUES (?, ?)', `name ${i}`, JSON.stringify('x'.repeat(200)))
  })
  db.close()
  return library
}

/** Noise over a page of the settings that holds neither of their ends, where they have several. */
function ruinSettings(file: string): void {
  const sqlite = new Database(file, { readonly: true })
  const pages = sqlite.prepare("SELECT pageno FROM dbstat WHERE name = 'setting' ORDER BY path").pluck().all() as number[]
  const page = pages[Math.floor(pages.length / 2)]!
  const size = Number(sqlite.pragma('page_size', { simple: true }))
  sqlite.close()
  writeFileSync(file, readFileSync(file).fill(7, (page - 1) * size, page * size))
}
