// Every call is checked by the contract, every outcome is an envelope, and no log holds the words of a document.
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { createDispatch, type Handlers } from '../../../../electron/core/dispatch.ts'
import { compose } from '../../../../electron/core/handlers.ts'
import { lineLog } from '../../../../electron/core/log.ts'
import { AppError } from '../../../../shared/contract/error.ts'

const SECRET = 'Стороны тайно договорились'
const logged: string[] = []
const failWith = (error: unknown) => createDispatch({
  'clause.open': () => {
    throw error
  },
} as unknown as Handlers, lineLog((line) => void logged.push(line)))

const open = (error: unknown) => failWith(error)('clause.open', { id: 'a' })

describe('an error becomes', () => {
  const rows: [what: string, error: unknown, code: string][] = [
    ['itself where it is expected', new AppError('conflict', 'changed', { rev: 3 }), 'conflict'],
    ['disk-full', new Database.SqliteError('full', 'SQLITE_FULL'), 'disk-full'],
    ['disk-full where SQLite has no room for its index', new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_SHMSIZE'), 'disk-full'],
    ['disk-full from the system', Object.assign(new Error('no space'), { code: 'ENOSPC' }), 'disk-full'],
    ['library-read-only', new Database.SqliteError('ro', 'SQLITE_READONLY_DBMOVED'), 'library-read-only'],
    ['library-locked', new Database.SqliteError('busy', 'SQLITE_BUSY_SNAPSHOT'), 'library-locked'],
    ['library-damaged', new Database.SqliteError('malformed', 'SQLITE_CORRUPT_VTAB'), 'library-damaged'],
    ['internal where it is a bug', new TypeError(SECRET), 'internal'],
    ['internal where it is no error at all', SECRET, 'internal'],
  ]
  for (const [what, error, code] of rows) {
    test(`${what}`, async () => expect(await open(error)).toMatchObject({ ok: false, error: { code } }))
  }

  test('details go along', async () => {
    expect(await open(new AppError('conflict', 'changed', { rev: 3 }))).toEqual({ ok: false, error: { code: 'conflict', message: 'changed', details: { rev: 3 } } })
  })

  test('nothing a document says', async () => {
    expect(JSON.stringify(await open(new TypeError(SECRET)))).not.toContain(SECRET)
    expect(logged.length).toBeGreaterThan(0)
    expect(logged.join()).not.toContain(SECRET)
    expect(logged.join()).toContain('TypeError')
  })

  test('nothing of a document whose lines look like places in the code', async () => {
    logged.length = 0
    await open(new TypeError(`unexpected text:\n    at ${SECRET}\n    at the end`))
    expect(logged.join()).toContain('dispatch.test.ts')
    expect(logged.join()).not.toContain(SECRET)
  })
})

describe('a call is refused as invalid', () => {
  const dispatch = failWith(new Error('not reached'))
  const rows: [name: string, raw: unknown][] = [
    ['no.such', {}], ['', {}], ['toString', {}], ['__proto__', {}], ['constructor', {}], ['clause.open', null], ['clause.open', []],
    ['clause.open', { id: '../../etc' }], ['clause.open', { id: 'a', more: 1 }], ['clause.open', { id: { a: SECRET } }],
  ]
  for (const [name, raw] of rows) {
    test(`${name} ${JSON.stringify(raw)}`, async () => {
      const reply = await dispatch(name, raw)
      expect(reply).toMatchObject({ ok: false, error: { code: 'invalid' } })
      expect(JSON.stringify(reply)).not.toContain(SECRET)
    })
  }
})

test('a file over the limit is told as too large, with its name', async () => {
  const data = 'A'.repeat(65 * 1024 * 1024)
  expect(await failWith(null)('file.stage', { name: 'huge.docx', data })).toMatchObject({ error: { code: 'file-too-large', details: { name: 'huge.docx', limit: 48 } } })
})

test('a file over the limit without a name is no file', async () => {
  const data = 'A'.repeat(65 * 1024 * 1024)
  expect(await failWith(null)('file.stage', { name: { a: 1 }, data })).toMatchObject({ error: { code: 'invalid' } })
})

describe('a call that hands over too much is refused before it is parsed', () => {
  const mebi = 'A'.repeat(1024 * 1024)
  const rows: [what: string, make: () => unknown][] = [
    ['one that holds itself', () => {
      const itself: Record<string, unknown> = {}
      itself['id'] = itself
      return itself
    }],
    ['one a thousand lists deep', () => {
      let deep: unknown = 'a'
      for (let depth = 0; depth < 1000; depth++) deep = [deep]
      return { id: deep }
    }],
    ['one text too long', () => ({ id: mebi.repeat(65) })],
    ['too many texts', () => ({ id: Array.from({ length: 65 }, () => mebi) })],
    ['too many values', () => ({ id: Array.from({ length: 65 }, () => Array.from({ length: 260_000 }, () => 7)) })],
    ['too many names', () => ({ id: Array.from({ length: 65 }, () => ({ [mebi]: 0 })) })],
  ]
  for (const [what, make] of rows) {
    test(`${what}`, async () => {
      expect(await failWith(new Error('not reached'))('clause.open', make())).toMatchObject({ ok: false, error: { code: 'invalid', message: 'the call hands over too much' } })
    })
  }
})

test('two handlers for one operation are a bug, and so is none', () => {
  const handler = { 'form.list': () => [] }
  expect(() => compose([handler, handler])).toThrow('two handlers for form.list')
  expect(() => compose([handler])).toThrow('no handler for app.info')
})
