// Numbers written out in front of paragraphs: every row still spells both sides, and a changed number shows as a change.
import { describe, expect, test } from 'vitest'
import type { ComparedParagraph, Comparison, Row } from '../../../../../shared/model/comparison.ts'
import { withLabels } from '../../../../../electron/host/cli/labelled.ts'

const paragraph = (line: string): ComparedParagraph => {
  const [, label, text] = /^(?:(\S+)\| )?(.*)$/.exec(line)!
  return { label: label ?? null, text: text!, kind: 'paragraph' }
}

const comparison = (old: string[], later: string[], rows: Row[]): Comparison => ({
  old: { name: 'old', language: 'en', date: null, paragraphs: old.map(paragraph) },
  new: { name: 'new', language: 'en', date: null, paragraphs: later.map(paragraph) },
  rows,
  counts: { same: 0, edited: 0, inserted: 0, deleted: 0, moved: 0, split: 0, merged: 0 },
})

const SIGNS = { '=': 'equal', '-': 'delete', '+': 'insert' } as const

/** "=same -deleted +inserted" pieces, one per entry; "~-5. " is one that is typographic. */
const ops = (...pieces: string[]): Row['ops'] => pieces.map((piece) => {
  const [, typographic, sign, text] = /^(~?)([=+-])(.*)$/su.exec(piece)!
  return { op: SIGNS[sign as keyof typeof SIGNS], text: text!, ...(typographic && { typographic: true as const }) }
})

const CASES: [string, string[], string[], Row, Row][] = [
  ['an equal number joins the unchanged words', ['4.| Parties agree'], ['4.| Parties agree'],
    { kind: 'same', old: [0], new: [0], ops: ops('=Parties agree'), typographic: false },
    { kind: 'same', old: [0], new: [0], ops: ops('=4. Parties agree'), typographic: false }],
  ['a changed number is an edit of its own', ['4.| Parties agree'], ['5.| Parties agree'],
    { kind: 'same', old: [0], new: [0], ops: ops('=Parties agree'), typographic: true },
    { kind: 'edited', old: [0], new: [0], ops: ops('~-4. ', '~+5. ', '=Parties agree'), typographic: true }],
  ['a number that came in', ['Parties agree'], ['1.| Parties agree'],
    { kind: 'same', old: [0], new: [0], ops: ops('=Parties agree'), typographic: true },
    { kind: 'edited', old: [0], new: [0], ops: ops('~+1. ', '=Parties agree'), typographic: true }],
  ['an equal number before a changed word', ['4.| Leaders agree'], ['4.| Parties agree'],
    { kind: 'edited', old: [0], new: [0], ops: ops('-Leaders', '+Parties', '= agree'), typographic: false },
    { kind: 'edited', old: [0], new: [0], ops: ops('=4. ', '-Leaders', '+Parties', '= agree'), typographic: false }],
  ['an inserted paragraph brings its number', [], ['7.| New'],
    { kind: 'inserted', old: [], new: [0], ops: ops('+New'), typographic: false },
    { kind: 'inserted', old: [], new: [0], ops: ops('+7. New'), typographic: false }],
  ['a deleted paragraph takes its number along', ['7.| Old'], [],
    { kind: 'deleted', old: [0], new: [], ops: ops('-Old'), typographic: false },
    { kind: 'deleted', old: [0], new: [], ops: ops('-7. Old'), typographic: false }],
  ['a split numbers its second half', ['5.| One two'], ['5.| One', '6.| two'],
    { kind: 'split', old: [0], new: [0, 1], ops: ops('=One', '- ', '+\n', '=two'), typographic: false },
    { kind: 'split', old: [0], new: [0, 1], ops: ops('=5. One', '- ', '+\n6. ', '=two'), typographic: false }],
  ['a merge loses the second number', ['5.| One', '6.| two'], ['5.| One two'],
    { kind: 'merged', old: [0, 1], new: [0], ops: ops('=One', '-\n', '+ ', '=two'), typographic: false },
    { kind: 'merged', old: [0, 1], new: [0], ops: ops('=5. One', '-\n6. ', '+ ', '=two'), typographic: false }],
  ['numbers inside one unchanged stretch', ['1.| One', '2.| two'], ['1.| One', '3.| two'],
    { kind: 'moved', old: [0, 1], new: [0, 1], ops: ops('=One\ntwo'), typographic: false },
    { kind: 'moved', old: [0, 1], new: [0, 1], ops: ops('=1. One\n', '~-2. ', '~+3. ', '=two'), typographic: false }],
  ['a paragraph that became empty', ['1.| One'], ['1.| '],
    { kind: 'edited', old: [0], new: [0], ops: ops('-One'), typographic: false },
    { kind: 'edited', old: [0], new: [0], ops: ops('=1. ', '-One'), typographic: false }],
]

describe.each(CASES)('%s', (_, old, later, row, expected) => {
  const labelled = withLabels(comparison(old, later, [row]))

  test('row', () => {
    expect(labelled.rows).toEqual([expected])
    expect(labelled.counts[expected.kind]).toBe(1)
  })

  test('still spells both sides', () => {
    const side = (other: 'insert' | 'delete') => labelled.rows[0]!.ops.filter(({ op }) => op !== other).map(({ text }) => text).join('')
    expect(side('insert')).toBe(labelled.old.paragraphs.join('\n'))
    expect(side('delete')).toBe(labelled.new.paragraphs.join('\n'))
  })
})
