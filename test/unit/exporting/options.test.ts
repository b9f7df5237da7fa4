// A final export never decides about open changes by itself.
import { expect, test } from 'vitest'
import { canReturn, contentsOf, firstChoice, isAsking, optionsOf } from '../../../renderer/features/exporting/options.ts'
import type { Run, Statement } from '../../../shared/model/statement.ts'
import { draftIdSchema } from '../../../shared/model/ids.ts'

const draft = { kind: 'draft' as const, id: draftIdSchema.parse('d1') }

test.each([
  ['a clean draft leaves as final text', { text: draft }, 0, 'final'],
  ['a draft with open changes leaves as a redline', { text: draft }, 3, 'redline'],
  ['a comparison leaves as a redline', { old: draft, new: draft }, 0, 'redline'],
] as const)('%s', (_name, source, open, mode) => {
  expect(firstChoice(source, open).mode).toBe(mode)
})

test('nothing is built for a final text until the question is answered', () => {
  const choice = { ...firstChoice({ text: draft }, 3), mode: 'final' as const }
  expect(isAsking(choice, 3)).toBe(true)
  expect(optionsOf(choice, { openChanges: 3, delegations: [] })).toBeNull()
  expect(optionsOf({ ...choice, openChanges: 'reject' }, { openChanges: 3, delegations: [] })).toMatchObject({ mode: 'final', openChanges: 'reject' })
})

test('a final text without open changes refuses any that would turn up', () => {
  expect(optionsOf(firstChoice({ text: draft }, 0), { openChanges: 0, delegations: [] })).toMatchObject({ mode: 'final', openChanges: 'refuse' })
})

test('person names stay inside unless asked for', () => {
  expect(firstChoice({ text: draft }, 0).attribution).toBe('delegation')
})

test('a redline leaves with the reasons of its changes, without comments, and is recognised when it returns', () => {
  const options = optionsOf(firstChoice({ text: draft }, 3), { openChanges: 3, delegations: [] })
  expect(options).toMatchObject({ mode: 'redline', comments: 'reasons', traceable: true, movesApart: false })
})

test('a final text carries nothing beside it, whatever was chosen for a redline', () => {
  const choice = { ...firstChoice({ text: draft }, 0), mode: 'final' as const, comments: 'all' as const }
  expect(optionsOf(choice, { openChanges: 0, delegations: [] })).not.toHaveProperty('comments')
  expect(optionsOf(choice, { openChanges: 0, delegations: [] })).not.toHaveProperty('traceable')
})

test('only a draft as it stands can come back to itself', () => {
  expect(canReturn({ text: draft })).toBe(true)
  expect(canReturn({ text: { ...draft, changes: 'accepted' } })).toBe(false)
  expect(canReturn({ old: draft, new: draft })).toBe(false)
})

test('options are offered for what a text holds', () => {
  const by = { id: 'r', author: '', delegation: 'AL', time: '2026-01-05T10:00:00.000Z' }
  const of = (...runs: Run[]): Statement => ({
    format: 1,
    language: 'en',
    numbering: { sections: 'none', clauses: 'none', items: 'none' },
    blocks: [{ id: 'b', kind: 'paragraph', runs }],
  })
  expect(contentsOf(of({ text: 'x' }))).toEqual({ openChanges: 0, moves: false, reasons: false, comments: false, delegations: [] })
  const moved: Run = { text: 'x', revisions: [{ ...by, kind: 'insertion', move: 'm' }] }
  expect(contentsOf(of(moved))).toMatchObject({ moves: true, openChanges: 1 })
  const restyled: Run = { text: 'x', restyled: [{ ...by, marks: ['bold'], reason: 'As agreed' }] }
  expect(contentsOf(of(restyled))).toMatchObject({ reasons: true })
  const comment = { ...by, id: 'c', text: 'Why?', resolved: false, replies: [] }
  expect(contentsOf({ ...of({ text: 'x' }), comments: [comment] })).toMatchObject({ comments: true })
})

test('a redline names every delegation until one is unticked', () => {
  const contents = { openChanges: 2, delegations: ['AL', 'VT'] }
  const choice = firstChoice({ text: draft }, 2)
  expect(optionsOf(choice, contents)).not.toHaveProperty('named')
  expect(optionsOf({ ...choice, unnamed: ['VT'] }, contents)).toMatchObject({ named: ['AL'] })
  expect(optionsOf({ ...choice, unnamed: ['VT', 'AL'] }, contents)).toMatchObject({ named: [] })
})
