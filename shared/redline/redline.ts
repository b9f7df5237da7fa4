// A redline: the later text with every difference to the earlier one as a tracked change, so that rejecting all gives the
// earlier text and accepting all the later one. Numbers become part of the text, and a changed number is a change.
//
// Rows in place keep their paragraph and track its words; a split or merge is a change of paragraph ends. What has no
// partner, what moved, and a pair of two kinds (a paragraph that became a heading) is deleted as a whole and inserted as a
// whole: a change of kind has no revision of its own.
import type { ComparedParagraph, ComparedText, Comparison, Row, WordOp } from '../model/comparison.ts'
import { labelBlocks, type NumberingProfile } from '../model/numbering.ts'
import type { Block, Revision, Run, Statement } from '../model/statement.ts'
import { compareTexts } from './compare.ts'
import { comparedText } from './comparedText.ts'
import { acceptAll } from './resolve.ts'
import { joinRuns, sliceRuns, withMark, withRevisions } from './runs.ts'

/** Who the changes are by. */
export type RedlineBy = Pick<Revision, 'author' | 'delegation' | 'time'>

const NOT_COUNTED: NumberingProfile = { sections: 'none', clauses: 'none', items: 'none' }

/** The redline between two statements, each taken with its own open changes accepted. */
export function redline(old: Statement, now: Statement, by: RedlineBy): Statement {
  const before = acceptAll(old)
  const after = acceptAll(now)
  const comparison = compareTexts(comparedText(before, ''), comparedText(after, ''))
  return build(comparison.rows, lettered(before), lettered(after), now.language, by)
}

/** The redline of a comparison already made; bold and italic and sources are not known here. */
export function redlineOfComparison({ old, new: now, rows }: Comparison, by: RedlineBy): Statement {
  const plain = ({ paragraphs }: ComparedText) =>
    paragraphs.map(({ kind, label, text }) => paragraphOf({ id: '', kind, runs: [{ text }] }, label))
  return build(rows, plain(old), plain(now), now.language, by)
}

/** A paragraph of one side: its block, with the number written out at the start of its runs. */
interface Paragraph {
  block: Block
  /** The number and the space after it, or nothing. */
  label: string
}

function paragraphOf(block: Block, label: ComparedParagraph['label']): Paragraph {
  const { label: _, mark: __, ...rest } = block
  const written = label === null ? '' : `${label} `
  return { block: { ...rest, runs: written ? [{ text: written }, ...block.runs] : block.runs }, label: written }
}

function lettered(statement: Statement): Paragraph[] {
  const labels = labelBlocks(statement.blocks, statement.numbering)
  return statement.blocks.map((block, index) => paragraphOf(block, labels[index]!))
}

function build(
  rows: readonly Row[], old: readonly Paragraph[], now: readonly Paragraph[], language: string, by: RedlineBy,
): Statement {
  const revisions = new Revisions(by)
  const blocks = steps(rows).flatMap((step) => {
    const before = step.old.map((at) => old[at]!)
    const after = step.new.map((at) => now[at]!)
    if (step.ops && sameEnd(before, after)) return tracked(before, after, step.ops, revisions)
    const group = revisions.group()
    return [
      ...before.map(({ block }) => wholly(block, revisions.make('deletion', group))),
      ...after.map(({ block }) => wholly(block, revisions.make('insertion', group))),
    ]
  })
  const numbered = blocks.map((block, index) => ({ ...block, id: `b${index + 1}` }))
  return { format: 1, language, numbering: NOT_COUNTED, blocks: numbered }
}

/** Revisions of one redline, numbered through. */
class Revisions {
  private readonly by: RedlineBy
  private made = 0
  private groups = 0

  constructor({ author, delegation, time }: RedlineBy) {
    this.by = { author, delegation, time }
  }

  make(kind: Revision['kind'], group: string): Revision {
    return { id: `r${++this.made}`, kind, ...this.by, group }
  }

  /** One for each act: what shares it is one change. */
  group(): string {
    return `g${++this.groups}`
  }
}

/** What happens to some paragraphs; without `ops` the old ones are deleted and the new ones inserted. */
interface Step {
  old: number[]
  new: number[]
  ops: WordOp[] | null
}

