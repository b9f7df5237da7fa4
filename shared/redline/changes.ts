// The list of changes that a person sees. Revisions are small: Word writes one per run, a replacement is two, a deletion over
// three paragraphs is five, a move is a deletion here and an insertion there. A change gathers what one act did, so that it can
// be accepted or rejected as one.
import type { Block, BlockKind, Revision, RevisionBy, Statement, TextMark } from '../model/statement.ts'
import { isDeleted, sameAuthor } from './runs.ts'

export type ChangeKind = 'insertion' | 'deletion' | 'replacement' | 'split' | 'join' | 'move' | 'format'

/** What a format change did: marks switched on and off, and what a paragraph was made into. */
export interface FormatOfChange {
  on: TextMark[]
  off: TextMark[]
  was?: { kind: BlockKind; level?: number | undefined }
  now?: { kind: BlockKind; level?: number | undefined }
}

export interface Change {
  /** Id of its first revision. */
  id: string
  kind: ChangeKind
  author: string
  delegation: string
  time: string
  /** The reason its author gave; empty where none. */
  reason: string
  /** Index of the block in which it starts; of a move, where the text now stands. */
  block: number
  /** Index of the block in which it ends. */
  lastBlock: number
  /** Deleted and inserted text, shortened; ends of paragraphs are `\n`. */
  old: string
  new: string
  /** The words just before it in its block: all there is to show of a split or join. */
  context: string
  /** Ids of its revisions, to resolve it by. */
  revisions: string[]
  /** Of a move: index of the block in which the text stood. */
  movedFrom?: number
  /** Of a format change; `new` is then the text that it is about. */
  format?: FormatOfChange
}

const EXCERPT = 160
const CONTEXT = 40

/** One stretch that carries revisions: a run's text, or a paragraph's end. */
interface Carrier {
  block: number
  text: string
  end: boolean
  stack: readonly Revision[]
  context: string
}

interface Gathering {
  first: Pick<Revision, 'group' | 'time' | 'author' | 'delegation' | 'id'>
  change: Change
  /** false where only ends of paragraphs were touched. */
  letters: boolean
  kinds: Set<Revision['kind']>
  /** What the last stretch was, to tell whether the next one goes on with it. */
  latest: Revision['kind']
}

/** Every open change in the order of the text. */
export function changesOf(statement: Statement): Change[] {
  const gathered: Gathering[] = []
  const byId = new Map<string, Gathering>()
  const byGroup = new Map<string, Gathering>()
  const byMove = new Map<string, Gathering>()
  let touching: Gathering[] = []
  for (const carrier of carriers(statement)) {
    const here: Gathering[] = []
    for (const revision of told(carrier.stack)) {
      const { id, group, move } = revision
      const home = byId.get(id)
        ?? (group === undefined ? undefined : byGroup.get(group))
        ?? (move === undefined ? undefined : byMove.get(move))
        ?? touching.find((near) => goesOn(near, revision, carrier))
        ?? open(gathered, revision, carrier)
      byId.set(id, home)
      if (group !== undefined) byGroup.set(group, home)
      if (move !== undefined) byMove.set(move, home)
      add(home, revision, carrier)
      here.push(home)
    }
    touching = here
  }
  return [...gathered.map(close), ...formatChanges(statement)].sort((a, b) => a.block - b.block)
}

/** At the place a text was moved away from, the changes inside it are not told again: they are seen where it now stands. */
function told(stack: readonly Revision[]): readonly Revision[] {
  const away = stack.find(isAway)
  return away ? [away] : stack
}

const isAway = ({ move, kind }: Revision) => move !== undefined && kind === 'deletion'

