// A redline: the later text with every difference to the earlier one as a tracked change, so that rejecting all gives the
// earlier text and accepting all the later one. Numbers become part of the text, and a changed number is a change.
//
// Rows in place keep their paragraph and track its words; a split or merge is a change of paragraph ends, a paragraph that
// became a heading is recast. What has no partner is deleted or inserted as a whole. What moved is deleted at its old place
// and stands, inserted, at its new one, where its words are tracked too.
import type { ComparedParagraph, ComparedText, Comparison, Row, WordOp } from '../model/comparison.ts'
import { labelBlocks, type NumberingProfile } from '../model/numbering.ts'
import type { Block, Recasting, Revision, Run, Statement } from '../model/statement.ts'
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
    if (step.ops) {
      const blocks = tracked(before, after, step.ops, revisions)
      return step.move === null ? blocks : blocks.map((block) => under(block, revisions.half('insertion', step.move!)))
    }
    if (step.move !== null) return before.map(({ block }) => under(block, revisions.half('deletion', step.move!)))
    const group = revisions.group()
    return [
      ...before.map(({ block }) => under(block, revisions.make('deletion', group))),
      ...after.map(({ block }) => under(block, revisions.make('insertion', group))),
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

  /** One half of move `move`. */
  half(kind: Revision['kind'], move: number): Revision {
    return { id: `r${++this.made}`, kind, ...this.by, move: `m${move}` }
  }

  recasting({ kind, level }: Block): Recasting {
    return { id: `r${++this.made}`, ...this.by, was: { kind, ...(level !== undefined && { level }) } }
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
  /** The move that this is one half of: the old place where there are no `ops`, else the new one. */
  move: number | null
}

/** Rows as steps that keep the order of both sides. */
function steps(rows: readonly Row[]): Step[] {
  const moved = rows.filter((row) => row.kind === 'moved')
  const away = moved.flatMap((row, move) => row.old.map((at) => ({ at, move }))).sort((a, b) => a.at - b.at)
  const found: Step[] = []
  let next = 0
  const leave = (end: number) => {
    for (; next < away.length && away[next]!.at < end; next++) {
      const { at, move } = away[next]!
      found.push({ old: [at], new: [], ops: null, move })
    }
  }
  for (const row of rows) {
    if (row.kind === 'moved') found.push({ old: row.old, new: row.new, ops: row.ops, move: moved.indexOf(row) })
    else {
      if (row.old.length > 0) leave(row.old[0]!)
      const ops = row.old.length > 0 && row.new.length > 0 ? row.ops : null
      found.push({ old: row.old, new: row.new, ops, move: null })
    }
  }
  leave(Infinity)
  return found
}

/** A block whose every letter, and its end, lie under one more revision: what is done to them is done inside it. */
function under(block: Block, revision: Revision): Block {
  const runs = block.runs.map((run) => withRevisions(run, [revision, ...(run.revisions ?? [])]))
  return withMark({ ...block, runs: joinRuns(runs) }, [revision, ...(block.mark ?? [])])
}

/**
 * One match as blocks with tracked words. A paragraph end of one side only is an inserted or deleted end. Joined paragraphs
 * take the properties of the last, so it is the last of both sides that tell whether the paragraph was recast.
 */
function tracked(
  before: readonly Paragraph[], after: readonly Paragraph[], ops: readonly WordOp[], revisions: Revisions,
): Block[] {
  const old = new Side(before)
  const current = new Side(after)
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
    for (const piece of current.take(inserted)) {
      if (piece.runs) runs.push(...piece.runs.map((run) => withRevisions(run, [insertion!])))
      else end(piece.ended, [insertion!])
    }
  }
  const keep = (length: number) => {
    old.take(length)
    for (const { runs: kept } of current.take(length)) runs.push(...(kept ?? []))
  }

  if (before[0]!.label === after[0]!.label) keep(after[0]!.label.length)
  else change(before[0]!.label.length, after[0]!.label.length)
  for (let at = 0; at < ops.length; at++) {
    const { op, text } = ops[at]!
    if (op === 'equal') keep(text.length)
    else if (op === 'delete' && ops[at + 1]?.op === 'insert') change(text.length, ops[++at]!.text.length)
    else change(op === 'delete' ? text.length : 0, op === 'insert' ? text.length : 0)
  }
  const was = before.at(-1)!.block
  const now = after.at(-1)!.block
  const same = was.kind === now.kind && (was.level ?? 1) === (now.level ?? 1)
  end(same ? now : { ...now, recast: revisions.recasting(was) }, [])
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
