// Small pure parts of the drafting screen: clauses as paragraphs, delegations, changes in groups.
import { expect, test } from 'vitest'
import { clauseBlock } from '../../../renderer/features/drafting/clauseBlock.ts'
import { delegationsOf, wasParty } from '../../../renderer/features/drafting/delegations.ts'
import { byParagraph } from '../../../renderer/features/drafting/facts.ts'
import type { ClauseHit } from '../../../shared/contract/library.ts'
import { UNCURATED } from '../../../shared/model/curation.ts'
import { clauseIdSchema, declarationIdSchema } from '../../../shared/model/ids.ts'
import { blockSchema } from '../../../shared/model/statement.ts'
import type { Change } from '../../../shared/redline/index.ts'

const hit: ClauseHit = {
  clauseId: clauseIdSchema.parse('c1'),
  declarationId: declarationIdSchema.parse('d1'),
  declaration: 'Joint Statement',
  citation: 'Olmin 2021',
  form: 'joint-statement',
  language: 'en',
  grade: 'official',
  date: '2021-05-14',
  place: 'Olmin',
  parties: [
    { code: 'AV', state: 'Alvania' },
    { code: '', state: 'River Commission' },
  ],
  number: '5',
  section: ['II. Waters'],
  text: 'The Parties agree.',
  kind: 'clause',
  curation: UNCURATED,
  barred: null,
  status: 'current',
  marks: [],
}

test('an inserted clause is a valid paragraph that remembers its source and who agreed', () => {
  const block = clauseBlock(hit, 'b-1')
  expect(blockSchema.parse(block)).toEqual(block)
  expect(block.source).toMatchObject({
    clauseId: 'c1',
    citation: 'Olmin 2021',
    number: '5',
    parties: ['AV', 'River Commission'],
    text: hit.text,
  })
})

test('a list item stays a list item', () => {
  expect(clauseBlock({ ...hit, number: '5(1)' }, 'b-1').kind).toBe('item')
})

test('delegations keep the party order, each with a drawing of its own', () => {
  const parties = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((letter) => ({ state: letter.repeat(20) }))
  expect(delegationsOf(parties).map(({ slot }) => slot)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(delegationsOf(parties)[0]).toMatchObject({ code: 'A'.repeat(12), letters: 'AAA' })
})

test.each([
  [{ state: 'Alvania', code: 'AV' }, true],
  [{ state: 'river commission' }, true],
  [{ state: 'Vestria', code: 'VT' }, false],
])('%o was party: %s', (party, expected) => {
  expect(wasParty(party, ['AV', 'River Commission'])).toBe(expected)
})

const change = (block: number, delegation: string): Change => ({
  id: `${block}${delegation}`,
  kind: 'insertion',
  author: '',
  delegation,
  reason: '', time: '',
  block,
  lastBlock: block,
  old: '',
  new: '',
  context: '',
  revisions: [],
})

test('changes are grouped by paragraph', () => {
  const changes = [change(2, 'AV'), change(2, 'VT'), change(5, 'AV')]
  expect(byParagraph(changes).map(({ block, changes: own }) => [block, own.length])).toEqual([
    [2, 2],
    [5, 1],
  ])
})
