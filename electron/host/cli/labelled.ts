// A comparison with every paragraph's number as literal text in front of it, as the command line prints it. The comparison
// itself keeps numbers apart, so that renumbering is no change of a text; here it shows, like any other words.
import type { ComparedParagraph, Comparison, Row, RowCounts, WordOp } from '../../../shared/model/comparison.ts'

export interface LabelledComparison {
  old: { paragraphs: string[] }
  new: { paragraphs: string[] }
  rows: Row[]
  counts: RowCounts
}

/** The comparison as it is printed; a row whose number alone changed counts as edited. */
export function withLabels(comparison: Comparison): LabelledComparison {
  const rows = comparison.rows.map((row) => labelRow(row, comparison.old.paragraphs, comparison.new.paragraphs))
  const counts: RowCounts = { same: 0, edited: 0, inserted: 0, deleted: 0, moved: 0, split: 0, merged: 0 }
  for (const row of rows) counts[row.kind]++
  return {
    old: { paragraphs: comparison.old.paragraphs.map((paragraph) => prefix(paragraph) + paragraph.text) },
    new: { paragraphs: comparison.new.paragraphs.map((paragraph) => prefix(paragraph) + paragraph.text) },
    rows,
    counts,
  }
}

const prefix = ({ label }: ComparedParagraph): string => (label === null ? '' : `${label} `)

/** Labels of one side still to be written, by the offset at which their paragraph starts in the row's text. */
class DueLabels {
  readonly #at: { offset: number; label: string }[] = []
  #position = 0

  constructor(indexes: readonly number[], paragraphs: readonly ComparedParagraph[]) {
    let offset = 0
    for (const index of indexes) {
      const paragraph = paragraphs[index]!
      const label = prefix(paragraph)
      if (label !== '') this.#at.push({ offset, label })
      // One more for the line break that joins the paragraphs of a split or merge.
      offset += paragraph.text.length + 1
    }
  }

  /** The label due here, if any; it stays due until taken. */
  get here(): string | null {
    const next = this.#at[0]
    return next?.offset === this.#position ? next.label : null
  }

  take(): string {
    return this.#at.shift()!.label
  }

  /** How far one may go before the next label is due. */
  get stretch(): number {
    const next = this.#at[0]
    return next === undefined || next.offset <= this.#position ? Infinity : next.offset - this.#position
  }

  advance(length: number): void {
    this.#position += length
  }
}

function labelRow(row: Row, old: readonly ComparedParagraph[], later: readonly ComparedParagraph[]): Row {
  const oldDue = new DueLabels(row.old, old)
  const newDue = new DueLabels(row.new, later)
  const ops: WordOp[] = []
  const put = (op: WordOp['op'], text: string, typographic: true | undefined) => {
    if (text === '') return
    const last = ops.at(-1)
    if (last?.op === op) {
      last.text += text
      if (!typographic) delete last.typographic
    } else ops.push({ op, text, ...(typographic && { typographic }) })
  }
  const putLabels = () => {
    if (oldDue.here !== null && oldDue.here === newDue.here) {
      put('equal', oldDue.take(), undefined)
      newDue.take()
    }
    if (oldDue.here !== null) put('delete', oldDue.take(), true)
    if (newDue.here !== null) put('insert', newDue.take(), true)
  }
  for (const { op, text, typographic } of row.ops) {
    let rest = text
    while (rest !== '') {
      putLabels()
      const length = Math.min(rest.length, op === 'insert' ? Infinity : oldDue.stretch, op === 'delete' ? Infinity : newDue.stretch)
      put(op, rest.slice(0, length), typographic)
      if (op !== 'insert') oldDue.advance(length)
      if (op !== 'delete') newDue.advance(length)
      rest = rest.slice(length)
    }
  }
  putLabels()
  const renumbered = row.kind === 'same' && ops.some(({ op }) => op !== 'equal')
  return { ...row, kind: renumbered ? 'edited' : row.kind, ops }
}
