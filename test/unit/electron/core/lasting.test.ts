// A backend over a damaged library: reads what can be read, offers the ways back, and goes on with what was put in its place.
import Database from 'better-sqlite3'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createLastingBackend } from '../../../../electron/core/lasting.ts'
import { checkSnapshot, listSnapshots, snapshotFolder, snapshotName, takeSnapshot } from '../../../../electron/core/db/snapshot.ts'
import { machinePorts } from '../../../../electron/core/ports.ts'
import { connect } from '../../../../shared/contract/index.ts'
import { spoilIndex } from '../../../support/damage.ts'
import { openServices, templates, workerScript } from '../../../support/services.ts'
import { temporaryFile } from '../../../support/temporary.ts'

const FORM = { from: { kind: 'form' as const, form: 'communique-ru' }, parties: [], date: null, place: null }
const EARLY = snapshotName(new Date(Date.now() - 30 * 60_000))

/** A closed library with two drafts and what `more` does, and a snapshot from when there was one. */
function filled(more: (services: ReturnType<typeof openServices>) => void = () => {}): string {
  const library = temporaryFile()
  const services = openServices(library)
  const { db, drafts } = services
  drafts.start({ ...FORM, title: 'First' })
  takeSnapshot(db.sqlite, library, EARLY)
  drafts.start({ ...FORM, title: 'Second' })
  more(services)
  db.close()
  return library
}

function opened(library: string, soonChecked?: number) {
  const backend = createLastingBackend({ library, ...(soonChecked !== undefined && { soonChecked }), host: 'browser', templates, worker: workerScript, ports: machinePorts, locale: 'en' })
  onTestFinished(() => backend.close())
  const pushed: string[] = []
  backend.subscribe((event) => void pushed.push(event))
  return { ...connect(backend), pushed }
}

const titles = async ({ call }: ReturnType<typeof opened>) => (await call('draft.list', {})).map(({ title }) => title).toSorted()

describe('a damaged library', () => {
  test('is read as far as it can be, and nothing is written to it', async () => {
    const library = filled()
    spoilIndex(library)
    const before = readFileSync(library)
    const client = opened(library)
    expect(await client.call('app.info', {})).toMatchObject({ writable: false, refusal: 'library-damaged', readable: true })
    expect(await titles(client)).toEqual(['First', 'Second'])
    await expect(client.call('draft.start', FORM)).rejects.toMatchObject({ code: 'library-damaged' })
    expect(readFileSync(library).equals(before)).toBe(true)
  })

  test('is salvaged: the backend goes on with what was saved, and windows are told', async () => {
    const library = filled()
    spoilIndex(library)
    const client = opened(library)
    const { saved, kept } = await client.call('copies.salvage', {})
    expect(saved.drafts).toBe(2)
    expect(client.pushed).toContain('library.replaced')
    expect(await client.call('app.info', {})).toMatchObject({ writable: true, refusal: null })
    expect(await titles(client)).toEqual(['First', 'Second'])
    await client.call('draft.start', FORM)
    expect(readFileSync(kept).length).toBeGreaterThan(0)
  })

  test.each<[string, (library: string) => void]>([
    ['emptied', (library) => writeFileSync(library, '')],
    ['with a ruined first page', (library) => writeFileSync(library, readFileSync(library).fill(7, 200, 4096))],
    ['with its beginning in zeros', (library) => writeFileSync(library, readFileSync(library).fill(0, 0, 100))],
  ])('%s shows no empty library, and a snapshot brings it back', async (_what, ruin) => {
    const library = filled()
    ruin(library)
    const before = readFileSync(library)
    const client = opened(library)
    expect(await client.call('app.info', {})).toMatchObject({ writable: false, refusal: 'library-damaged', readable: false })
    for (const operation of ['library.list', 'draft.list'] as const) await expect(client.call(operation, {})).rejects.toMatchObject({ code: 'library-damaged' })
    await expect(client.call('copies.salvage', {})).rejects.toMatchObject({ code: 'nothing-readable' })
    expect(readFileSync(library).equals(before)).toBe(true)
    const [copy] = await client.call('copies.list', {})
    expect(await client.call('copies.look', { name: copy!.name })).toMatchObject({ drafts: 1, latest: { title: 'First' } })
    const { kept } = await client.call('copies.restore', { name: EARLY })
    expect(readFileSync(kept!).equals(before)).toBe(true)
    expect(await titles(client)).toEqual(['First'])
  })
})

