// The schema comes from nothing and from every earlier version, each step whole or not at all.
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { migrate, schemaVersion } from '../../../../../electron/core/db/migrate.ts'
import { migrations, type Migration } from '../../../../../electron/core/db/migrations/index.ts'

const tables = (sqlite: Database.Database) =>
  sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'clause_index_%' ORDER BY name")
    .pluck().all()

describe('the schema', () => {
  test('comes from nothing in one go', () => {
    const sqlite = new Database(':memory:')
    migrate(sqlite)
    expect(tables(sqlite)).toEqual(['clause', 'clause_index', 'declaration', 'draft', 'party', 'setting', 'version'])
    expect(schemaVersion(sqlite)).toBe(40)
  })

  test('comes from every earlier version, and a second run changes nothing', () => {
    for (let known = 0; known <= migrations.length; known++) {
      const sqlite = new Database(':memory:')
      migrate(sqlite, migrations.slice(0, known))
      migrate(sqlite)
      migrate(sqlite)
      expect(tables(sqlite)).toHaveLength(7)
    }
  })

  test('its steps are numbered in order', () => {
    const versions = migrations.map((step) => step.version)
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b))
  })
})

describe('a step that fails', () => {
  const good: Migration = { version: 10, up: (sqlite) => void sqlite.exec('CREATE TABLE a (x)') }
  const bad: Migration = {
    version: 20,
    up: (sqlite) => {
      sqlite.exec('CREATE TABLE b (x)')
      throw new Error('no')
    },
  }

  test('leaves the steps before it, and nothing of its own', () => {
    const sqlite = new Database(':memory:')
    expect(() => migrate(sqlite, [good, bad])).toThrow('no')
    expect(tables(sqlite)).toEqual(['a'])
    expect(schemaVersion(sqlite)).toBe(10)
  })
})

test('a library from the future is refused', () => {
  const sqlite = new Database(':memory:')
  sqlite.pragma('user_version = 999')
  expect(() => migrate(sqlite)).toThrow(expect.objectContaining({ code: 'library-newer' }))
})
