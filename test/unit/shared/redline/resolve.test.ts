// Accept and reject: the cases an officer meets, and the laws on generated statements.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RevisionBy, Statement } from '../../../../shared/model/statement.ts'
import { acceptAll, rejectAll, resolve } from '../../../../shared/redline/index.ts'
import { parse, print } from './notation.ts'

describe('all at once', () => {
  test.each([
    // text, accepted, rejected
    ['No change¶', 'No change¶', 'No change¶'],
    ['The [-1 Parties][+2 Leaders] agree¶', 'The Leaders agree¶', 'The Parties agree¶'],
    ['Kept [+1-2B proposed, then struck]out¶', 'Kept out¶', 'Kept out¶'],
    ['One¶(+1)two¶', 'One¶two¶', 'Onetwo¶'],
    ['One¶(-1)two¶', 'Onetwo¶', 'One¶two¶'],
    ['One¶(+1-2B)two¶', 'Onetwo¶', 'Onetwo¶'],
    ['#Water¶(-1)The Parties agree¶', 'WaterThe Parties agree¶', '#Water¶The Parties agree¶'],
    ['The Parties agree¶(-1)#Water¶', '#The Parties agreeWater¶', 'The Parties agree¶#Water¶'],
    ['One¶[-1 two]¶(-1)three¶', 'One¶three¶', 'One¶two¶three¶'],
    ['One¶[-1 two]¶(-1)[-1 three]¶(-1)', 'One¶', 'One¶two¶three¶'],
    ['#One¶[+1 two]¶(+1)', '#One¶two¶', '#One¶'],
    ['One¶kept at the end¶(-1)', 'One¶kept at the end¶', 'One¶kept at the end¶'],
    ['One¶¶(-1)', 'One¶', 'One¶¶'],
    ['[-1 one]¶(-1)', '', 'one¶'],
    ['[-1 one]¶(-1)[+2 two]¶(+2)', 'two¶', 'one¶'],
    ['[-1 one]¶(-1)#[+2 two]¶(+2)', '#two¶', 'one¶'],
    ['', '', ''],
  ])('%s', (line, accepted, rejected) => {
    expect(print(acceptAll(parse(line)))).toBe(accepted)
    expect(print(rejectAll(parse(line)))).toBe(rejected)
  })
})

describe('one of several', () => {
  test.each([
    // text, revision, accepted, rejected
    ['a [+1 b] c [-2 d]¶', 'r1', 'a b c [-2 d]¶', 'a  c [-2 d]¶'],
    ['a [+1-2B b]¶', 'r1', 'a [-2B b]¶', 'a ¶'],
    ['a [+1-2B b]¶', 'r2', 'a ¶', 'a [+1 b]¶'],
    ['a¶(+1)b¶(-2)c¶', 'r1', 'a¶b¶(-2)c¶', 'ab¶(-2)c¶'],
    ['a¶(+1-2B)b¶', 'r2', 'ab¶', 'a¶(+1)b¶'],
    ['a [-1 b][+2 c]¶(-1)[-1 d]e¶', 'r1', 'a [+2 c]e¶', 'a b[+2 c]¶de¶'],
    // Someone wrote inside a last paragraph that another deleted: it lives and dies with what was written.
    ['a¶[-1 b][+2B c]¶(-1)', 'r1', 'a¶[+2B c]¶(+2B)', 'a¶b[+2B c]¶'],
  ])('%s, %s', (line, id, accepted, rejected) => {
    const one = (revision: RevisionBy) => revision.id === id
    expect(print(resolve(parse(line), one, 'accept'))).toBe(accepted)
    expect(print(resolve(parse(line), one, 'reject'))).toBe(rejected)
  })

  test('the survivor of a join keeps its own level, source and id', () => {
    const { blocks, ...rest } = parse('#Water¶(-1)Energy¶')
    const survivor = { ...blocks[1]!, level: 2, numbered: false }
    const joined = acceptAll({ ...rest, blocks: [blocks[0]!, survivor] })
    expect(joined.blocks).toEqual([{ ...survivor, runs: [{ text: 'WaterEnergy' }] }])
  })

  test('a block without the change stays the very same object', () => {
    const statement = parse('a [-2 b]¶c [+1 d]¶')
    expect(resolve(statement, (revision) => revision.id === 'r1', 'accept').blocks[0]).toBe(statement.blocks[0])
  })

  test('bold text stays bold and apart from its neighbours', () => {
    const statement = parse('a ¶')
    const { revisions } = parse('[+1 x]¶').blocks[0]!.runs[0]!
    statement.blocks[0]!.runs = [{ text: 'a ' }, { text: 'b', marks: ['bold'], revisions: revisions! }]
    expect(acceptAll(statement).blocks[0]!.runs).toEqual([{ text: 'a ' }, { text: 'b', marks: ['bold'] }])
  })
})

