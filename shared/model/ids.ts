// Branded identifiers: a clause id never passes for a draft id.
import { z } from './schema.ts'

const id = <B extends string>() => z.string().regex(/^[A-Za-z0-9_-]{1,64}$/).brand<B>()

export const declarationIdSchema = id<'DeclarationId'>()
export const clauseIdSchema = id<'ClauseId'>()
export const draftIdSchema = id<'DraftId'>()
export const versionIdSchema = id<'VersionId'>()
export const fileHandleSchema = id<'FileHandle'>()
export const exportIdSchema = id<'ExportId'>()
export const backupIdSchema = id<'BackupId'>()
export const batchIdSchema = id<'BatchId'>()
export const savedSearchIdSchema = id<'SavedSearchId'>()

export type DeclarationId = z.infer<typeof declarationIdSchema>
export type ClauseId = z.infer<typeof clauseIdSchema>
export type DraftId = z.infer<typeof draftIdSchema>
export type VersionId = z.infer<typeof versionIdSchema>
/** Stands for bytes that the backend holds for one session; never a path. */
export type FileHandle = z.infer<typeof fileHandleSchema>
export type SavedSearchId = z.infer<typeof savedSearchIdSchema>
export type ExportId = z.infer<typeof exportIdSchema>
export type BackupId = z.infer<typeof backupIdSchema>
export type BatchId = z.infer<typeof batchIdSchema>
