// A text that was sent out comes back edited. What was done to it goes into the draft as tracked changes of those who did it,
// and what was changed here meanwhile stays. Where both changed the same words nothing is decided: the two wordings are told
// side by side, and the draft keeps ours until a person takes theirs.
import type { ComparedText, Row, WordOp } from '../model/comparison.ts'
import type { Block, RevisionBy, Statement } from '../model/statement.ts'
import { compareTexts } from '../redline/compare.ts'
import { wordDiff } from '../redline/wordDiff.ts'
import { applyPieces, Scribe } from './apply.ts'
import { mergeComments, newComments } from './comments.ts'
import { groupsOf, type Group } from './groups.ts'
import {
  END, isUntouched, returnedParagraphs, textReturned, textSent, type IsNew, type Piece, type ReturnedParagraph,
} from './pieces.ts'
import { cutAtEnds, opsToPieces } from './ops.ts'
import { rebase } from './rebase.ts'

/** Two wordings of one paragraph; ends of paragraphs are "\n". */
export interface ReturnConflict {
  /** Id of the paragraph's block in the text that was sent. */
  id: string
  sent: string
  /** null where the paragraph is gone here. */
  ours: string | null
  theirs: string
}

export interface Returning {
  /** The text as it was sent. */
  sent: Statement
  /** The text as it came back, with the names of its hands already those of this draft. */
  returned: Statement
  /** The draft as it stands. */
  current: Statement
  isNew: IsNew
  /** Whose changes are those that were made without tracking. */
  untracked: Pick<RevisionBy, 'author' | 'delegation' | 'time'>
  newId: () => string
  /** Paragraphs, by the ids of conflicts, in which theirs is taken; in all others ours stays. */
  takeTheirs: ReadonlySet<string>
}

export interface Returned {
  merged: Statement
  /** Every place where both changed the same words, decided or not. */
  conflicts: ReturnConflict[]
}

/** What is to be done around one paragraph of the text that was sent. */
interface Plan {
  before: Piece[][]
  pieces: Piece[]
  joined: RevisionBy | null
  recast: ReturnedParagraph['recast']
  behind: Piece[][]
}

/** Brings what was done to a returned text into the draft. */
export function mergeReturned(returning: Returning): Returned {
  const { sent, returned, current, isNew, untracked, newId, takeTheirs } = returning
  const scribe = new Scribe(newId)
  const was = groupsOf(sent)
  // Those that are here already came with the same file before.
  const fresh = newComments([...sent.comments ?? [], ...current.comments ?? []], returned.comments)
  const commentIds = new Map(fresh.map(({ id }) => [id, newId()]))
  const plans = planFor(was, returnedParagraphs(returned, isNew, commentIds), new Untracked(untracked))
  const groups = groupsOf(current)
  const places = new Map(was.map((group, index) => [group.id, index]))
  const ends = new Set(groups.map((group) => group.id))
  const blocks: Block[] = []
  const conflicts: ReturnConflict[] = []
  const put = (paragraphs: readonly Piece[][]) => blocks.push(...paragraphs.map((pieces) => paragraphOf(pieces, scribe)))
  let passed = -1
  /** Paragraphs that were sent and are gone here, or run on into others: what was done to them has no place of its own. */
  const passTo = (place: number) => {
    for (passed++; passed < place; passed++) {
      const group = was[passed]!
      if (ends.has(group.id)) continue
      const { before, pieces, behind } = plans[passed]!
      const home = groups.find(({ blocks: parts }) => parts.some((block) => block.id === group.id))
      put(before)
      if (pieces.some((piece) => piece.by) && textReturned(pieces) !== '') {
        conflicts.push(told(group, home?.text ?? null, pieces))
        if (takeTheirs.has(group.id)) put([[{ op: 'insert', text: textReturned(pieces), by: byOf(pieces) }]])
      }
      put(behind)
    }
  }

  for (const group of groups) {
    const place = places.get(group.id)
    if (place === undefined) {
      blocks.push(...group.blocks)
      continue
    }
    if (place > passed) passTo(place)
    const { before, pieces, joined, recast, behind } = plans[place]!
    put(before)
    const fitting = fit(was[place]!, group, pieces)
    if (fitting === null) {
      conflicts.push(told(was[place]!, group.text, pieces))
      const theirs = takeTheirs.has(group.id) ? opsToPieces(wordDiff(group.text, textReturned(pieces)), byOf(pieces)) : null
      blocks.push(...(theirs ? applyPieces(group, theirs, joined, scribe) : group.blocks))
    } else if (isUntouched(fitting) && !joined && !recast) blocks.push(...group.blocks)
    else blocks.push(...recastLast(applyPieces(group, fitting, joined, scribe), recast, scribe))
    put(behind)
  }
  passTo(was.length)
  const comments = [
    ...mergeComments(returned.comments, current.comments), ...fresh.map((comment) => ({ ...comment, id: commentIds.get(comment.id)! })),
  ]
  return { merged: { ...current, blocks, ...(comments.length > 0 && { comments }) }, conflicts }
}

