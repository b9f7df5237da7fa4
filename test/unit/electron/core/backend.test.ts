// The backend as a whole: samples once, refusals that let go of the file, windows that read along.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createBackend, type Backend } from '../../../../electron/core/backend.ts'
import { machinePorts } from '../../../../electron/core/ports.ts'
import { connect } from '../../../../shared/contract/index.ts'
import { statementSchema } from '../../../../shared/model/statement.ts'
import { templates, workerScript } from '../../../support/services.ts'
import { temporaryFile } from '../../../support/temporary.ts'

const open = (library: string, folder = templates): Backend =>
  createBackend({ library, host: 'memory', templates: folder, worker: workerScript, ports: machinePorts, locale: 'ru' })

describe('samples', () => {
  test('are put in once: those an officer took out stay out', async () => {
    const path = temporaryFile()
    const first = open(path)
    const { declarations } = await connect(first).call('library.list', {})
    for (const { id } of declarations) await connect(first).call('declaration.remove', { id })
    await first.close()
    const second = open(path)
    expect((await connect(second).call('library.list', {})).declarations).toEqual([])
    await second.close()
  })

  test('are put in between two requests, where nobody asks yet', async () => {
    const path = temporaryFile()
    const first = open(path)
    first.prepare()
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate)
    await first.close()
    const elsewhere = open(path, dirname(path))
    expect((await connect(elsewhere).call('library.list', {})).declarations.length).toBeGreaterThanOrEqual(6)
    await elsewhere.close()
  })

  test('are put in the next time where the first start was cut short', async () => {
    const path = temporaryFile()
    const first = open(path)
    first.prepare()
    await first.close()
    const second = open(path)
    expect((await connect(second).call('library.list', {})).declarations.length).toBeGreaterThanOrEqual(6)
    await second.close()
  })

  test('that cannot be read keep nobody from the library', async () => {
    const path = temporaryFile()
    const folder = join(dirname(path), 'templates')
    mkdirSync(join(folder, 'samples'), { recursive: true })
    writeFileSync(join(folder, 'samples', 'bad.txt'), Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256))
    writeFileSync(join(folder, 'samples', 'good.txt'), 'Совместное заявление\n\nСтороны заявляют о следующем.\n\n1. Стороны решили продолжить.\n2. Стороны отметили рост.\n')
    const backend = open(path, folder)
    expect((await connect(backend).call('library.list', {})).declarations).toMatchObject([{ sample: true, grade: 'official', source: 'good.txt' }])
    await backend.close()
  })
})

describe('a refused library', () => {
  test('is told by its code, and nothing keeps hold of it', async () => {
    const path = temporaryFile()
    writeFileSync(path, 'a letter, no library')
    for (let again = 0; again < 2; again++) expect(() => open(path)).toThrow(expect.objectContaining({ code: 'library-foreign' }))
    const other = open(`${path}-other`)
    expect(await connect(other).call('app.info', {})).toMatchObject({ writable: true })
    await other.close()
  })
})

test('a second window on a library in use reads what the first saves, and is told that it is in use', async () => {
  const path = temporaryFile()
  const [first, second] = [open(path), open(path)]
  const client = connect(first)
  const draft = await client.call('draft.start', { from: { kind: 'form', form: 'communique-en' }, parties: [], date: null, place: null })
  const other = connect(second)
  expect(await other.call('app.info', {})).toMatchObject({ writable: false, refusal: 'library-locked' })
  expect(await other.call('draft.open', { id: draft.id })).toEqual(draft)
  expect((await other.call('clause.search', { query: 'реки', limit: 5, offset: 0 })).total).toBeGreaterThan(0)
  for (const act of [
    other.call('draft.save', { id: draft.id, baseRev: 1, statement: draft.statement }),
    other.call('settings.set', { theme: 'dark' }),
    other.call('draft.remove', { id: draft.id }),
  ]) await expect(act).rejects.toMatchObject({ code: 'library-locked' })
  await Promise.all([first.close(), second.close()])
})

test('what a draft starts with can be saved as it is, from every form and every sample', async () => {
  const backend = open(':memory:')
  const { call } = connect(backend)
  const parties = [{ state: 'Вестрия', code: 'VT', person: 'Ивар Секст', title: 'Министр транспорта' }]
  const sources = [
    ...(await call('form.list', {})).map(({ id }) => ({ kind: 'form' as const, form: id })),
    ...(await call('library.list', {})).declarations.map(({ id }) => ({ kind: 'declaration' as const, id })),
  ]
  expect(sources.length).toBeGreaterThanOrEqual(12)
  for (const from of sources) {
    const draft = await call('draft.start', { from, parties, date: '2026-03-08', place: 'Тервен' })
    expect(statementSchema.parse(draft.statement)).toEqual(draft.statement)
    expect(await call('draft.save', { id: draft.id, baseRev: 1, statement: draft.statement })).toMatchObject({ rev: 2 })
    expect(new Set(draft.statement.blocks.map((block) => block.id)).size).toBe(draft.statement.blocks.length)
  }
  await backend.close()
})
