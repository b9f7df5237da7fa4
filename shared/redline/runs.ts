// Runs of a block: which may stand as one, cutting them at a position, and the texts that a view shows.
import { textMarkSchema, type Block, type Restyling, type Revision, type RevisionBy, type Run, type TextMark } from '../model/statement.ts'

/** The one place that decides whether two revisions are by the same hand. */
export const sameAuthor = (a: RevisionBy, b: RevisionBy): boolean => a.author === b.author && a.delegation === b.delegation

const sameBy = (a: RevisionBy, b: RevisionBy) =>
  a.id === b.id && sameAuthor(a, b) && a.time === b.time && a.group === b.group && a.reason === b.reason

const sameRevision = (a: Revision, b: Revision) => a === b || (a.kind === b.kind && a.move === b.move && sameBy(a, b))

/** Whether two stacks say the same; an absent one is an empty one. */
export function sameStack(a: readonly Revision[] = [], b: readonly Revision[] = []): boolean {
  return a.length === b.length && a.every((revision, i) => sameRevision(revision, b[i]!))
}

const sameItems = <T>(a: readonly T[] = [], b: readonly T[] = []) => a.length === b.length && a.every((item) => b.includes(item))

function sameRestyling(a: readonly Restyling[] = [], b: readonly Restyling[] = []): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i] || (sameBy(one, b[i]!) && sameItems(one.marks, b[i]!.marks)))
}

/** Whether two runs differ in nothing but their text. */
const sameManner = (a: Run, b: Run) =>
  sameItems(a.marks, b.marks) && sameStack(a.revisions, b.revisions) && sameRestyling(a.restyled, b.restyled)
  && sameItems(a.comments, b.comments)

/** Whether something under a stack of revisions is marked deleted, so that it is not read. */
export const isDeleted = (stack: readonly Revision[] = []): boolean => stack.some((revision) => revision.kind === 'deletion')

/** Empty runs dropped, neighbours that differ in nothing joined. */
export function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    if (run.text === '') continue
    const last = joined.at(-1)
    if (last && sameManner(last, run)) {
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

/** Marks with some of them switched over. */
export const switchMarks = (marks: readonly TextMark[] = [], over: readonly TextMark[]): TextMark[] =>
  textMarkSchema.options.filter((mark) => marks.includes(mark) !== over.includes(mark))

/** A run with these marks and open restylings; fields that would be empty are left out. */
export function withStyle(run: Run, marks: readonly TextMark[], restyled: readonly Restyling[]): Run {
  const { marks: _, restyled: __, ...bare } = run
  return {
    ...bare,
    ...(marks.length > 0 && { marks: [...marks] }),
    ...(restyled.length > 0 && { restyled: [...restyled] }),
  }
}

/** A block whose end carries a stack of revisions; none where the stack is empty. */
export function withMark(block: Block, mark: readonly Revision[]): Block {
  const { mark: _, ...bare } = block
  return mark.length > 0 ? { ...bare, mark: [...mark] } : bare
}
