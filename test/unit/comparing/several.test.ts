// The rows of the screen of several versions, the sums of its table, and the table as text.
import { describe, expect, test } from 'vitest'
import { concordanceText } from '../../../renderer/features/comparing/several/concordanceText.ts'
import { severalRows, sumsOf, type SeveralRow } from '../../../renderer/features/comparing/several/rows.ts'
import { collate, compareTexts } from '../../../shared/redline/index.ts'
import { text } from '../shared/redline/texts.ts'

const FLOW = 'The Parties note the results of the first cycle of joint flow measurements at twelve gauging stations.'
const FERRIES = 'The Parties support the resumption of regular ferry lines between the ports of the lower reaches.'
const DRILLS = 'The Parties hold annual exercises of their rescue services on the border stretches of the river.'
const CUSTOMS = 'The Parties instruct the customs agencies to agree on a common exchange format for cargo data.'
const BASE = ['Water', FLOW, FERRIES, DRILLS]

const base = text(BASE, 'Base')
base.paragraphs[0]!.kind = 'heading'
const against = (...versions: string[][]) => collate(versions.map((version, index) => compareTexts(base, text(version, `V${index + 1}`))))

const shown = (row: SeveralRow) =>
  row.show === 'fold' ? `fold ${row.from}+${row.count}` : row.show === 'added' ? `added ${row.place} #${row.change}`
    : `base ${row.index}${row.change === null ? '' : ` #${row.change}`}`
const rows = (versions: string[][], opened: number[] = [], fold = true) =>
  severalRows(against(...versions), { fold, opened: new Set(opened) }).map(shown)

const EDITED = BASE.with(3, DRILLS.replace('annual', 'quarterly'))
const ADDED = [...BASE, CUSTOMS]

describe('rows', () => {
  test.each([
    ['what all keep is folded, headings stay', [EDITED], [], ['base 0', 'fold 1+2', 'base 3 #0']],
    ['a fold that was opened', [EDITED], [1], ['base 0', 'base 1', 'base 2', 'base 3 #0']],
    ['one paragraph alone is not folded', [BASE.with(2, FERRIES.replace('regular', 'daily'))], [],
      ['base 0', 'base 1', 'base 2 #0', 'base 3']],
    ['an addition of one of two versions', [ADDED, BASE], [], ['base 0', 'fold 1+3', 'added 4 #0']],
    ['nothing changed', [BASE, BASE], [], ['base 0', 'fold 1+3']],
  ])('%s', (_, versions, opened, expected) => expect(rows(versions, opened)).toEqual(expected))

  test('unfolded, every paragraph of the base has its row', () => {
    expect(rows([EDITED, ADDED], [], false)).toEqual(['base 0', 'base 1', 'base 2', 'base 3 #0', 'added 4 #1'])
  })
})

test('the fates of each version add up to the base', () => {
  const sums = sumsOf(against(EDITED, ADDED, BASE.slice(0, 3)))
  expect(sums).toEqual([
    { kept: 3, edited: 1, moved: 0, split: 0, merged: 0, dropped: 0, added: 0 },
    { kept: 4, edited: 0, moved: 0, split: 0, merged: 0, dropped: 0, added: 1 },
    { kept: 3, edited: 0, moved: 0, split: 0, merged: 0, dropped: 1, added: 0 },
  ])
})

test('as text every row is a line and no text breaks a cell', () => {
  const broken = collate([compareTexts(base, text([...BASE, 'New\tand\nbroken'], 'V1'))])
  expect(concordanceText(broken, { fate: ({ fate }) => fate, added: 'added', base: 'Base' }).split('\n').map((line) => line.split('\t')))
    .toEqual([
      ['', 'Base', 'V1'], ['¶1', 'Water', 'kept'], ['¶2', FLOW, 'kept'], ['¶3', FERRIES, 'kept'], ['¶4', DRILLS, 'kept'],
      ['+', 'New and broken', 'added'],
    ])
})
