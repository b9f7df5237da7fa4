// Runs of a block: which may stand as one, cutting them at a position, and the texts that a view shows.
import type { Block, Revision, Run } from '../model/statement.ts'

/** The one place that decides whether two revisions are by the same hand. */
export const sameAuthor = (a: Revision, b: Revision): boolean => a.author === b.author && a.delegation === b.delegation

const sameRevision = (a: Revision, b: Revision) =>
  a === b || (a.id === b.id && a.kind === b.kind && sameAuthor(a, b) && a.time === b.time && a.group === b.group)

/** Whether two stacks say the same; an absent one is an empty one. */
export function sameStack(a: readonly Revision[] = [], b: readonly Revision[] = []): boolean {
  return a.length === b.length && a.every((revision, i) => sameRevision(revision, b[i]!))
}

const sameMarks = (a: Run, b: Run) =>
  (a.marks?.length ?? 0) === (b.marks?.length ?? 0) && (a.marks ?? []).every((mark) => b.marks!.includes(mark))

/** Empty runs dropped, neighbours that differ in nothing joined. */
export function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    if (run.text === '') continue
    const last = joined.at(-1)
    if (last && sameMarks(last, run) && sameStack(last.revisions, run.revisions)) {
      joined[joined.length - 1] = { ...last, text: last.text + run.text }
    } else joined.push(run)
  }
  return joined
}

/** The runs of [from, to), cut where a run reaches over an edge. */
export function sliceRuns(runs: readonly Run[], from: number, to: number): Run[] {
  const slice: Run[] = []
  let start = 0
  for (const run of runs) {
    const end = start + run.text.length
    if (end > from && start < to) slice.push({ ...run, text: run.text.slice(Math.max(0, from - start), to - start) })
    start = end
  }
  return slice
}

/** A run under a stack of revisions; none where the stack is empty. */
export function withRevisions(run: Run, revisions: readonly Revision[]): Run {
  const { revisions: _, ...bare } = run
  return revisions.length > 0 ? { ...bare, revisions: [...revisions] } : bare
}

/** A block whose end carries a stack of revisions; none where the stack is empty. */
export function withMark(block: Block, mark: readonly Revision[]): Block {
  const { mark: _, ...bare } = block
  return mark.length > 0 ? { ...bare, mark: [...mark] } : bare
}
