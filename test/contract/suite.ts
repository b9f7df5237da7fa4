// What every transport must do: each operation of the contract with good input, with hostile input and with ids of nothing.
// Run it with a factory that opens an empty library over the transport under test.
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AppError } from '../../shared/contract/error.ts'
import { connect, contract, type Client, type OperationName, type Transport } from '../../shared/contract/index.ts'
import type { BuiltExport } from '../../shared/contract/exporting.ts'
import type { Draft } from '../../shared/model/draft.ts'
import { expectLocked, NONE, refusals, refused, START } from './refusals.ts'
import type { StatementPatch } from '../../shared/model/patch.ts'
import type { Statement } from '../../shared/model/statement.ts'
import { followClause, nextEvent } from './lineage.ts'
import { batchSuite } from './batches.ts'
import { identitySuite } from './identity.ts'
import { temporaryFile } from '../support/temporary.ts'

export interface Opened {
  transport: Transport
  close(): Promise<void>
}

const TEXT = `Совместное заявление
по итогам встречи министров транспорта

Министры транспорта Республики Вестрии и Республики Алвании (далее – Стороны) провели встречу в г. Тервене и заявляют о нижеследующем.

I. Перевозки
Стороны отмечают рост грузовых перевозок по Речному коридору.
Стороны договорились продолжить обмен сведениями о расписаниях.

II. Безопасность
Стороны подтверждают приверженность безопасности судоходства на реке Селене.

г. Тервен, 12 октября 2024 года
`

/** The same text with one clause changed, as another file. */
const CHANGED = TEXT.replace('рост грузовых перевозок', 'устойчивый рост перевозок')

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64')



/** They need a snapshot or damage, or change the whole library: shown in `test/unit/electron/core/lasting.test.ts` and `copies`. */
const ELSEWHERE = new Set<string>(['copies.look', 'copies.restore', 'copies.open', 'copies.salvage', 'copies.unlock'])

