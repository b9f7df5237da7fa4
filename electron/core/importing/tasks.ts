// The tasks that read files, run in a worker: a hostile file may cost time, never the window.
import type { Proposal } from '../../../shared/model/proposal.ts'
import type { Statement } from '../../../shared/model/statement.ts'
import { readDocx } from '../formats/docx/read.ts'
import { isReviewed, revisedStatement } from '../formats/docx/revised.ts'
import type { Task } from '../jobs/task.ts'
import { unpackArchive, type Unpacked } from './batch/archive.ts'
import { proposeFile } from './propose.ts'

export const importTask: Task<{ bytes: Uint8Array; name: string }, Proposal> =
  ({ bytes, name }, report) => proposeFile(bytes, name, report)

/** The files in an archive. */
export const unpackTask: Task<{ bytes: Uint8Array; name: string }, Unpacked[]> = ({ bytes, name }) => unpackArchive(bytes, name)

/** What import proposes, and beside it the file's text with its tracked changes and comments; null where it has none. */
export const redlineTask: Task<{ bytes: Uint8Array; name: string }, { proposal: Proposal; redline: Statement | null }> =
  async ({ bytes, name }, report) => {
    const proposal = await proposeFile(bytes, name, report)
    const doc = proposal.format === 'docx' ? readDocx(bytes, name) : null
    return { proposal, redline: doc && isReviewed(doc) ? revisedStatement(doc, proposal) : null }
  }
