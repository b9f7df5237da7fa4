// LibreOffice as judge of many more generated redlines than the tests give it: it accepts and rejects all changes of each, and
// must get our texts.
import { isDeepStrictEqual } from 'node:util'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import type { Statement } from '../../shared/model/statement.ts'
import { hasStackedEnd, judge, ours, withSingleEnds } from '../support/oracle.ts'
import { discussed } from '../support/redlines.ts'
import { findLibreOffice } from '../support/tools.ts'
import type { Bench } from './support/bench.ts'

const SEEDS = [1, 2, 3, 4, 5]
const EACH = 200

export const bench: Bench = async (tell, say) => {
  const office = findLibreOffice()
  if (!office) return say('skipped: no LibreOffice')
  const folder = mkdtempSync(join(tmpdir(), 'alternat-oracle-'))
  const start = performance.now()
  let judged = 0
  let wrong = 0
  try {
    for (const seed of SEEDS) {
      const statements: Statement[] = []
      for (const made of fc.sample(discussed, { numRuns: EACH, seed })) {
        const statement = withSingleEnds(made)
        if (!(await hasStackedEnd(statement))) statements.push(statement)
      }
      const found = await judge(office, folder, statements, 20 * 60_000)
      found.forEach((texts, index) => {
        if (isDeepStrictEqual(texts, ours(statements[index]!))) return
        wrong++
        say(`wrong: seed ${seed}, redline ${index}`)
      })
      judged += statements.length
      say(`seed ${seed}: ${statements.length} redlines`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  tell({ name: 'redlines judged', value: judged, unit: '' })
  tell({ name: 'judged wrong', value: wrong, unit: '', bar: { atMost: 0 } })
  tell({ name: 'time a redline, accepted and rejected', value: (performance.now() - start) / judged, unit: 'ms' })
}
