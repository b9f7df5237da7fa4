// Operations on texts that were taken out: they wait here for a way back, or are deleted for good.
import { z } from '../model/schema.ts'
import { declarationIdSchema, draftIdSchema } from '../model/ids.ts'
import { withoutSnapshot, type CopyPlace } from './copies.ts'
import { jobSchema, nothing, read, write } from './operation.ts'

export const removedRefSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('declaration'), id: declarationIdSchema }),
  z.strictObject({ kind: z.literal('draft'), id: draftIdSchema }),
])
export type RemovedRef = z.infer<typeof removedRefSchema>

export type RemovedText = RemovedRef & {
  title: string
  /** The text's own date, ISO. */
  date: string | null
  /** ISO time. */
  removed: string
}

/** A file that holds a text still: a snapshot, or what is kept of a library that another took the place of. */
export interface LibraryCopy {
  name: string
  place: CopyPlace
  kind: 'snapshot' | 'former'
  /** ISO time. */
  taken: string
  /** In bytes. */
  size: number
}

const refsSchema = z.array(removedRefSchema).min(1).max(10_000)

export const removedOperations = {
  /** What was taken out, the latest first. */
  'removed.list': read<RemovedText[]>()(nothing),
  /** The files that hold one of these texts still; `unreached` is a second folder of snapshots that cannot be looked into now. */
  'removed.copies': read<{ copies: LibraryCopy[]; unreached: string | null }>()(z.strictObject({ texts: refsSchema })),
  /**
   * Deletes these texts with all their versions, so that none of their words stays in the library's files, and with `copies` the
   * files of `removed.copies` too, those in a folder that cannot be reached once it can. `not-found`, and nothing deleted, where one of them was put back meanwhile. It can be cancelled
   * until the first text is deleted. A snapshot is taken
   * before several are, where copies hold them anyway and stay.
   */
  'removed.delete': write<{ texts: number; copies: number }>()(z.strictObject({ texts: refsSchema, copies: z.boolean(), withoutSnapshot, job: jobSchema.optional() })),
}
