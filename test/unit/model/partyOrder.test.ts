// Party order profiles: alphabetical in a language, host first, by hand.
import { describe, expect, test } from 'vitest'
import { moveParty, orderParties, stateName } from '../../../shared/model/partyOrder.ts'

const states = (...codes: string[]) => codes.map((code) => ({ code, state: code }))
const codes = (parties: { code?: string | undefined }[]) => parties.map((party) => party.code).join(' ')

describe('order', () => {
  test.each([
    ['Russian alphabet: Казахстан, Узбекистан, Япония', { kind: 'alphabetical', language: 'ru' }, 'JP UZ KZ', 'KZ UZ JP'],
    ['English alphabet: Japan, Kazakhstan, Uzbekistan', { kind: 'alphabetical', language: 'en' }, 'UZ KZ JP', 'JP KZ UZ'],
    ['host first, the rest by the Russian alphabet', { kind: 'host-first', host: 'UZ', language: 'ru' }, 'JP UZ KZ', 'UZ KZ JP'],
    ['a host that is no party changes nothing', { kind: 'host-first', host: 'FR', language: 'ru' }, 'JP UZ KZ', 'KZ UZ JP'],
  ] as const)('%s', (_name, order, before, after) => {
    expect(codes(orderParties(states(...before.split(' ')), order))).toBe(after)
  })

  test('ё stands with е, and invented states are ordered by their own names', () => {
    const parties = [{ state: 'Жемчужные Острова' }, { state: 'Ёлкино' }, { state: 'Елания' }, { state: 'Арния', code: 'ARN' }]
    expect(orderParties(parties, { kind: 'alphabetical', language: 'ru' }).map((party) => party.state)).toEqual([
      'Арния',
      'Елания',
      'Ёлкино',
      'Жемчужные Острова',
    ])
  })

  test('the list passed in stays as it was', () => {
    const parties = states('UZ', 'JP')
    orderParties(parties, { kind: 'alphabetical', language: 'en' })
    expect(codes(parties)).toBe('UZ JP')
  })
})

test('a name by code, in the language asked for', () => {
  expect(stateName({ state: 'Япония', code: 'JP' }, 'en')).toBe('Japan')
  expect(stateName({ state: 'Арния', code: 'ARN' }, 'en')).toBe('Арния')
})

test.each([
  [0, 2, 'B C A'],
  [2, 0, 'C A B'],
  [1, 1, 'A B C'],
  [0, 3, 'A B C'],
  [5, 0, 'A B C'],
])('moving %i to %i', (from, to, after) => {
  expect(
    moveParty([{ state: 'A' }, { state: 'B' }, { state: 'C' }], from, to)
      .map((party) => party.state)
      .join(' '),
  ).toBe(after)
})
