// What the compare screen shows: order, ghosts of moves, folds, sides of a row.
import { describe, expect, test } from 'vitest'
import {
  changesOnly,
  countChanges,
  foldNumbers,
  layout,
  percentSame,
  sideOf,
  stepChange,
  type ChangeKind,
  type Shown,
} from '../../../renderer/features/comparing/layout.ts'
import type { ComparedParagraph, Comparison, Row, RowKind } from '../../../shared/model/comparison.ts'

/**
 * A comparison from rows like 'same 0 0', 'deleted 1', 'inserted 1', 'moved 5 2', 'split 3 4,5'. Texts are the old or new
 * index as a word; headings are named in `headings` by their new index.
 */
function comparison(spec: string[], headings: number[] = []): Comparison {
  const rows = spec.map((line): Row => {
    const [kind, a = '', b = ''] = line.split(' ') as [RowKind, string?, string?]
    const list = (text: string) => (text === '' ? [] : text.split(',').map(Number))
    const [old, later] = kind === 'inserted' ? [[], list(a)] : [list(a), list(b)]
    return { kind, old, new: later, ops: [], typographic: false }
  })
  const text = (count: number, isNew: boolean) => ({
    name: '',
    language: 'en',
    date: null,
    paragraphs: Array.from({ length: count }, (_none, index): ComparedParagraph => ({
      text: `text ${index}`,
      label: `${index + 1}.`,
      kind: isNew && headings.includes(index) ? 'heading' : 'paragraph',
    })),
  })
  const most = (side: 'old' | 'new') => Math.max(-1, ...rows.flatMap((row) => row[side])) + 1
  const counts = { same: 0, edited: 0, inserted: 0, deleted: 0, moved: 0, split: 0, merged: 0 }
  for (const row of rows) counts[row.kind]++
  return { old: text(most('old'), false), new: text(most('new'), true), rows, counts }
}

/** Rows as their kinds, ghosts as "(old)", folds as "[from-to)". */
const drawn = (shown: Shown[]) =>
  shown
    .map((one) => (one.show === 'fold' ? `[${one.from}-${one.to})` : one.show === 'ghost' ? `(${one.row.old[0]})` : one.row.kind))
    .join(' ')

const show = (
  spec: string[],
  options: Partial<{ kinds: ChangeKind[]; fold: boolean; typography: boolean; opened: number[]; headings: number[] }> = {},
) =>
  layout(comparison(spec, options.headings), {
    kinds: new Set(options.kinds ?? []),
    fold: options.fold ?? true,
    typography: options.typography ?? false,
    opened: new Set(options.opened ?? []),
  })

const SAME3 = ['same 0 0', 'same 1 1', 'same 2 2']

test.each([
  [
    'a paragraph moved up leaves a ghost where it stood',
    ['moved 2 0', 'edited 0 1', 'edited 1 2', 'edited 3 3'],
    'moved edited edited (2) edited',
  ],
  ['moved down', ['edited 1 0', 'moved 0 1', 'edited 2 2'], '(0) edited moved edited'],
  ['moved from the very end', ['moved 1 0', 'edited 0 1'], 'moved edited (1)'],
  [
    'two moves from one place keep their old order',
    ['moved 2 0', 'moved 1 1', 'edited 0 2', 'edited 3 3'],
    'moved moved edited (1) (2) edited',
  ],
])('%s', (_name, spec, expected) => {
  expect(drawn(show(spec))).toBe(expected)
})

describe('folding', () => {
  test.each([
    ['an unchanged stretch folds', [...SAME3, 'edited 3 3'], {}, '[0-3) edited'],
    ['not when folding is off', [...SAME3, 'edited 3 3'], { fold: false }, 'same same same edited'],
    ['one unchanged row is no stretch', ['same 0 0', 'edited 1 1', 'same 2 2'], {}, 'same edited same'],
    ['opened by hand', [...SAME3, 'edited 3 3'], { opened: [0] }, 'same same same edited'],
    ['the heading of a change stays', [...SAME3, 'same 3 3', 'edited 4 4'], { headings: [3] }, '[0-3) same edited'],
    ['a heading at the very end does not', [...SAME3], { headings: [2] }, '[0-3)'],
    [
      'a filter folds the other changes away',
      ['edited 0 0', 'inserted 1', 'deleted 1', 'edited 2 2'],
      { kinds: ['edited'] as ChangeKind[], fold: false },
      'edited [1-3) edited',
    ],
    [
      'splits and merges are one kind',
      ['split 0 0,1', 'merged 1,2 2', 'edited 3 3', 'edited 4 4'],
      { kinds: ['resplit'] as ChangeKind[] },
      'split merged [2-4)',
    ],
  ])('%s', (_name, spec, options, expected) => {
    expect(drawn(show(spec, options))).toBe(expected)
  })

  test('a fold tells how many changes the filter hides, and which numbers', () => {
    const compared = comparison(['same 0 0', 'inserted 1', 'same 1 2', 'same 2 3', 'edited 3 4'])
    const [fold] = layout(compared, { kinds: new Set(['edited']), fold: true, typography: false, opened: new Set() })
    expect(fold).toMatchObject({ show: 'fold', changes: 1 })
    expect(foldNumbers(fold as Extract<Shown, { show: 'fold' }>, compared)).toEqual({ old: '1–3', new: '1–4' })
  })

  test('every row is shown or folded exactly once', () => {
    const spec = [
      'moved 9 0',
      ...SAME3.map((row) => row.replace(/(\d) \d/, (_all, n) => `${n} ${Number(n) + 1}`)),
      'split 3 4,5',
      'deleted 4',
      'merged 5,6 6',
      'inserted 7',
      'same 7 8',
      'same 8 9',
    ]
    const rows = show(spec)
      .flatMap((one) => (one.show === 'fold' ? one.hides : [one]))
      .filter((one) => one.show === 'row')
    expect(rows.map((one) => one.at)).toEqual(spec.map((_row, index) => index))
  })
})

