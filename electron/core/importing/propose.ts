// A file's bytes → the proposal an officer looks at before anything is stored.
import { createHash } from 'node:crypto'
import type { Proposal, Warning } from '../../../shared/model/proposal.ts'
import { segment } from '../../../shared/segmenting/index.ts'
import type { Report } from '../jobs/task.ts'
import { readFile, readText, type ReadText } from './read.ts'

/** As many as the schema of a proposal allows. */
const MOST_WARNINGS = 1000

/** Reads and segments a text or a Word file at once; `report` hears of each stage. */
export function propose(bytes: Uint8Array, name: string, report: Report = () => {}): Proposal {
  report('reading', 0, 3)
  return proposed(readText(bytes, name), bytes, name, report)
}

/** Reads and segments a file of any format that is read. */
export async function proposeFile(bytes: Uint8Array, name: string, report: Report = () => {}): Promise<Proposal> {
  report('reading', 0, 3)
  const read = await readFile(bytes, name, (done, total) => report('reading', done, 3 * total))
  return proposed(read, bytes, name, report)
}

function proposed(read: ReadText, bytes: Uint8Array, name: string, report: Report): Proposal {
  const { paragraphs: raw, encoding, format } = read
  report('segmenting', 1, 3)
  const segmented = segment(raw, { fileName: name, format })
  report('done', 3, 3)
  /** A reader knows raw paragraphs only. */
  const placed = (warning: Warning): Warning =>
    warning.paragraph === undefined ? warning
      : { ...warning, paragraph: segmented.paragraphs.findIndex((paragraph) => paragraph.raw.includes(warning.paragraph!)) }
  return {
    fileName: name.slice(0, 500),
    hash: createHash('sha256').update(bytes).digest('hex'),
    format,
    encoding,
    raw,
    ...segmented,
    warnings: [...read.warnings.map(placed), ...segmented.warnings].slice(0, MOST_WARNINGS),
  }
}