export function contractSuite(name: string, open: () => Promise<Opened>): void {
  describe(`the contract over ${name}`, () => {
    let opened: Opened
    let client: Client
    const called = new Set<OperationName>()

    beforeAll(async () => {
      opened = await open()
      const { call, on } = connect(opened.transport)
      client = {
        on,
        call: async (operation, input) => {
          const value = await call(operation, input)
          called.add(operation)
          expect({ operation, value }).toEqual({ operation, value: JSON.parse(JSON.stringify(value)) })
          return value
        },
      }
    })
    afterAll(() => opened.close())

    const stage = async (text: string, file = 'zayavlenie.txt') => (await client.call('file.stage', { name: file, data: base64(text) })).file
    const refusal = (code: string, details?: object) => expect.objectContaining({ code, ...(details && { details: expect.objectContaining(details) }) })

    describe('the application', () => {
      test('tells what it is', async () => {
        const info = await client.call('app.info', {})
        expect(info.version).toMatch(/^\d+\.\d+\.\d+/)
        expect(info).toMatchObject({ writable: true, refusal: null, firstStart: true })
      })

      test('gathers a diagnostic bundle and hands it over', async () => {
        const { id, entries } = await client.call('diagnosis.build', { job: 'diagnosis' })
        expect(entries.map(({ name }) => name)).toContain('library.json')
        expect(await client.call('diagnosis.save', { id })).toMatchObject({ kind: 'download' })
      })

      test('lists its copies, and is given a second folder for them', async () => {
        expect(await client.call('copies.list', {})).toEqual([])
        const path = dirname(temporaryFile())
        expect(await client.call('copies.chooseSecond', { path })).toMatchObject({ folder: path, isReached: true, missing: 0, byDialog: false })
        expect(await client.call('copies.catchUp', { job: 'second' })).toMatchObject({ missing: 0, failure: null })
        expect(await opened.transport.request('copies.chooseSecond', { path: 'here' })).toMatchObject(refused('folder-missing'))
        expect(await client.call('copies.chooseSecond', { path: null })).toMatchObject({ folder: null })
        const backup = join(path, 'backup.alternat')
        expect(await client.call('copies.backup', { path: backup, job: 'backup' })).toMatchObject({ kind: 'saved', path: backup, keyFile: null })
        expect(await client.call('copies.pick', { path: backup })).toMatchObject({ name: 'backup.alternat', needs: null })
        expect(await client.call('copies.second', {})).toMatchObject({ folder: null, isReached: false })
      })
      test('is not opened anew while it can be written', async () => expect(await client.call('copies.reopen', {})).toEqual({ writable: true }))

      test('keeps settings, and tells the windows', async () => {
        const heard = nextEvent(client, 'settings.changed')
        expect(await client.call('settings.set', { author: 'И. Секст', theme: 'dark', docks: { outline: 240 } })).toMatchObject({ author: 'И. Секст', theme: 'dark' })
        await heard
        expect(await client.call('settings.get', {})).toMatchObject({ author: 'И. Секст', theme: 'dark', locale: 'system', docks: { outline: 240 } })
        await client.call('settings.set', { introSeen: true })
        expect(await client.call('app.info', {})).toMatchObject({ firstStart: false })
        expect(await client.call('settings.get', {})).toMatchObject({ author: 'И. Секст' })
      })
    })

    describe('the library', () => {
      test('starts with samples in two languages', async () => {
        const { declarations, facets, clauses } = await client.call('library.list', {})
        expect(declarations.length).toBeGreaterThanOrEqual(6)
        expect(declarations.every((entry) => entry.sample && entry.grade === 'official')).toBe(true)
        expect(facets.languages.map((entry) => entry.value).sort()).toEqual(['en', 'ru'])
        expect(clauses).toBe(declarations.reduce((sum, entry) => sum + entry.clauses, 0))
      })

      test('takes in a file: proposed, stored, opened, known the second time', async () => {
        const file = await stage(TEXT)
        const preview = await client.call('import.propose', { file, job: 'import-1' })
        expect(preview.duplicateOf).toBeNull()
        expect(preview.proposal.metadata).toMatchObject({ language: 'ru', date: '2024-10-12' })

        const heard = nextEvent(client, 'library.changed')
        const { id, clauses } = await client.call('import.store', { proposal: preview.proposal })
        expect(await heard).toEqual({ id })
        expect(clauses).toBe(3)

        const { declaration, sections, clauses: inOrder } = await client.call('declaration.open', { id })
        expect(declaration.id).toBe(id)
        expect(sections.map((section) => [section.number, section.heading, section.clauses])).toEqual([['I', 'Перевозки', 2], ['II', 'Безопасность', 1]])
        expect(inOrder[2]!.text).toContain('судоходства')

        expect((await client.call('import.propose', { file })).duplicateOf).toMatchObject({ id })
        await expect(client.call('import.store', { proposal: preview.proposal })).rejects.toEqual(refusal('already-imported', { name: 'zayavlenie.txt' }))
        expect(await client.call('file.drop', { file })).toBeNull()
        await expect(client.call('import.propose', { file })).rejects.toEqual(refusal('not-found'))
      })

      test('refuses files that are no text', async () => {
        const rows: [file: string, data: string, code: string][] = [
          ['empty.txt', '', 'file-empty'],
          ['noise.txt', Buffer.from(Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)).toString('base64'), 'file-binary'],
          ['letter.docx', base64('not a zip at all, only words'), 'file-not-docx'],
          ['scan.pdf', base64('%PDF-1.7\n'), 'file-truncated'],
        ]
        for (const [file, data, code] of rows) {
          const staged = await client.call('file.stage', { name: file, data })
          await expect(client.call('import.propose', { file: staged.file })).rejects.toEqual(refusal(code, { name: file }))
        }
      })

      test('finds clauses by word forms, and nothing by punctuation', async () => {
        const found = await client.call('clause.search', { query: 'судоходство', limit: 50, offset: 0 })
        const hit = found.hits.find((entry) => entry.text.includes('на реке Селене.'))!
        expect(hit.marks.map(([from, to]) => hit.text.slice(from, to))).toEqual(['судоходства'])
        expect((await client.call('clause.open', { id: hit.clauseId })).text).toBe(hit.text)
        for (const query of ['"', '«»', '…!?', '""""']) {
          expect(await client.call('clause.search', { query, limit: 50, offset: 0 })).toMatchObject({ total: 0, more: false, hits: [], asked: 'nothing' })
        }
      })

      test('finds the earlier wordings of a text; a newer question of the same asker ends the one before it', async () => {
        const { hits: [hit] } = await client.call('clause.search', { query: 'судоходство', limit: 1, offset: 0 })
        const ask = (text: string) => client.call('clause.precedents', { text, language: 'ru', limit: 3, asker: 'caret' })
        const [before, now] = await Promise.allSettled([ask(hit!.text), ask(hit!.text)])
        expect(before).toMatchObject({ status: 'rejected', reason: { code: 'cancelled' } })
        expect(now.status === 'fulfilled' && now.value[0]).toMatchObject({ share: 100, hit: { text: hit!.text } })
      })

      test('follows a clause through the declarations, and an officer corrects its family', async () => {
        expect(await followClause(client, refusal('conflict'))).toEqual(['joined', 'pinned', 'joined'])
      })

      test('changes what is known, takes a declaration out and brings it back', async () => {
        const id = (await client.call('library.list', {})).declarations.find((entry) => !entry.sample)!.id
        expect(await client.call('declaration.update', { id, metadata: { place: 'Ольмин' } })).toMatchObject({ id, place: 'Ольмин' })
        expect(await client.call('declaration.remove', { id })).toBeNull()
        await expect(client.call('declaration.open', { id })).rejects.toEqual(refusal('not-found'))
        expect(await client.call('declaration.restore', { id })).toBeNull()
        expect((await client.call('declaration.open', { id })).declaration.place).toBe('Ольмин')
      })
    })

    batchSuite(() => client, nextEvent)
    identitySuite(() => client, nextEvent)

    describe('curation', () => {
      test('notes something about many at once, finds and counts by it, and takes it back', async () => {
        const { id } = (await client.call('library.list', {})).declarations.find((entry) => !entry.sample)!
        const { clauseId } = (await client.call('clause.search', { query: 'судоходство', limit: 1, offset: 0 })).hits[0]!
        const heard = nextEvent(client, 'library.changed')
        const step = await client.call('curation.edit', { declarations: [id], clauses: [clauseId], change: { addTags: ['ключевое'], barred: 'спорно' }, status: 'unverified' })
        expect(await heard).toEqual({ id: null })
        expect(step).toMatchObject({ subjects: 2 })
        const { hits, facets, asked } = await client.call('clause.search', { query: 'судоходство', filter: { tags: ['Ключевое'], reuse: 'barred' }, facets: true, limit: 9, offset: 0 })
        expect(hits).toMatchObject([{ clauseId, barred: 'спорно', status: 'unverified' }])
        expect([facets!.barred, facets!.tags, asked]).toEqual([1, [{ value: 'ключевое', count: 1 }], 'whole'])
        expect(await client.call('curation.last', {})).toEqual(step)
        expect(await client.call('curation.undo', { step: step!.step })).toEqual({ subjects: 2 })
        await expect(client.call('curation.undo', { step: step!.step })).rejects.toEqual(refusal('not-found'))
        expect(await client.call('curation.edit', { declarations: [id], clauses: [], change: {} })).toBeNull()
      })

      test('keeps searches by name', async () => {
        const heard = nextEvent(client, 'searches.changed')
        const { id } = await client.call('search.save', { name: ' Вода ', query: 'река', filter: { languages: ['ru'] } })
        await heard
        expect(await client.call('search.rename', { id, name: 'Реки' })).toMatchObject({ id, name: 'Реки', query: 'река' })
        await client.call('search.save', { name: 'Другое', query: '', filter: {} })
        await expect(client.call('search.rename', { id, name: 'другое' })).rejects.toEqual(refusal('name-taken'))
        expect((await client.call('search.saved', {})).map(({ name }) => name)).toEqual(['Другое', 'Реки'])
        expect(await client.call('search.delete', { id })).toBeNull()
      })
    })

    describe('drafts', () => {
      let draft: Draft
      const changed = (): Statement => ({ ...draft.statement, blocks: [...draft.statement.blocks, { id: 'added', kind: 'paragraph', runs: [{ text: 'Стороны решили.' }] }] })

      test('start from each form', async () => {
        const forms = await client.call('form.list', {})
        expect(new Set(forms.map((form) => form.language))).toEqual(new Set(['ru', 'en']))
        for (const form of forms) {
          const started = await client.call('draft.start', { ...START, from: { kind: 'form', form: form.id } })
          expect(started).toMatchObject({ form: form.form, language: form.language, rev: 1 })
          await client.call('draft.remove', { id: started.id })
        }
      })

      test('start from a declaration, and say so to the windows', async () => {
        const heard = nextEvent(client, 'draft.changed')
        const base = (await client.call('library.list', {})).declarations.find((entry) => !entry.sample)!
        draft = await client.call('draft.start', { ...START, from: { kind: 'declaration', id: base.id }, title: 'Проект' })
        expect(await heard).toEqual({ id: draft.id, rev: 1 })
        expect(draft).toMatchObject({ title: 'Проект', base: base.id })
        expect(draft.statement.blocks.every((block) => block.source?.declarationId === base.id)).toBe(true)
        expect(await client.call('draft.open', { id: draft.id })).toEqual(draft)
      })

      test('are saved, and a save on an older text is a conflict that keeps both', async () => {
        expect(await client.call('draft.save', { id: draft.id, baseRev: 1, statement: changed() })).toMatchObject({ rev: 2 })
        await expect(client.call('draft.save', { id: draft.id, baseRev: 1, statement: draft.statement })).rejects.toEqual(refusal('conflict', { rev: 2 }))
        expect((await client.call('draft.open', { id: draft.id })).statement).toEqual(changed())
        const patch: StatementPatch = { blocks: [{ at: changed().blocks.length - 1, out: ['added'], put: [] }], comments: [] }
        await expect(client.call('draft.save', { id: draft.id, baseRev: 1, patch })).rejects.toEqual(refusal('conflict', { rev: 2 }))
        expect(await client.call('draft.save', { id: draft.id, baseRev: 2, patch })).toMatchObject({ rev: 3 })
        expect((await client.call('draft.open', { id: draft.id })).statement).toEqual(draft.statement)
        await expect(client.call('draft.save', { id: draft.id, baseRev: 3, patch })).rejects.toEqual(refusal('invalid'))
        expect(await client.call('draft.save', { id: draft.id, baseRev: 3, statement: changed() })).toMatchObject({ rev: 4 })
        const caret = { anchor: { block: 'added', offset: 2 }, focus: { block: 'added', offset: 2 } }
        const step = { blocks: [{ at: changed().blocks.length - 1, out: [], put: [changed().blocks.at(-1)!] }], comments: [], before: null, after: caret }
        const trail = { from: 0, steps: [step], done: 1, caret }
        expect(await client.call('draft.save', { id: draft.id, baseRev: 4, statement: changed(), trail })).toMatchObject({ rev: 5 })
        expect(await client.call('draft.place', { id: draft.id, place: { caret, top: { block: 'added', over: -3 } } })).toBeNull()
        expect(await client.call('draft.resume', { id: draft.id })).toEqual({
          place: { caret, top: { block: 'added', over: -3 } }, trail: { from: 0, steps: [step], done: 1 },
        })
        const copy = await client.call('draft.copy', { id: draft.id, title: 'Моя редакция', statement: draft.statement })
        expect((await client.call('draft.open', { id: copy.id })).statement).toEqual(draft.statement)
      })

      test('are described, listed, removed and brought back', async () => {
        expect(await client.call('draft.describe', { id: draft.id, details: { title: 'Проект № 2' } })).toMatchObject({ title: 'Проект № 2', rev: 5 })
        expect((await client.call('draft.list', {})).map((entry) => entry.title).sort()).toEqual(['Моя редакция', 'Проект № 2'])
        expect(await client.call('draft.remove', { id: draft.id })).toBeNull()
        expect((await client.call('draft.list', {})).map((entry) => entry.title)).toEqual(['Моя редакция'])
        expect(await client.call('draft.restore', { id: draft.id })).toBeNull()
      })

      test('are checked against the texts they come from, and a finding that was let be may be doubted again', async () => {
        const ground = await client.call('check.ground', { sources: [draft.base!, NONE.declaration] })
        expect(ground).toMatchObject({ readable: true, sources: { [draft.base!]: { date: '2024-10-12', terms: ['Стороны'] } } })
        expect(ground.successors.length).toBeGreaterThan(0)
        const dismissal = { block: draft.statement.blocks[0]!.id, kind: 'year' as const, found: '2022 году', near: 'в…' }
        expect(await client.call('check.dismiss', { draft: draft.id, dismissal })).toBeNull()
        expect(await client.call('check.dismissed', { draft: draft.id })).toEqual([dismissal])
        expect(await client.call('check.recall', { draft: draft.id, dismissal })).toBeNull()
        expect(await client.call('check.dismissed', { draft: draft.id })).toEqual([])
      })

      test('that were removed are listed, and deleted for good with their versions', async () => {
        const copy = await client.call('draft.copy', { id: draft.id, title: 'Лишний' })
        await client.call('draft.remove', { id: copy.id })
        const texts = [{ kind: 'draft' as const, id: copy.id }]
        expect((await client.call('removed.list', {}))[0]).toMatchObject({ kind: 'draft', id: copy.id, title: 'Лишний' })
        expect(await client.call('removed.copies', { texts })).toEqual({ copies: [], unreached: null })
        expect(await client.call('removed.delete', { texts, copies: true })).toEqual({ texts: 1, copies: 0 })
        await expect(client.call('draft.restore', { id: copy.id })).rejects.toEqual(refusal('not-found'))
      })

      test('have versions that are opened and restored', async () => {
        const version = await client.call('version.create', { draft: draft.id, name: 'К первому кругу' })
        expect(await client.call('version.list', { draft: draft.id })).toEqual([version])
        await client.call('draft.save', { id: draft.id, baseRev: 5, statement: draft.statement })
        expect((await client.call('version.open', { id: version.id })).statement).toEqual(changed())
        await expect(client.call('version.restore', { id: version.id, baseRev: 5, keptAs: 'До' })).rejects.toEqual(refusal('conflict', { rev: 6 }))
        expect(await client.call('version.restore', { id: version.id, baseRev: 6, keptAs: 'До' })).toMatchObject({ rev: 7, statement: changed() })
        expect((await client.call('version.list', { draft: draft.id })).map((entry) => entry.name)).toEqual(['До', 'К первому кругу'])
      })
    })

    describe('carrying', () => {
      test('the library goes out as one file, which is looked at and brings nothing that is here', async () => {
        const { id, counts } = await client.call('carry.build', { job: 'carry-1' })
        expect(counts.drafts).toBeGreaterThan(0)
        const saved = await client.call('carry.save', { id })
        if (saved.kind !== 'download') throw new Error('these hosts have no dialog')
        const bytes = Buffer.from(saved.data, 'base64')
        const { file } = await client.call('file.stage', { name: saved.fileName, data: bytes.subarray(0, 500).toString('base64') })
        expect(await client.call('file.append', { file, data: bytes.subarray(500).toString('base64') })).toBeNull()
        expect(await client.call('carry.look', { file })).toMatchObject({ counts, drafts: { new: 0, same: counts.drafts } })
        const brought = await client.call('carry.merge', { file, suffix: ' (2)', keptAs: 'До', job: 'carry-2' })
        expect(brought.summary).toMatchObject({ declarations: { new: 0 }, drafts: { new: 0, both: 0 }, versions: { new: 0 } })
      })
    })

    describe('comparing and exporting', () => {
      let built: BuiltExport

      test('two files', async () => {
        const [old, now] = [await stage(TEXT), await stage(CHANGED, 'novoe.txt')]
        const { counts, rows } = await client.call('compare.run', { old: { kind: 'file', file: old }, new: { kind: 'file', file: now }, job: 'compare-1' })
        expect(counts).toMatchObject({ edited: 1, inserted: 0, deleted: 0, moved: 0 })
        const edited = rows.find((row) => row.kind === 'edited')!
        expect(edited.ops.filter((op) => op.op === 'insert').map((op) => op.text.trim())).toEqual(['устойчивый'])
      })

      test('a draft with its earlier text', async () => {
        const draft = (await client.call('draft.list', {})).find((entry) => entry.base !== null)!
        const compared = await client.call('compare.run', { old: { kind: 'declaration', id: draft.base! }, new: { kind: 'draft', id: draft.id } })
        // The draft was given a title of its own; of the base's words nothing else was changed.
        const differing = compared.rows.filter(({ kind }) => kind !== 'same')
        expect(new Set(differing.flatMap(({ old }) => old.map((index) => compared.old.paragraphs[index]!.kind)))).toEqual(new Set(['title']))
      })

      test('one paragraph through a chain of texts', async () => {
        const [old, now] = [await stage(TEXT), await stage(CHANGED, 'novoe.txt')]
        const texts = [old, now].map((file) => ({ kind: 'file' as const, file }))
        const { old: { paragraphs } } = await client.call('compare.run', { old: texts[0]!, new: texts[1]! })
        const paragraph = paragraphs.findIndex(({ text }) => text.includes('рост грузовых'))
        const found = await client.call('compare.wordings', { texts, start: 0, paragraph, job: 'wordings-1' })
        expect(found.map(({ rows }) => rows.map(({ kind }) => kind))).toEqual([[], ['edited']])
        expect(found[1]!.paragraphs[0]!.text).toContain('устойчивый рост перевозок')
        await expect(client.call('compare.wordings', { texts, start: 0, paragraph: 9999 })).rejects.toEqual(refusal('not-found'))
      })

      test('several versions of one base', async () => {
        const [base, kept, now] = [await stage(TEXT), await stage(TEXT, 'kopia.txt'), await stage(CHANGED, 'novoe.txt')]
        const { cells, versions } = await client.call('compare.several', {
          base: { kind: 'file', file: base }, versions: [{ kind: 'file', file: kept }, { kind: 'file', file: now }], job: 'several-1',
        })
        expect(versions.map(({ name }) => name)).toEqual(['kopia.txt', 'novoe.txt'])
        const changed = cells.filter((ofAll) => ofAll.some(({ fate }) => fate !== 'kept'))
        expect(changed.map((ofAll) => ofAll.map(({ fate }) => fate))).toEqual([['kept', 'edited']])
      })

      test('a report on two files', async () => {
        const [old, now] = [await stage(TEXT), await stage(CHANGED, 'novoe.txt')]
        const { fates, old: earlier, clauses } = await client.call('report.run', {
          old: { kind: 'file', file: old }, new: { kind: 'file', file: now }, job: 'report-1',
        })
        expect(Object.values(fates).reduce((sum, count) => sum + count)).toBe(earlier.clauses)
        expect(clauses).toHaveLength(earlier.clauses)
        expect(fates.edited).toBe(1)
      })

      test('builds a DOCX and a PDF, shows a page and saves', async () => {
        const draft = (await client.call('draft.list', {}))[0]!
        const options = { mode: 'final' as const, openChanges: 'refuse' as const, lineNumbers: false, attribution: 'author' as const }
        built = await client.call('export.build', { source: { text: { kind: 'draft', id: draft.id } }, options: { ...options, format: 'docx' } })
        expect(built.fileName).toMatch(/\.docx$/)
        expect(built.bytes).toBeGreaterThan(1000)
        built = await client.call('export.build', { source: { text: { kind: 'draft', id: draft.id } }, options: { ...options, format: 'pdf' }, job: 'export-1' })
        expect(built.pages).toBeGreaterThanOrEqual(1)
        expect((await client.call('export.page', { id: built.id, page: 1 })).svg).toMatch(/^<svg/)
        const saved = await client.call('export.save', { id: built.id })
        expect(['saved', 'download', 'cancelled']).toContain(saved.kind)
      }, 60_000)

      test('a list as CSV', async () => {
        const saved = await client.call('table.save', { name: 'Не прочитано', language: 'ru', rows: [['Файл', 'Вид'], ['a.pdf', 'пуст']] })
        if (saved.kind !== 'download') throw new Error('these hosts have no dialog')
        expect(saved.fileName).toBe('Не прочитано.csv')
        expect(Buffer.from(saved.data, 'base64').toString()).toBe('\u{feff}Файл;Вид\r\na.pdf;пуст\r\n')
      })

      test('a redline that was saved is recognised when it comes back, and taken in', async () => {
        const { id, rev } = (await client.call('draft.list', {}))[0]!
        const options = { format: 'docx', mode: 'redline', openChanges: 'refuse', lineNumbers: false, attribution: 'author', traceable: true } as const
        const { id: file } = await client.call('export.build', { source: { text: { kind: 'draft', id } }, options })
        const saved = await client.call('export.save', { id: file })
        const data = saved.kind === 'download' ? saved.data : ''
        const returned = await client.call('file.stage', { name: 'returned.docx', data })
        const read = await client.call('return.read', { file: returned.file, draft: id, job: 'return-1' })
        expect(read).toMatchObject({ draft: id, hands: [] })
        const taking = { file: returned.file, draft: id, version: read.version, hands: {}, takeTheirs: [] }
        expect(await client.call('return.preview', taking)).toEqual({ changes: 0, comments: 0, conflicts: [] })
        await expect(client.call('return.take', { ...taking, baseRev: rev - 1, keptAs: 'До' })).rejects.toEqual(refusal('conflict', { rev }))
        const { statement } = await client.call('draft.open', { id })
        expect((await client.call('return.take', { ...taking, baseRev: rev, keptAs: 'До возврата' })).statement).toEqual(statement)
      }, 60_000)

      test('a cancelled job fails as cancelled, and its name is free again', async () => {
        const file = await stage(TEXT.repeat(2000), 'long.txt')
        const underWay = nextEvent(client, 'job.progress')
        const outcome = client.call('import.propose', { file, job: 'long' }).then(() => 'done', (error: AppError) => error.code)
        expect(await underWay).toMatchObject({ job: 'long' })
        expect(await client.call('job.cancel', { job: 'long' })).toBeNull()
        expect(await outcome).toBe('cancelled')
        await client.call('import.propose', { file: await stage(TEXT), job: 'long' })
        await client.call('job.cancel', { job: 'nothing-of-this-name' })
      }, 60_000)
    })

    refusals(() => opened, () => client)

    describe('protection', () => {
      const [first, second] = ['a passphrase to begin with', 'another passphrase']

      test('encrypts the library, locks it, unlocks it and decrypts it', async () => {
        const { proposal } = await client.call('import.propose', { file: await stage(TEXT) })
        const told = nextEvent(client, 'protection.changed')
        expect(await client.call('protection.encrypt', { passphrase: first, copies: 'convert', keychain: false, job: 'on' })).toEqual({ left: 0 })
        expect(await told).toEqual({})
        await client.call('protection.active', {})
        await client.call('protection.keychain', { on: false })
        await client.call('protection.copies', { copies: 'delete', job: 'copies' })
        await client.call('protection.change', { passphrase: first, next: second })
        const saved = await client.call('protection.recovery', { passphrase: second })
        if (saved.kind !== 'download') throw new Error('no dialog here')
        await client.call('protection.lock', {})
        expect(await client.call('protection.state', {})).toMatchObject({ isEncrypted: true, isLocked: true })
        await expectLocked(opened.transport, { proposal })
        expect(await opened.transport.request('protection.unlock', { passphrase: first })).toMatchObject(refused('passphrase-wrong'))
        await client.call('protection.unlock', { passphrase: second })
        await client.call('protection.lock', {})
        await client.call('protection.recover', { recovery: Buffer.from(saved.data, 'base64').toString(), passphrase: first })
        expect(await client.call('protection.decrypt', { passphrase: first, copies: 'convert', job: 'off' })).toEqual({ left: 0 })
        expect(await client.call('protection.state', {})).toMatchObject({ isEncrypted: false, isLocked: false, canChange: true })
        expect((await client.call('library.list', {})).declarations.length).toBeGreaterThan(0)
      })
    })

    test('every operation was called with success', () =>
      expect([...called].sort()).toEqual(Object.keys(contract).filter((operation) => !ELSEWHERE.has(operation)).sort()))
  })
}
