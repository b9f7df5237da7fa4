// A final export never decides about open changes by itself.
import { expect, test } from 'vitest'
import { firstChoice, isAsking, optionsOf } from '../../../renderer/features/exporting/options.ts'
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
  expect(optionsOf(choice, 3)).toBeNull()
  expect(optionsOf({ ...choice, openChanges: 'reject' }, 3)).toMatchObject({ mode: 'final', openChanges: 'reject' })
})

test('a final text without open changes refuses any that would turn up', () => {
  expect(optionsOf(firstChoice({ text: draft }, 0), 0)).toMatchObject({ mode: 'final', openChanges: 'refuse' })
})

test('person names stay inside unless asked for', () => {
  expect(firstChoice({ text: draft }, 0).attribution).toBe('delegation')
})
