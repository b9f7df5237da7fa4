// No word of the library, no name and no place of this machine is in the diagnostic bundle, whatever stands in its tables and its log.
import Database from 'better-sqlite3'
import { writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { homedir } from 'node:os'
import { expect, onTestFinished, test } from 'vitest'
import { createBackend } from '../../../../../electron/core/backend.ts'
import { diagnose } from '../../../../../electron/core/diagnosing/gather.ts'
import { lineLog, describeError } from '../../../../../electron/core/log.ts'
import { createLastingBackend } from '../../../../../electron/core/lasting.ts'
import { machinePorts } from '../../../../../electron/core/ports.ts'
import { convertTask } from '../../../../../electron/core/protection/converting.ts'
import { newKeyFile } from '../../../../../electron/core/protection/keyring.ts'
import { connect } from '../../../../../shared/contract/index.ts'
import { directory, unpack } from '../../../../../electron/core/formats/docx/zip.ts'
import { templates, workerScript } from '../../../../support/services.ts'
import { temporaryFile } from '../../../../support/temporary.ts'

const KEY = { id: '0123456789abcdef', secret: Buffer.alloc(32, 0x5e) }
const MARKER = 'Zaplanirovano-Тайна'

/** A closed library with the samples, and the marker in every text of every table that takes one. */
async function planted(isPlanted = true): Promise<{ library: string; columns: number }> {
  const library = temporaryFile()
  const options = { library, host: 'memory' as const, templates, worker: workerScript, ports: machinePorts, locale: 'en' }
  const first = createBackend(options)
  const { call } = connect(first)
  const draft = await call('draft.start', { from: { kind: 'form', form: 'communique-ru' }, title: 'Draft', parties: [{ state: 'Вестрия', code: 'VT' }], date: '2026-03-08', place: 'Тервен' })
  await call('version.create', { draft: draft.id, name: 'First' })
  await call('settings.set', { author: `И. ${MARKER}`, delegation: 'ZQX', backupFolder: `/${MARKER}`, hands: { [MARKER]: 'ZQX' } })
  const { id } = await call('batch.start', { name: 'folder', announced: 1, direct: false })
  await call('batch.add', { batch: id, files: [{ path: 'a.txt', data: Buffer.from('text').toString('base64') }] })
  await first.close()
  if (!isPlanted) return { library, columns: 0 }
  const sqlite = new Database(library)
  let columns = 0
  const tables = sqlite.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'").pluck().all() as string[]
  for (const table of tables.filter((name) => name !== 'setting')) {
    for (const column of sqlite.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]) {
      try {
        columns += sqlite.prepare(`UPDATE "${table}" SET "${column}" = "${column}" || ' ${MARKER}' WHERE typeof("${column}") = 'text'`).run().changes > 0 ? 1 : 0
      } catch {
        // A key, or a value that the table checks.
      }
    }
  }
  // A table that somebody made with another program.
  sqlite.exec(`CREATE TABLE "${MARKER}" (a)`)
  sqlite.close()
  return { library, columns }
}

test('texts, titles, names and places are in none of its files', async () => {
  const { library, columns } = await planted()
  expect(columns).toBeGreaterThan(10)
  const lines: string[] = []
  const log = lineLog((line) => void lines.push(line))
  log.error('job.failed', describeError(new Error(`${MARKER} at ${library}\n    at ${MARKER} (${homedir()}/${MARKER})`)))
  log.error('snapshot.failed', { place: library, home: `${homedir()}/x` })
  const backend = createBackend({ library, host: 'memory', templates, worker: workerScript, ports: { ...machinePorts, readLog: () => lines.join('\n') }, locale: 'ru-RU', log })
  onTestFinished(() => backend.close())
  const { call } = connect(backend)
  const { id, entries } = await call('diagnosis.build', {})
  const saved = await call('diagnosis.save', { id })
  if (saved.kind !== 'download') throw new Error('no dialog here')
  const bytes = Buffer.from(saved.data, 'base64')
  const files = directory(bytes).map((entry) => [entry.name, unpack(bytes, entry).toString()] as const)
  // What is written is what was shown.
  expect(files).toEqual(entries.map(({ name, text }) => [name, text]))
  const all = files.map(([, text]) => text).join('\n')
  for (const secret of [MARKER, 'Тайна', 'ZQX', 'Вестрия', 'Тервен', library, dirname(library), ...(homedir().length > 1 ? [`${homedir()}/`] : [])]) {
    expect({ secret, found: all.includes(secret) }).toEqual({ secret, found: false })
  }
})

test('it tells what an engineer asks for', async () => {
  const { library } = await planted(false)
  const backend = createBackend({ library, host: 'memory', templates, worker: workerScript, ports: machinePorts, locale: 'en' })
  onTestFinished(() => backend.close())
  const { entries } = await connect(backend).call('diagnosis.build', {})
  const told = Object.fromEntries(entries.filter(({ name }) => name.endsWith('.json')).map(({ name, text }) => [name, JSON.parse(text) as unknown]))
  expect(told).toMatchObject({
    'about.json': { node: process.versions.node, host: 'memory' },
    'library.json': { isWhole: true, isEncrypted: false, refusal: null, tables: { draft: 1, version: 1 } },
    'settings.json': { hasAuthor: true, hasDelegation: true, hands: 1 },
    'work.json': { batches: { waiting: 1, stored: 0 } },
  })
})

test('of a library that does not open it tells what can be told from outside', () => {
  const library = temporaryFile()
  new Database(library).exec('CREATE TABLE a (b)').close()
  const entries = diagnose({ library, db: null, refusal: 'library-damaged', isWhole: null, settings: null, host: 'command-line', locale: 'en', now: new Date(), log: '' })
  expect(JSON.parse(entries.find(({ name }) => name === 'library.json')!.text)).toMatchObject({ refusal: 'library-damaged', isWhole: null, tables: null, schema: null })
})

test.each<[string, (library: string) => Promise<void> | void, string, object]>([
  ['locked', async (library) => {
    await convertTask({ library, key: KEY, copies: 'convert', to: 'encrypted', keyFile: await newKeyFile(KEY, 'four rivers behind a hill') }, () => {})
  }, 'passphrase-needed', { isEncrypted: true, hasKeyFile: true, tables: null }],
  ['unreadable', (library) => writeFileSync(library, ''), 'library-damaged', { isEncrypted: false, size: 0, tables: null }],
])('the screen of a library that is %s offers it too', async (_what, spoil, refusal, told) => {
  const { library } = await planted(false)
  await spoil(library)
  const backend = createLastingBackend({ library, host: 'memory', templates, worker: workerScript, ports: machinePorts, locale: 'en' })
  onTestFinished(() => backend.close())
  const { call } = connect(backend)
  await expect(call('draft.list', {})).rejects.toMatchObject({ code: refusal })
  const { id, entries } = await call('diagnosis.build', {})
  expect(JSON.parse(entries.find(({ name }) => name === 'library.json')!.text)).toMatchObject({ isWhole: null, refusal, ...told })
  expect(await call('diagnosis.save', { id })).toMatchObject({ kind: 'download' })
})
