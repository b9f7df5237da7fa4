// How much of a paragraph is verbatim.
import { expect, test } from 'vitest'
import { textOf, verbatim } from '../../../renderer/features/drafting/earlier.ts'
import type { WordOp } from '../../../shared/model/comparison.ts'

/** '=kept +new -gone' to operations. */
const ops = (text: string) =>
  text
    .split('|')
    .map((part): WordOp => ({ op: part[0] === '+' ? 'insert' : part[0] === '-' ? 'delete' : 'equal', text: part.slice(1) }))

test.each([
  ['=Стороны подтверждают намерение', 3, 3, 100, []],
  ['=Стороны |-отмечают|+приветствуют|= итоги встречи', 4, 3, 75, ['приветствуют']],
  ['=Стороны отмечают|-, что', 2, 2, 99, []],
  ['-всё прежнее|+всё новое', 2, 0, 0, ['всё новое']],
  ['-исчез', 0, 0, 0, []],
  ['=из |+ближайших соседей|= и |+партнёров по-новому', 6, 2, 33, ['ближайших соседей', 'партнёров по-новому']],
])('%s', (text, words, kept, percent, fresh) => {
  expect(verbatim(ops(text))).toMatchObject({ words, kept, percent, fresh })
})

test('the strip joins neighbouring words of one sort and skips what is gone', () => {
  expect(verbatim(ops('=a b |-c|= d|+e f')).strip).toEqual([
    { kept: true, words: 3 },
    { kept: false, words: 2 },
  ])
})

test('a block read as final or original', () => {
  const by = { id: '1', author: '', delegation: '', time: '' }
  const block = {
    id: 'b',
    kind: 'paragraph' as const,
    runs: [
      { text: 'kept ' },
      { text: 'gone', revisions: [{ ...by, kind: 'deletion' as const }] },
      { text: 'new', revisions: [{ ...by, kind: 'insertion' as const }] },
      {
        text: 'tried',
        revisions: [
          { ...by, kind: 'insertion' as const },
          { ...by, kind: 'deletion' as const },
        ],
      },
    ],
  }
  expect(textOf(block)).toBe('kept new')
  expect(textOf(block, 'original')).toBe('kept gone')
})
