// What makes a copy final: nothing in it is still open.
import { AppError } from '../../../shared/contract/error.ts'
import type { Block, Statement } from '../../../shared/model/statement.ts'

/** Throws `conflict` where a statement still carries changes; every writer asks it before a final copy. */
export function refuseChanges(statement: Statement): void {
  const open = statement.blocks.filter(isOpen).length
  if (open > 0) throw new AppError('open-changes', 'a final copy cannot hold open changes', { open })
}

const isOpen = ({ runs, mark, recast }: Block) =>
  recast !== undefined || mark?.length || runs.some(({ revisions, restyled }) => revisions?.length || restyled?.length)
