// Lines of moves do not lie on each other.
import { expect, test } from 'vitest'
import { lanes } from '../../../renderer/features/comparing/lanes.ts'

test.each([
  [
    'apart: one lane',
    [
      [0, 10],
      [20, 30],
    ],
    [0, 0],
  ],
  [
    'nested: the short one stays inside',
    [
      [0, 100],
      [40, 50],
    ],
    [1, 0],
  ],
  [
    'touching counts as overlapping',
    [
      [0, 10],
      [10, 30],
    ],
    [0, 1],
  ],
  [
    'three over each other',
    [
      [0, 90],
      [10, 80],
      [20, 70],
    ],
    [2, 1, 0],
  ],
  ['none', [], []],
] as const)('%s', (_name, stretches, expected) => {
  expect(lanes(stretches)).toEqual(expected)
})
