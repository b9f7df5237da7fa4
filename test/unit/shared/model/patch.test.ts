// A patch carries what became another and nothing else, makes of the one statement the other, and is refused on any third.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isEmptyPatch, patchBetween, patched, statementPatchSchema, type StatementPatch } from '../../../../shared/model/patch.ts'
import { named, reversed, splice, splicesBetween } from '../../../../shared/model/splices.ts'
import type { Block, Statement } from '../../../../shared/model/statement.ts'
import '../../../support/seeds.ts'

const block = (id: string, text = id): Block => ({ id, kind: 'paragraph', runs: [{ text }] })
/** `a b2 c`: a block for each word, its id the letter and its text the word. */
const blocksOf = (words: string): Block[] => words.split(' ').filter((word) => word !== '').map((word) => block(word[0]!, word))
const statement = (blocks: Block[], comments: string[] = []): Statement => ({
  format: 1, language: 'en', numbering: { sections: 'none', clauses: 'none', items: 'none' }, blocks,
  ...(comments.length > 0 && {
    comments: comments.map((id) => ({ id, author: '', delegation: '', time: '', text: id, resolved: false, replies: [] })),
  }),
})

describe('what stands in a patch', () => {
  test.each([
    ['nothing changed', 'a b c', 'a b c', []],
    ['a letter', 'a b c d', 'a b1 c d', ['1: b → b1']],
    ['a paragraph split', 'a b c d', 'a x b1 c d', ['1: b → x b1']],
    ['paragraphs joined', 'a b c d', 'a c1 d', ['1: b c → c1']],
    ['added at the end', 'a b', 'a b x', ['2:  → x']],
    ['two places far apart', 'a b c d e f', 'a1 b c d e f1', ['0: a → a1', '5: f → f1']],
    ['moved down', 'a b c d e', 'b c d a e', ['0: a → ', '4:  → a']],
    ['moved up', 'a b c d e', 'd a b c e', ['0:  → d', '3: d → ']],
    ['emptied', 'a b', '', ['0: a b → ']],
  ])('%s', (_name, before, after, expected) => {
    const text = (blocks: Block[]) => blocks.map((one) => one.runs[0]!.text).join(' ')
    expect(splicesBetween(blocksOf(before), blocksOf(after)).map(({ at, out, put }) => `${at}: ${text(out)} → ${text(put)}`)).toEqual(expected)
  })

  test('one letter in five thousand paragraphs is one paragraph', () => {
    const before = Array.from({ length: 5000 }, (_, index) => block(`b${index}`))
    const patch = patchBetween(statement(before), statement(before.with(2500, block('b2500', 'other'))))!
    expect(patch).toEqual({ blocks: [{ at: 2500, out: ['b2500'], put: [block('b2500', 'other')] }], comments: [] })
  })

  test.each<[string, Statement, Statement]>([
    ['most of the text changed', statement(blocksOf('a b c')), statement(blocksOf('a1 b1 c'))],
    ['another numbering', statement(blocksOf('a')), { ...statement(blocksOf('a')), numbering: { sections: 'roman', clauses: 'none', items: 'none' } }],
    ['another language', statement(blocksOf('a')), { ...statement(blocksOf('a')), language: 'ru' }],
  ])('the whole is handed over instead: %s', (_name, before, after) => expect(patchBetween(before, after)).toBeNull())
})

// Ids are few, so that some stand twice, and what is moved and what is changed meet.
const anyBlocks = fc.array(fc.record({ id: fc.constantFrom(...'abcdefghij'), text: fc.constantFrom('', '1', '2') })
  .map(({ id, text }) => block(id, `${id}${text}`)), { maxLength: 12 })
const anyStatement = fc.record({ blocks: anyBlocks, comments: fc.uniqueArray(fc.constantFrom('m', 'n', 'o'), { maxLength: 3 }) })
  .map(({ blocks, comments }) => statement(blocks, comments))

describe('laws', () => {
  test('a patch makes the one statement the other, through JSON and the parser', () => fc.assert(fc.property(anyStatement, anyStatement, (one, other) => {
    const patch = patchBetween(one, other)
    if (patch === null) return
    expect(patched(one, statementPatchSchema.parse(JSON.parse(JSON.stringify(patch))))).toEqual(other)
    expect(isEmptyPatch(patch)).toBe(JSON.stringify(one) === JSON.stringify(other))
  })))

  test('splices lead there and back', () => fc.assert(fc.property(anyBlocks, anyBlocks, (one, other) => {
    const there = splicesBetween(one, other)
    expect(splice(one, named(there))).toEqual(other)
    expect(splice(other, named(reversed(there)))).toEqual(one)
  })))

  test('on a third statement a patch is refused, or touches nothing that it does not name', () => fc.assert(fc.property(anyStatement, anyStatement, anyStatement, (one, other, third) => {
    const patch = patchBetween(one, other)
    const made = patch && patched(third, patch)
    if (!made) return
    for (const { at, out } of patch.blocks) expect(third.blocks.slice(at, at + out.length).map(({ id }) => id)).toEqual(out)
    const net = patch.blocks.reduce((sum, { out, put }) => sum + put.length - out.length, 0)
    expect(made.blocks).toHaveLength(third.blocks.length + net)
  })))
})

describe('refused', () => {
  const before = statement(blocksOf('a b c'))
  const blocks = (...splices: StatementPatch['blocks']): StatementPatch => ({ blocks: splices, comments: [] })
  test.each<[string, StatementPatch]>([
    ['another block stands there', blocks({ at: 1, out: ['a'], put: [] })],
    ['past the end', blocks({ at: 4, out: [], put: [block('x')] })],
    ['reaching past the end', blocks({ at: 2, out: ['c', 'd'], put: [] })],
    ['overlapping', blocks({ at: 0, out: ['a', 'b'], put: [] }, { at: 1, out: ['b'], put: [] })],
    ['backwards', blocks({ at: 2, out: ['c'], put: [] }, { at: 0, out: ['a'], put: [] })],
    ['a comment that is not there', { blocks: [], comments: [{ at: 0, out: ['m'], put: [] }] }],
    ['more blocks than a statement has', blocks({ at: 0, out: [], put: Array<Block>(20_000).fill(block('x')) })],
  ])('by the statement: %s', (_name, patch) => expect(patched(before, patch)).toBeNull())

  test.each<[string, unknown]>([
    ['no splices', {}],
    ['a place that is no number', { blocks: [{ at: '1', out: [], put: [] }], comments: [] }],
    ['a place before the first', { blocks: [{ at: -1, out: [], put: [] }], comments: [] }],
    ['a block that is none', { blocks: [{ at: 0, out: [], put: [{ id: 'a' }] }], comments: [] }],
    ['a block with more than a block has', { blocks: [{ at: 0, out: [], put: [{ ...block('a'), html: '<b>' }] }], comments: [] }],
    ['more than a patch has', { blocks: [], comments: [], format: 2 }],
  ])('by the parser: %s', (_name, raw) => expect(statementPatchSchema.safeParse(raw).success).toBe(false))
})
