// Comparing and reporting in a worker: names and figures of two long texts keep a thread busy for a second.
import type { ComparedText } from '../../../shared/model/comparison.ts'
import type { Report } from '../../../shared/model/report.ts'
import { compareTexts } from '../../../shared/redline/index.ts'
import { reportOf, type BookGiven } from '../../../shared/reporting/index.ts'
import type { Task } from '../jobs/task.ts'

const STAGES = 2

export const reportTask: Task<{ old: ComparedText; new: ComparedText; book: BookGiven }, Report> = ({ old, new: now, book }, report) => {
  report('compare', 0, STAGES)
  const comparison = compareTexts(old, now)
  report('report', 1, STAGES)
  const made = reportOf(comparison, book)
  report('report', STAGES, STAGES)
  return made
}
