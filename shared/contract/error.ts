// Errors as values: a code the screen can translate, a plain English message for logs and scripts, no document text.
import { z } from '../model/schema.ts'

export const ERROR_CODES = [
  'invalid', 'not-found', 'conflict', 'cancelled', 'internal',
  'file-empty', 'file-too-large', 'file-binary', 'file-truncated', 'file-damaged', 'file-not-docx', 'file-hostile', 'file-protected',
  'pdf-scanned', 'pdf-protected', 'pdf-damaged', 'pdf-unreadable', 'batch-running', 'archive-nested', 'archive-protected',
  'file-missing', 'file-unreadable', 'file-is-folder', 'link-outside', 'folder-too-deep', 'folder-too-large', 'format-unsupported', 'office-missing', 'office-failed', 'encoding-unknown', 'already-imported', 'carry-foreign', 'carry-newer', 'carry-empty',
  'changed-since', 'name-taken',
  'library-locked', 'library-read-only', 'library-damaged', 'library-newer', 'library-foreign', 'nothing-readable', 'library-missing-folder',
  'passphrase-needed', 'passphrase-wrong', 'passphrase-paused', 'recovery-wrong', 'key-file-missing', 'key-file-damaged', 'key-file-newer',
  'key-foreign', 'keychain-weak',
  'backup-there', 'backup-in-library', 'snapshot-failed', 'second-same', 'second-network', 'disk-full', 'disk-failing', 'folder-missing', 'folder-read-only', 'file-in-use', 'open-changes', 'languages-differ', 'font-missing', 'node-too-old', 'unauthorised',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

export const isErrorCode = (value: unknown): value is ErrorCode => ERROR_CODES.some((code) => code === value)

export const wireErrorSchema = z.strictObject({
  code: z.enum(ERROR_CODES),
  message: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type WireError = z.infer<typeof wireErrorSchema>

/** An expected failure. `details` fill the translated sentence and never hold document text. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: Record<string, string | number>
  constructor(code: ErrorCode, message: string, details: Record<string, string | number> = {}) {
    super(message)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}

/** The error as it crosses between processes, and `fromWire` back. */
export const toWire = (error: AppError): WireError => ({ code: error.code, message: error.message, details: error.details })
export const fromWire = (error: WireError): AppError => new AppError(error.code, error.message, error.details)

export type Reply = { ok: true; value: unknown } | { ok: false; error: WireError }