// Every id has one author, one kind: what the editor and Word write. A stack is an insertion, a deletion, or both.
const stackOf = fc.constantFrom('', '', '+1', '+2B', '+3', '-4', '-5B', '-6', '+1-5B', '+2B-4', '+3-6')
const piece = fc.tuple(fc.stringMatching(/^[a-c]{1,3}$/), stackOf).map(([text, signs]) => (signs ? `[${signs} ${text}]` : text))
const block = fc.tuple(fc.boolean(), fc.array(piece, { maxLength: 4 }), stackOf)
  .map(([heading, pieces, signs]) =>
    `${heading && pieces[0]?.startsWith('[') === false ? '#' : ''}${pieces.join('')}¶${signs ? `(${signs})` : ''}`)
const anyLine = fc.array(block, { maxLength: 6 }).map((blocks) => blocks.join(''))
const settledEnd = anyLine.map((line) => `${line}z¶`)

const revisionIds = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6']
const orders = fc.shuffledSubarray(revisionIds, { minLength: 6 })
const verdict = fc.constantFrom('accept' as const, 'reject' as const)
const verdicts = fc.record(Object.fromEntries(revisionIds.map((id) => [id, verdict])))
const texts = (statement: Statement) => statement.blocks.map((block) => block.runs.map((run) => run.text).join(''))
const oneByOne = (line: string, order: string[], verdict: Record<string, 'accept' | 'reject'>) =>
  order.reduce((statement, id) => resolve(statement, (revision) => revision.id === id, verdict[id]!), parse(line))

describe('laws', () => {
  test('whatever is decided on each change, the order does not matter', () => {
    fc.assert(fc.property(settledEnd, orders, orders, verdicts, (line, one, other, verdict) => {
      expect(print(oneByOne(line, one, verdict))).toBe(print(oneByOne(line, other, verdict)))
    }), { numRuns: 200 })
  })

  test('one by one is all at once', () => {
    fc.assert(fc.property(settledEnd, orders, verdict, (line, order, verdict) => {
      const all = Object.fromEntries(revisionIds.map((id) => [id, verdict]))
      expect(print(oneByOne(line, order, all))).toBe(print(resolve(parse(line), () => true, verdict)))
    }), { numRuns: 200 })
  })

  test('texts do not depend on the order even where the last end is open', () => {
    fc.assert(fc.property(anyLine, orders, orders, verdicts, (line, one, other, verdict) => {
      expect(texts(oneByOne(line, one, verdict))).toEqual(texts(oneByOne(line, other, verdict)))
    }), { numRuns: 200 })
  })

  test('nothing stays open, and resolving again changes nothing', () => {
    fc.assert(fc.property(anyLine, (line) => {
      for (const all of [acceptAll, rejectAll]) {
        const done = all(parse(line))
        expect(print(done)).not.toMatch(/[[(]/)
        expect(all(done)).toEqual(done)
      }
    }))
  })
})
