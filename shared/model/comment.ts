// What a reviewer says beside the text. A comment is anchored by the runs that carry its id, so it follows its words through
// every edit; where those words are gone it stays in the list, without a place.
import { z } from './schema.ts'

const said = {
  id: z.string().min(1).max(64),
  author: z.string().max(200),
  /** Code of the delegation, as in `Party.code`; empty where the author speaks for none. */
  delegation: z.string().max(12),
  /** ISO 8601, UTC. */
  time: z.string().max(40),
  text: z.string().min(1).max(20_000),
}

export const replySchema = z.strictObject(said)
export type Reply = z.infer<typeof replySchema>

export const commentSchema = z.strictObject({
  ...said,
  resolved: z.boolean(),
  /** In the order they were given. */
  replies: z.array(replySchema).max(500),
})
export type Comment = z.infer<typeof commentSchema>
