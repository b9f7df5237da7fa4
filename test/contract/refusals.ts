// What every transport refuses, and as what: hostile input to each operation, operations that are none, ids of nothing, values
// that break a rule.
import { describe, expect, test } from 'vitest'
import { contract, type Client, type OperationName, type Transport } from '../../shared/contract/index.ts'
import type { ClauseId, DeclarationId, DraftId, ExportId, FileHandle, VersionId } from '../../shared/model/ids.ts'
import { NO_BATCH, WRONG_BATCHES } from './batches.ts'
import { NOTHING_KNOWN, WRONG_IDENTITIES } from './identity.ts'
import type { Statement } from '../../shared/model/statement.ts'
import { seeded } from '../support/disk/powerCut.ts'
import { schemaOf, valueOf } from '../support/fuzz/inputs.ts'

export const refused = (code: string) => ({ ok: false, error: { code } })
export const NONE = { declaration: 'none' as DeclarationId, clause: 'none' as ClauseId, draft: 'none' as DraftId, version: 'none' as VersionId, file: 'none' as FileHandle, export: 'none' as ExportId }
const DISMISSAL = { block: 'b', kind: 'year' as const, found: '2022', near: '' }

export const START = {
  from: { kind: 'form' as const, form: 'joint-statement-ru' },
  parties: [{ state: 'Вестрия', code: 'VT' }, { state: 'Алвания', code: 'AV' }],
  date: '2026-03-08', place: 'Тервен',
}

/**
 * What a locked library answers: how it stands, the ways to unlock it, and a diagnosis from outside. Work that encrypts it may be
 * called off.
 */
const WHILE_LOCKED = new Set([
  'protection.state', 'protection.unlock', 'protection.recover', 'protection.lock', 'protection.active', 'job.cancel', 'diagnosis.build', 'diagnosis.save',
])

/** Every other operation is refused, each given an input that its parser takes; `approved` is one of those that store a text. */
export async function expectLocked({ request }: Transport, approved: Record<string, unknown>): Promise<void> {
  const storing: Record<string, unknown> = { 'import.store': approved, 'batch.store': { ...approved, batch: 'none', file: 1 } }
  for (const name of Object.keys(contract).filter((each) => !WHILE_LOCKED.has(each))) {
    const input = storing[name] ?? inputFor(name as OperationName)
    expect({ name, reply: await request(name, input) }).toMatchObject({ name, reply: refused('passphrase-needed') })
  }
}

function inputFor(name: OperationName): unknown {
  const [random, schema] = [seeded(1), schemaOf(contract[name].schema)]
  for (let tries = 0; tries < 1000; tries++) {
    const input = valueOf(schema, ['none'], random)
    if (contract[name].schema.safeParse(input).success) return input
  }
  throw new Error(`no input for ${name}`)
}

