// The schema comes from nothing and from every earlier version, each step whole or not at all.
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { migrate, NEWEST, schemaVersion } from '../../../../../electron/core/db/migrate.ts'
import { migrations, type Migration } from '../../../../../electron/core/db/migrations/index.ts'

const tables = (sqlite: Database.Database) =>
  sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'clause_index_%' ORDER BY name")
    .pluck().all()

describe('the schema', () => {
  test('comes from nothing in one go', () => {
    const sqlite = new Database(':memory:')
    migrate(sqlite)
    expect(tables(sqlite)).toEqual([
      'batch', 'batch_file', 'carried', 'clause', 'clause_index', 'correction', 'curation', 'curation_changes', 'curation_step', 'declaration', 'dismissal',
      'document_number', 'draft', 'draft_patch', 'draft_place', 'draft_step', 'kinless', 'kinship', 'known_document', 'language_version', 'library_changes',
      'likeness', 'likeness_band', 'naming', 'party', 'saved_search', 'setting', 'stem', 'unread_report', 'version',
    ])
    expect(schemaVersion(sqlite)).toBe(NEWEST)
  })

  test('comes from every earlier version, and a second run changes nothing', () => {
    const whole = new Database(':memory:')
    migrate(whole)
    const fresh = tables(whole)
    for (let known = 0; known <= migrations.length; known++) {
      const sqlite = new Database(':memory:')
      migrate(sqlite, migrations.slice(0, known))
      migrate(sqlite)
      migrate(sqlite)
      expect(tables(sqlite)).toEqual(fresh)
    }
  })

  test('its steps are numbered in order', () => {
    const versions = migrations.map((step) => step.version)
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b))
  })
})

describe('a library of version 40', () => {
  test('counts the stems of the clauses that it has indexed', () => {
    const sqlite = new Database(':memory:')
    migrate(sqlite, migrations.filter(({ version }) => version <= 40))
    const index = sqlite.prepare('INSERT INTO clause_index (rowid, text, section) VALUES (?, ?, ?)')
    index.run(1, 'вод рек вод', 'вод')
    index.run(2, 'рек', 'границ')
    migrate(sqlite)
    expect(sqlite.prepare('SELECT stem, clauses FROM stem ORDER BY stem').raw().all()).toEqual([['вод', 1], ['границ', 1], ['рек', 2]])
  })

  test('counts the changes of its declarations from then on', () => {
    const sqlite = new Database(':memory:')
    migrate(sqlite, migrations.filter(({ version }) => version <= 40))
    sqlite.exec("INSERT INTO declaration VALUES ('d', 't', 'other', 'ru', 'official', null, null, '', '[]', 0, 0, '', '', '', null, '')")
    migrate(sqlite)
    const count = () => sqlite.prepare('SELECT count FROM library_changes').pluck().get()
    const before = count()
    sqlite.exec("UPDATE declaration SET removed = 'now'")
    sqlite.exec("INSERT INTO party (declaration, position, state) VALUES ('d', 0, 'Вестрия')")
    sqlite.exec('DELETE FROM party')
    expect(count()).toBe(Number(before) + 3)
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
