// Comparing in a worker: two long texts keep a thread busy for a fifth of a second.
import type { ComparedText, Comparison } from '../../../shared/model/comparison.ts'
import { compareTexts } from '../../../shared/redline/index.ts'
import type { Task } from '../jobs/task.ts'

export const compareTask: Task<{ old: ComparedText; new: ComparedText }, Comparison> = ({ old, new: now }, report) => {
  report('compare', 0, 1)
  const comparison = compareTexts(old, now)
  report('compare', 1, 1)
  return comparison
}
