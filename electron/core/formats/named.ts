// Whom a redline names: the delegations that were chosen. What others changed or said stays in it, as nobody's.
import type { Block, RevisionBy, Run, Statement } from '../../../shared/model/statement.ts'

/** The statement with the names of no other delegation than these, and of none of their persons. */
export function namingOnly(statement: Statement, delegations: readonly string[]): Statement {
  const named = new Set(['', ...delegations])
  const signed = <Signed extends Pick<RevisionBy, 'author' | 'delegation'>>(by: Signed): Signed =>
    (named.has(by.delegation) ? by : { ...by, author: '', delegation: '' })
  const run = ({ revisions, restyled, ...rest }: Run): Run =>
    ({ ...rest, ...(revisions && { revisions: revisions.map(signed) }), ...(restyled && { restyled: restyled.map(signed) }) })
  const block = ({ runs, mark, recast, ...rest }: Block): Block =>
    ({ ...rest, runs: runs.map(run), ...(mark && { mark: mark.map(signed) }), ...(recast && { recast: signed(recast) }) })
  const { blocks, comments, ...rest } = statement
  return {
    ...rest,
    blocks: blocks.map(block),
    ...(comments && { comments: comments.map(({ replies, ...comment }) => ({ ...signed(comment), replies: replies.map(signed) })) }),
  }
}
