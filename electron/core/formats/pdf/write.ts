// Sets a statement with Typst: PDF/A-2a with embedded fonts, and its pages as pictures for the preview.
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { join, resolve } from 'node:path'
import { AppError } from '../../../../shared/contract/error.ts'
import type { ExportOptions } from '../../../../shared/contract/exporting.ts'
import type { Statement } from '../../../../shared/model/statement.ts'
import type { ExportAbout } from '../about.ts'
import { refuseChanges } from '../final.ts'
import { pageData } from './data.ts'
import { fontBlobs } from './fonts.ts'
import { cutPages } from './pages.ts'

/** A statement set on pages. */
export interface SetPages {
  pages: number
  /** The PDF's bytes. Throws `font-missing` where no font has a letter of the text. */
  pdf(): Uint8Array
  /** Every page as an SVG of its own, in order. */
  svgs(): string[]
}

/**
 * Sets `statement` on A4 pages; `templates` is the folder `templates/`. In `final` mode a statement that still carries changes
 * is refused with `conflict`.
 */
export function setPages(statement: Statement, about: ExportAbout, options: ExportOptions, templates: string): SetPages {
  if (options.mode === 'final') refuseChanges(statement)
  const workspace = resolve(templates, 'export')
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fontBlobs() }] })
  const data = pageData(statement, about, options)
  const document = settle(compiler, (reserve) => {
    // As a shadow file, not a real one: the text never touches the disk, and never becomes markup.
    compiler.mapShadow(join(workspace, 'data.json'), Buffer.from(JSON.stringify({ ...data, reserve })))
  })
  return {
    pages: document.numOfPages,
    pdf: () => render(compiler, document, about.time),
    svgs: () => cutPages(compiler.plainSvg(document), document.numOfPages),
  }
}

/** More lines than a page has; then nothing helps, and the pages stay as they were first. */
const MOST_RESERVED = 36

/** Sets the pages, with more and more lines reserved while the place, date and signatures stand alone on one. */
function settle(compiler: NodeCompiler, prepare: (reserve: number) => void): NodeTypstDocument {
  prepare(0)
  const first = compile(compiler)
  if (!isEndingAlone(compiler, first)) return first
  for (let reserve = 2; reserve <= MOST_RESERVED; reserve += 2) {
    prepare(reserve)
    const next = compile(compiler)
    if (!isEndingAlone(compiler, next)) return next
  }
  return first
}

/** Whether the place, date and signatures end on another page than the text before them. */
function isEndingAlone(compiler: NodeCompiler, document: NodeTypstDocument): boolean {
  const pagesOf = (label: string) => compiler.query(document, { selector: `<${label}>`, field: 'value' }) as number[]
  const textEnds = pagesOf('text-end')
  return pagesOf('ending').some((page, index) => textEnds[index] !== undefined && page !== textEnds[index])
}

/** The PDF of a statement; see `setPages`. */
export function writePdf(
  statement: Statement, about: ExportAbout, options: ExportOptions, templates: string,
): { bytes: Uint8Array; pages: number } {
  const set = setPages(statement, about, options, templates)
  return { bytes: set.pdf(), pages: set.pages }
}

function compile(compiler: NodeCompiler): NodeTypstDocument {
  const result = compiler.compile({ mainFileContent: '#import "statement.typ": statement\n#statement(json("data.json"))' })
  if (result.result === null) throw new Error(`page style failed: ${messages(result.takeError()?.shortDiagnostics ?? [])}`)
  return result.result
}

const messages = (diagnostics: readonly unknown[]) => JSON.stringify(diagnostics).slice(0, 500)

function render(compiler: NodeCompiler, document: NodeTypstDocument, time: string): Uint8Array {
  const seconds = Math.floor(Date.parse(time) / 1000)
  try {
    // Only a standard makes a letter without a glyph an error; without one it would be printed as an empty box.
    return compiler.pdf(document, { pdfStandard: 'a-2a', ...(Number.isNaN(seconds) ? {} : { creationTimestamp: seconds }) })
  } catch (error) {
    const letter = missingLetter(error)
    if (letter === null) throw error
    throw new AppError('font-missing', 'no font has a letter of the text', { letter })
  }
}

/** The first letter that Typst could not show, from its message; letters without a shape stand there as `\u{378}`. */
function missingLetter(error: unknown): string | null {
  const message = error instanceof Error ? error.message : ''
  const [, text] = /the text `\\*"(.+?)\\*"` could not be displayed/u.exec(message) ?? []
  if (text === undefined) return null
  const code = /^\\+u\{([\da-f]+)\}/iu.exec(text)?.[1]
  return code ? String.fromCodePoint(Number.parseInt(code, 16)) : Array.from(text)[0]!
}
