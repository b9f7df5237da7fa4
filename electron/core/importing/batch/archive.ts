// The files in a ZIP archive. Names serve to show where a text came from and are never paths on this disk; one that climbs out
// of its folder is hostile all the same.
import { MAX_FILE_BYTES } from '../../../../shared/contract/app.ts'
import { AppError, toWire, type WireError } from '../../../../shared/contract/error.ts'
import { directory, unpack, ZIP_LIMITS, type Entry } from '../../formats/docx/zip.ts'
import { isArchive } from '../format.ts'

export type Unpacked = { path: string; bytes: Uint8Array } | { path: string; error: WireError }

/** Every file of an archive, each with its bytes or the reason why they are not read. Throws where nothing of it can be read. */
export function unpackArchive(bytes: Uint8Array, name: string): Unpacked[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = listed(buffer, name)
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  if (total > ZIP_LIMITS.total || (total > ZIP_LIMITS.smallEnough && total > bytes.length * ZIP_LIMITS.ratio)) {
    throw new AppError('file-hostile', 'unpacked size', { name })
  }
  return entries.map((entry) => unpacked(buffer, entry))
}

/** Folders are entries, too, of no use here. */
function listed(buffer: Buffer, name: string): (Entry & { path: string })[] {
  try {
    return directory(buffer).map((entry) => ({ ...entry, path: pathOf(entry) })).filter(({ path }) => !path.endsWith('/'))
  } catch (error) {
    throw error instanceof AppError ? named(error, name) : error
  }
}

function unpacked(buffer: Buffer, entry: Entry & { path: string }): Unpacked {
  const { path } = entry
  const refused = (error: AppError): Unpacked => ({ path, error: toWire(error) })
  if (path.startsWith('/') || /^[a-z]:/iu.test(path) || path.split('/').includes('..')) {
    return refused(new AppError('file-hostile', 'a name that leaves its folder', { name: path }))
  }
  if (entry.size > MAX_FILE_BYTES) {
    return refused(new AppError('file-too-large', 'the file is too large', { name: path, limit: MAX_FILE_BYTES / 1024 / 1024 }))
  }
  try {
    const bytes = unpack(buffer, entry)
    return isArchive(bytes, path) ? refused(new AppError('archive-nested', 'an archive inside', { name: path })) : { path, bytes }
  } catch (error) {
    if (error instanceof AppError) return refused(named(error, path))
    throw error
  }
}

/** An archive's own words for what the reader of Word's packages says. */
const named = ({ code, message }: AppError, name: string) =>
  new AppError(code === 'file-protected' ? 'archive-protected' : code === 'file-not-docx' ? 'file-damaged' : code, message, { name })

/** Archives of Russian Windows name files in the code page of DOS and do not say so. */
function pathOf({ rawName, isUtf8 }: Entry): string {
  const utf8 = () => new TextDecoder('utf-8', { fatal: !isUtf8 }).decode(rawName)
  const decoded = () => {
    try {
      return utf8()
    } catch {
      return new TextDecoder('ibm866').decode(rawName)
    }
  }
  return decoded().replaceAll('\\', '/').replaceAll(/\p{Cc}/gu, '').slice(0, 900)
}
