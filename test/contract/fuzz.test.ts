// Every operation of the contract, given a thousand inputs made from its own schema and broken: each is answered in time, with an
// envelope and a code that the screen knows, and nothing is written but in the library's folder and in those that an input names.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Backend } from '../../electron/core/backend.ts'
import { openLibrary } from '../../electron/core/db/open.ts'
import { snapshotName, takeSnapshot } from '../../electron/core/db/snapshot.ts'
import { createLastingBackend } from '../../electron/core/lasting.ts'
import { lineLog } from '../../electron/core/log.ts'
import { machinePorts } from '../../electron/core/ports.ts'
import { ERROR_CODES, type Reply } from '../../shared/contract/error.ts'
import { connect, contract, type Client, type OperationName } from '../../shared/contract/index.ts'
import { seeded } from '../support/disk/powerCut.ts'
import { broken, schemaOf, valueOf } from '../support/fuzz/inputs.ts'
import { templates, workerScript } from '../support/services.ts'

const INPUTS = 1000
const CALL_MS = 20_000
const MOST_BYTES = 700 * 2 ** 20
const TEXT = 'Joint Statement\n\nThe Parties met.\n\n1. They agreed.\n'

/** Of inputs that a parser takes these operations are given so many only: each is work of a worker, or of a slow key. */
const COSTLY: [RegExp, number][] = [
  [/^(compare|report|export|return|carry)\.|^import\.propose$/, 25], [/^protection\.|^copies\.(restore|open)$/, 2], [/^copies\.|^diagnosis\./, 10],
]
const mostTaken = (name: string) => COSTLY.find(([pattern]) => pattern.test(name))?.[1] ?? INPUTS

const home = mkdtempSync(join(tmpdir(), 'alternat-fuzz-'))
const folder = join(home, 'data')
const logged: string[] = []
const ids: string[] = []
/** Right inputs that a schema alone does not tell; some are known only when it is their turn. */
const right: Partial<Record<OperationName, unknown>> = {}
const rightThen: Partial<Record<OperationName, () => Promise<unknown>>> = {
  'copies.open': async () => ({ id: (await client.call('copies.pick', { path: backup }))!.id }),
  'diagnosis.save': async () => ({ id: (await client.call('diagnosis.build', {})).id }),
}
/** The folders that inputs name. */
const [backups, second] = ['backups', 'second'].map((name) => join(home, name)) as [string, string]
const backup = join(backups, 'backup.alternat')
let backend: Backend
let client: Client
let used: number

beforeAll(async () => {
  for (const made of [folder, backups, second]) mkdirSync(made)
  const library = join(folder, 'library.alternat')
  backend = createLastingBackend({
    library, host: 'memory', templates, worker: workerScript, ports: machinePorts, locale: 'en', log: lineLog((line) => void logged.push(line)),
  })
  client = connect(backend)
  const { call } = client
  const { declarations } = await call('library.list', {})
  const { hits: [hit] } = await call('clause.search', { query: 'river', limit: 1, offset: 0 })
  const draft = await call('draft.start', { from: { kind: 'declaration', id: declarations[0]!.id }, parties: [], date: null, place: null })
  const version = await call('version.create', { draft: draft.id, name: 'First' })
  const { file } = await call('file.stage', { name: 'a.txt', data: Buffer.from(TEXT).toString('base64') })
  ids.push(...declarations.slice(0, 2).map(({ id }) => id), draft.id, version.id, file, ...(hit ? [hit.clauseId] : []), 'none')
  const { proposal } = await call('import.propose', { file })
  right['import.store'] = { proposal, again: true }
  const { id: batch } = await call('batch.start', { name: 'Folder', announced: 1, direct: true })
  await call('batch.add', { batch, files: [{ path: 'b.txt', data: Buffer.from(TEXT.replace('met', 'agreed')).toString('base64') }] })
  rightThen['batch.store'] = async () => ({ batch, file: (await call('batch.open', { batch })).files[0]!.key, proposal })
  right['draft.save'] = { id: draft.id, baseRev: draft.rev, patch: { blocks: [{ at: 1, out: [draft.statement.blocks[1]!.id], put: [draft.statement.blocks[0]!] }], comments: [] } }
  right['draft.copy'] = { id: draft.id, title: 'Copy', statement: draft.statement }
  const db = openLibrary(library)
  const snapshot = snapshotName(new Date())
  takeSnapshot(db.sqlite, library, snapshot)
  db.close()
  right['copies.look'] = right['copies.restore'] = { name: snapshot }
  right['copies.chooseSecond'] = { path: second }
  right['copies.backup'] = { path: backup, replace: true }
  right['copies.pick'] = { path: backup }
  used = process.memoryUsage.rss()
})
afterAll(async () => {
  await backend.close()
  rmSync(home, { recursive: true, force: true })
})

