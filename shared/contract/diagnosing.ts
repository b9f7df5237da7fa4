// Operations of the diagnostic bundle: what tells an engineer how Alternat is, without a word of what it holds.
import { exportIdSchema, type ExportId } from '../model/ids.ts'
import { z } from '../model/schema.ts'
import type { SavedExport } from './exporting.ts'
import { jobSchema, read, write } from './operation.ts'

/** One file of the bundle. */
export interface DiagnosisEntry {
  name: string
  text: string
}

export interface Diagnosis {
  id: ExportId
  fileName: string
  entries: DiagnosisEntry[]
}

export const diagnosingOperations = {
  /** Checks the library whole and gathers the bundle, for the officer to look at. */
  'diagnosis.build': read<Diagnosis>()(z.strictObject({ job: jobSchema.optional() })),
  /** Writes the bundle as it was shown where the officer chooses, or hands its bytes over as a download. */
  'diagnosis.save': write<SavedExport>()(z.strictObject({ id: exportIdSchema })),
}
