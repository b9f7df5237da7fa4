// The redline between two statements: rejected it is the earlier one, accepted the later one.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Statement } from '../../../../shared/model/statement.ts'
import { labelBlocks } from '../../../../shared/model/numbering.ts'
import {
  acceptAll, changesOf, comparedText, compareTexts, redline, redlineOfComparison, rejectAll, resolve,
} from '../../../../shared/redline/index.ts'
import { parse, print } from './notation.ts'
import { statement, text, twoTexts } from './texts.ts'

const BY = { author: 'Officer', delegation: 'AA', time: '2026-02-03T04:05:06Z' }

/** Paragraphs as read on paper, numbers included. */
const read = (of: Statement) => {
  const labels = labelBlocks(of.blocks, of.numbering)
  return of.blocks.map(({ kind, level, runs }, index) => ({
    kind, level, text: (labels[index] === null ? '' : `${labels[index]} `) + runs.map((run) => run.text).join(''),
  }))
}

describe('laws', () => {
  test('rejected it is the earlier text, accepted the later one', () => {
    fc.assert(fc.property(twoTexts, fc.nat(50), fc.nat(50), ([old, now], seed, other) => {
      const before = statement(old, seed)
      const after = statement(now, other)
      const marked = redline(before, after, BY)
      expect(read(rejectAll(marked))).toEqual(read(before))
      expect(read(acceptAll(marked))).toEqual(read(after))
    }), { numRuns: 400 })
  })

  test('so is the redline of a comparison', () => {
    fc.assert(fc.property(twoTexts, ([old, now]) => {
      const marked = redlineOfComparison(compareTexts(text(old), text(now)), BY)
      expect(read(rejectAll(marked)).map((block) => block.text)).toEqual(old)
      expect(read(acceptAll(marked)).map((block) => block.text)).toEqual(now)
    }), { numRuns: 200 })
  })

  test('changes resolved one by one, in any order, leave what all at once leave', () => {
    const shuffled = twoTexts.chain(([old, now]) => {
      const marked = redline(statement(old, 0), statement(now, 0), BY)
      const changes = changesOf(marked)
      return fc.tuple(fc.constant(marked), fc.shuffledSubarray(changes, { minLength: changes.length }))
    })
    fc.assert(fc.property(shuffled, fc.constantFrom('accept' as const, 'reject' as const), ([marked, changes], verdict) => {
      const resolved = changes.reduce((left, { revisions }) => resolve(left, ({ id }) => revisions.includes(id), verdict), marked)
      expect(read(resolved)).toEqual(read(resolve(marked, () => true, verdict)))
    }), { numRuns: 200 })
  })

  test('ids of revisions and blocks are never used twice', () => {
    fc.assert(fc.property(twoTexts, ([old, now]) => {
      const { blocks } = redline(statement(old, 1), statement(now, 2), BY)
      expect(new Set(blocks.map((block) => block.id)).size).toBe(blocks.length)
      const kinds = new Map<string, string>()
      for (const { runs, mark } of blocks) {
        for (const { id, kind } of [...runs.flatMap((run) => run.revisions ?? []), ...(mark ?? [])]) {
          expect(kinds.get(id) ?? kind).toBe(kind)
          kinds.set(id, kind)
        }
      }
    }))
  })
})

const WATER = 'The Parties confirm the need for fair use of transboundary rivers.'
const ENERGY = 'The Ministers welcome the growth of renewable energy in the region.'
const between = (old: string, now: string) => print(redline(parse(old), parse(now), { ...BY, author: 'A', delegation: '' }))

