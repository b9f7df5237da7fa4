// Opens a PDF within limits: what is locked, cut short, damaged or made to do harm is told apart. Nothing in it is run, drawn or
// fetched.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { AppError } from '../../../../shared/contract/error.ts'
import { dangerIn } from './streams.ts'

/** Ceilings: far above any statement with all its annexes. `seconds` end a reading that gets no further. */
export const PDF_LIMITS = { pages: 2000, pieces: 2_000_000, seconds: 60 }

/** A stretch of text, or where a marked stretch begins or ends. */
export interface ContentItem {
  type?: string
  /** Kind and number of a marked stretch. */
  tag?: string
  id?: string
  str?: string
  width?: number
  transform?: number[]
  fontName?: string
}

/** An element of the structure tree, or a marked stretch of the page in it. */
export interface StructureNode {
  role?: string
  type?: string
  id?: string
  children?: StructureNode[]
}

interface Page {
  /** In degrees. */
  rotate: number
  getViewport(options: { scale: number; rotation: number }): { width: number; height: number; transform: number[] }
  streamTextContent(options: { includeMarkedContent: boolean; disableNormalization: boolean }): ReadableStream<{ items: ContentItem[] }>
  getStructTree(): Promise<StructureNode | null>
  cleanup(): void
}

export interface OpenPdf {
  numPages: number
  getPage(number: number): Promise<Page>
}

interface Opening {
  promise: Promise<OpenPdf>
  destroy(): Promise<void>
}

export const hostile = (what: string, name: string) => new AppError('file-hostile', `PDF refused: ${what}`, { name })

/** Opens the file for `use`, and lets it go after. Throws `pdf-protected`, `pdf-damaged`, `file-truncated` or `file-hostile`. */
export async function withPdf<T>(bytes: Uint8Array, name: string, use: (pdf: OpenPdf) => Promise<T>): Promise<T> {
  if (isCutShort(bytes)) throw new AppError('file-truncated', 'a PDF without its end', { name })
  const danger = dangerIn(bytes)
  if (danger !== null) throw hostile(danger, name)
  const opening = await open(bytes)
  const end = timer(PDF_LIMITS.seconds)
  try {
    return await Promise.race([reading(opening, name, use), end.promise.then(() => Promise.reject(hostile('time', name)))])
  } catch (error) {
    throw error instanceof AppError ? error : refusal(error, name)
  } finally {
    end.cancel()
    await opening.destroy().catch(() => {})
  }
}

async function reading<T>(opening: Opening, name: string, use: (pdf: OpenPdf) => Promise<T>): Promise<T> {
  const pdf = await opening.promise
  if (pdf.numPages === 0) throw new AppError('pdf-damaged', 'a PDF without pages', { name })
  if (pdf.numPages > PDF_LIMITS.pages) throw hostile(`${pdf.numPages} pages`, name)
  return await use(pdf)
}

function timer(seconds: number): { promise: Promise<void>; cancel: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  const running = setTimeout(resolve, seconds * 1000)
  return { promise, cancel: () => clearTimeout(running) }
}

/** What the library throws, by the names it gives. */
function refusal(error: unknown, name: string): AppError {
  const kind = error instanceof Error ? error.name : ''
  if (kind === 'PasswordException') return new AppError('pdf-protected', 'a PDF under a password', { name })
  if (error instanceof RangeError) return hostile('nested too deep', name)
  return new AppError('pdf-damaged', `a PDF that cannot be read: ${kind}`, { name })
}

const LAST = Buffer.from('%%EOF')

/** A PDF ends with its mark. One that was cut off lacks it, or has it from the beginning of the file and more objects after. */
function isCutShort(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = buffer.lastIndexOf(LAST)
  return end === -1 || /\d\s+\d+\s+obj\b/u.test(buffer.toString('latin1', end))
}

async function open(bytes: Uint8Array): Promise<Opening> {
  const { getDocument, VerbosityLevel } = await library()
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  return getDocument({
    // The library takes the bytes away from whoever hands them over.
    data: new Uint8Array(bytes),
    cMapUrl: join(folder, 'cmaps/'),
    standardFontDataUrl: join(folder, 'standard_fonts/'),
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: 0,
    verbosity: VerbosityLevel.ERRORS,
  }) as unknown as Opening
}

/** The library with its reader in this very thread, which is a worker already. */
async function library() {
  const [library, reader] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'), import('pdfjs-dist/legacy/build/pdf.worker.mjs' as string) as Promise<object>])
  Object.assign(globalThis, { pdfjsWorker: reader })
  return library
}
