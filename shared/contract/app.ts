// Operations on the application itself: what runs where, settings, files handed over, jobs.
import type { ErrorCode } from './error.ts'
import { z } from '../model/schema.ts'
import { fileHandleSchema, type FileHandle } from '../model/ids.ts'
import { jobSchema, nothing, read, write } from './operation.ts'

export interface AppInfo {
  version: string
  host: 'desktop' | 'browser' | 'command-line' | 'memory'
  /** Full path of the library file. */
  library: string
  /** BCP 47 language of the system. */
  locale: string
  /** true until the introduction was seen or skipped. */
  firstStart: boolean
  /** false where another process holds the library for writing, or the file may only be read. */
  writable: boolean
  /** Why the library cannot be written; null where it can. */
  refusal: ErrorCode | null
  /** false where the library is damaged so that not even lists of it can be read. */
  readable: boolean
}

export const settingsSchema = z.strictObject({
  locale: z.enum(['system', 'ru', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Name that tracked changes carry. */
  author: z.string().max(200),
  /** Code of the delegation the officer speaks for; empty where none is chosen. */
  delegation: z.string().max(12),
  introSeen: z.boolean(),
  trackChanges: z.boolean(),
  /** Widths of the docks in px, by name. */
  docks: z.record(z.string().max(40), z.number().min(0).max(2000)),
  /** Delegations of names that came in files, as the officer told them. */
  hands: z.record(z.string().max(200), z.string().max(12)),
  /** In minutes without work, after which an encrypted library is locked; 0 for never. */
  lockAfter: z.int().min(0).max(1440),
  /** Full path of the folder that the last backup went into by a typed path; empty where there was none. */
  backupFolder: z.string().max(4000),
})
export type Settings = z.infer<typeof settingsSchema>

/** 48 MiB; a larger file is refused before it is sent. */
export const MAX_FILE_BYTES = 48 * 1024 * 1024

/** The most a call may hand over: a file in base64, and room for what stands around it. */
export const MAX_CALL_BYTES = Math.ceil(MAX_FILE_BYTES / 3) * 4 + 64 * 1024

/** 512 MiB: a library of some tens of thousands of statements, packed. */
export const MAX_CARRY_BYTES = 512 * 1024 * 1024

export const appOperations = {
  'app.info': read<AppInfo>()(nothing),
  'settings.get': read<Settings>()(nothing),
  'settings.set': write<Settings>()(settingsSchema.partial()),
  /** Hands a file's bytes (base64) to the backend for this session. */
  'file.stage': write<{ file: FileHandle }>()(z.strictObject({ name: z.string().min(1).max(500), data: z.base64().max(Math.ceil(MAX_FILE_BYTES / 3) * 4 + 4) })),
  /** Adds bytes to a staged file that is too large for one message; a carry file may be as large as `MAX_CARRY_BYTES`. */
  'file.append': write<null>()(z.strictObject({ file: fileHandleSchema, data: z.base64().max(Math.ceil(MAX_FILE_BYTES / 3) * 4 + 4) })),
  'file.drop': write<null>()(z.strictObject({ file: fileHandleSchema })),
  'job.cancel': write<null>()(z.strictObject({ job: jobSchema })),
}
