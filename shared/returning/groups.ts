// Paragraphs as they read. Blocks whose ends are deleted are one paragraph already; text marked deleted is not read.
import type { Block, Statement } from '../model/statement.ts'
import { isDeleted } from '../redline/runs.ts'

/** One paragraph as it reads, and the blocks it is made of. */
export interface Group {
  /** Id of the block whose end is the paragraph's. */
  id: string
  blocks: Block[]
  text: string
}

/** The paragraphs of a statement, in order; their blocks cover it exactly once. */
export function groupsOf({ blocks }: Statement): Group[] {
  const groups: Group[] = []
  let open: Block[] = []
  for (const [index, block] of blocks.entries()) {
    open.push(block)
    if (isDeleted(block.mark) && index < blocks.length - 1) continue
    groups.push({ id: block.id, blocks: open, text: open.map(liveText).join('') })
    open = []
  }
  return groups
}

const liveText = ({ runs }: Block) => runs.filter((run) => !isDeleted(run.revisions)).map((run) => run.text).join('')