describe('cases', () => {
  test.each([
    ['no change', `${WATER}¶`, `${WATER}¶`, `${WATER}¶`],
    ['a word', 'The Parties agree to meet again¶', 'The Leaders agree to meet again¶',
      'The [-1 Parties][+2 Leaders] agree to meet again¶'],
    ['a new last paragraph', `${WATER}¶`, `${WATER}¶${ENERGY}¶`, `${WATER}¶[+1 ${ENERGY}]¶(+1)`],
    ['a dropped first paragraph', `${WATER}¶${ENERGY}¶`, `${ENERGY}¶`, `[-1 ${WATER}]¶(-1)${ENERGY}¶`],
    ['a split', `${WATER} ${ENERGY}¶`, `${WATER}¶${ENERGY}¶`, `${WATER}[-1  ]¶(+2)${ENERGY}¶`],
    ['a merge', `${WATER}¶${ENERGY}¶`, `${WATER} ${ENERGY}¶`, `${WATER}¶(-1)[+2  ]${ENERGY}¶`],
    ['a move is struck at the old place and put in at the new', `Short one here¶${WATER}¶${ENERGY}¶`,
      `${WATER}¶${ENERGY}¶Short one here¶`,
      `[-1 Short one here]¶(-1)${WATER}¶${ENERGY}¶[+2 Short one here]¶(+2)`],
  ])('%s', (_, old, now, expected) => expect(between(old, now)).toBe(expected))

  test('a paragraph that became a heading is recast, and its words are tracked', () => {
    const marked = redline(parse('Water and energy¶'), parse('#Water and clean energy¶'), { ...BY, author: 'A' })
    expect(print(marked)).toBe('#Water and [+1 clean ]energy¶')
    expect(changesOf(marked)).toMatchObject([
      { kind: 'insertion' }, { kind: 'format', format: { was: { kind: 'paragraph' }, now: { kind: 'heading' } } },
    ])
    expect(print(rejectAll(marked))).toBe('Water and energy¶')
  })

  test('a moved paragraph is one change, and its words are tracked where it now stands', () => {
    const long = 'The Parties will jointly develop the railway corridor across the northern pass'
    const old = `${long} within ten years¶${WATER}¶${ENERGY}¶`
    const marked = redline(parse(old), parse(`${WATER}¶${ENERGY}¶${long} within five years¶`), { ...BY, author: 'A' })
    expect(print(marked)).toBe(`[-1 ${long} within ten years]¶(-1)${WATER}¶${ENERGY}¶`
      + `[+4 ${long} within ][+4-2 ten][+4+3 five][+4  years]¶(+4)`)
    const [replacement, move] = changesOf(marked).sort((a, b) => (a.kind < b.kind ? 1 : -1))
    expect(replacement).toMatchObject({ kind: 'replacement', old: 'ten', new: 'five' })
    expect(move).toMatchObject({ kind: 'move', block: 3, movedFrom: 0, revisions: ['r1', 'r4'] })
    const back = resolve(marked, ({ id }) => move!.revisions.includes(id), 'reject')
    expect(print(back)).toBe(old)
  })

  test('a number that changed is a change, though the text is the same', () => {
    const numbered = (label: string): Statement =>
      ({ ...parse(''), blocks: [{ id: 'b1', kind: 'paragraph', label, runs: [{ text: WATER }] }] })
    expect(print(redline(numbered('4.'), numbered('5.'), { ...BY, author: 'A' }))).toBe(`[-1 4. ][+2 5. ]${WATER}¶`)
  })

  test('a split numbered paragraph gets the new number inside the insertion', () => {
    const numbered = (...texts: string[]): Statement => ({
      ...parse(''), numbering: { sections: 'none', clauses: 'continuous', items: 'none' },
      blocks: texts.map((text, index) => ({ id: `b${index}`, kind: 'paragraph', runs: [{ text }] })),
    })
    expect(print(redline(numbered(`${WATER} ${ENERGY}`), numbered(WATER, ENERGY), { ...BY, author: 'A' })))
      .toBe(`1. ${WATER}[-1  ]¶(+2)[+2 2. ]${ENERGY}¶`)
  })

  test('deleted words keep their old face, the rest the new one', () => {
    const faced = (text: string, marks: ['bold'] | ['italic']): Statement =>
      ({ ...parse(''), blocks: [{ id: 'b', kind: 'paragraph', runs: [{ text, marks }] }] })
    const { blocks } = redline(faced('We agree to meet again soon', ['bold']),
      faced('They agree to meet again soon', ['italic']), BY)
    expect(blocks[0]!.runs.map(({ text, marks }) => [text, marks])).toEqual([
      ['We', ['bold']], ['They', ['italic']], [' agree to meet again soon', ['italic']],
    ])
  })

  test('open changes of both sides count as accepted, and a paragraph keeps its source', () => {
    const after = parse(`The [-1 Parties][+2 Leaders] agree to meet again¶`)
    const source = { clauseId: null, declarationId: 'd' as never, citation: 'Avela 2024', date: null, number: null,
      grade: 'official' as const, parties: [], text: 'x' }
    after.blocks[0]!.source = source
    const marked = redline(parse('The Parties agree to meet again¶'), after, BY)
    expect(changesOf(marked)).toMatchObject([
      { kind: 'replacement', old: 'Parties', new: 'Leaders', author: 'Officer', delegation: 'AA' },
    ])
    expect(marked.blocks[0]!.source).toEqual(source)
  })

  test('two clauses put in are two changes', () => {
    const kinds = (old: string, now: string) => changesOf(redline(parse(old), parse(now), BY)).map((change) => change.kind)
    expect(kinds('', `${WATER}¶${ENERGY}¶`)).toEqual(['insertion', 'insertion'])
  })
})

test('a statement as a compared text shows numbers as they are with its changes accepted or rejected', () => {
  const numbering = { sections: 'none', clauses: 'continuous', items: 'none' } as const
  const draft: Statement = { ...parse('[-1 One]¶(-1)Two [+2 three]¶'), numbering }
  expect(comparedText(draft, 'Draft', '2026-01-01')).toEqual({
    name: 'Draft', language: 'en', date: '2026-01-01', paragraphs: [{ text: 'Two three', label: '1.', kind: 'paragraph' }],
  })
  const { paragraphs } = comparedText(draft, 'Draft', null, 'rejected')
  expect(paragraphs.map(({ label, text }) => `${label} ${text}`)).toEqual(['1. One', '2. Two '])
})
