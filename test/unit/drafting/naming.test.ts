// What parties and citations are called beside a draft.
import { expect, test } from 'vitest'
import { knownParties } from '../../../renderer/features/drafting/delegations.ts'
import { withoutYear } from '../../../renderer/features/drafting/earlier.ts'

test('known parties go by their names in the language of the draft, in its alphabet, each once', () => {
  const texts = [
    { language: 'en', parties: [{ state: 'Vestria', code: 'VT', person: 'A. Tarn' }, { state: 'League of Ports' }] },
    { language: 'ru', parties: [{ state: 'Вестрия', code: 'VT', title: 'Министр' }, { state: 'Алвания', code: 'AV' }] },
    { language: 'ru', parties: [{ state: 'Республика Вестрия', code: 'VT' }] },
  ]
  expect(knownParties(texts, 'ru')).toEqual([
    { state: 'Алвания', code: 'AV' },
    { state: 'Вестрия', code: 'VT' },
    { state: 'League of Ports' },
  ])
  expect(knownParties(texts, 'en').map(({ state }) => state)).toEqual(['League of Ports', 'Vestria', 'Алвания'])
})

test('a citation in front of a date does not say its year twice', () => {
  expect(withoutYear('Ольмин 2021', '2021-05-14')).toBe('Ольмин')
  expect(withoutYear('Повестка 2030', '2021-05-14')).toBe('Повестка 2030')
})
