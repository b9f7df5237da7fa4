// Format revisions: restyled words and recast paragraphs are accepted, rejected and listed.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Restyling, Run, Statement, TextMark } from '../../../../shared/model/statement.ts'
import { acceptAll, changesOf, rejectAll, resolve } from '../../../../shared/redline/index.ts'
import { parse } from './notation.ts'

const BY = { author: 'A', delegation: 'AA', time: '2026-02-03T04:05:06Z' }
const restyling = (id: string, ...marks: TextMark[]): Restyling => ({ id, ...BY, marks })
const statement = (...blocks: Block[]): Statement => ({ ...parse(''), blocks })
const paragraph = (...runs: Run[]): Block => ({ id: 'b1', kind: 'paragraph', runs })

describe('restyled words', () => {
  test.each<[string, Run, Run, Run]>([
    // name, run, accepted, rejected
    ['switched on', { text: 'a', marks: ['bold'], restyled: [restyling('r1', 'bold')] },
      { text: 'a', marks: ['bold'] }, { text: 'a' }],
    ['switched off', { text: 'a', restyled: [restyling('r1', 'italic')] },
      { text: 'a' }, { text: 'a', marks: ['italic'] }],
    ['one for another', { text: 'a', marks: ['bold'], restyled: [restyling('r1', 'bold', 'italic')] },
      { text: 'a', marks: ['bold'] }, { text: 'a', marks: ['italic'] }],
    ['beside a mark it had', { text: 'a', marks: ['bold', 'underline'], restyled: [restyling('r1', 'bold')] },
      { text: 'a', marks: ['bold', 'underline'] }, { text: 'a', marks: ['underline'] }],
  ])('%s', (_, run, accepted, rejected) => {
    expect(acceptAll(statement(paragraph(run))).blocks[0]!.runs).toEqual([accepted])
    expect(rejectAll(statement(paragraph(run))).blocks[0]!.runs).toEqual([rejected])
  })

  test('runs that look alike again are one', () => {
    const text = statement(paragraph({ text: 'a ' }, { text: 'b', marks: ['bold'], restyled: [restyling('r1', 'bold')] }))
    expect(rejectAll(text).blocks[0]!.runs).toEqual([{ text: 'a b' }])
    expect(acceptAll(text).blocks[0]!.runs).toHaveLength(2)
  })

  test('of two hands each is judged alone, in any order', () => {
    const marks = fc.subarray<TextMark>(['bold', 'italic', 'underline'])
    fc.assert(fc.property(marks, marks, fc.boolean(), fc.boolean(), (now, first, acceptFirst, acceptSecond) => {
      const second = (['bold', 'italic', 'underline'] as const).filter((mark) => !first.includes(mark))
      if (first.length === 0 || second.length === 0) return
      const run: Run = { text: 'a', marks: now, restyled: [restyling('r1', ...first), restyling('r2', ...second)] }
      const judge = (text: Statement, id: string, accept: boolean) =>
        resolve(text, (revision) => revision.id === id, accept ? 'accept' : 'reject')
      const one = judge(judge(statement(paragraph(run)), 'r1', acceptFirst), 'r2', acceptSecond)
      const other = judge(judge(statement(paragraph(run)), 'r2', acceptSecond), 'r1', acceptFirst)
      expect(one).toEqual(other)
      const switched = [...(acceptFirst ? [] : first), ...(acceptSecond ? [] : second)]
      const left = (['bold', 'italic', 'underline'] as const).filter((mark) => now.includes(mark) !== switched.includes(mark))
      expect(one.blocks[0]!.runs[0]!.marks ?? []).toEqual(left)
    }))
  })
})

describe('recast paragraphs', () => {
  const recast: Block = {
    id: 'b1', kind: 'heading', level: 2, runs: [{ text: 'Water' }], recast: { id: 'r1', ...BY, was: { kind: 'paragraph' } },
  }

  test('accepted they stay, rejected they are what they were', () => {
    expect(acceptAll(statement(recast)).blocks).toEqual([{ id: 'b1', kind: 'heading', level: 2, runs: [{ text: 'Water' }] }])
    expect(rejectAll(statement(recast)).blocks).toEqual([{ id: 'b1', kind: 'paragraph', runs: [{ text: 'Water' }] }])
  })

  test('the survivor of a join keeps its own', () => {
    const deletion = { id: 'r2', kind: 'deletion' as const, ...BY }
    const text = statement({ ...paragraph({ text: 'One ' }), id: 'b0', mark: [deletion] }, recast)
    const joined = resolve(text, ({ id }) => id === 'r2', 'accept')
    expect(joined.blocks).toEqual([{ ...recast, runs: [{ text: 'One Water' }] }])
  })
})

describe('the list of changes', () => {
  test('one act over several paragraphs is one change, and says what it did', () => {
    const bold = restyling('r1', 'bold')
    const text = statement(
      paragraph({ text: 'not ' }, { text: 'this', marks: ['bold'], restyled: [bold] }),
      { ...paragraph({ text: 'and that', restyled: [bold] }), id: 'b2' },
    )
    expect(changesOf(text)).toEqual([{
      id: 'r1', kind: 'format', ...BY, reason: '', block: 0, lastBlock: 1, old: '', new: 'thisand that', context: '',
      revisions: ['r1'], format: { on: ['bold'], off: ['bold'] },
    }])
  })

  test('a reason is told', () => {
    const text = parse('a [+1 b]¶')
    text.blocks[0]!.runs[1]!.revisions![0]!.reason = 'agreed in the corridor'
    expect(changesOf(text)).toMatchObject([{ reason: 'agreed in the corridor' }])
  })

  test('a change inside moved text is told once, where the text now stands', () => {
    const text = parse('[+1B-2 a]¶(-2)x¶[+1B+3 a]¶(+3)')
    for (const { runs, mark } of text.blocks) {
      for (const revision of [...runs.flatMap((run) => run.revisions ?? []), ...(mark ?? [])]) {
        if (revision.id !== 'r1') revision.move = 'm1'
      }
    }
    expect(changesOf(text)).toMatchObject([
      { kind: 'move', block: 2, movedFrom: 0, revisions: ['r2', 'r3'] }, { kind: 'insertion', block: 2, revisions: ['r1'] },
    ])
  })

  test('formats of moved text are told once too', () => {
    const bold = { text: 'a', marks: ['bold' as const], restyled: [restyling('r1', 'bold')] }
    const half = (kind: 'insertion' | 'deletion', id: string): Block => {
      const revision = { id, kind, ...BY, move: 'm1' }
      const recast = { id: 'r4', ...BY, was: { kind: 'item' as const } }
      return { ...paragraph({ ...bold, revisions: [revision] }), id: `b${id}`, mark: [revision], recast }
    }
    const changes = changesOf(statement(half('deletion', 'r2'), paragraph({ text: 'x' }), half('insertion', 'r3')))
    expect(changes.filter(({ kind }) => kind === 'format')).toMatchObject([
      { id: 'r4', block: 2, lastBlock: 2, new: 'a' }, { id: 'r1', block: 2, lastBlock: 2, new: 'a' }])
  })

  test('half a move is what is left of it', () => {
    const text = parse('[-1 a]¶(-1)b¶')
    for (const revision of [...text.blocks[0]!.runs[0]!.revisions!, ...text.blocks[0]!.mark!]) revision.move = 'm1'
    expect(changesOf(text)).toMatchObject([{ kind: 'deletion', block: 0, old: 'a\n' }])
  })
})
