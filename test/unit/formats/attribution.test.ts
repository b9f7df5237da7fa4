// The name a written change carries, and who is meant by one that is read.
import { describe, expect, test } from 'vitest'
import { nameOf, whoIs } from '../../../electron/core/formats/attribution.ts'

const by = (author: string, delegation: string) => ({ author, delegation })

describe('the name written', () => {
  test.each([
    [by('A. Karimov', 'KZ'), 'author', 'A. Karimov (KZ)'],
    [by('', 'KZ'), 'author', 'KZ'],
    [by('A. Karimov', ''), 'author', 'A. Karimov'],
    [by('', ''), 'author', 'Alternat'],
    [by('A. Karimov', 'KZ'), 'delegation', 'KZ'],
    [by('A. Karimov', ''), 'delegation', 'Alternat'],
  ] as const)('%o by %s: %s', (who, attribution, name) => {
    expect(nameOf(who, attribution)).toBe(name)
  })
})

test.each([by('A. Karimov', 'KZ'), by('', 'KZ'), by('A. Karimov', ''), by('', '')])('%o is read back as it was', (who) => {
  expect(whoIs(nameOf(who, 'author'))).toEqual(who)
})

test('a name of another program is nobody but itself', () => {
  expect(whoIs('Author')).toEqual(by('Author', ''))
})
