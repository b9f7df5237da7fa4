// Depth of headings, and how a document counts its sections, clauses and items.
import type { NumberingProfile } from '../model/numbering.ts'
import { readLabel, type LabelKind } from './labels.ts'

export interface Placed {
  role: string
  label?: string | undefined
  /** Depth that a word processor's style gives. */
  styled?: number | undefined
}

interface Open { kind: LabelKind; value: number; level: number }

const labelOf = (paragraph: Placed) => readLabel(paragraph.label ? `${paragraph.label} ` : '')
const keyOf = (kind: LabelKind, value: number) => `${kind} ${value}`

/** The level of every heading, by its index among `paragraphs`. */
export function headingLevels(paragraphs: readonly Placed[]): Map<number, number> {
  const levels = new Map<number, number>()
  const places = paragraphs.flatMap((paragraph, index) => (paragraph.role === 'heading' ? [index] : []))
  const styled = places.length > 0 && places.every((index) => paragraphs[index]!.styled !== undefined)
  const top = styled ? Math.min(...places.map((index) => paragraphs[index]!.styled!)) : 0
  const labels = places.map((index) => labelOf(paragraphs[index]!))
  /** Where each number stands for the last time. */
  const lastAt = new Map(labels.flatMap((label, order) => (label ? [[keyOf(label.kind, label.value), order] as const] : [])))
  const levelWith = new Map<string, number>()
  let last: { index: number; level: number } | null = null
  let numbered: Open | null = null
  let roman: Open | null = null
  for (const [order, index] of places.entries()) {
    const label = labels[order]!
    let level = 1
    if (styled) level = paragraphs[index]!.styled! - top + 1
    else if (label) {
      // The next of its kind stands where that one stood; a first one opens under the heading right above it, or, being a
      // letter or an Arabic figure, under the Roman one.
      const outer: Open | null = label.kind === 'letter' || label.kind === 'arabic' ? roman : null
      level = levelWith.get(keyOf(label.kind, label.value - 1)) ?? (last?.index === index - 1 ? last.level + 1 : outer ? outer.level + 1 : 1)
    } else if (last?.index === index - 1) level = last.level + 1
    else if (numbered && (lastAt.get(keyOf(numbered.kind, numbered.value + 1)) ?? -1) > order) {
      // Between II and III an unnumbered heading belongs to II.
      level = numbered.level + 1
    }
    level = Math.min(6, level)
    levels.set(index, level)
    last = { index, level }
    if (!label) continue
    numbered = { kind: label.kind, value: label.value, level }
    if (label.kind === 'roman') roman = numbered
    levelWith.set(keyOf(label.kind, label.value), level)
  }
  return levels
}

/** The profile that the labels follow. */
export function numberingOf(paragraphs: readonly Placed[]): NumberingProfile {
  const labels = (role: string) => paragraphs.flatMap((paragraph) => {
    const label = paragraph.role === role ? labelOf(paragraph) : null
    return label ? [label] : []
  })
  const sections = labels('heading')
  const clauses = labels('clause')
  const items = labels('item')
  const restarts = clauses.filter((label, i) => i > 0 && label.value === 1 && clauses[i - 1]!.value > 1).length
  const unnumbered = paragraphs.filter((paragraph) => paragraph.role === 'clause').length - clauses.length
  const sectionsBy = (kind: LabelKind) => sections.some((label) => label.kind === kind)
  return {
    sections: sectionsBy('roman') ? 'roman' : sectionsBy('arabic') ? 'arabic' : 'none',
    clauses: clauses.length <= unnumbered ? 'none' : restarts > 0 ? 'by-section' : 'continuous',
    items: items.length === 0 ? 'none'
      : /bullet|dash/u.test(items[0]!.kind) ? 'bullet' : items[0]!.kind.startsWith('letter') ? 'letter' : 'parenthesis',
  }
}
