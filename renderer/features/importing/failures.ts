// Files that were not read, by kind of failure: each kind has its own way out.
import type { BatchFile } from '../../../shared/contract/batches.ts'
import type { ErrorCode } from '../../../shared/contract/error.ts'

/** In the order in which they are shown: what one act mends for many comes first. */
export const FAILURES = ['office', 'scanned', 'protected', 'format', 'archive', 'damaged', 'encoding', 'large', 'unreachable', 'empty', 'other'] as const
export type Failure = (typeof FAILURES)[number]

const CODES: Record<Exclude<Failure, 'other'>, readonly ErrorCode[]> = {
  office: ['office-missing'],
  scanned: ['pdf-scanned', 'pdf-unreadable'],
  protected: ['file-protected', 'pdf-protected'],
  format: ['file-binary', 'file-not-docx', 'format-unsupported', 'office-failed'],
  archive: ['archive-nested', 'archive-protected'],
  damaged: ['file-damaged', 'file-truncated', 'pdf-damaged'],
  encoding: ['encoding-unknown'],
  large: ['file-too-large', 'file-hostile'],
  unreachable: ['file-missing', 'file-unreadable', 'file-is-folder', 'link-outside', 'folder-too-deep'],
  empty: ['file-empty'],
}

const FAILURE_OF = new Map(
  Object.entries(CODES).flatMap(([failure, codes]) => codes.map((code) => [code, failure as Failure] as const)),
)

export const failureOf = ({ error }: Pick<BatchFile, 'error'>): Failure => (error && FAILURE_OF.get(error.code)) ?? 'other'

/** What failed, by kind; kinds that did not happen are left out. */
export function byFailure(files: readonly BatchFile[]): { failure: Failure; files: BatchFile[] }[] {
  const failed = Map.groupBy(
    files.filter(({ state }) => state === 'failed'),
    failureOf,
  )
  return FAILURES.flatMap((failure) => {
    const own = failed.get(failure)
    return own ? [{ failure, files: own }] : []
  })
}

/** Whether a file of the chosen folder is one of these, or an archive that holds one of them. */
export function isAmong(path: string, wanted: readonly Pick<BatchFile, 'path'>[]): boolean {
  return wanted.some((file) => file.path === path || file.path.startsWith(`${path}/`))
}
