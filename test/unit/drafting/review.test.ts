// The list of changes as it is filtered, and the words of a format change.
import { expect, test } from 'vitest'
import { byHand, changeAt, filtered, formatWords, handKey, kindName, kindsOf, stillChosen } from '../../../renderer/features/drafting/review.ts'
import type { Change, ChangeKind } from '../../../shared/redline/index.ts'

const change = (kind: ChangeKind, delegation: string, author: string): Change => ({
  id: `${kind}${delegation}${author}`, kind, author, delegation, time: '', reason: '', block: 0, lastBlock: 0, old: '', new: '',
  context: '', revisions: [],
})
const changes = [
  change('deletion', 'AV', 'A. Aru'), change('insertion', 'AV', 'A. Aru'), change('move', 'AV', 'B. Bem'), change('deletion', 'VT', 'C. Cor'),
]

test('a hand is named where its delegation has another one', () => {
  expect(byHand(changes).map(({ delegation, author, count, named }) => [delegation, author, count, named])).toEqual([
    ['AV', 'A. Aru', 2, true],
    ['AV', 'B. Bem', 1, true],
    ['VT', 'C. Cor', 1, false],
  ])
})

test('only kinds that occur are offered, always in one order', () => {
  expect(kindsOf(changes)).toEqual(['insertion', 'deletion', 'move'])
})

test('a filter by hand and kind; what nothing answers to any more is chosen no longer', () => {
  const hand = handKey({ delegation: 'AV', author: 'A. Aru' })
  expect(filtered(changes, { hand, kind: null })).toHaveLength(2)
  expect(filtered(changes, { hand, kind: 'deletion' }).map(({ id }) => id)).toEqual(['deletionAVA. Aru'])
  expect(filtered(changes, { hand: null, kind: 'deletion' })).toHaveLength(2)
  expect(stillChosen(changes, { hand, kind: 'move' })).toEqual({ hand, kind: null })
  expect(stillChosen(changes, { hand: 'gone', kind: 'move' })).toEqual({ hand: null, kind: 'move' })
  expect(stillChosen(changes, { hand, kind: 'deletion' })).toEqual({ hand, kind: 'deletion' })
})

test.each([
  [{ kind: 'heading', level: 2 }, 'heading-2'],
  [{ kind: 'heading' }, 'heading-1'],
  [{ kind: 'heading', level: 6 }, 'heading-3'],
  [{ kind: 'item', level: 5 }, 'item-2'],
  [{ kind: 'chapeau' }, 'chapeau'],
] as const)('%o is listed as %s', (kind, name) => expect(kindName(kind)).toBe(name))

test('marks on, marks off, then what the paragraph became', () => {
  expect(formatWords({ on: ['bold'], off: ['italic'], was: { kind: 'paragraph' }, now: { kind: 'heading', level: 1 } })).toEqual([
    { mark: 'bold', on: true }, { mark: 'italic', on: false }, { was: 'paragraph', now: 'heading-1' },
  ])
})

test('the change at the caret is the one gone to, else the first touched', () => {
  const [first, second] = [{ ...changes[0]!, revisions: ['r1', 'r2'] }, { ...changes[1]!, id: 'r3', revisions: ['r3'] }]
  expect(changeAt([first, second], { changeId: null, revisionIds: ['r3', 'r2'] })).toBe(first)
  expect(changeAt([first, second], { changeId: 'r3', revisionIds: ['r3', 'r2'] })).toBe(second)
  expect(changeAt([first, second], { changeId: null, revisionIds: [] })).toBeNull()
  expect(changeAt([first, second], null)).toBeNull()
})