/** Restyled runs and recast blocks, gathered by what one act did. */
function formatChanges({ blocks }: Statement): Change[] {
  const changes = new Map<string, Change>()
  const note = (revision: RevisionBy, block: number): Change => {
    const key = revision.group === undefined ? revision.id : `group ${revision.group}`
    const known = changes.get(key)
    const change = known ?? { ...started(revision, 'format', block, ''), format: { on: [], off: [] } }
    if (!known) changes.set(key, change)
    if (!change.revisions.includes(revision.id)) change.revisions.push(revision.id)
    change.lastBlock = block
    return change
  }
  blocks.forEach((block, index) => {
    if (block.recast && !block.mark?.some(isAway)) {
      const change = note(block.recast, index)
      const { kind, level } = block
      change.format = { ...change.format!, was: block.recast.was, now: { kind, ...(level !== undefined && { level }) } }
      change.new = append(change.new, textOf(block))
    }
    for (const { text, marks, restyled, revisions } of block.runs) {
      if (revisions?.some(isAway)) continue
      for (const restyling of restyled ?? []) {
        const change = note(restyling, index)
        const { on, off } = change.format!
        for (const mark of restyling.marks) {
          const list = marks?.includes(mark) ? on : off
          if (!list.includes(mark)) list.push(mark)
        }
        change.new = append(change.new, text)
      }
    }
  })
  return [...changes.values()].map((change) => ({ ...change, new: shorten(change.new) }))
}

const textOf = (block: Block) => block.runs.filter((run) => !isDeleted(run.revisions)).map((run) => run.text).join('')

/** How many changes a person has to decide on. */
export const countChanges = (statement: Statement): number => changesOf(statement).length

function* carriers(statement: Statement): Generator<Carrier> {
  for (const [block, { runs, mark }] of statement.blocks.entries()) {
    let before = ''
    for (const { text, revisions } of runs) {
      if (text !== '') yield { block, text, end: false, stack: revisions ?? [], context: before }
      if (!isDeleted(revisions)) before = (before + text).slice(-CONTEXT)
    }
    yield { block, text: '\n', end: true, stack: mark ?? [], context: before }
  }
}

/**
 * Whether a revision that touches a change belongs to the same act: by the same hand, neither named as part of another act,
 * and either more of the same or the other half of a replacement. Over a paragraph's end only what was done at the same time
 * counts: three clauses put in one after the other are three changes.
 */
function goesOn(near: Gathering, revision: Revision, carrier: Carrier): boolean {
  if (!sameAuthor(near.first, revision)) return false
  if (near.first.group !== undefined || revision.group !== undefined) return false
  if (near.change.kind === 'move' || revision.move !== undefined) return false
  if (near.change.lastBlock !== carrier.block && near.first.time !== revision.time) return false
  return near.latest === revision.kind || near.kinds.size === 1
}

function started(first: RevisionBy, kind: ChangeKind, block: number, context: string): Change {
  const { id, author, delegation, time, reason = '' } = first
  return { id, kind, author, delegation, time, reason, block, lastBlock: block, old: '', new: '', context, revisions: [] }
}

function open(gathered: Gathering[], first: Revision, { block, context }: Carrier): Gathering {
  const change = started(first, first.move === undefined ? first.kind : 'move', block, context)
  const gathering: Gathering = { first, change, letters: false, kinds: new Set(), latest: first.kind }
  gathered.push(gathering)
  return gathering
}

function add(gathering: Gathering, revision: Revision, { block, text, end }: Carrier): void {
  const { change } = gathering
  const { id, kind, move } = revision
  if (!change.revisions.includes(id)) change.revisions.push(id)
  change.reason ||= revision.reason ?? ''
  if (move !== undefined && kind === 'deletion') change.movedFrom ??= block
  else if (move !== undefined && !gathering.kinds.has('insertion')) change.block = block
  if (move === undefined || kind === 'insertion') change.lastBlock = block
  if (kind === 'deletion') change.old = append(change.old, text)
  else change.new = append(change.new, text)
  gathering.letters ||= !end
  gathering.kinds.add(kind)
  gathering.latest = kind
}

/** One letter over the limit is kept: it tells `close` that something was cut. */
const append = (excerpt: string, text: string) => (excerpt.length > EXCERPT ? excerpt : (excerpt + text).slice(0, EXCERPT + 1))
const shorten = (excerpt: string) => (excerpt.length > EXCERPT ? `${excerpt.slice(0, EXCERPT).trimEnd()}…` : excerpt)

function close({ change, letters, kinds }: Gathering): Change {
  change.old = shorten(change.old)
  change.new = shorten(change.new)
  // Half a move, the other half resolved alone or lost on the way, is the insertion or deletion that it is.
  if (change.kind === 'move' && kinds.size === 2) return change
  const one = kinds.has('insertion') ? 'insertion' : 'deletion'
  change.kind = kinds.size === 2 ? 'replacement' : letters ? one : one === 'insertion' ? 'split' : 'join'
  if (change.movedFrom !== undefined) delete change.movedFrom
  return change
}
