// Builds an export off the main thread: settles the changes as asked, writes the file, sets the pages for the preview.
import { AppError } from '../../../shared/contract/error.ts'
import type { ExportOptions } from '../../../shared/contract/exporting.ts'
import type { Report } from '../../../shared/model/report.ts'
import type { Statement } from '../../../shared/model/statement.ts'
import { acceptAll, countChanges, redline, rejectAll, type RedlineBy } from '../../../shared/redline/index.ts'
import type { ExportAbout } from '../formats/about.ts'
import { namingOnly } from '../formats/named.ts'
import { writeReportDocx } from '../formats/docx/report.ts'
import { writeDocx } from '../formats/docx/write.ts'
import { setReport } from '../formats/pdf/report.ts'
import { setPages } from '../formats/pdf/write.ts'
import { reportDocument } from '../formats/report/document.ts'
import type { Task } from '../jobs/task.ts'
import { packPage } from './preview.ts'

export interface ExportInput {
  source: { text: Statement } | { old: Statement; new: Statement; by: RedlineBy }
  about: ExportAbout
  options: ExportOptions
  /** Full path of the folder `templates/`. */
  templates: string
}

export interface ExportOutput {
  bytes: Uint8Array
  pages: number
  /** Pages as packed SVG, in order; see `previewPage`. */
  previews: Uint8Array[]
  openChanges: number
}

const STAGES = 4

export const exportTask: Task<ExportInput, ExportOutput> = async ({ source, about, options, templates }, report) => {
  report('changes', 0, STAGES)
  const whole = statementFor(source, options)
  const statement = options.mode === 'redline' && options.named ? namingOnly(whole, options.named) : whole
  report('pages', 1, STAGES)
  const set = setPages(statement, about, options, templates)
  report('file', 2, STAGES)
  const bytes = options.format === 'pdf' ? set.pdf() : await writeDocx(statement, about, options)
  report('preview', 3, STAGES)
  const previews = set.svgs().map(packPage)
  return { bytes, pages: set.pages, previews, openChanges: countChanges(statement) }
}

export interface ReportFileInput {
  report: Report
  words: 'ru' | 'en'
  format: ExportOptions['format']
  /** ISO time of the export. */
  time: string
  /** Full path of the folder `templates/`. */
  templates: string
}

export const reportFileTask: Task<ReportFileInput, ExportOutput> = async ({ report: made, words, format, time, templates }, report) => {
  report('pages', 0, STAGES)
  const document = reportDocument(made, words)
  const set = setReport(document, time, templates)
  report('file', 2, STAGES)
  const bytes = format === 'pdf' ? set.pdf() : await writeReportDocx(document)
  report('preview', 3, STAGES)
  return { bytes, pages: set.pages, previews: set.svgs().map(packPage), openChanges: 0 }
}

/** What the file holds: the changes themselves in a redline, one settled text in a final copy. */
export function statementFor(
  source: ExportInput['source'], { mode, openChanges }: Pick<ExportOptions, 'mode' | 'openChanges'>,
): Statement {
  if (mode === 'redline') return 'text' in source ? source.text : redline(source.old, source.new, source.by)
  const text = 'text' in source ? source.text : source.new
  if (openChanges === 'accept') return acceptAll(text)
  if (openChanges === 'reject') return rejectAll(text)
  const open = countChanges(text)
  if (open > 0) throw new AppError('open-changes', 'the text has open changes', { open })
  return text
}
