// Libraries that earlier versions wrote come to the schema of today with every word, and to nothing else than a new library has.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { openLibrary } from '../../../../../electron/core/db/open.ts'
import { migrations } from '../../../../../electron/core/db/migrations/index.ts'
import type { LibraryFile } from '../../../../../electron/core/db/libraryFile.ts'
import { draftIdSchema } from '../../../../../shared/model/ids.ts'
import { blockText } from '../../../../../shared/model/statement.ts'
import { openServices } from '../../../../support/services.ts'
import { temporaryFile } from '../../../../support/temporary.ts'

const shelf = join(import.meta.dirname, '../../../../fixtures/libraries')
const shipped = readdirSync(shelf).filter((name) => name.endsWith('.gz'))

function written(name: string): string {
  const path = temporaryFile()
  writeFileSync(path, gunzipSync(readFileSync(join(shelf, name))), { mode: 0o600 })
  return path
}

const schema = (db: LibraryFile) =>
  db.all<{ type: string; name: string; sql: string | null }>('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name')
    .map(({ type, name, sql }) => `${type} ${name} ${sql?.replace(/\s+/g, ' ') ?? ''}`)

describe.each(shipped)('%s', (name) => {
  test('comes to the schema that a new library has', () => {
    const old = openLibrary(written(name))
    const fresh = openLibrary(':memory:')
    expect(schema(old)).toEqual(schema(fresh))
    expect(old.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' })
    expect(old.all('PRAGMA foreign_key_check')).toEqual([])
    old.close()
    fresh.close()
  })

  test('keeps its declarations, the draft, the version, and what can be found', () => {
    const services = openServices(written(name))
    const { library, drafts, db } = services
    expect(library.list().declarations).toHaveLength(6)
    expect(library.search('вод', { languages: ['ru'] }, 50, 0).total).toBe(3)
    const [draft] = db.all<{ id: string }>('SELECT id FROM draft')
    const id = draftIdSchema.parse(draft!.id)
    expect(blockText(drafts.open(id).statement.blocks.at(-1)!)).toBe('Стороны сохраняют каждую мысль.')
    const [version] = drafts.versions(id)
    expect(version!.name).toBe('Как собрано')
    expect(blockText(drafts.openVersion(version!.id).statement.blocks.at(-1)!)).toBe('Стороны сохраняют каждое слово.')
    db.close()
  })
})

test('a step that users have not gone through comes after those that they have', () => {
  const newest = Math.max(...shipped.map((name) => Number(name.match(/\d+/)![0])))
  const steps = migrations.map(({ version }) => version)
  expect(steps.filter((version) => version <= newest)).toEqual([10, 20, 30, 40, 60, 61, 64, 70, 90, 91, 95, 96])
})
