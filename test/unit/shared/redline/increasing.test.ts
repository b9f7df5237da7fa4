// The heaviest increasing subsequence, against every subsequence there is.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { heaviestIncreasing } from '../../../../shared/redline/increasing.ts'

test.each([
  [[], [], []],
  [[0, 1, 2], [1, 1, 1], [0, 1, 2]],
  [[2, 0, 1], [1, 1, 1], [1, 2]],
  [[2, 0, 1], [5, 1, 1], [0]],
  [[1, 1], [1, 2], [1]],
])('%j weighed %j', (values, weights, kept) => expect(heaviestIncreasing(values, weights)).toEqual(kept))

test('nothing heavier increases', () => {
  const element = fc.record({ value: fc.nat(9), weight: fc.integer({ min: 1, max: 9 }) })
  fc.assert(fc.property(fc.array(element, { maxLength: 9 }), (elements) => {
    const increases = (list: typeof elements) => list.every(({ value }, index) => index === 0 || list[index - 1]!.value < value)
    const weigh = (list: typeof elements) => list.reduce((sum, { weight }) => sum + weight, 0)
    const indexes = heaviestIncreasing(elements.map(({ value }) => value), elements.map(({ weight }) => weight))
    const kept = indexes.map((index) => elements[index]!)
    const all = Array.from({ length: 2 ** elements.length }, (_, bits) => elements.filter((_, index) => bits & (2 ** index)))
    expect(increases(kept)).toBe(true)
    expect(weigh(kept)).toBe(Math.max(...all.filter(increases).map(weigh)))
  }))
})
