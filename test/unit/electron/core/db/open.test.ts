// A library file opens, or is refused with the reason and left as it is; one process at a time writes it.
import Database from 'better-sqlite3'
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { castDoubt } from '../../../../../electron/core/db/check.ts'
import { openLibrary } from '../../../../../electron/core/db/open.ts'
import { NEWEST } from '../../../../../electron/core/db/migrate.ts'
import { expectedFailure } from '../../../../../electron/core/failures.ts'
import { AppError } from '../../../../../shared/contract/error.ts'
import { EARLIER } from '../../../../fixtures/statements.ts'
import { temporaryFolder } from '../../../../support/temporary.ts'

const canMount = process.platform === 'linux' && spawnSync('unshare', ['--mount', '--map-root-user', 'true']).status === 0
if (!canMount) console.warn('a full disk not tried: no private mounts here')

const folder = temporaryFolder()
let count = 0
const fresh = () => join(folder, `library-${++count}.alternat`)

/** A closed library that holds `settings` settings, enough for several pages. */
function filled(settings = 400): string {
  const path = fresh()
  const db = openLibrary(path)
  db.write(() => {
    for (let i = 0; i < settings; i++) db.run('INSERT INTO setting (name, value) VALUES (?, ?)', `name ${i}`, JSON.stringify('x'.repeat(200)))
  })
  db.close()
  return path
}

const codeOf = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    return (error instanceof AppError ? error : expectedFailure(error))?.code ?? String(error)
  }
  return 'none'
}

/** What a refusal must leave alone. */
const bytes = (path: string) => readFileSync(path).toString('base64')

describe('a new library', () => {
  test('is made where there is none, and opens again with what was saved', () => {
    const path = filled(1)
    const db = openLibrary(path)
    expect(db.get('SELECT count(*) AS settings FROM setting')).toEqual({ settings: 1 })
    db.close()
  })

  test('carries the application id and the newest schema, and is readable by its owner only', () => {
    const path = filled(0)
    expect(readFileSync(path).toString('latin1', 68, 72)).toBe('Altn')
    expect(readFileSync(path).readUInt32BE(60)).toBe(NEWEST)
    expect(statSync(path).mode & 0o077).toBe(0)
  })

  test('is not made in a folder that does not exist', () => {
    expect(codeOf(() => openLibrary(join(folder, 'missing', 'library.alternat')))).toBe('library-missing-folder')
    expect(existsSync(join(folder, 'missing'))).toBe(false)
  })

  test('leaves no unfinished file beside it', () => {
    const path = filled(1)
    expect(existsSync(`${path}-new`)).toBe(false)
  })
})

describe('in force on an open library', () => {
  const db = openLibrary(fresh())
  const pragma = (name: string) => db.sqlite.pragma(name, { simple: true })

  test('full durability, also after the first commits', () => {
    expect(pragma('journal_mode')).toBe('wal')
    for (const name of ['a', 'b', 'c']) {
      db.write(() => db.run('INSERT INTO setting (name, value) VALUES (?, ?)', name, '1'))
      expect(pragma('synchronous')).toBe(2)
    }
  })

  test('foreign keys and secure deletion', () => {
    expect(pragma('foreign_keys')).toBe(1)
    expect(pragma('secure_delete')).toBe(1)
    expect(() => db.write(() => db.run("INSERT INTO party (declaration, position, state) VALUES ('none', 0, 'A')"))).toThrow(/FOREIGN KEY/)
  })

  test('a failed write changes nothing', () => {
    expect(() => db.write(() => {
      db.run("DELETE FROM setting WHERE name = 'a'")
      throw new Error('stop')
    })).toThrow('stop')
    expect(db.get("SELECT count(*) AS found FROM setting WHERE name = 'a'")).toEqual({ found: 1 })
  })

  test('a failed part of a write is undone where the rest goes on', () => {
    db.write(() => {
      db.run("INSERT INTO setting (name, value) VALUES ('whole', '1')")
      expect(() => db.write(() => {
        db.run("INSERT INTO setting (name, value) VALUES ('part', '1')")
        throw new Error('stop')
      })).toThrow('stop')
    })
    expect(db.all("SELECT name FROM setting WHERE name IN ('whole', 'part')")).toEqual([{ name: 'whole' }])
  })

  test('no change outside of a write', () => {
    expect(() => db.run("DELETE FROM setting WHERE name = 'a'")).toThrow(RangeError)
  })
})

