// Whose changes a returned file holds, and which of them were made while it was away.
import type { ReturnedHand } from '../../../shared/contract/returning.ts'
import type { Reply } from '../../../shared/model/comment.ts'
import type { RevisionBy, Run, Statement } from '../../../shared/model/statement.ts'
import type { IsNew } from '../../../shared/returning/index.ts'

/** Files keep times to the second, and the writer moves some of them by minutes (ADR 0008). */
const NEAR = 180_000

type Told = RevisionBy & { kind: Parameters<IsNew>[1] }

/** Every revision in a text, once for each place. */
export function* revisionsOf({ blocks }: Statement): Generator<Told> {
  for (const { runs, mark, recast } of blocks) {
    for (const { revisions, restyled } of runs) {
      yield* revisions ?? []
      for (const one of restyled ?? []) yield { ...one, kind: 'format' }
    }
    yield* mark ?? []
    if (recast) yield { ...recast, kind: 'format' }
  }
}

/**
 * Tells new revisions from those that were in the text when it was sent: these are of the same kind, by the same hand as far as
 * the file names it, and of the same time.
 */
export function newSince(sent: Statement): IsNew {
  const known = new Map<string, Told[]>()
  for (const revision of revisionsOf(sent)) known.set(revision.kind, [...(known.get(revision.kind) ?? []), revision])
  return (revision, kind) => !known.get(kind)?.some((one) =>
    Math.abs(Date.parse(one.time) - Date.parse(revision.time)) <= NEAR
    && (revision.author === '' || revision.author === one.author)
    && (revision.delegation === '' || revision.delegation === one.delegation))
}

/** The name a hand goes by in the file: the person's, else the delegation's. */
export const nameOfHand = ({ author, delegation }: Pick<RevisionBy, 'author' | 'delegation'>): string => author || delegation

/** The hands behind new changes and comments, most active first. */
export function handsOf(returned: Statement, isNew: IsNew, known: Readonly<Record<string, string>>): ReturnedHand[] {
  const hands = new Map<string, { delegation: string; ids: Set<string> }>()
  const note = (by: Pick<RevisionBy, 'author' | 'delegation'>, id: string) => {
    const name = nameOfHand(by)
    if (name === '') return
    const hand = hands.get(name) ?? { delegation: by.delegation, ids: new Set() }
    hand.ids.add(id)
    hands.set(name, hand)
  }
  for (const revision of revisionsOf(returned)) if (isNew(revision, revision.kind)) note(revision, revision.id)
  for (const comment of returned.comments ?? []) for (const said of [comment, ...comment.replies]) note(said, said.id)
  return [...hands]
    .map(([name, { delegation, ids }]) => ({ name, changes: ids.size, delegation: known[name] ?? (delegation || null) }))
    .sort((a, b) => b.changes - a.changes)
}

/** The text with every name's delegation as the officer told it. */
export function assigned(returned: Statement, hands: Readonly<Record<string, string>>): Statement {
  const by = <T extends Pick<RevisionBy, 'author' | 'delegation'>>(one: T): T => {
    const delegation = hands[nameOfHand(one)]
    return delegation === undefined ? one : { ...one, delegation }
  }
  const run = ({ revisions, restyled, ...rest }: Run): Run =>
    ({ ...rest, ...(revisions && { revisions: revisions.map(by) }), ...(restyled && { restyled: restyled.map(by) }) })
  const replies = (said: readonly Reply[]) => said.map(by)
  return {
    ...returned,
    blocks: returned.blocks.map(({ runs, mark, recast, ...block }) =>
      ({ ...block, runs: runs.map(run), ...(mark && { mark: mark.map(by) }), ...(recast && { recast: by(recast) }) })),
    ...(returned.comments && {
      comments: returned.comments.map((comment) => ({ ...by(comment), replies: replies(comment.replies) })),
    }),
  }
}
