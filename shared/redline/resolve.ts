// Accepting and rejecting. A revision's carrier (a run, or a paragraph's END) goes when a deletion on it is accepted or an
// insertion on it is rejected; otherwise the revision alone leaves the stack. Each carrier is judged by itself, so the order
// in which revisions are resolved does not matter.
//
// A paragraph whose end goes is not dropped: what is left of it runs on into the next one, which keeps its own kind, level,
// source and id. The last paragraph has no next one, so its end never joins: the paragraph goes with the last of its text,
// and stays as it is while any text is left.
//
// Format revisions are judged likewise: accepted they leave only the new look behind, rejected they give the old one back.
import type { Block, Revision, RevisionBy, Run, Statement } from '../model/statement.ts'
import { joinRuns, sameStack, switchMarks, withMark, withRevisions, withStyle } from './runs.ts'

export type Verdict = 'accept' | 'reject'

/** Resolves the revisions that `chosen` picks; the others keep their meaning. */
export function resolve(statement: Statement, chosen: (revision: RevisionBy) => boolean, verdict: Verdict): Statement {
  const goes = (revision: Revision) => (verdict === 'accept') === (revision.kind === 'deletion')
  const left = (stack: readonly Revision[] = []): readonly Revision[] | null => {
    if (!stack.some(chosen)) return stack
    return stack.some((revision) => chosen(revision) && goes(revision)) ? null : stack.filter((revision) => !chosen(revision))
  }

  const blocks: Block[] = []
  let carried: Run[] = []
  for (const given of statement.blocks) {
    const block = recast(given, chosen, verdict)
    const runs = joinRuns([...carried, ...leftRuns(block.runs, left).map((run) => restyle(run, chosen, verdict))])
    const mark = left(block.mark)
    const last = given === statement.blocks.at(-1)
    carried = []
    if (mark !== null) blocks.push(withText(block, runs, mark))
    else if (!last) carried = runs
    else if (runs.length > 0) blocks.push(withText(block, runs, endOfRemainder(runs)))
  }
  return { ...statement, blocks }
}

/** The statement as if every change were accepted: the revised text. */
export const acceptAll = (statement: Statement): Statement => resolve(statement, () => true, 'accept')

/** The statement as if every change were rejected: the earlier text. */
export const rejectAll = (statement: Statement): Statement => resolve(statement, () => true, 'reject')

function leftRuns(runs: readonly Run[], left: (stack?: readonly Revision[]) => readonly Revision[] | null): Run[] {
  return runs.flatMap((run) => {
    if (!run.revisions) return [run]
    const stack = left(run.revisions)
    if (stack === null) return []
    return stack === run.revisions ? [run] : [withRevisions(run, stack)]
  })
}

function restyle(run: Run, chosen: (revision: RevisionBy) => boolean, verdict: Verdict): Run {
  const settled = run.restyled?.filter(chosen) ?? []
  if (settled.length === 0) return run
  const marks = verdict === 'accept' ? run.marks ?? [] : switchMarks(run.marks, settled.flatMap((one) => one.marks))
  return withStyle(run, marks, run.restyled!.filter((one) => !settled.includes(one)))
}

function recast(block: Block, chosen: (revision: RevisionBy) => boolean, verdict: Verdict): Block {
  if (!block.recast || !chosen(block.recast)) return block
  const { recast: { was }, ...settled } = block
  if (verdict === 'accept') return settled
  const { level: _, ...bare } = settled
  return { ...bare, ...was }
}

/**
 * The last paragraph's end is gone and text is left before it. Settled text keeps its end for good. Text that is itself still
 * open takes the end along: were it left settled, an empty paragraph would stay behind when that text goes.
 */
function endOfRemainder(runs: readonly Run[]): readonly Revision[] {
  return runs.every((run) => run.revisions?.length) ? runs.at(-1)!.revisions! : []
}

/** The block itself where nothing changed, so that a screen can tell by identity. */
function withText(block: Block, runs: Run[], mark: readonly Revision[]): Block {
  const same = runs.length === block.runs.length && runs.every((run, i) => run === block.runs[i]) && sameStack(mark, block.mark)
  return same ? block : withMark({ ...block, runs }, mark)
}
