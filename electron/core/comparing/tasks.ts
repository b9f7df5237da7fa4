// Comparing in a worker: two long texts keep a thread busy for a fifth of a second, and a hostile pair for many.
import type { ComparedText, Comparison } from '../../../shared/model/comparison.ts'
import { compareTexts } from '../../../shared/redline/index.ts'
import type { Task } from '../jobs/task.ts'

/** Pairing paragraphs and comparing their words take about as long. */
const HALF = 100
const PASSED = { pairs: 0, words: HALF }

export const compareTask: Task<{ old: ComparedText; new: ComparedText }, Comparison> = ({ old, new: now }, report) => {
  report('pairs', 0, 2 * HALF)
  const comparison = compareTexts(old, now, (stage, done, total) =>
    report(stage, PASSED[stage] + Math.floor((HALF * done) / Math.max(1, total)), 2 * HALF))
  report('words', 2 * HALF, 2 * HALF)
  return comparison
}
