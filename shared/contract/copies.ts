// Operations on copies of the library: its snapshots, and what can be saved of a damaged one.
import type { ErrorCode } from './error.ts'
import { backupIdSchema, type BackupId } from '../model/ids.ts'
import { z } from '../model/schema.ts'
import { jobSchema, nothing, read, write } from './operation.ts'
import { typedPassphrase } from './protection.ts'

/** Acts that change much at once, before which a snapshot is taken; `restore` is going back to an earlier one. */
export const BULK_ACTS = ['import', 'merge', 'edit', 'delete', 'restore'] as const
export interface Bulk {
  act: (typeof BULK_ACTS)[number]
  /** Files, records or texts that it was to change. */
  count: number
}

/** Of a bulk act: the officer goes on although no snapshot could be taken before it. */
export const withoutSnapshot = z.boolean().optional()

/** Beside the library, or in the second folder. */
export type CopyPlace = 'beside' | 'second'

/** A snapshot as its file tells it; what it holds is asked for by `copies.look`. */
export interface CopyFile {
  name: string
  /** ISO time. */
  taken: string
  /** In bytes. */
  size: number
  /** Schema that it was taken before the change of; null for any other. */
  before: number | null
  /** The act that it was taken before; null for one taken in passing. */
  bulk: Bulk | null
}

export interface Copy extends CopyFile {
  /** Where it lies, the library's own folder first. */
  places: CopyPlace[]
}

/** The second folder of snapshots. */
export interface SecondFolder {
  /** null where none is chosen. */
  folder: string | null
  /** false where it is not there: the medium is unplugged, or the folder was removed. */
  isReached: boolean
  /** On the library's own disk: a lost disk takes both. */
  isOnSameDisk: boolean
  /** Snapshots that are still to be written there. */
  missing: number
  /** Why the last attempt to write there failed. */
  failure: ErrorCode | null
  /** A dialog of the system asks for it; elsewhere its full path is typed. */
  byDialog: boolean
}

/** A backup that was written and checked. */
export interface MadeBackup {
  kind: 'saved'
  /** Full path. */
  path: string
  /** In bytes. */
  size: number
  /** Full path of the key file beside it; null where it is not encrypted. */
  keyFile: string | null
  declarations: number
  drafts: number
  versions: number
}

/** A file that was chosen to be restored. */
export interface BackupFile {
  id: BackupId
  name: string
  /** In bytes. */
  size: number
  /** ISO time. */
  saved: string
  /** What opens it, where the library's own key does not. */
  needs: 'passphrase' | 'key-file' | null
  /** null where it cannot be opened yet. */
  contents: { declarations: number; drafts: number; versions: number } | null
}

/** What was found in a copy that is whole. */
export interface CopyContents {
  declarations: number
  drafts: number
  versions: number
  /** Where the copy that was looked into lies. */
  place: CopyPlace
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
const pathSchema = z.string().min(1).max(4000)

export const copiesOperations = {
  'copies.list': read<Copy[]>()(nothing),
  /** null where the copy is damaged, wherever it lies. */
  'copies.look': read<CopyContents | null>()(z.strictObject({ name: nameSchema })),
  /** Puts a snapshot in the library's place; a library that can be read is kept as a snapshot first, a damaged one beside it. */
  'copies.restore': write<{ kept: string | null }>()(z.strictObject({ name: nameSchema, job: jobSchema.optional() })),
  'copies.second': read<SecondFolder>()(nothing),
  /**
   * Chooses the second folder: by a dialog where the host has one, else by the full path that was typed; null for none any more, what lies there
   * stays. Throws `folder-missing`, `folder-read-only`, `second-same`, `second-network`.
   */
  'copies.chooseSecond': write<SecondFolder>()(z.strictObject({ path: pathSchema.nullable().optional() })),
  /** Writes to the second folder what is missing there; `folder-missing` where it cannot be reached. */
  'copies.catchUp': write<SecondFolder>()(z.strictObject({ job: jobSchema.optional() })),
  /**
   * Writes the whole library, checked, to where the officer wants it: by a dialog where the host has one, else to the full path that was typed.
   * Throws `backup-there` where a file is there and it may not be replaced, `backup-in-library`, `library-foreign` over any other file.
   */
  'copies.backup': write<MadeBackup | { kind: 'cancelled' }>()(z.strictObject({ path: pathSchema.optional(), replace: z.boolean().optional(), job: jobSchema.optional() })),
  /** Looks into a file that may be restored, chosen in the same way; null where the officer thought better of it. */
  'copies.pick': write<BackupFile | null>()(z.strictObject({ path: pathSchema.optional(), job: jobSchema.optional() })),
  /** Puts a picked file in the library's place, as `copies.restore` does; it is then protected as the library was. */
  'copies.open': write<{ kept: string | null }>()(z.strictObject({ id: backupIdSchema, passphrase: z.string().min(1).max(1000).optional(), job: jobSchema.optional() })),
  /** Puts what can be read of a damaged library in its place; the damaged one is kept beside it. */
  'copies.salvage': write<Salvaged>()(z.strictObject({ job: jobSchema.optional() })),
  /** Gives the key of encrypted snapshots where the damaged library is no longer known as encrypted. */
  'copies.unlock': write<null>()(z.strictObject({ passphrase: typedPassphrase })),
  /** Opens a library anew that could only be read, because another program wrote it or there was no room; tells whether it can be written now. */
  'copies.reopen': write<{ writable: boolean }>()(nothing),
}
