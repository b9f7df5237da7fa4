// Operations on drafts and their versions.
import { z } from '../model/schema.ts'
import { partySchema, dateSchema } from '../model/declaration.ts'
import { draftDetailsSchema, type Draft, type DraftSummary, type Version } from '../model/draft.ts'
import type { FormTemplate } from '../model/form.ts'
import { declarationIdSchema, draftIdSchema, versionIdSchema, type DraftId } from '../model/ids.ts'
import { statementPatchSchema } from '../model/patch.ts'
import { statementSchema, type Statement } from '../model/statement.ts'
import { placeSchema, trailChangeSchema, type WindowPlace, type Trail } from '../model/trail.ts'
import { nothing, read, write } from './operation.ts'

export const draftStartSchema = z.strictObject({
  from: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('form'), form: z.string().max(60) }),
    z.strictObject({ kind: z.literal('declaration'), id: declarationIdSchema }),
  ]),
  title: z.string().max(2000).optional(),
  /** In the chosen party order. */
  parties: z.array(partySchema).max(250),
  date: dateSchema.nullable(),
  place: z.string().max(200).nullable(),
})
export type DraftStart = z.infer<typeof draftStartSchema>

/** With what can be undone once it is saved: without it, nothing that was done before can be in a window that is opened anew. */
const saved = { id: draftIdSchema, baseRev: z.int().min(0), trail: trailChangeSchema.optional() }

/** What a window that opens a draft takes up of the one before. */
export interface Resumed {
  place: WindowPlace | null
  trail: Trail | null
}

export const draftOperations = {
  'form.list': read<FormTemplate[]>()(nothing),
  'draft.list': read<DraftSummary[]>()(nothing),
  'draft.start': write<Draft>()(draftStartSchema),
  'draft.open': read<Draft>()(z.strictObject({ id: draftIdSchema })),
  /**
   * Stores the text, whole or as what became another of it. `conflict` where `baseRev` is not the stored one: nothing is overwritten,
   * and `details.rev` tells the stored rev. `invalid` where the patch does not fit the stored text: the whole does. The reply comes
   * after the write is on disk.
   */
  'draft.save': write<{ rev: number; saved: string }>()(z.union([
    z.strictObject({ ...saved, statement: statementSchema }),
    z.strictObject({ ...saved, patch: statementPatchSchema }),
  ])),
  /** Where the last window was, and what could be undone there, if the text is still the one it stored. */
  'draft.resume': read<Resumed>()(z.strictObject({ id: draftIdSchema })),
  'draft.place': write<null>()(z.strictObject({ id: draftIdSchema, place: placeSchema })),
  'draft.describe': write<Draft>()(z.strictObject({ id: draftIdSchema, details: draftDetailsSchema.partial() })),
  /** A second draft with this text, so that both sides of a conflict are kept. */
  'draft.copy': write<Draft>()(z.strictObject({ id: draftIdSchema, title: z.string().min(1).max(2000), statement: statementSchema.optional() })),
  'draft.remove': write<null>()(z.strictObject({ id: draftIdSchema })),
  'draft.restore': write<null>()(z.strictObject({ id: draftIdSchema })),
  'version.list': read<Version[]>()(z.strictObject({ draft: draftIdSchema })),
  'version.create': write<Version>()(z.strictObject({ draft: draftIdSchema, name: z.string().min(1).max(200) })),
  'version.open': read<{ version: Version; statement: Statement }>()(z.strictObject({ id: versionIdSchema })),
  /** Puts a version's text in the draft; the text it replaces is kept as a version of its own. */
  'version.restore': write<Draft>()(z.strictObject({ id: versionIdSchema, baseRev: z.int().min(0), keptAs: z.string().min(1).max(200) })),
}

export type DraftEvents = { 'draft.changed': { id: DraftId; rev: number } }