describe('typography', () => {
  const spec = ['same 0 0', 'edited 1 1', 'same 2 2', 'edited 3 3']
  const noisy = (typography: boolean) => {
    const compared = comparison(spec)
    compared.rows[1]!.typographic = true
    compared.rows[2]!.typographic = true
    return { compared, shown: layout(compared, { kinds: new Set(), fold: true, typography, opened: new Set() }) }
  }

  test('folds away like what is unchanged, and the fold tells', () => {
    const { shown } = noisy(false)
    expect(drawn(shown)).toBe('[0-3) edited')
    expect(shown[0]).toMatchObject({ changes: 0, typographic: 2 })
  })

  test('counts where it is asked for', () => {
    expect(noisy(true).shown.map((one) => one.show === 'row' && one.change)).toEqual([null, 0, 1, 2])
    expect(countChanges(noisy(true).compared.rows)).toMatchObject({ edited: 1, typographic: 2 })
  })
})

test('only changes: nothing unchanged but the headings that lead to a change', () => {
  const compared = comparison(['same 0 0', 'same 1 1', 'edited 2 2', 'same 3 3', 'same 4 4', 'edited 5 5', 'same 6 6'], [1, 4, 6])
  const shown = layout(compared, { kinds: new Set(), fold: true, typography: false, opened: new Set() })
  expect(changesOnly(shown, compared).map((one) => one.show === 'row' && one.at)).toEqual([1, 2, 4, 5])
})

test('changes are counted in order, only those the filter wants', () => {
  const numbered = show(['edited 0 0', 'same 1 1', 'inserted 2', 'edited 2 3'], { kinds: ['edited'] }).flatMap((one) =>
    one.show === 'row' ? [one.change] : [],
  )
  expect(numbered).toEqual([0, 1])
})

describe('the sides of a row', () => {
  const split: Comparison = {
    old: { name: '', language: 'en', date: null, paragraphs: [{ text: 'One, and two', label: '1.', kind: 'paragraph' }] },
    new: {
      name: '',
      language: 'en',
      date: null,
      paragraphs: [
        { text: 'One\ncont.', label: '1.', kind: 'paragraph' },
        { text: 'Two', label: '2.', kind: 'paragraph' },
      ],
    },
    rows: [
      {
        kind: 'split',
        old: [0],
        new: [0, 1],
        ops: [
          { op: 'equal', text: 'One' },
          { op: 'delete', text: ', and two' },
          { op: 'insert', text: '\ncont.\nTwo' },
        ],
        typographic: false,
      },
    ],
    counts: { same: 0, edited: 0, inserted: 0, deleted: 0, moved: 0, split: 1, merged: 0 },
  }

  test('spell the paragraphs exactly, line breaks inside them kept', () => {
    const side = (which: 'old' | 'new') =>
      sideOf(split.rows[0]!, which, split).map((pieces) =>
        pieces.map(({ text, changed }) => (changed ? `<${text}>` : text)).join(''),
      )
    expect(side('old')).toEqual(['One<, and two>'])
    expect(side('new')).toEqual(['One<\ncont.>', '<Two>'])
  })
})

test.each([
  [[{ op: 'equal', text: 'one two three' }], 100],
  [
    [
      { op: 'equal', text: 'one two three ' },
      { op: 'delete', text: 'four' },
      { op: 'insert', text: 'five' },
    ],
    75,
  ],
  [
    [
      { op: 'equal', text: 'a word' },
      { op: 'insert', text: ',' },
    ],
    99,
  ],
  [
    [
      { op: 'delete', text: 'one' },
      { op: 'insert', text: 'two' },
    ],
    0,
  ],
] as const)('percent same %#', (ops, percent) => {
  expect(percentSame(ops)).toBe(percent)
})

test.each([
  [3, null, 1, 0],
  [3, null, -1, 2],
  [3, 2, 1, 0],
  [3, 0, -1, 2],
  [3, 1, 1, 2],
  [0, null, 1, null],
] as const)('%i changes, from %s by %i: %s', (total, from, step, expected) => {
  expect(stepChange(total, from, step)).toBe(expected)
})
