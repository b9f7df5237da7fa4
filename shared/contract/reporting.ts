// Operation that reports on two texts: fates, new language with its precedents, figures and names, verbs.
import type { Report } from '../model/report.ts'
import { z } from '../model/schema.ts'
import { textRefSchema } from './comparing.ts'
import { jobSchema, read } from './operation.ts'

export const reportingOperations = {
  /** Refuses texts in two languages with `languages-differ`. */
  'report.run': read<Report>()(z.strictObject({ old: textRefSchema, new: textRefSchema, job: jobSchema.optional() })),
}
