// The same file taken in a second time brings nothing.
import { expect, test } from 'vitest'
import type { Comment } from '../../../../shared/model/comment.ts'
import type { Statement } from '../../../../shared/model/statement.ts'
import { mergeReturned, type Returned } from '../../../../shared/returning/index.ts'

const comment: Comment = {
  id: 'c1', author: 'Them', delegation: '', time: '2026-03-01T09:00:00.000Z', text: 'Why?', resolved: false, replies: [],
}
const sent: Statement = {
  format: 1, language: 'en', numbering: { sections: 'none', clauses: 'none', items: 'none' },
  blocks: [{ id: 'b1', kind: 'paragraph', runs: [{ text: 'The Parties agree on releases.' }] }],
}
const returned: Statement = {
  ...sent,
  blocks: [{ id: 'x1', kind: 'paragraph', runs: [{ text: 'The Parties ' }, { text: 'agree on releases in spring.', comments: ['c1'] }] }],
  comments: [comment],
}

function take(current: Statement, takeTheirs: string[] = [], back = returned): Returned {
  let made = 0
  return mergeReturned({
    sent, returned: back, current, isNew: () => true, newId: () => `n${++made}`, takeTheirs: new Set(takeTheirs),
    untracked: { author: 'Them', delegation: '', time: comment.time },
  })
}

test('changes and comments that came in once do not come in again', () => {
  const once = take(sent).merged
  expect(once.comments).toHaveLength(1)
  expect(once.blocks).not.toEqual(sent.blocks)
  expect(take(once).merged).toEqual(once)
})

test('where theirs was taken the two agree, however the file tells it', () => {
  const by = { author: 'Them', delegation: '', time: comment.time }
  const theirs: Statement = {
    ...sent,
    blocks: [{ id: 'x1', kind: 'paragraph', runs: [
      { text: 'The Parties agree', revisions: [{ id: 'r1', kind: 'deletion', ...by }] },
      { text: 'The Parties decide', revisions: [{ id: 'r2', kind: 'insertion', ...by }] },
      { text: ' on releases.' },
    ] }],
  }
  const ours: Statement = { ...sent, blocks: [{ id: 'b1', kind: 'paragraph', runs: [{ text: 'The States agree on releases.' }] }] }
  expect(take(ours, [], theirs).conflicts).toHaveLength(1)
  const taken = take(ours, ['b1'], theirs).merged
  expect(take(taken, [], theirs)).toEqual({ merged: taken, conflicts: [] })
})
