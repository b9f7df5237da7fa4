// Operations that make a DOCX or PDF: built first, looked at, then saved.
import { z } from '../model/schema.ts'
import { exportIdSchema, type ExportId } from '../model/ids.ts'
import { MOST_FILES } from './batches.ts'
import { textRefSchema } from './comparing.ts'
import { jobSchema, read, write } from './operation.ts'

export const exportOptionsSchema = z.strictObject({
  format: z.enum(['docx', 'pdf']),
  /** `final`: no change, no comment, no internal name. `redline`: changes shown. */
  mode: z.enum(['final', 'redline']),
  /** What a final export does with changes that are still open. */
  openChanges: z.enum(['refuse', 'accept', 'reject']).default('refuse'),
  lineNumbers: z.boolean().default(false),
  /** Names in the file: `delegation` writes the delegation only, `author` the person too. */
  attribution: z.enum(['delegation', 'author']).default('author'),
  /** Codes of the delegations that a redline names; all of them where it is absent. Changes of others are nobody's. */
  named: z.array(z.string().min(1).max(12)).max(250).optional(),
  /** What stands beside the text of a redline; without it nothing. `reasons` are those given for changes. */
  comments: z.enum(['none', 'reasons', 'all']).optional(),
  /** Writes moves as a deletion and an insertion, for programs that know no moves. */
  movesApart: z.boolean().optional(),
  /** A redline of a draft as DOCX says, without names, which draft and version it holds, to be recognised when it returns. */
  traceable: z.boolean().optional(),
})
export type ExportOptions = z.infer<typeof exportOptionsSchema>

/** What is exported: one text, the redline between two, or the report on them, in the language of who reads it. */
export const exportSourceSchema = z.union([
  z.strictObject({ text: textRefSchema }),
  z.strictObject({ old: textRefSchema, new: textRefSchema }),
  z.strictObject({ report: z.strictObject({ old: textRefSchema, new: textRefSchema, words: z.enum(['ru', 'en']) }) }),
])
export type ExportSource = z.infer<typeof exportSourceSchema>

export interface BuiltExport {
  id: ExportId
  /** Suggested file name with its ending. */
  fileName: string
  bytes: number
  pages: number
  openChanges: number
}

export type SavedExport = { kind: 'saved'; path: string } | { kind: 'cancelled' } | { kind: 'download'; fileName: string; data: string }

const cell = z.string().max(4000)

export const exportingOperations = {
  'export.build': read<BuiltExport>()(z.strictObject({ source: exportSourceSchema, options: exportOptionsSchema, job: jobSchema.optional() })),
  /** One page of the built file as an SVG picture, from 1. */
  'export.page': read<{ svg: string }>()(z.strictObject({ id: exportIdSchema, page: z.int().min(1).max(5000) })),
  /**
   * Writes the built file where the officer chooses (desktop), or hands its bytes over as a download, base64 (browser). The
   * draft behind a redline as DOCX is kept as it was sent, as a version with the name `sentAs`.
   */
  'export.save': write<SavedExport>()(z.strictObject({ id: exportIdSchema, sentAs: z.string().min(1).max(200).optional() })),
  /** Writes a list of the screen as CSV where the officer chooses, or hands it over as a download; the cells as the screen words them. */
  'table.save': read<SavedExport>()(z.strictObject({
    name: z.string().min(1).max(200), language: z.enum(['ru', 'en']), rows: z.array(z.array(cell).min(1).max(20)).min(1).max(MOST_FILES + 1),
  })),
}
