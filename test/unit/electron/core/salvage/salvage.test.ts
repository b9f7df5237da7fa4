// What can be read of a damaged library is saved row by row, the rest is told, and the damaged file stays as it was.
import Database from 'better-sqlite3'
import { copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { openLibrary } from '../../../../../electron/core/db/open.ts'
import { salvage, type Made } from '../../../../../electron/core/salvage/salvage.ts'
import { salvageTarget, saveSalvaged } from '../../../../../electron/core/salvage/save.ts'
import { patchBetween } from '../../../../../shared/model/patch.ts'
import { savedText } from '../../../../support/attack.ts'
import { proposalOf, type Line } from '../../../../support/proposals.ts'
import { openServices } from '../../../../support/services.ts'
import { temporaryFile, temporaryFolder } from '../../../../support/temporary.ts'

const NOW = new Date('2026-03-31T12:30:00Z')
const FORM = { from: { kind: 'form', form: 'communique-ru' }, parties: [], date: null, place: null } as const
const PAGE = 4096

/** Made once: 60 declarations of several pages, 30 drafts with a version each. */
const original = join(temporaryFolder(), 'library.alternat')
beforeAll(() => {
  const services = openServices(original)
  for (let index = 0; index < 60; index++) services.library.store(proposalOf([['heading', 'Rivers'], ...paragraphs(index)], { title: `Statement ${index}`, language: 'en' }))
  for (let index = 0; index < 30; index++) {
    const { id } = services.drafts.start({ ...FORM, parties: [], title: `Draft ${index}` })
    services.drafts.createVersion(id, 'sent')
  }
  services.db.close()
})

/** A closed library of the test's own. */
function filled(): string {
  const library = temporaryFile()
  copyFileSync(original, library)
  return library
}

const paragraphs = (index: number): Line[] =>
  Array.from({ length: 12 }, (_, line) => ['clause', `The Sides agree on matter ${index}.${line}: ${'navigation on the river and its ports '.repeat(6)}`, `${line + 1}`])

/** Numbers of the pages that hold a table or an index. */
function pagesOf(file: string, name: string): number[] {
  const sqlite = new Database(file, { readonly: true })
  const pages = sqlite.prepare('SELECT pageno FROM dbstat WHERE name = ? ORDER BY pageno').pluck().all(name) as number[]
  sqlite.close()
  return pages
}

function ruin(file: string, pages: readonly number[], fill = 7): void {
  const bytes = readFileSync(file)
  for (const page of pages) bytes.fill(fill, (page - 1) * PAGE, page * PAGE)
  writeFileSync(file, bytes)
}

const salvaged = (library: string): { file: string; made: Made } => {
  const file = salvageTarget(library)
  return { file, made: salvage(library, null, file, () => {}) }
}

/** What the services find in a file. */
function found(file: string) {
  const services = openServices(file)
  const { declarations } = services.library.list()
  const drafts = services.drafts.list()
  const texts = drafts.map(({ id }) => services.drafts.open(id).statement.blocks.length)
  const hits = services.library.search('navigation', {}, 10, 0)
  services.db.close()
  return { declarations: declarations.length, drafts: drafts.length, empty: texts.filter((blocks) => blocks === 0).length, hits: hits.total }
}

test('of a whole library everything is saved, and found', () => {
  const library = filled()
  const { file, made } = salvaged(library)
  expect(made).toMatchObject({ lost: { declarations: 0, clauses: 0, drafts: 0, versions: 0 }, rebuilt: 0, titles: [], orphans: '' })
  expect(made.saved).toMatchObject({ declarations: 60, drafts: 30, versions: 30 })
  expect(found(file)).toEqual(found(library))
})

describe('with ruined pages', () => {
  test.each(['draft', 'declaration', 'clause', 'version'])('in the middle of %s, the rows before and after are saved and the lost ones counted', (table) => {
    const library = filled()
    const pages = pagesOf(library, table)
    ruin(library, [pages[Math.floor(pages.length / 2)]!])
    expect(() => openLibrary(library)).toThrow(expect.objectContaining({ code: 'library-damaged' }))
    const { file, made } = salvaged(library)
    const key = { draft: 'drafts', declaration: 'declarations', clause: 'clauses', version: 'versions' }[table] as keyof Made['saved']
    expect(made.lost[key] + made.rebuilt).toBeGreaterThan(0)
    expect(made.saved[key]).toBeGreaterThan(made.lost[key])
    expect(found(file)).toMatchObject({ declarations: made.saved.declarations, drafts: made.saved.drafts, empty: 0 })
  })

  test('of an index alone, nothing is lost', () => {
    const library = filled()
    ruin(library, [...pagesOf(library, 'sqlite_autoindex_draft_1'), ...pagesOf(library, 'clause_by_declaration')])
    expect(salvaged(library).made.saved).toMatchObject({ declarations: 60, drafts: 30, versions: 30 })
  })

  test('zeros where text was are never taken for text', () => {
    const library = filled()
    ruin(library, pagesOf(library, 'draft').slice(2, 4), 0)
    const { file } = salvaged(library)
    expect(found(file).empty).toBe(0)
  })

  test('a lost draft goes on with the text of its latest version', () => {
    const library = filled()
    ruin(library, pagesOf(library, 'draft'))
    const { file, made } = salvaged(library)
    expect(made).toMatchObject({ rebuilt: 30, saved: { drafts: 30, versions: 30 } })
    expect(found(file)).toMatchObject({ drafts: 30, empty: 0 })
  })

  test('clauses whose declaration is lost come out as text', () => {
    const library = filled()
    ruin(library, pagesOf(library, 'declaration'))
    const { made } = salvaged(library)
    expect(made.saved).toMatchObject({ declarations: 0, clauses: 0 })
    expect(made.orphans).toContain('The Sides agree on matter 0.3')
    expect(made.orphans).toContain('The Sides agree on matter 59.11')
  })

  test('three of them anywhere, many times over: never a failure, most is saved', () => {
    const library = filled()
    // Without the schema nothing tells which rows are which.
    const schema = pagesOf(library, 'sqlite_schema')
    const rest = Array.from({ length: statSync(library).size / PAGE }, (_, index) => index + 1).filter((page) => !schema.includes(page))
    const shares = Array.from({ length: 12 }, (_, round) => {
      const copy = temporaryFile()
      copyFileSync(library, copy)
      ruin(copy, [3, 5, 7].map((factor) => rest[(round * 31 * factor + factor * factor) % rest.length]!))
      const { saved } = salvaged(copy).made
      return (saved.declarations + saved.drafts) / 90
    })
    expect(Math.min(...shares)).toBeGreaterThan(0.3)
    expect(shares.reduce((sum, share) => sum + share) / shares.length).toBeGreaterThan(0.8)
  })
})

test('a draft whose last changes are lost goes on with what was before them, and that is told', () => {
  const library = temporaryFile()
  const { db, drafts } = openServices(library)
  const { id, statement } = drafts.start({ ...FORM, parties: [] })
  const text = (rev: number) => ({ ...statement, blocks: savedText(rev) })
  drafts.save(id, 1, text(2))
  for (let rev = 2; rev < 5; rev++) drafts.change(id, rev, patchBetween(text(rev), text(rev + 1))!)
  expect(db.all('SELECT rev FROM draft_patch')).toHaveLength(3)
  db.write(() => db.run('DELETE FROM draft_patch WHERE rev = 4'))
  db.close()
  const { file, made } = salvaged(library)
  expect(made).toMatchObject({ rebuilt: 1, saved: { drafts: 1 }, lost: { drafts: 0 } })
  const services = openServices(file)
  expect(services.drafts.open(id).statement).toEqual(text(3))
  expect(services.db.all('SELECT * FROM draft_patch')).toEqual([])
  services.db.close()
})

describe('what cannot be read at all', () => {
  test.each<[string, (library: string) => void]>([
    ['a ruined first page', (library) => ruin(library, [1])],
    ['every page of text', (library) => ruin(library, ['declaration', 'clause', 'draft', 'version'].flatMap((table) => pagesOf(library, table)))],
    ['an empty file', (library) => writeFileSync(library, '')],
  ])('%s: is refused, and no empty library is made', (_what, spoil) => {
    const library = filled()
    spoil(library)
    const before = readFileSync(library)
    expect(() => salvaged(library)).toThrow(expect.objectContaining({ code: 'nothing-readable' }))
    expect(existsSync(salvageTarget(library))).toBe(false)
    expect(readFileSync(library).equals(before)).toBe(true)
  })
})

test('the new library stands in the place of the damaged one, which is kept beside it, as often as it is done', () => {
  const library = filled()
  ruin(library, [pagesOf(library, 'declaration')[0]!])
  const damaged = readFileSync(library)
  const first = saveSalvaged(library, salvaged(library).made, NOW)
  expect(readFileSync(first.kept).equals(damaged)).toBe(true)
  expect(first.kept).toMatch(/-damaged-2026-03-31T12-30-00Z\.alternat$/)
  openLibrary(library).close()
  const second = saveSalvaged(library, salvaged(library).made, NOW)
  expect(second.kept).not.toBe(first.kept)
  expect(readFileSync(first.kept).equals(damaged)).toBe(true)
  const files = [library, first.kept, ...(first.texts === null ? [] : [first.texts])]
  expect(files.map((file) => statSync(file).mode & 0o077)).toEqual(files.map(() => 0))
})
