// Operations on declarations that are one document in several languages.
import { z } from '../model/schema.ts'
import { clauseIdSchema, declarationIdSchema, type ClauseId, type DeclarationId } from '../model/ids.ts'
import { versionSchema, type LanguageMatch, type LanguageProposal } from '../model/languageVersion.ts'
import { nothing, read, write } from './operation.ts'

export interface LanguageVersions {
  /** Declarations that are one document, at least two of each. */
  groups: DeclarationId[][]
  /** Pairs that may be one, as nobody has decided about yet. */
  proposed: LanguageProposal[]
}

/** What `language.undo` takes back. */
export interface LanguageAct {
  act: number
}

const pair = z.strictObject({ one: declarationIdSchema, other: declarationIdSchema })

export const languageOperations = {
  'language.list': read<LanguageVersions>()(nothing),
  /** The declarations that a text about to be stored may be in another language. */
  'language.match': read<({ declaration: DeclarationId } & LanguageMatch)[]>()(versionSchema),
  /** Says that the two are one document; what each of them was one with already is it too. */
  'language.join': write<LanguageAct>()(pair),
  /** Says that `other` is not what `one` is, nor anything that is one document with it. */
  'language.part': write<LanguageAct>()(pair),
  /** Takes the latest act back; `conflict` where another was made since. */
  'language.undo': write<null>()(z.strictObject({ act: z.int().min(1) })),
  /** The clause of another version that stands for this one; null where none can be told. */
  'language.clause': read<{ clause: ClauseId | null }>()(z.strictObject({ clause: clauseIdSchema, declaration: declarationIdSchema })),
}
