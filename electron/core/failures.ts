// Failures of the disk and of SQLite as the codes a person can act on. Messages of the system are not passed on.
import { AppError } from '../../shared/contract/error.ts'

/** The third: SQLite found no room for the index beside a library in WAL mode. */
const FULL: ReadonlySet<string> = new Set(['SQLITE_FULL', 'ENOSPC', 'SQLITE_IOERR_SHMSIZE', 'EDQUOT'])

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** The `AppError` for a failure that the machine, not the code, is to blame for; null for any other error. */
export function expectedFailure(error: unknown): AppError | null {
  const code = codeOf(error)
  if (FULL.has(code)) return new AppError('disk-full', 'the disk is full')
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') return new AppError('disk-failing', 'the disk reports an error')
  if (code.startsWith('SQLITE_READONLY')) return new AppError('library-read-only', 'the library may only be read')
  if (code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED') return new AppError('library-locked', 'the library is in use by another program')
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return new AppError('library-damaged', 'the library file is damaged')
  return null
}

/** The `AppError` for a failed write into a folder; null where the failure is none of the known ones. */
export function folderFailure(error: unknown, folder: string): AppError | null {
  const code = codeOf(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') return new AppError('folder-missing', 'the folder is missing', { name: folder })
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return new AppError('folder-read-only', 'the folder may only be read', { name: folder })
  return expectedFailure(error)
}