/** Rows as steps that keep the order of both sides: a move is a deletion at the old place and an insertion at the new one. */
function steps(rows: readonly Row[]): Step[] {
  const movedAway = rows.filter((row) => row.kind === 'moved').flatMap((row) => row.old).sort((a, b) => a - b)
  const found: Step[] = []
  let next = 0
  const leave = (end: number) => {
    for (; next < movedAway.length && movedAway[next]! < end; next++) found.push({ old: [movedAway[next]!], new: [], ops: null })
  }
  for (const row of rows) {
    if (row.kind === 'moved') found.push(...row.new.map((at) => ({ old: [], new: [at], ops: null })))
    else {
      if (row.old.length > 0) leave(row.old[0]!)
      found.push({ old: row.old, new: row.new, ops: row.old.length > 0 && row.new.length > 0 ? row.ops : null })
    }
  }
  leave(Infinity)
  return found
}

/** Joined paragraphs take the properties of the last, so the last of both sides must be of one kind; and single ones too. */
function sameEnd(before: readonly Paragraph[], after: readonly Paragraph[]): boolean {
  const old = before.at(-1)!.block
  const now = after.at(-1)!.block
  return old.kind === now.kind && (old.level ?? 1) === (now.level ?? 1)
}

function wholly(block: Block, revision: Revision): Block {
  return withMark({ ...block, runs: joinRuns(block.runs.map((run) => withRevisions(run, [revision]))) }, [revision])
}

/** One match as blocks with tracked words. A paragraph end of one side only is an inserted or deleted end. */
function tracked(
  before: readonly Paragraph[], after: readonly Paragraph[], ops: readonly WordOp[], revisions: Revisions,
): Block[] {
  const old = new Side(before)
  const now = new Side(after)
  const blocks: Block[] = []
  let runs: Run[] = []
  const end = (block: Block, mark: Revision[]) => {
    blocks.push(withMark({ ...block, runs: joinRuns(runs) }, mark))
    runs = []
  }
  /** One place of change: a deletion and the insertion that stands for it. */
  const change = (deleted: number, inserted: number) => {
    const group = revisions.group()
    const deletion = deleted > 0 ? revisions.make('deletion', group) : null
    const insertion = inserted > 0 ? revisions.make('insertion', group) : null
    for (const piece of old.take(deleted)) {
      if (piece.runs) runs.push(...piece.runs.map((run) => withRevisions(run, [deletion!])))
      else end(piece.ended, [deletion!])
    }
    for (const piece of now.take(inserted)) {
      if (piece.runs) runs.push(...piece.runs.map((run) => withRevisions(run, [insertion!])))
      else end(piece.ended, [insertion!])
    }
  }
  const keep = (length: number) => {
    old.take(length)
    for (const { runs: kept } of now.take(length)) runs.push(...(kept ?? []))
  }

  if (before[0]!.label === after[0]!.label) keep(after[0]!.label.length)
  else change(before[0]!.label.length, after[0]!.label.length)
  for (let at = 0; at < ops.length; at++) {
    const { op, text } = ops[at]!
    if (op === 'equal') keep(text.length)
    else if (op === 'delete' && ops[at + 1]?.op === 'insert') change(text.length, ops[++at]!.text.length)
    else change(op === 'delete' ? text.length : 0, op === 'insert' ? text.length : 0)
  }
  end(after.at(-1)!.block, [])
  return blocks
}

/** A stretch of runs, or the block whose end was passed. */
type Piece = { runs: Run[]; ended?: undefined } | { runs?: undefined; ended: Block }

/** Reads the paragraphs of one side from start to end. */
class Side {
  private readonly paragraphs: readonly Paragraph[]
  private current = 0
  private at = 0

  constructor(paragraphs: readonly Paragraph[]) {
    this.paragraphs = paragraphs
  }

  /** The next letters as the operations count them: an end is one, the numbers of later paragraphs come on top. */
  take(length: number): Piece[] {
    const pieces: Piece[] = []
    while (length > 0) {
      const { block } = this.paragraphs[this.current]!
      const left = block.runs.reduce((sum, run) => sum + run.text.length, 0) - this.at
      const taken = Math.min(left, length)
      if (taken > 0) pieces.push({ runs: sliceRuns(block.runs, this.at, this.at + taken) })
      this.at += taken
      length -= taken
      if (length === 0) break
      pieces.push({ ended: block })
      length--
      this.current++
      this.at = 0
      const number = this.paragraphs[this.current]!.label.length
      if (number > 0) pieces.push({ runs: sliceRuns(this.paragraphs[this.current]!.block.runs, 0, number) })
      this.at = number
    }
    return pieces
  }
}
