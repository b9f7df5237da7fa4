// Depth of headings, and how a document counts its sections, clauses and items.
import type { NumberingProfile } from '../model/numbering.ts'
import { readLabel, type LabelKind } from './labels.ts'

export interface Placed {
  role: string
  label?: string | undefined
  /** Depth that a word processor's style gives. */
  styled?: number | undefined
}

interface Open { kind: LabelKind | null; value: number; level: number }

const labelOf = (paragraph: Placed) => readLabel(paragraph.label ? `${paragraph.label} ` : '')

/** The level of every heading, by its index among `paragraphs`. */
export function headingLevels(paragraphs: readonly Placed[]): Map<number, number> {
  const levels = new Map<number, number>()
  const places = paragraphs.flatMap((paragraph, index) => (paragraph.role === 'heading' ? [index] : []))
  const styled = places.length > 0 && places.every((index) => paragraphs[index]!.styled !== undefined)
  const top = styled ? Math.min(...places.map((index) => paragraphs[index]!.styled!)) : 0
  const seen: Open[] = []
  let before: number | null = null
  for (const [order, index] of places.entries()) {
    const label = labelOf(paragraphs[index]!)
    const here: Open = { kind: label?.kind ?? null, value: label?.value ?? 0, level: 1 }
    const last = seen.at(-1)
    if (styled) here.level = Math.min(6, paragraphs[index]!.styled! - top + 1)
    else if (label) {
      // The next of its kind stands where that one stood; a first one opens under the heading right above it.
      const sibling = seen.findLast((open) => open.kind === here.kind && here.value === open.value + 1)
      here.level = sibling?.level ?? (last && before === index - 1 ? last.level + 1 : under(seen, label.kind))
    } else if (last && before === index - 1) here.level = last.level + 1
    else {
      // Between II and III an unnumbered heading belongs to II.
      const numbered = seen.findLast((open) => open.kind !== null)
      const rest = places.slice(order + 1).map((at) => labelOf(paragraphs[at]!))
      const goesOn = numbered && rest.some((next) => next?.kind === numbered.kind && next.value === numbered.value + 1)
      if (goesOn) here.level = numbered.level + 1
    }
    here.level = Math.min(6, here.level)
    seen.push(here)
    levels.set(index, here.level)
    before = index
  }
  return levels
}

/** Letters and Arabic figures below Roman ones, all others on top. */
function under(seen: readonly Open[], kind: LabelKind): number {
  const outer = kind === 'letter' || kind === 'arabic' ? seen.findLast((open) => open.kind === 'roman') : undefined
  return outer ? outer.level + 1 : 1
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