/** Their pieces for the paragraph as it stands here; null where both changed the same words. */
function fit(was: Group, now: Group, pieces: readonly Piece[]): readonly Piece[] | null {
  if (isUntouched(pieces)) return []
  if (was.text === now.text) return pieces
  // Both say the same by now, by whatever steps they came there.
  if (now.text === textReturned(pieces)) {
    return noted([{ op: 'equal', text: now.text }], pieces.flatMap((piece) => piece.comments ?? []))
  }
  return rebase(pieces, wordDiff(was.text, now.text))
}

const told = (was: Group, ours: string | null, pieces: readonly Piece[]): ReturnConflict =>
  ({ id: was.id, sent: was.text, ours, theirs: textReturned(pieces).replaceAll(END, '\n') })

const byOf = (pieces: readonly Piece[]): NonNullable<Piece['by']> => pieces.find((piece) => piece.by)!.by!

/** A paragraph put in as a whole. */
function paragraphOf(pieces: readonly Piece[], scribe: Scribe): Block {
  const cast = pieces.find((piece) => piece.end)?.end ?? { kind: 'paragraph' as const }
  const empty: Group = { id: '', text: '', blocks: [{ id: '', ...cast, runs: [] }] }
  const [block] = applyPieces(empty, pieces.filter((piece) => !piece.end), null, scribe)
  return { ...block!, id: scribe.newId(), mark: [scribe.revision('insertion', byOf(pieces))] }
}

function recastLast(blocks: Block[], recast: ReturnedParagraph['recast'], scribe: Scribe): Block[] {
  const last = blocks.at(-1)!
  if (!recast) return blocks
  const { revision: { was, ...by }, now } = recast
  // Made something else here already, it stays that.
  if (last.recast || last.kind !== was.kind || (last.level ?? 1) !== (was.level ?? 1)) return blocks
  const { level: _, ...rest } = last
  return [...blocks.slice(0, -1), { ...rest, ...now, recast: { ...scribe.signed(by, 'format'), was } }]
}

/** Numbers the changes that nobody tracked. */
class Untracked {
  private readonly by: Pick<RevisionBy, 'author' | 'delegation' | 'time'>
  private made = 0

  constructor({ author, delegation, time }: Pick<RevisionBy, 'author' | 'delegation' | 'time'>) {
    this.by = { author, delegation, time }
  }

  next(): RevisionBy {
    return { id: `untracked ${++this.made}`, ...this.by }
  }
}

const asText = (texts: readonly string[]): ComparedText =>
  ({ name: '', language: '', date: null, paragraphs: texts.map((text) => ({ text, label: null, kind: 'paragraph' })) })

