// Whose changes a returned file holds, and which of them were made while it was away.
import type { ReturnedHand } from '../../../shared/contract/returning.ts'
import type { Reply } from '../../../shared/model/comment.ts'
import type { Revision, RevisionBy, Run, Statement } from '../../../shared/model/statement.ts'
import { changesOf } from '../../../shared/redline/index.ts'
import { isSameRemark, isSameTime, type IsNew } from '../../../shared/returning/index.ts'

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
    isSameTime(one.time, revision.time)
    && (revision.author === '' || revision.author === one.author)
    && (revision.delegation === '' || revision.delegation === one.delegation))
}

const remarksOf = ({ comments = [] }: Statement): Reply[] => comments.flatMap((comment) => [comment, ...comment.replies])

/** The name a hand goes by in the file: the person's, else the delegation's. */
export const nameOfHand = ({ author, delegation }: Pick<RevisionBy, 'author' | 'delegation'>): string => author || delegation

/** The hands behind what was changed and said since a text was sent, most active first. */
export function handsOf(returned: Statement, sent: Statement, known: Readonly<Record<string, string>>): ReturnedHand[] {
  const isNew = newSince(sent)
  const said = remarksOf(sent)
  const hands = new Map<string, { delegation: string; ids: Set<string> }>()
  const note = (by: Pick<RevisionBy, 'author' | 'delegation'>, id: string) => {
    const name = nameOfHand(by)
    if (name === '') return
    const hand = hands.get(name) ?? { delegation: by.delegation, ids: new Set() }
    hand.ids.add(id)
    hands.set(name, hand)
  }
  const fresh = new Set<string>()
  for (const revision of revisionsOf(returned)) if (isNew(revision, revision.kind)) fresh.add(revision.id)
  for (const change of changesOf(returned)) if (change.revisions.some((id) => fresh.has(id))) note(change, change.id)
  for (const remark of remarksOf(returned)) if (!said.some((known) => isSameRemark(known, remark))) note(remark, remark.id)
  return [...hands]
    .map(([name, { delegation, ids }]) => ({ name, changes: ids.size, delegation: known[name] ?? (delegation || null) }))
    .sort((a, b) => b.changes - a.changes)
}

/**
 * The text with the delegation of every name as the officer told it; what has no name goes by the empty one. Changes that were
 * sent stay whose they were, so that they are known again.
 */
export function assigned(returned: Statement, sent: Statement, hands: Readonly<Record<string, string>>): Statement {
  const isNew = newSince(sent)
  const by = <T extends Pick<RevisionBy, 'author' | 'delegation'>>(one: T): T => {
    const delegation = hands[nameOfHand(one)]
    return delegation === undefined ? one : { ...one, delegation }
  }
  const change = <T extends RevisionBy>(one: T, kind: Parameters<IsNew>[1]): T => (isNew(one, kind) ? by(one) : one)
  const stack = (revisions: readonly Revision[]) => revisions.map((one) => change(one, one.kind))
  const run = ({ revisions, restyled, ...rest }: Run): Run => ({
    ...rest,
    ...(revisions && { revisions: stack(revisions) }),
    ...(restyled && { restyled: restyled.map((one) => change(one, 'format')) }),
  })
  const replies = (said: readonly Reply[]) => said.map(by)
  return {
    ...returned,
    blocks: returned.blocks.map(({ runs, mark, recast, ...block }) => ({
      ...block, runs: runs.map(run),
      ...(mark && { mark: stack(mark) }), ...(recast && { recast: change(recast, 'format') }),
    })),
    ...(returned.comments && {
      comments: returned.comments.map((comment) => ({ ...by(comment), replies: replies(comment.replies) })),
    }),
  }
}
