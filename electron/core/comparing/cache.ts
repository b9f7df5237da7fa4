// Comparisons already made, by what the two texts say: going back to a pair, or from one view of it to another, costs nothing.
// In memory and for this session only, since drafts are confidential (ADR 14).
import { createHash } from 'node:crypto'
import type { ComparedText, Comparison } from '../../../shared/model/comparison.ts'

/** Letters of all texts held together. Beyond it those unused longest are let go. */
const ALL_LETTERS = 16 * 1024 * 1024

export interface ComparisonCache {
  /** What was found before for texts that say the same, under the names of these. */
  get(old: ComparedText, now: ComparedText): Comparison | null
  put(comparison: Comparison): void
}

type Found = Pick<Comparison, 'rows' | 'counts'> & { letters: number }

/** An empty cache for texts of at `most` so many letters. */
export function createComparisonCache(most: number = ALL_LETTERS): ComparisonCache {
  // A Map keeps the order of insertion: the first is the one unused longest.
  const found = new Map<string, Found>()
  let held = 0
  return {
    get(old, now) {
      const key = keyOf(old, now)
      const known = found.get(key)
      if (!known) return null
      found.delete(key)
      found.set(key, known)
      return { old, new: now, rows: known.rows, counts: known.counts }
    },
    put({ old, new: now, rows, counts }) {
      const key = keyOf(old, now)
      if (found.has(key)) return
      const letters = lettersOf(old) + lettersOf(now)
      if (letters > most) return
      found.set(key, { rows, counts, letters })
      held += letters
      for (const [oldest, { letters: freed }] of found) {
        if (held <= most) break
        found.delete(oldest)
        held -= freed
      }
    },
  }
}

const lettersOf = ({ paragraphs }: ComparedText) => paragraphs.reduce((sum, { text }) => sum + text.length, 0)

/** Names and dates say nothing about what differs; numbers do. */
function keyOf(old: ComparedText, now: ComparedText): string {
  const hash = createHash('sha256')
  for (const { paragraphs } of [old, now]) {
    for (const { label, text } of paragraphs) hash.update(JSON.stringify([label, text]))
    hash.update('\n')
  }
  return hash.digest('base64')
}
