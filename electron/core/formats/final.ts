// What makes a copy final: nothing in it is still open.
import { AppError } from '../../../shared/contract/error.ts'
import type { Statement } from '../../../shared/model/statement.ts'

/** Throws `conflict` where a statement still carries changes; every writer asks it before a final copy. */
export function refuseChanges(statement: Statement): void {
  const open = statement.blocks.filter((block) => block.mark?.length || block.runs.some((run) => run.revisions?.length)).length
  if (open > 0) throw new AppError('open-changes', 'a final copy cannot hold open changes', { open })
}