test('damage that is met while working ends all writing, and leads to the same choice', async () => {
  const library = filled(({ drafts }) => {
    // In the middle: both ends of a table are read at the opening.
    const { id, rev, statement } = drafts.open(drafts.list().find(({ title }) => title === 'Second')!.id)
    drafts.save(id, rev, { ...statement, blocks: [{ id: 'long', kind: 'paragraph', runs: [{ text: 'A long text. '.repeat(2000) }] }] })
    drafts.start({ ...FORM, title: 'Third' })
  })
  const sqlite = new Database(library)
  const pages = sqlite.prepare("SELECT pageno FROM dbstat WHERE name = 'draft' AND pagetype = 'overflow' ORDER BY pageno").pluck().all() as number[]
  sqlite.close()
  // Where its text goes on: neither the opening nor a list reads it.
  writeFileSync(library, readFileSync(library).fill(0xff, (pages[0]! - 1) * 4096, pages[0]! * 4096))
  const client = opened(library, 0)
  const drafts = await client.call('draft.list', {})
  expect(await client.call('app.info', {})).toMatchObject({ writable: true })
  const { id } = drafts.find(({ title }) => title === 'Second')!
  await expect(client.call('draft.open', { id })).rejects.toMatchObject({ code: 'library-damaged' })
  expect(client.pushed).toContain('app.changed')
  await expect(client.call('settings.set', { theme: 'dark' })).rejects.toMatchObject({ code: 'library-damaged' })
  expect(await client.call('copies.salvage', {})).toMatchObject({ saved: { drafts: 2 }, lost: { drafts: 1 }, titles: ['Second'] })
  expect(await client.call('app.info', {})).toMatchObject({ writable: true })
})

describe('a library that goes on', () => {
  test('is kept as a snapshot before an earlier one takes its place', async () => {
    const library = filled()
    const client = opened(library)
    const { kept } = await client.call('copies.restore', { name: EARLY })
    expect(client.pushed).toEqual(expect.arrayContaining(['app.closing', 'library.replaced']))
    expect(await titles(client)).toEqual(['First'])
    expect(checkSnapshot(join(snapshotFolder(library), kept!)).drafts).toBe(2)
    await client.call('copies.restore', { name: kept! })
    expect(await titles(client)).toEqual(['First', 'Second'])
  })

  test('stays where the snapshot is damaged or is none, and is not salvaged', async () => {
    const library = filled()
    const client = opened(library)
    writeFileSync(join(snapshotFolder(library), EARLY), 'no library')
    expect(await client.call('copies.look', { name: EARLY })).toBeNull()
    await expect(client.call('copies.restore', { name: EARLY })).rejects.toMatchObject({ code: 'library-damaged' })
    await expect(client.call('copies.restore', { name: '../library.alternat' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(client.call('copies.salvage', {})).rejects.toMatchObject({ code: 'invalid' })
    expect(await titles(client)).toEqual(['First', 'Second'])
    expect(listSnapshots(library)).toHaveLength(1)
  })

  test('answers whoever asks while it is closed, once it is open again', async () => {
    const client = opened(filled())
    const restored = client.call('copies.restore', { name: EARLY })
    const asked = await Promise.all(Array.from({ length: 5 }, () => titles(client)))
    await restored
    for (const drafts of asked) expect([['First'], ['First', 'Second']]).toContainEqual(drafts)
  })
})
