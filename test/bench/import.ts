// Importing, from bytes to a proposal: texts of ten pages made of the samples' clauses, and all five files of the corpus; and from a
// folder of a thousand such texts to a library on disk.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createBackend } from '../../electron/core/backend.ts'
import { propose } from '../../electron/core/importing/propose.ts'
import { machinePorts } from '../../electron/core/ports.ts'
import { connect } from '../../shared/contract/index.ts'
import { statement } from '../support/batches.ts'
import { corpus, corpusFile } from '../support/corpus.ts'
import { templates, workerScript } from '../support/services.ts'
import { median, type Bench } from './support/bench.ts'

/** Ten pages of 14 points. */
const TEN_PAGES = 22_000

const BATCH = 1000
const HANDED_AT_ONCE = 100

export const bench: Bench = async (tell, say) => {
  const text = tenPages()
  say(`ten pages: ${new TextDecoder().decode(text).length} characters`)
  const each = median(15, () => propose(text, 'ten-pages.txt'))
  tell({ name: 'texts of ten pages', value: 1000 / each, unit: 'files/s', bar: { atLeast: 50 } })
  await batch(tell, say)
  if (!corpus) return say('skipped: no corpus')
  const paths = ['000', '001', '002', '003', '004'].map(corpusFile)
  const files = paths.map((path) => ({ name: basename(path), bytes: readFileSync(path) }))
  let sum = 0
  for (const { name, bytes } of files) {
    const cost = median(5, () => propose(bytes, name))
    tell({ name: name.slice(0, 3), value: cost, unit: 'ms' })
    sum += cost
  }
  tell({ name: 'all five together', value: sum, unit: 'ms', bar: { atMost: 1000 } })
}

/** A sample declaration, its clauses over and over until ten pages are full. */
function tenPages(): Uint8Array {
  const sample = readFileSync(new URL('../../templates/samples/olmin-2021-ru.txt', import.meta.url), 'utf8')
  const lines = sample.split('\n').filter((line) => line.trim() !== '')
  const clauses = lines.filter((line) => line.length > 100)
  const all = lines.slice(0, 4)
  for (let length = 0, i = 0; length < TEN_PAGES; i++) {
    all.push(clauses[i % clauses.length]!)
    length += clauses[i % clauses.length]!.length
  }
  return new TextEncoder().encode(all.join('\n'))
}

/** Handed over, read, compared with what is there, stored and indexed, each in a transaction of its own. */
async function batch(tell: Parameters<Bench>[0], say: Parameters<Bench>[1]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'alternat-bench-'))
  const backend = createBackend({
    library: join(folder, 'library.alternat'), host: 'command-line', templates, worker: workerScript, ports: machinePorts, locale: 'en',
  })
  try {
    const { call } = connect(backend)
    const clauses = Math.round(TEN_PAGES / (statement(0, 100).length / 100))
    const files = Array.from({ length: BATCH }, (_, i) => ({ path: `${i}.txt`, data: Buffer.from(statement(i, clauses)).toString('base64') }))
    const start = performance.now()
    const { id } = await call('batch.start', { name: 'folder', announced: BATCH, direct: true })
    for (let at = 0; at < BATCH; at += HANDED_AT_ONCE) await call('batch.add', { batch: id, files: files.slice(at, at + HANDED_AT_ONCE) })
    await call('batch.seal', { batch: id })
    const handed = performance.now() - start
    const { counts } = await call('batch.run', { batch: id, job: 'bench' })
    const seconds = (performance.now() - start) / 1000
    say(`a batch of ${BATCH} texts of ten pages: ${counts.stored} stored, ${counts.look} to look at; handed over in ${Math.round(handed)} ms`)
    tell({ name: 'a batch from end to end', value: BATCH / seconds, unit: 'files/s', bar: { atLeast: 50 } })
    tell({ name: 'memory of the process after it', value: process.memoryUsage.rss() / 2 ** 20, unit: 'MiB' })
  } finally {
    await backend.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