describe('a library that is refused is left as it is', () => {
  const spoil: [what: string, code: string, spoil: (path: string) => void][] = [
    ['made by a newer Alternat', 'library-newer', (path) => pragmaOf(path, `user_version = ${NEWEST + 10}`)],
    ['of another program', 'library-foreign', (path) => pragmaOf(path, 'application_id = 12345')],
    ['no database at all', 'library-foreign', (path) => writeFileSync(path, 'Dear Sir, this is a letter of some length.\n'.repeat(20))],
    ['a short text', 'library-foreign', (path) => writeFileSync(path, 'hello')],
    ['emptied', 'library-damaged', (path) => truncateSync(path, 0)],
    ['cut after its first bytes', 'library-damaged', (path) => truncateSync(path, 50)],
    ['cut in half', 'library-damaged', (path) => truncateSync(path, Math.floor(statSync(path).size / 2))],
    ['overwritten with zeros at its head', 'library-damaged', (path) => overwrite(path, 0, Buffer.alloc(4096))],
    ['without its first letters', 'library-damaged', (path) => overwrite(path, 0, Buffer.from('XXXXXXXXXXXXXXXX'))],
    ['with a ruined page', 'library-damaged', (path) => ruinPages(path)],
  ]
  for (const [what, code, act] of spoil) {
    test(`${what}`, () => {
      const path = filled()
      act(path)
      const before = bytes(path)
      expect(codeOf(() => openLibrary(path))).toBe(code)
      expect(bytes(path)).toBe(before)
    })
  }

  test('a folder', () => {
    const path = fresh()
    mkdirSync(path)
    expect(codeOf(() => openLibrary(path))).toBe('library-foreign')
  })

  test('a log whose library is missing is not taken for nothing', () => {
    const path = fresh()
    writeFileSync(`${path}-wal`, 'the last saves')
    expect(codeOf(() => openLibrary(path))).toBe('library-damaged')
    expect(readFileSync(`${path}-wal`, 'utf8')).toBe('the last saves')
  })

  test('a refused library opens once it is put right', () => {
    const path = filled()
    const copy = `${path}-copy`
    copyFileSync(path, copy)
    truncateSync(path, 0)
    expect(codeOf(() => openLibrary(path))).toBe('library-damaged')
    copyFileSync(copy, path)
    const db = openLibrary(path)
    expect(db.writable).toBe(true)
    db.close()
  })
})

describe('a library too large to be checked whole at every opening', () => {
  const large = { soonChecked: 0 }
  const opened = (path: string) => {
    const db = openLibrary(path, large)
    const { wasChecked } = db
    db.close()
    return wasChecked
  }

  test('opens unchecked where it was closed', () => {
    expect(opened(filled())).toBe(false)
  })

  test.each<[what: string, make: (path: string) => void]>([
    ['a crash', (path) => {
      const db = openLibrary(path)
      db.write(() => db.run("INSERT INTO setting (name, value) VALUES ('last', '1')"))
      for (const part of ['', '-wal']) copyFileSync(`${path}${part}`, `${path}-crashed${part}`)
      db.close()
      for (const part of ['', '-wal']) copyFileSync(`${path}-crashed${part}`, `${path}${part}`)
    }],
    ['damage was found', (path) => castDoubt(path)],
  ])('is checked whole after %s, once', (_what, make) => {
    const path = filled()
    make(path)
    expect([opened(path), opened(path)]).toEqual([true, false])
  })

  test.each<[what: string, code: string, spoil: (path: string) => void]>([
    ['cut in half', 'library-damaged', (path) => truncateSync(path, Math.floor(statSync(path).size / 2))],
    ['with the first page of a table ruined', 'library-damaged', (path) => void ruined(path, 'setting', 'root')],
    ['with noise for its pages', 'library-damaged', (path) => ruinPages(path)],
    ['with damage that was found before', 'library-damaged', (path) => castDoubt(ruined(path, 'setting', 'middle'))],
    ['with damage before a change of the schema', 'library-damaged', (path) => {
      pragmaOf(path, `user_version = ${NEWEST - 1}`)
      ruined(path, 'setting', 'middle')
    }],
    ['with a page ruined in the middle, which is found while it is open', 'none', (path) => void ruined(path, 'setting', 'middle')],
  ])('%s: %s', (_what, code, spoil) => {
    const path = filled()
    spoil(path)
    expect(codeOf(() => openLibrary(path, large).close())).toBe(code)
  })
})

describe('one writer at a time', () => {
  test('a second opener reads, sees what the first saves, and may write only after it has gone', () => {
    const path = filled(1)
    const first = openLibrary(path)
    const second = openLibrary(path)
    expect([first.writable, second.writable]).toEqual([true, false])
    first.write(() => first.run("INSERT INTO setting (name, value) VALUES ('new', '1')"))
    expect(second.get("SELECT value FROM setting WHERE name = 'new'")).toEqual({ value: '1' })
    expect(codeOf(() => second.write(() => second.run('DELETE FROM setting')))).toBe('library-locked')
    second.close()
    first.close()
    const third = openLibrary(path)
    expect(third.writable).toBe(true)
    third.close()
  })

  test('who must write is told that another one does', () => {
    const path = filled(1)
    const first = openLibrary(path)
    expect(codeOf(() => openLibrary(path, { mustWrite: true }))).toBe('library-locked')
    first.close()
    const second = openLibrary(path, { mustWrite: true })
    expect(second.writable).toBe(true)
    second.close()
  })

  test('a file that another program holds is told as locked', () => {
    const path = filled()
    const stranger = new Database(path)
    stranger.pragma('journal_mode = DELETE')
    stranger.exec('BEGIN EXCLUSIVE')
    expect(codeOf(() => openLibrary(path))).toBe('library-locked')
    stranger.close()
    openLibrary(path).close()
  })

  test('a file that another program writes to is told as locked when saving', () => {
    const path = filled()
    const db = openLibrary(path)
    const stranger = new Database(path)
    stranger.exec('BEGIN IMMEDIATE')
    expect(codeOf(() => db.write(() => db.run('DELETE FROM setting')))).toBe('library-locked')
    stranger.close()
    expect(codeOf(() => db.write(() => db.run('DELETE FROM setting')))).toBe('none')
    db.close()
  })

  test('a read-only file is read, and saving says why it cannot be', () => {
    const path = filled(3)
    chmodSync(path, 0o444)
    const db = openLibrary(path)
    expect([db.writable, db.refusal]).toEqual([false, 'library-read-only'])
    expect(db.get('SELECT count(*) AS settings FROM setting')).toEqual({ settings: 3 })
    expect(codeOf(() => db.write(() => db.run('DELETE FROM setting')))).toBe('library-read-only')
    db.close()
  })
})

