// A file's bytes → the proposal an officer looks at before anything is stored.
import { createHash } from 'node:crypto'
import type { Proposal } from '../../../shared/model/proposal.ts'
import { segment } from '../../../shared/segmenting/index.ts'
import type { Report } from '../jobs/task.ts'
import { readText } from './read.ts'

/** As many as the schema of a proposal allows. */
const MOST_WARNINGS = 1000

/** Reads and segments a file; `report` hears of each stage. */
export function propose(bytes: Uint8Array, name: string, report: Report = () => {}): Proposal {
  report('reading', 0, 3)
  const { paragraphs: raw, encoding, format, warnings } = readText(bytes, name)
  report('segmenting', 1, 3)
  const proposed = segment(raw, { fileName: name, format })
  report('done', 3, 3)
  return {
    fileName: name.slice(0, 500),
    hash: createHash('sha256').update(bytes).digest('hex'),
    format,
    encoding,
    raw,
    ...proposed,
    warnings: [...warnings, ...proposed.warnings].slice(0, MOST_WARNINGS),
  }
}
