// A DOCX with all its changes accepted, or all rejected. A dead paragraph end joins its paragraph to the next one, whose
// properties survive; at the end of a cell or of the text there is nothing to join, and what is left empty goes.
import type { RawParagraph } from '../../../../shared/model/proposal.ts'
import type { Revision, Run, TextMark } from '../../../../shared/model/statement.ts'
import { labelCounter } from './numbering.ts'
import type { DocxParagraph, DocxText, View } from './types.ts'

/** Whether revisions take their subject away in a view. */
export function isDead(revisions: readonly Revision[] | undefined, view: View): boolean {
  const killing = view === 'accepted' ? 'deletion' : 'insertion'
  return revisions?.some(({ kind }) => kind === killing) ?? false
}

interface Shown {
  runs: Run[]
  /** The paragraph in the file: of several that were joined the last one, whose properties survive. */
  paragraph: DocxParagraph
  label: string | null
  /** Count of the paragraph in the file, from 1: of the first one where several were joined. */
  count: number
}

/** The paragraphs of a view, with the numbers that Word shows in it. */
export function show(doc: Pick<DocxText, 'paragraphs' | 'numbering'>, view: View): Shown[] {
  const shown: Shown[] = []
  const label = labelCounter(doc.numbering)
  let carried: { runs: Run[]; count: number } | null = null
  doc.paragraphs.forEach((paragraph, index) => {
    const runs = [...(carried?.runs ?? []), ...paragraph.runs.filter((run) => !isDead(run.revisions, view))]
    const count = carried?.count ?? index + 1
    const dead = isDead(paragraph.mark, view)
    if (dead && !paragraph.last) {
      carried = { runs, count }
      return
    }
    carried = null
    if (dead && runs.length === 0) return
    shown.push({ runs, paragraph, count, label: paragraph.list ? label(paragraph.list) : null })
  })
  return shown
}

/** The paragraphs' texts in a view, without their numbers; empty ones included. */
export function docxParagraphs(doc: DocxText, view: View): string[] {
  return show(doc, view).map(({ runs }) => runs.map((run) => run.text).join(''))
}

/** A number longer than this is words, and part of the text ("Annex No. 1 to the Agreement"). */
export const LONGEST_LABEL = 20

/** What segmentation starts from: paragraphs that hold text, with what the file says about each. */
export function toRawParagraphs(doc: DocxText, view: View): RawParagraph[] {
  return show(doc, view).flatMap(({ runs, paragraph, label, count }) => {
    const text = runs.map((run) => run.text).join('')
    if (text.trim() === '') return []
    const isLong = label !== null && label.length > LONGEST_LABEL
    const number = isLong ? `${label} ` : ''
    const marks = markRanges(runs, number.length)
    const hint = {
      ...(paragraph.heading ? { heading: paragraph.heading } : {}),
      ...(paragraph.title ? { title: true } : {}),
      ...(paragraph.centered ? { centered: true } : {}),
      ...(paragraph.cell ? { cell: true } : {}),
      ...(label !== null && !isLong ? { label } : {}),
      ...(marks.length > 0 ? { marks } : {}),
    }
    return [{ text: number + text, line: count, ...(Object.keys(hint).length > 0 ? { hint } : {}) }]
  })
}

/** Marks that a person types: "*", "[1]", "12 ". */
const OWN_MARK = /^(?:\[?[^\s\p{L}\p{N}«“"(]{1,3}\]?|\[\p{N}{1,3}\]|\p{N}{1,3}(?=\s))/u

/** The notes that stand below the text, each with its mark in front; further paragraphs of a note have none. */
export function toRawNotes(doc: DocxText, view: View): RawParagraph[][] {
  return (doc.noted ?? []).map(({ mark, paragraphs }) =>
    toRawParagraphs({ ...doc, paragraphs }, view).map(({ text, line, hint }, index): RawParagraph => {
      const words = text.trimStart()
      const label = hint?.label ? `${hint.label} ` : ''
      const own = mark ?? OWN_MARK.exec(words)?.[0] ?? ''
      const before = index === 0 && mark !== null ? `${mark} ${label}` : label
      const by = before.length - (text.length - words.length)
      const marks = hint?.marks?.map((range) => ({ ...range, from: Math.max(0, range.from + by), to: Math.max(0, range.to + by) }))
      return { text: before + words, line, hint: { note: index === 0 ? own : '', ...(marks && { marks }) } }
    }))
}

const MAX_MARKS = 5000

function markRanges(runs: readonly Run[], from: number): { from: number; to: number; mark: TextMark }[] {
  const ranges: { from: number; to: number; mark: TextMark }[] = []
  let at = from
  for (const run of runs) {
    const to = at + run.text.length
    for (const mark of run.marks ?? []) {
      const before = ranges.findLast((range) => range.mark === mark)
      if (before?.to === at) before.to = to
      else ranges.push({ from: at, to, mark })
    }
    at = to
  }
  return ranges.slice(0, MAX_MARKS)
}
