// Sets a report with Typst, in a page style beside the one of statements.
import { sanitized } from '../text.ts'
import type { ReportDocument } from '../report/document.ts'
import { Typesetter, type SetPages } from './typst.ts'

/** A report on A4 pages; `time` is the ISO time of the export, `templates` the folder `templates/`. */
export function setReport(document: ReportDocument, time: string, templates: string): SetPages {
  const typesetter = new Typesetter('report', templates)
  return typesetter.pages(typesetter.set(clean(document)), time)
}

/** Every text of it as a page can hold it. */
const clean = (document: ReportDocument): unknown =>
  JSON.parse(JSON.stringify(document), (_, value: unknown) => (typeof value === 'string' ? sanitized(value) : value))
