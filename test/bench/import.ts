// Importing: all five files of the corpus, from bytes to a proposal.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { propose } from '../../electron/core/importing/propose.ts'
import { corpus, corpusFile } from '../support/corpus.ts'
import { median, type Bench } from './support/bench.ts'

export const bench: Bench = (tell, say) => {
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
