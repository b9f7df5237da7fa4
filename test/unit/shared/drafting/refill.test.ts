// A draft begun from a form follows its parties, date and place, as far as nobody has worked on its words.
import { describe, expect, test } from 'vitest'
import { refilled, statementFromForm, type SlotValues } from '../../../../shared/drafting/index.ts'
import type { FormTemplate } from '../../../../shared/model/form.ts'
import { blockText, type Block, type Statement } from '../../../../shared/model/statement.ts'

const form: FormTemplate = {
  id: 'meeting-en', language: 'en', form: 'other', name: 'Meeting', description: '', title: 'Minutes of {place}',
  chapeau: ['On {date}, {parties} met in {place}.', 'They state the following.'],
  sections: [{ heading: 'Water', paragraphs: ['{persons} spoke.'] }],
  numbering: { sections: 'none', clauses: 'none', items: 'none' }, closing: ['The next meeting is in {place}.'],
  placeDate: '{place}, {date}', definedTerm: null,
}
const before: SlotValues = { parties: [{ state: 'Alvania' }], date: null, place: 'Olmin' }
const after: SlotValues = { parties: [{ state: 'Alvania' }, { state: 'Vestria' }], date: '2027-03-04', place: 'Terven' }
const begun = statementFromForm(form, before)
const texts = (statement: Statement | null) => statement?.blocks.map(blockText)
const change = (index: number, to: Partial<Block>): Statement =>
  ({ ...begun, blocks: begun.blocks.map((block, i) => (i === index ? { ...block, ...to } : block)) })

test('every slot is filled anew, and the blocks stay the same ones', () => {
  const filled = refilled(begun, [form], before, after)
  expect(texts(filled)).toEqual(texts(statementFromForm(form, after)))
  expect(filled!.blocks.map(({ id }) => id)).toEqual(begun.blocks.map(({ id }) => id))
})

describe('what its author has made of a paragraph stays', () => {
  const revision = { id: 'r', kind: 'insertion', author: 'A', delegation: '', time: '2027-01-01T00:00:00.000Z' } as const
  const words = blockText(begun.blocks[1]!)
  test.each([
    ['other words', { runs: [{ text: `${words} Indeed.` }] }],
    ['a tracked change', { runs: [{ text: words, revisions: [revision] }] }],
    ['bold words', { runs: [{ text: words, marks: ['bold' as const] }] }],
    ['no words', { runs: [] }],
  ])('%s', (_what, to) => {
    const filled = refilled(change(1, to), [form], before, after)
    expect(filled!.blocks[1]).toEqual({ ...begun.blocks[1], ...to })
    expect(blockText(filled!.blocks[0]!)).toBe('Minutes of Terven')
  })
})

test('nothing is to be filled where no slot is touched, or the text comes from elsewhere', () => {
  expect(refilled(begun, [form], before, before)).toBeNull()
  expect(refilled(begun, [], before, after)).toBeNull()
  expect(refilled({ ...begun, blocks: [begun.blocks[2]!] }, [form], before, after)).toBeNull()
})
