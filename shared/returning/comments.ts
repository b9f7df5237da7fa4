// What was said about a text while it was away joins what was said here.
import type { Comment, Reply } from '../model/comment.ts'
import { isSameTime } from './times.ts'

/** Whether two remarks are one, as far as a file tells. */
export const isSameRemark = (a: Reply, b: Reply) => a.text === b.text && isSameTime(a.time, b.time)

/** The comments here with the replies and settlings that came back. A comment that was sent and is gone here stays gone. */
export function mergeComments(returned: readonly Comment[] = [], current: readonly Comment[] = []): Comment[] {
  return current.map((comment): Comment => {
    const back = returned.find((other) => isSameRemark(other, comment))
    if (!back) return comment
    const replies = back.replies.filter((reply) => !comment.replies.some((known) => isSameRemark(known, reply)))
    return { ...comment, resolved: comment.resolved || back.resolved, replies: [...comment.replies, ...replies] }
  })
}

/** Comments that are none of those known. */
export const newComments = (known: readonly Comment[], returned: readonly Comment[] = []): Comment[] =>
  returned.filter((comment) => !known.some((one) => isSameRemark(one, comment)))
