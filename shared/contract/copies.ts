// Operations on copies of the library: its snapshots, and what can be saved of a damaged one.
import { z } from '../model/schema.ts'
import { jobSchema, nothing, read, write } from './operation.ts'
import { typedPassphrase } from './protection.ts'

/** A snapshot as its file tells it; what it holds is asked for by `copies.look`. */
export interface Copy {
  name: string
  /** ISO time. */
  taken: string
  /** In bytes. */
  size: number
  /** Schema that it was taken before the change of; null for one taken in passing. */
  before: number | null
}

/** What was found in a copy that is whole. */
export interface CopyContents {
  declarations: number
  drafts: number
  versions: number
  /** The draft that was saved last. */
  latest: { title: string; saved: string } | null
}

export interface Tally {
  declarations: number
  clauses: number
  drafts: number
  versions: number
}

export interface Salvaged {
  saved: Tally
  /** Known to have been there and not readable. */
  lost: Tally
  /** Drafts whose own text or its last changes were lost and that go on with an earlier text. */
  rebuilt: number
  /** Titles of lost declarations and drafts, where these at least could be read. */
  titles: string[]
  /** Full path of a text file with the clauses whose declaration was lost; null where there are none. */
  texts: string | null
  /** Full path of the damaged library, kept as it was. */
  kept: string
}

const nameSchema = z.string().min(1).max(120)

export const copiesOperations = {
  'copies.list': read<Copy[]>()(nothing),
  /** null where the copy is damaged. */
  'copies.look': read<CopyContents | null>()(z.strictObject({ name: nameSchema })),
  /** Puts a snapshot in the library's place; a library that can be read is kept as a snapshot first, a damaged one beside it. */
  'copies.restore': write<{ kept: string | null }>()(z.strictObject({ name: nameSchema, job: jobSchema.optional() })),
  /** Puts what can be read of a damaged library in its place; the damaged one is kept beside it. */
  'copies.salvage': write<Salvaged>()(z.strictObject({ job: jobSchema.optional() })),
  /** Gives the key of encrypted snapshots where the damaged library is no longer known as encrypted. */
  'copies.unlock': write<null>()(z.strictObject({ passphrase: typedPassphrase })),
  /** Opens a library anew that could only be read, because another program wrote it or there was no room; tells whether it can be written now. */
  'copies.reopen': write<{ writable: boolean }>()(nothing),
}