const isTaken = (name: OperationName, input: unknown): boolean => {
  try {
    contract[name].parse(input)
    return true
  } catch {
    return false
  }
}

const answered = (name: OperationName, input: unknown): Promise<Reply | 'no answer'> => {
  let timer: NodeJS.Timeout
  const late = new Promise<'no answer'>((resolve) => { timer = setTimeout(resolve, CALL_MS, 'no answer') })
  return Promise.race([backend.request(name, input), late]).finally(() => clearTimeout(timer))
}

const known = new Set<string>(ERROR_CODES.filter((code) => code !== 'internal'))

// What puts another library in the place of this one comes late, what encrypts or locks it last: after it little else is answered.
const turn = (name: string) => ['copies.', 'protection.'].findIndex((late) => name.startsWith(late))
const names = (Object.keys(contract) as OperationName[]).sort((one, other) => turn(one) - turn(other))
test.each(names)('%s', async (name) => {
  const random = seeded(names.indexOf(name) + 1)
  const schema = schemaOf(contract[name].schema)
  right[name] ??= await rightThen[name]?.()
  const wrong: unknown[] = []
  let taken = 0
  let done = 0
  for (let given = 0; given < INPUTS;) {
    const value = right[name] !== undefined && (given === 0 || random() < 0.3) ? right[name] : valueOf(schema, ids, random)
    const input = given === 0 || random() < 0.25 ? value : broken(value, random)
    const isRight = isTaken(name, input)
    if (isRight && taken >= mostTaken(name)) {
      // Nothing is left to break of an operation that takes nothing.
      if (Object.keys(schema['properties'] ?? {}).length === 0) given++
      continue
    }
    if (isRight) taken++
    given++
    const reply = await answered(name, input)
    if (reply !== 'no answer' && reply.ok) done++
    if (reply === 'no answer' || (!reply.ok && !known.has(reply.error.code)) || (!isRight && reply.ok)) wrong.push({ input, reply, logged: logged.at(-1) })
  }
  expect(wrong.slice(0, 3)).toEqual([])
  // A thousand that no parser takes would show nothing of what is behind it.
  expect(taken).toBeGreaterThan(0)
  expect(done).toBeGreaterThanOrEqual(right[name] === undefined ? 0 : 1)
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
}, 120_000)

test('nothing was written beside the library but where an input named it, memory is bounded, and the library is whole', async () => {
  expect(readdirSync(home).toSorted()).toEqual(['backups', 'data', 'second'])
  expect(readdirSync(backups).filter((name) => name !== 'backup.alternat')).toEqual([])
  expect(readdirSync(second).filter((name) => !name.startsWith('library.alternat-snapshots-'))).toEqual([])
  expect(readdirSync(folder).filter((name) => !name.startsWith('library.alternat'))).toEqual([])
  expect(process.memoryUsage.rss() - used).toBeLessThan(MOST_BYTES)
  expect(await backend.request('app.info', {})).toMatchObject({ ok: true })
})
