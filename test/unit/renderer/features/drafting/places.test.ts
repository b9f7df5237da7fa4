// Names of the places of a text: a section is no clause, and paragraphs without numbers are counted in their section.
import { expect, test } from 'vitest'
import { placesOf } from '../../../../../renderer/features/drafting/places.ts'
import type { BlockKind } from '../../../../../shared/model/statement.ts'

const places = (...blocks: [BlockKind, string | null][]) =>
  placesOf(
    blocks.map(([kind]) => ({ kind })),
    blocks.map(([, label]) => label),
  ).map(({ number, section, order }) => [number, section, order])

test('paragraphs without numbers are counted anew in each section', () => {
  expect(
    places(
      ['title', null],
      ['chapeau', null],
      ['chapeau', null],
      ['heading', 'I.'],
      ['paragraph', null],
      ['paragraph', null],
      ['heading', 'II.'],
      ['paragraph', null],
    ),
  ).toEqual([
    ['', '', 0],
    ['', '', 1],
    ['', '', 2],
    ['I', 'I', 0],
    ['', 'I', 1],
    ['', 'I', 2],
    ['II', 'II', 0],
    ['', 'II', 1],
  ])
})

test('numbers lose their points and brackets, and take no place among the unnumbered', () => {
  expect(places(['paragraph', '6.'], ['item', 'а)'], ['paragraph', null])).toEqual([
    ['6', '', 0],
    ['а', '', 0],
    ['', '', 1],
  ])
})
