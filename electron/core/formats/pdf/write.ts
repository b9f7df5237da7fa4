// Sets a statement with Typst: PDF/A-2a with embedded fonts, and its pages as pictures for the preview.
import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { ExportOptions } from '../../../../shared/contract/exporting.ts'
import type { Statement } from '../../../../shared/model/statement.ts'
import type { ExportAbout } from '../about.ts'
import { refuseChanges } from '../final.ts'
import { pageData } from './data.ts'
import { Typesetter, type SetPages } from './typst.ts'

/**
 * Sets `statement` on A4 pages; `templates` is the folder `templates/`. In `final` mode a statement that still carries changes
 * is refused with `conflict`.
 */
export function setPages(statement: Statement, about: ExportAbout, options: ExportOptions, templates: string): SetPages {
  if (options.mode === 'final') refuseChanges(statement)
  const typesetter = new Typesetter('statement', templates)
  const data = pageData(statement, about, options)
  return typesetter.pages(settle(typesetter, (reserve) => typesetter.set({ ...data, reserve })), about.time)
}

/** More lines than a page has; then nothing helps, and the pages stay as they were first. */
const MOST_RESERVED = 36

/** Sets the pages, with more and more lines reserved while the place, date and signatures stand alone on one. */
function settle(typesetter: Typesetter, set: (reserve: number) => NodeTypstDocument): NodeTypstDocument {
  const first = set(0)
  if (!isEndingAlone(typesetter, first)) return first
  for (let reserve = 2; reserve <= MOST_RESERVED; reserve += 2) {
    const next = set(reserve)
    if (!isEndingAlone(typesetter, next)) return next
  }
  return first
}

/** Whether the place, date and signatures end on another page than the text before them. */
function isEndingAlone(typesetter: Typesetter, document: NodeTypstDocument): boolean {
  const textEnds = typesetter.marks<number>(document, 'text-end')
  return typesetter.marks<number>(document, 'ending').some((page, index) => textEnds[index] !== undefined && page !== textEnds[index])
}

/** The PDF of a statement; see `setPages`. */
export function writePdf(
  statement: Statement, about: ExportAbout, options: ExportOptions, templates: string,
): { bytes: Uint8Array; pages: number } {
  const set = setPages(statement, about, options, templates)
  return { bytes: set.pdf(), pages: set.pages }
}
