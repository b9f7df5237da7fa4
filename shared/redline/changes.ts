// The list of changes that a person sees. Revisions are small: Word writes one per run, a replacement is two, a deletion over
// three paragraphs is five. A change gathers what one act did, so that it can be accepted or rejected as one.
import type { Revision, Statement } from '../model/statement.ts'
import { sameAuthor } from './runs.ts'

export type ChangeKind = 'insertion' | 'deletion' | 'replacement' | 'split' | 'join'

export interface Change {
  /** Id of its first revision. */
  id: string
  kind: ChangeKind
  author: string
  delegation: string
  time: string
  /** Index of the block in which it starts. */
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
  first: Revision
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
  const byRevision = new Map<string, Gathering>()
  const byGroup = new Map<string, Gathering>()
  let touching: Gathering[] = []

  for (const carrier of carriers(statement)) {
    const here: Gathering[] = []
    for (const revision of carrier.stack) {
      const home = byRevision.get(revision.id)
        ?? (revision.group === undefined ? undefined : byGroup.get(revision.group))
        ?? touching.find((near) => goesOn(near, revision, carrier))
        ?? open(gathered, revision, carrier)
      byRevision.set(revision.id, home)
      if (revision.group !== undefined) byGroup.set(revision.group, home)
      add(home, revision, carrier)
      here.push(home)
    }
    touching = here
  }
  return gathered.map(close)
}

/** How many changes a person has to decide on. */
export const countChanges = (statement: Statement): number => changesOf(statement).length

function* carriers(statement: Statement): Generator<Carrier> {
  for (const [block, { runs, mark }] of statement.blocks.entries()) {
    let before = ''
    for (const { text, revisions } of runs) {
      if (text !== '') yield { block, text, end: false, stack: revisions ?? [], context: before }
      if (!revisions?.some((revision) => revision.kind === 'deletion')) before = (before + text).slice(-CONTEXT)
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
  if (near.change.lastBlock !== carrier.block && near.first.time !== revision.time) return false
  return near.latest === revision.kind || near.kinds.size === 1
}

function open(gathered: Gathering[], first: Revision, { block, context }: Carrier): Gathering {
  const { id, author, delegation, time } = first
  const change: Change = {
    id, kind: first.kind, author, delegation, time, block, lastBlock: block, old: '', new: '', context, revisions: [],
  }
  const gathering: Gathering = { first, change, letters: false, kinds: new Set(), latest: first.kind }
  gathered.push(gathering)
  return gathering
}

function add(gathering: Gathering, { id, kind }: Revision, { block, text, end }: Carrier): void {
  const { change } = gathering
  if (!change.revisions.includes(id)) change.revisions.push(id)
  change.lastBlock = block
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
  const one = kinds.has('insertion') ? 'insertion' : 'deletion'
  const kind = kinds.size === 2 ? 'replacement' : letters ? one : one === 'insertion' ? 'split' : 'join'
  return { ...change, kind, old: shorten(change.old), new: shorten(change.new) }
}
