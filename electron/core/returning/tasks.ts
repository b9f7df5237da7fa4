// Reads a returned DOCX in a worker: its text with everything open in it, and what it says it is.
import type { Warning } from '../../../shared/model/proposal.ts'
import type { Statement } from '../../../shared/model/statement.ts'
import { readDocx } from '../formats/docx/read.ts'
import { readTrace, type Trace } from '../formats/docx/readTrace.ts'
import { revisedStatement } from '../formats/docx/revised.ts'
import { propose } from '../importing/propose.ts'
import type { Task } from '../jobs/task.ts'

export interface ReturnedText {
  statement: Statement
  trace: Trace | null
  warnings: Warning[]
}

/** Told of a file that is imported as plain text; here changes and comments come along, and what the margins hold is ours. */
const NO_LOSS: ReadonlySet<string> = new Set(['docx-changes', 'docx-format-changes', 'docx-comments', 'docx-margins'])

/** Throws what reading a DOCX throws; `file-not-docx` for any other file. */
export const returnedTask: Task<{ bytes: Uint8Array; name: string }, ReturnedText> = ({ bytes, name }, report) => {
  const doc = readDocx(bytes, name)
  const statement = revisedStatement(doc, propose(bytes, name, report))
  return { statement, trace: readTrace(bytes), warnings: doc.warnings.filter(({ code }) => !NO_LOSS.has(code)) }
}
