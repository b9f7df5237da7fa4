// ODT, RTF and files of older Word: looked over here, turned into DOCX by LibreOffice, and read as any DOCX.
import { AppError } from '../../../../shared/contract/error.ts'
import { readDocx } from '../../formats/docx/read.ts'
import type { DocxText } from '../../formats/docx/types.ts'
import { unzip } from '../../formats/docx/zip.ts'
import { toDocx } from './convert.ts'

export type OfficeFormat = 'odt' | 'rtf' | 'doc'

/** Throws what `toDocx` and `readDocx` throw; what is cut short, locked or packed to do harm is refused before LibreOffice starts. */
export async function readOffice(bytes: Uint8Array, format: OfficeFormat, name: string): Promise<DocxText> {
  LOOKED_OVER[format](bytes, name)
  return readDocx(await toDocx(bytes, format, name), name, { noted: true })
}

/** Bytes of the smallest compound file: its head, its table and its directory. */
const SMALLEST_COMPOUND = 3 * 512
/** Groups open at once in an RTF; real ones hold some dozens. */
const MOST_GROUPS = 1000

const truncated = (name: string) => new AppError('file-truncated', 'cut short', { name })

/** Length of a stretch of raw bytes ("\\bin1024 …") that begins there, with its announcement; 0 where none does. */
function binaryAt(bytes: Uint8Array, at: number): number {
  if (bytes[at + 1] !== 0x62) return 0
  const [announced, length] = /^\\bin(\d{1,9}) ?/u.exec(String.fromCharCode(...bytes.subarray(at, at + 16))) ?? []
  return announced === undefined ? 0 : announced.length + Number(length) - 1
}

const LOOKED_OVER: Record<OfficeFormat, (bytes: Uint8Array, name: string) => void> = {
  doc(bytes, name) {
    if (bytes.length < SMALLEST_COMPOUND) throw truncated(name)
  },
  rtf(bytes, name) {
    let depth = 0
    let deepest = 0
    for (let i = 0; i < bytes.length; i++) {
      if (bytes[i] === 0x5c) i += binaryAt(bytes, i) || 1
      else if (bytes[i] === 0x7b) deepest = Math.max(deepest, ++depth)
      else if (bytes[i] === 0x7d) depth--
    }
    if (deepest > MOST_GROUPS) throw new AppError('file-hostile', 'RTF refused: nested too deep', { name })
    if (depth > 0) throw truncated(name)
  },
  odt(bytes, name) {
    try {
      const parts = unzip(bytes, () => true)
      const manifest = new TextDecoder().decode(parts.get('meta-inf/manifest.xml') ?? new Uint8Array())
      if (manifest.includes('encryption-data')) throw new AppError('file-protected', 'an encrypted ODT')
      if (!parts.has('content.xml')) throw new AppError('file-damaged', 'an ODT without its text')
    } catch (error) {
      if (error instanceof AppError) throw new AppError(error.code, error.message, { name, ...error.details })
      throw error
    }
  },
}
