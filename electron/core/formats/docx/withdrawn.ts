// What one name both inserted and deleted is in neither text, accepted or rejected. Word never writes such a thing, and
// LibreOffice takes it for settled text: so it is not written at all.
import type { ExportOptions } from '../../../../shared/contract/exporting.ts'
import type { Block, Revision, Run } from '../../../../shared/model/statement.ts'
import { nameOf } from '../attribution.ts'
import { layers } from './pen.ts'

/** The blocks without text and paragraph ends that the name that inserted them deleted again. */
export function withoutWithdrawn(blocks: readonly Block[], attribution: ExportOptions['attribution']): Block[] {
  const isWithdrawn = (revisions: readonly Revision[] | undefined) => {
    const [insertion, deletion] = layers(revisions)
    return insertion !== undefined && deletion !== undefined && nameOf(insertion, attribution) === nameOf(deletion, attribution)
  }
  const left: Block[] = []
  let carried: Run[] = []
  blocks.forEach((block, index) => {
    const runs = [...carried, ...block.runs.filter((run) => !isWithdrawn(run.revisions))]
    // The last end is kept: what becomes of it is decided where the ends are placed.
    const joins = index < blocks.length - 1 && isWithdrawn(block.mark)
    carried = joins ? runs : []
    if (!joins) left.push({ ...block, runs })
  })
  return left
}
