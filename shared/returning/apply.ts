// Writes another hand's edits into a paragraph as tracked changes. What is open in it already stays open and keeps its meaning.
import type { Block, Restyling, Revision, RevisionBy, Run } from '../model/statement.ts'
import { isDeleted, joinRuns, switchMarks, withMark, withRevisions, withStyle } from '../redline/runs.ts'
import type { Group } from './groups.ts'
import type { Piece } from './pieces.ts'

/** Makes the revisions of edits that came back; one that spanned several places stays one. */
export class Scribe {
  readonly newId: () => string
  private readonly made = new Map<string, string>()

  constructor(newId: () => string) {
    this.newId = newId
  }

  /** An id here for one there. */
  id(key: string): string {
    const known = this.made.get(key)
    if (known !== undefined) return known
    const id = this.newId()
    this.made.set(key, id)
    return id
  }

  revision(kind: Revision['kind'], by: NonNullable<Piece['by']>): Revision {
    const { move } = by
    return { ...this.signed(by, kind), kind, ...(move !== undefined && { move: this.id(`move ${move}`) }) }
  }

  restyling({ marks, ...by }: Restyling): Restyling {
    return { ...this.signed(by, 'format'), marks }
  }

  signed({ id, author, delegation, time, group, reason }: RevisionBy, kind: string): RevisionBy {
    return {
      id: this.id(`${kind} ${id}`), author, delegation, time,
      ...(group !== undefined && { group: this.id(`group ${group}`) }), ...(reason !== undefined && { reason }),
    }
  }
}

/**
 * The paragraph's blocks with the pieces written in. The equal and deleted pieces spell the paragraph as it reads; `joined`
 * takes its end away. A new paragraph becomes a block of its own before the rest, as a split does.
 */
export function applyPieces(group: Group, pieces: readonly Piece[], joined: RevisionBy | null, scribe: Scribe): Block[] {
  const done: Block[] = []
  const reader = new LiveReader(group)
  let runs: Run[] = []
  /** Whether the block being written holds nothing but what came in. */
  let isAllNew = true
  const pass = ({ run, ended }: Passed) => {
    if (run) runs.push(run)
    else {
      done.push({ ...ended, runs: joinRuns(runs) })
      runs = []
    }
    isAllNew = run === undefined
  }

  for (const piece of pieces) {
    if (piece.op === 'insert') {
      const revision = scribe.revision('insertion', piece.by!)
      if (!piece.end) {
        const { text, marks, comments } = piece
        runs.push({ text, ...(marks && { marks }), revisions: [revision], ...(comments && { comments }) })
        continue
      }
      const head = isAllNew ? piece.end : reader.block
      done.push(withMark({ ...head, id: scribe.newId(), runs: joinRuns(runs) }, [revision]))
      runs = []
      isAllNew = true
      continue
    }
    for (const passed of reader.take(piece.text.length)) {
      pass(passed.run && isLive(passed.run) ? { run: edited(passed.run, piece, scribe) } : passed)
    }
  }
  for (const passed of reader.take(Infinity)) pass(passed)
  const last = group.blocks.at(-1)!
  const mark = joined ? [...(last.mark ?? []), scribe.revision('deletion', joined)] : last.mark ?? []
  return [...done, withMark({ ...last, runs: joinRuns(runs) }, mark)]
}

function edited(run: Run, { op, by, restyled, comments }: Piece, scribe: Scribe): Run {
  const noted = comments ? { ...run, comments: [...new Set([...(run.comments ?? []), ...comments])] } : run
  if (op === 'delete') return withRevisions(noted, [...(run.revisions ?? []), scribe.revision('deletion', by!)])
  if (!restyled) return noted
  // A mark that an open change here switches already is not switched once more.
  const taken = (run.restyled ?? []).flatMap((one) => one.marks)
  const fresh = restyled
    .map((one) => ({ ...one, marks: one.marks.filter((mark) => !taken.includes(mark)) }))
    .filter((one) => one.marks.length > 0)
  const marks = switchMarks(run.marks, fresh.flatMap((one) => one.marks))
  return withStyle(noted, marks, [...(run.restyled ?? []), ...fresh.map((one) => scribe.restyling(one))])
}

const isLive = (run: Run) => !isDeleted(run.revisions)

type Passed = { run: Run; ended?: undefined } | { run?: undefined; ended: Block }

/** Reads a paragraph by its live letters; deleted text and ends inside it come along where they stand. */
class LiveReader {
  private readonly group: Group
  private at = 0
  private run = 0
  private used = 0

  constructor(group: Group) {
    this.group = group
  }

  /** The block being read. */
  get block(): Block {
    return this.group.blocks[this.at]!
  }

  *take(length: number): Generator<Passed> {
    let left = length
    while (left > 0) {
      const run = this.block.runs[this.run]
      if (!run) {
        if (this.at === this.group.blocks.length - 1) return
        yield { ended: this.block }
        this.at++
        this.run = 0
        continue
      }
      const size = isLive(run) ? Math.min(left, run.text.length - this.used) : run.text.length
      const text = run.text.slice(this.used, this.used + size)
      this.used += size
      if (isLive(run)) left -= size
      if (this.used === run.text.length) {
        this.run++
        this.used = 0
      }
      if (text !== '') yield { run: { ...run, text } }
    }
  }
}
