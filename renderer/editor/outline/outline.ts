// The outline of a statement and its count of words, as it reads with every change accepted.
import { $blockNodes } from '../statement/blocks.ts'
import { $facts } from '../statement/state.ts'
import type { Session } from '../session/extension.ts'
import { $labels } from '../numbering/extension.ts'
import { $liveText } from '../tracking/live.ts'
import type { OutlineEntry } from '../types.ts'

/** Title and headings, in order. */
export function $outline(session: Session): OutlineEntry[] {
  const nodes = $blockNodes()
  const labels = $labels(session)
  return nodes.flatMap((node, blockIndex) => {
    const { kind, level } = $facts(node)
    if (kind !== 'heading' && kind !== 'title') return []
    const text = $liveText(node)
    if (text === '') return []
    return [{ blockIndex, label: labels[blockIndex] ?? null, text, level: kind === 'title' ? 0 : (level ?? 1) }]
  })
}

// A word of several parts ("water-energy", "Cap d’Ail") is one word, as Word counts; numbers are words too.
const WORD = /[\p{L}\p{N}]+(?:[-‑'’.,][\p{L}\p{N}]+)*/gu
const UNSPACED = /^(ja|zh|th|lo|km|my)\b/u

export function $wordCount(language: string): number {
  const texts = $blockNodes().map($liveText)
  if (!UNSPACED.test(language)) return texts.reduce((sum, text) => sum + (text.match(WORD)?.length ?? 0), 0)
  const words = new Intl.Segmenter(language, { granularity: 'word' })
  return texts.reduce((sum, text) => sum + [...words.segment(text)].filter((part) => part.isWordLike).length, 0)
}
