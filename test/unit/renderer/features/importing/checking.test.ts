// What is left to check in a proposed structure, and the account of every line.
import { describe, expect, test } from 'vitest'
import {
  countRoles,
  coverage,
  lastSentence,
  linesOf,
  rowsOf,
} from '../../../../../renderer/features/importing/checking.ts'
import { doubtsOf } from '../../../../../shared/segmenting/index.ts'
import type { ProposedParagraph, RawParagraph, Role } from '../../../../../shared/model/proposal.ts'

/** "14 clause", "clause?" (unsure), "left-out": one paragraph for each raw line. */
const paragraphs = (...written: string[]): ProposedParagraph[] =>
  written.map((text, index) => {
    const [, label, role, unsure, hand] = /^(?:(\S+) )?([a-z-]+)(\?)?(!)?$/.exec(text)!
    return {
      role: role as Role,
      ...(label && { label }),
      text: `text ${index}`,
      raw: [index],
      confidence: unsure ? 0.3 : 0.9,
      reasons: hand ? ['by-hand'] : [],
    }
  })
const raw = (count: number): RawParagraph[] =>
  Array.from({ length: count }, (_, index) => ({ text: 'line', line: index * 2 + 1 }))

describe('doubts', () => {
  test.each<[string, string[], unknown[]]>([
    ['none in a sure count', ['1. clause', '2. clause', '3. clause'], []],
    ['an unsure paragraph', ['title', 'chapeau?', '1. clause'], [{ index: 1, kind: 'unsure' }]],
    ['a decided one is no doubt', ['chapeau?!'], []],
    ['a gap is doubted before it', ['3. clause', '5. clause'], [{ index: 0, kind: 'gap', before: 3, after: 5 }]],
    ['a repeated number', ['3. clause', '3. clause'], [{ index: 0, kind: 'repeat', before: 3, after: 3 }]],
    ['headings and items between do not break the count', ['3. clause', 'I. heading', '1) item', '4. clause'], []],
    ['a count by section starts anew', ['7. clause', 'heading', '1. clause'], []],
    ['either side decided settles a gap', ['3. clause!', '5. clause'], []],
    ['unnumbered clauses have no count', ['clause', 'clause'], []],
    ['a gap outweighs being unsure', ['3. clause?', '5. clause'], [{ index: 0, kind: 'gap', before: 3, after: 5 }]],
  ])('%s', (_, written, expected) => {
    expect(doubtsOf(paragraphs(...written))).toEqual(expected)
  })
})

test('every line is accounted for, left out or not, and a lost one is seen', () => {
  expect(coverage(raw(3), paragraphs('left-out', 'title', 'clause'))).toEqual({ kept: 3, of: 3 })
  expect(coverage(raw(4), paragraphs('left-out', 'title', 'clause'))).toEqual({ kept: 3, of: 4 })
  const [one] = paragraphs('heading')
  expect(coverage(raw(2), [{ ...one!, raw: [0, 1] }])).toEqual({ kept: 2, of: 2 })
})

describe('rows', () => {
  const written = paragraphs('left-out', 'left-out', 'title', 'left-out')
  test('a stretch that is left out is one row', () => {
    expect(rowsOf(written, new Set())).toEqual([
      { kind: 'left-out', from: 0, to: 1 },
      { kind: 'paragraph', index: 2 },
      { kind: 'left-out', from: 3, to: 3 },
    ])
  })
  test('opened at any of its paragraphs it shows them all', () => {
    expect(rowsOf(written, new Set([1])).slice(0, 3)).toEqual([
      { kind: 'left-out', from: 0, to: 1 },
      { kind: 'paragraph', index: 0 },
      { kind: 'paragraph', index: 1 },
    ])
  })
})

test('lines of a stretch are those of the file', () => {
  expect(linesOf(raw(3), paragraphs('left-out', 'left-out', 'title'), 0, 1)).toBe('1–3')
  expect(linesOf(raw(3), paragraphs('left-out', 'left-out', 'title'), 2, 2)).toBe('5')
})

test('roles are counted', () => {
  expect(countRoles(paragraphs('title', 'clause', 'clause'))).toEqual({ title: 1, clause: 2 })
})

test.each([
  ['The Parties task the experts. The Parties will review it.', 'en', 'The Parties will review it.'],
  ['Стороны поручают экспертам перечень постов. Перечень пересматривается.', 'ru', 'Перечень пересматривается.'],
])('the last sentence of «%s»', (text, language, last) => {
  expect(text.slice(lastSentence(text, language))).toBe(last)
})

test('a single sentence has no place to cut', () => {
  expect(lastSentence('The Parties welcome it.', 'en')).toBe(0)
})
