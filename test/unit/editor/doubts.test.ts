// Words in doubt get others as tracked changes, all in one step, and only where they still stand.
import { expect, test } from 'vitest'
import { acceptAll, rejectAll } from '../../../shared/redline/index.ts'
import { blockText, type Block, type Statement } from '../../../shared/model/index.ts'
import { openHeadless } from '../../support/editor-harness/headless.ts'
import { deletion, ME } from '../../support/editor-harness/texts.ts'

const BLOCKS: Block[] = [
  { id: 'a', kind: 'paragraph', runs: [{ text: 'Held in ' }, { text: 'old ', revisions: [deletion('d1')] }, { text: 'Terven', marks: ['bold'] }, { text: ' in 2022.' }] },
  { id: 'b', kind: 'paragraph', runs: [{ text: 'By 2024.' }] },
]
const statement: Statement = { format: 1, language: 'en', numbering: { sections: 'none', clauses: 'none', items: 'none' }, blocks: BLOCKS }
const texts = ({ blocks }: Statement) => blocks.map(blockText)
/** Live offsets: deleted text does not count. */
const TERVEN = { blockId: 'a', from: 8, to: 14, found: 'Terven' }
const YEAR = { blockId: 'a', from: 18, to: 22, found: '2022' }
const BY = { blockId: 'b', from: 3, to: 7, found: '2024' }

test('one replacement is a tracked change under the delegation, looks as the words did, and is undone in one step', () => {
  const { handle } = openHeadless(statement, { me: ME })
  expect(handle.doubts.replace([{ doubt: TERVEN, text: 'Selta' }])).toBe(1)
  expect(handle.changes()).toContainEqual(expect.objectContaining({ kind: 'replacement', old: 'Terven', new: 'Selta', delegation: ME.delegation }))
  const now = acceptAll(handle.getStatement())
  expect(texts(now)).toEqual(['Held in Selta in 2022.', 'By 2024.'])
  expect(now.blocks[0]!.runs).toContainEqual({ text: 'Selta', marks: ['bold'] })
  expect(texts(rejectAll(handle.getStatement()))).toEqual(['Held in old Terven in 2022.', 'By 2024.'])
  handle.undo()
  expect(handle.getStatement()).toEqual(statement)
})

test('several are one step; one whose words are gone is passed over', () => {
  const { handle } = openHeadless(statement, { me: ME })
  const made = handle.doubts.replace([
    { doubt: TERVEN, text: 'Selta' }, { doubt: YEAR, text: '2026' }, { doubt: BY, text: '2028' }, { doubt: { ...BY, found: '2025' }, text: 'never' },
    { doubt: { ...BY, blockId: 'gone' }, text: 'never' },
  ])
  expect(made).toBe(3)
  expect(texts(acceptAll(handle.getStatement()))).toEqual(['Held in Selta in 2026.', 'By 2028.'])
  handle.undo()
  expect(handle.getStatement()).toEqual(statement)
})

test('nothing changes in a text that may only be read', () => {
  const { handle } = openHeadless(statement, { me: ME, readOnly: true })
  expect(handle.doubts.replace([{ doubt: BY, text: '2028' }])).toBe(0)
  expect(handle.getStatement()).toEqual(statement)
})

test('the caret is told as a place in the live text', () => {
  const { handle } = openHeadless(statement, { me: ME })
  handle.goToBlock(1)
  expect(handle.doubts.caret()).toEqual({ block: 1, offset: 0 })
})
