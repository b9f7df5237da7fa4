// Importing, from bytes to a proposal: texts of ten pages made of the samples' clauses, and all five files of the corpus.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { propose } from '../../electron/core/importing/propose.ts'
import { corpus, corpusFile } from '../support/corpus.ts'
import { median, type Bench } from './support/bench.ts'

/** Ten pages of 14 points. */
const TEN_PAGES = 22_000

export const bench: Bench = (tell, say) => {
  const text = tenPages()
  say(`ten pages: ${new TextDecoder().decode(text).length} characters`)
  const each = median(15, () => propose(text, 'ten-pages.txt'))
  tell({ name: 'texts of ten pages', value: 1000 / each, unit: 'files/s', bar: { atLeast: 50 } })
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