/** What is to be done with each paragraph that was sent. */
function planFor(was: readonly Group[], returned: readonly ReturnedParagraph[], untracked: Untracked): Plan[] {
  const plans = was.map((group): Plan =>
    ({ before: [], pieces: [{ op: 'equal', text: group.text }], joined: null, recast: null, behind: [] }))
  const { rows } = compareTexts(asText(was.map((group) => group.text)), asText(returned.map(({ pieces }) => textSent(pieces))))
  let waiting: Piece[][] = []
  let last: Plan | null = null
  const arrive = (place: number): Plan => {
    const plan = plans[place]!
    plan.before.push(...waiting)
    waiting = []
    last = plan
    return plan
  }
  for (const row of rows) {
    if (row.kind === 'inserted') waiting.push(...row.new.map((at) => whole(returned[at]!, untracked.next())))
    else if (row.kind === 'moved') moveAlong(row, was, returned, plans, waiting, untracked.next())
    else fate(row, was, returned, arrive, untracked)
    for (const at of row.new) if (returned[at]!.behind.length > 0) waiting.push(...paragraphsBehind(returned[at]!.behind))
  }
  if (last) (last as Plan).behind.push(...waiting)
  return plans
}

/** Rows in place: kept, edited, split, merged or deleted. */
function fate(
  row: Row, was: readonly Group[], returned: readonly ReturnedParagraph[], arrive: (place: number) => Plan, untracked: Untracked,
): void {
  const came = row.new.map((at) => returned[at]!)
  if (row.old.length === 1 && came.length === 1 && row.kind === 'same') {
    const { pieces, joined, recast } = came[0]!
    Object.assign(arrive(row.old[0]!), { pieces, joined, recast })
    return
  }
  const tracked = came.flatMap(({ pieces }) => pieces).find((piece) => piece.by)?.by
  const by = tracked ?? untracked.next()
  const before = row.old.map((at) => was[at]!.text).join(END)
  const after = came.map(({ pieces }) => textReturned(pieces)).join(END)
  const parts = cutAtEnds(wordDiff(before, after))
  row.old.forEach((at, index) => {
    const part = parts[index] ?? { ops: [], joined: false }
    const isGone = came.length === 0
    const ops: WordOp[] = isGone ? [{ op: 'delete', text: was[at]!.text }] : part.ops
    const comments = came[index]?.pieces.flatMap((piece) => piece.comments ?? []) ?? []
    Object.assign(arrive(at), {
      pieces: noted(opsToPieces(ops, by), comments), joined: isGone || part.joined ? by : (came.at(-1)?.joined ?? null),
    })
  })
}

/** A paragraph that was carried elsewhere without tracking: taken out here, put in there, as one move. */
function moveAlong(
  row: Row, was: readonly Group[], returned: readonly ReturnedParagraph[], plans: readonly Plan[], waiting: Piece[][], by: RevisionBy,
): void {
  const move = by.id
  for (const at of row.old) {
    Object.assign(plans[at]!, { pieces: [{ op: 'delete', text: was[at]!.text, by: { ...by, move } }], joined: { ...by, move } })
  }
  waiting.push(...row.new.map((at) => whole(returned[at]!, { ...by, move })))
}

/** A returned paragraph as one that was put in. */
const whole = ({ kind, level, pieces }: ReturnedParagraph, by: NonNullable<Piece['by']>): Piece[] => [
  { op: 'insert', text: textReturned(pieces).replaceAll(END, '\n'), by },
  { op: 'insert', text: '\n', by, end: { kind, ...(level !== undefined && { level }) } },
]

function paragraphsBehind(pieces: readonly Piece[]): Piece[][] {
  const paragraphs: Piece[][] = [[]]
  for (const piece of pieces) {
    paragraphs.at(-1)!.push(piece)
    if (piece.end) paragraphs.push([])
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0)
}

/** Comments on a paragraph whose words had to be compared: they speak of the first words that are left. */
function noted(pieces: Piece[], comments: readonly string[]): Piece[] {
  const at = pieces.findIndex((piece) => piece.op !== 'delete' && !piece.end)
  if (comments.length === 0 || at < 0) return pieces
  return pieces.map((piece, index) => (index === at ? { ...piece, comments: [...comments] } : piece))
}