/** Tells nothing of what works: for that see `suite.ts`. */
export function refusals(opened: () => { transport: Transport }, client: () => Client): void {
  describe('refuses', () => {
    const hostile: unknown[] = [null, undefined, [], 'text', 7, true, { id: 7 }, { id: '../../etc/passwd' }, { id: 'a', __more__: 1 }, { constructor: 1 }, { id: ['a'] },
      JSON.parse('{"__proto__": {"polluted": true}, "more": 1}')]
    for (const operation of Object.keys(contract)) {
      test(`hostile input to ${operation}`, async () => {
        for (const input of hostile) {
          const reply = await opened().transport.request(operation, input)
          expect({ input, reply }).toMatchObject({ input, reply: refused('invalid') })
        }
        expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
      })
    }

    test('operations that are none', async () => {
      for (const operation of ['', 'draft', 'draft.open ', 'DRAFT.OPEN', 'toString', '__proto__', 'constructor', 'a'.repeat(10_000)]) {
        expect({ operation, reply: await opened().transport.request(operation, {}) }).toMatchObject({ operation, reply: refused('invalid') })
      }
    })

    test('ids of nothing, each as not found', async () => {
      const statement: Statement = { format: 1, language: 'ru', numbering: { sections: 'none', clauses: 'none', items: 'none' }, blocks: [] }
      const text = { kind: 'draft' as const, id: NONE.draft }
      const rows: Record<string, unknown> = {
        'declaration.open': { id: NONE.declaration },
        'declaration.update': { id: NONE.declaration, metadata: {} },
        'declaration.remove': { id: NONE.declaration },
        'declaration.restore': { id: NONE.declaration },
        'import.propose': { file: NONE.file },
        'clause.open': { id: NONE.clause },
        'lineage.open': { clause: NONE.clause },
        'lineage.join': { one: NONE.clause, other: NONE.clause },
        'lineage.takeOut': { clause: NONE.clause },
        'lineage.pin': { clauses: [NONE.clause], pinned: true },
        ...NO_BATCH,
        ...NOTHING_KNOWN,
        'draft.start': { ...START, from: { kind: 'declaration', id: NONE.declaration } },
        'draft.open': { id: NONE.draft },
        'draft.save': { id: NONE.draft, baseRev: 1, statement },
        'draft.resume': { id: NONE.draft },
        'draft.place': { id: NONE.draft, place: { caret: null, top: null } },
        'draft.describe': { id: NONE.draft, details: {} },
        'draft.copy': { id: NONE.draft, title: 'a' },
        'draft.remove': { id: NONE.draft },
        'draft.restore': { id: NONE.draft },
        'removed.delete': { texts: [{ kind: 'draft', id: NONE.draft }], copies: false },
        'version.list': { draft: NONE.draft },
        'check.dismissed': { draft: NONE.draft },
        'file.append': { file: NONE.file, data: '' },
        'carry.save': { id: NONE.export },
        'carry.look': { file: NONE.file },
        'carry.merge': { file: NONE.file, suffix: 'a', keptAs: 'a' },
        'check.dismiss': { draft: NONE.draft, dismissal: DISMISSAL },
        'check.recall': { draft: NONE.draft, dismissal: DISMISSAL },
        'version.create': { draft: NONE.draft, name: 'a' },
        'version.open': { id: NONE.version },
        'version.restore': { id: NONE.version, baseRev: 1, keptAs: 'a' },
        'compare.run': { old: text, new: { kind: 'version', id: NONE.version } },
        'compare.several': { base: text, versions: [text] },
        'compare.wordings': { texts: [text, text], start: 0, paragraph: 0 },
        'report.run': { old: text, new: text },
        'export.build': { source: { text }, options: { format: 'docx', mode: 'final' } },
        'return.read': { file: NONE.file, draft: NONE.draft },
        'return.preview': { file: NONE.file, draft: NONE.draft, version: null, hands: {}, takeTheirs: [] },
        'return.take': { file: NONE.file, draft: NONE.draft, version: null, hands: {}, takeTheirs: [], baseRev: 1, keptAs: 'a' },
        'copies.look': { name: 'none' },
        'copies.restore': { name: 'none' },
        'copies.open': { id: 'none' },
        'export.page': { id: NONE.export, page: 1 },
        'export.save': { id: NONE.export },
        'diagnosis.save': { id: NONE.export },
      }
      for (const [operation, input] of Object.entries(rows)) {
        expect({ operation, reply: await opened().transport.request(operation, input) }).toMatchObject({ operation, reply: refused('not-found') })
      }
    })

    test('values that break a rule of the contract', async () => {
      const rows: [operation: OperationName, input: unknown][] = [
        ['settings.set', { theme: 'pink' }],
        ['settings.set', { docks: { a: -1 } }],
        ['file.stage', { name: 'a.txt', data: 'not base64!' }],
        ['file.stage', { name: '', data: '' }],
        ['clause.search', { query: 'a', limit: 0 }],
        ['clause.search', { query: 'a', limit: 501 }],
        ['clause.search', { query: 'a'.repeat(10_001) }],
        ['lineage.pin', { clauses: [], pinned: true }],
        ['lineage.undo', { act: 0 }],
        ['draft.start', { ...START, date: '8 марта' }],
        ['draft.start', { ...START, date: '2026-02-30' }],
        ['draft.save', { id: 'a', baseRev: 1.5, statement: {} }],
        ['draft.save', { id: 'a', baseRev: 1 }],
        ['draft.save', { id: 'a', baseRev: 1, patch: { blocks: [{ at: -1, out: [], put: [] }], comments: [] } }],
        ['draft.save', { id: 'a', baseRev: 1, patch: { blocks: [], comments: [] }, statement: {} }],
        ['draft.save', { id: 'a', baseRev: 1, statement: { format: 2, language: 'ru', numbering: {}, blocks: [] } }],
        ['draft.place', { id: 'a', place: { caret: { anchor: { block: '', offset: -1 } }, top: null } }],
        ['version.create', { draft: 'a', name: '' }],
        ['check.dismiss', { draft: 'a', dismissal: { ...DISMISSAL, kind: 'colour' } }],
        ['compare.run', { old: { kind: 'path', path: '/etc/passwd' }, new: { kind: 'draft', id: 'a' } }],
        ['compare.several', { base: { kind: 'draft', id: 'a' }, versions: [] }],
        ['compare.wordings', { texts: [{ kind: 'draft', id: 'a' }], start: 0, paragraph: 0 }],
        ['compare.several', { base: { kind: 'draft', id: 'a' }, versions: Array.from({ length: 7 }, () => ({ kind: 'draft', id: 'a' })) }],
        ['report.run', { old: { kind: 'draft', id: 'a' } }],
        ['export.page', { id: 'a', page: 0 }],
        ['table.save', { name: 'a', language: 'ru', rows: [] }],
        ...WRONG_BATCHES,
        ...WRONG_IDENTITIES,
        ['job.cancel', { job: 'a b' }],
      ]
      for (const [operation, input] of rows) {
        expect({ operation, reply: await opened().transport.request(operation, input) }).toMatchObject({ operation, reply: refused('invalid') })
      }
    })

    test('and goes on working', async () => expect(await client().call('app.info', {})).toMatchObject({ writable: true }))
  })
}