describe('in a folder that takes no files', () => {
  const closed = join(folder, 'closed')
  mkdirSync(closed)
  const path = join(closed, 'library.alternat')
  openLibrary(path).close()
  chmodSync(closed, 0o555)
  afterAll(() => chmodSync(closed, 0o755))

  test('a library is read, and saving says why it cannot be', () => {
    const db = openLibrary(path)
    expect(db.writable).toBe(false)
    expect(db.all('SELECT * FROM draft')).toEqual([])
    expect(codeOf(() => db.write(() => db.run('DELETE FROM setting')))).toBe('library-read-only')
    db.close()
  })

  test('no new one is made', () => {
    expect(codeOf(() => openLibrary(join(closed, 'another.alternat')))).toBe('folder-read-only')
    expect(readdirSync(closed)).not.toContain('another.alternat')
  })
})

test('a full disk is told, keeps what was saved, and the next save works when there is room', () => {
  const path = filled(50)
  const db = openLibrary(path)
  const pages = Number(db.sqlite.pragma('page_count', { simple: true }))
  db.sqlite.pragma(`max_page_count = ${pages + 2}`)
  const save = (name: string) => db.write(() => db.run('INSERT INTO setting (name, value) VALUES (?, ?)', name, 'x'.repeat(40_000)))
  expect(codeOf(() => save('large'))).toBe('disk-full')
  expect(db.get('SELECT count(*) AS settings FROM setting')).toEqual({ settings: 50 })
  db.sqlite.pragma('max_page_count = 1000000')
  save('large')
  db.close()
  const again = openLibrary(path)
  expect(again.get('SELECT count(*) AS settings FROM setting')).toEqual({ settings: 51 })
  again.close()
})

test.skipIf(!canMount)('on a disk without a byte of room a library is read, and written again once there is some', () => {
  const disk = join(folder, 'disk')
  const text = join(folder, 'text.txt')
  mkdirSync(disk)
  writeFileSync(text, EARLIER)
  const alternat = (command: string) => `"${process.execPath}" electron/host/cli/index.ts ${command} --library "${disk}/l"`
  const script = [
    `mount -t tmpfs -o size=1m none "${disk}"`,
    alternat(`import "${text}"`),
    `cat /dev/zero > "${disk}/filler"`,
    alternat('search паводков'),
    `${alternat(`import "${text}" --again --json`)} 2>&1`,
    `rm "${disk}/filler"`,
    alternat(`import "${text}" --again`),
    alternat('list'),
  ].join('\n')
  const env = { ...process.env, XDG_DATA_HOME: folder, LC_ALL: 'en_GB.UTF-8' }
  const { stdout } = spawnSync('unshare', ['--mount', '--map-root-user', 'sh', '-c', script], { encoding: 'utf8', env })
  expect(stdout).toMatch(/Clauses found: 1\n[^]*"code":"disk-full"[^]*\nDeclarations: 2\n/u)
})

function pragmaOf(path: string, pragma: string): void {
  const db = new Database(path)
  db.pragma('journal_mode = DELETE')
  db.pragma(pragma)
  db.close()
}

function overwrite(path: string, at: number, bytes: Buffer): void {
  const whole = readFileSync(path)
  bytes.copy(whole, at)
  writeFileSync(path, whole)
}

/** Noise over the first page of a table, or over one of its leaves that holds neither of its ends. */
function ruined(path: string, table: string, where: 'root' | 'middle'): string {
  const db = new Database(path, { readonly: true })
  const pages = db.prepare('SELECT pageno FROM dbstat WHERE name = ? ORDER BY path').pluck().all(table) as number[]
  db.close()
  const page = where === 'root' ? pages[0]! : pages[Math.floor(pages.length / 2)]!
  overwrite(path, (page - 1) * 4096, Buffer.alloc(4096, 7))
  return path
}

/** Noise over every page but the first. */
function ruinPages(path: string): void {
  const whole = readFileSync(path)
  for (let at = 4096; at < whole.length; at++) whole[at] = (at * 131) % 251
  writeFileSync(path, whole)
}
