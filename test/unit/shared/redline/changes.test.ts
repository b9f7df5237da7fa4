// The list of changes as the panel shows it.
import { describe, expect, test } from 'vitest'
import type { Statement } from '../../../../shared/model/statement.ts'
import { acceptAll, changesOf, countChanges, resolve, type Change } from '../../../../shared/redline/index.ts'
import { parse, print } from './notation.ts'

const numbers = (change: Change) => change.revisions.map((id) => id.slice(1)).join(',')
const listed = (statement: Statement) => changesOf(statement).map((change) => {
  const { kind, block, lastBlock, old, new: now } = change
  return `${kind} ${block === lastBlock ? block : `${block}–${lastBlock}`} ${numbers(change)} «${old}» → «${now}»`
})

describe('what one act did is one change', () => {
  test.each([
    ['nothing open', 'One¶two¶', []],
    ['an insertion', 'a [+1 b]¶', ['insertion 0 1 «» → «b»']],
    ['a deletion', 'a [-1 b]¶', ['deletion 0 1 «b» → «»']],
    ['a replacement', 'the [-1 Parties][+2 Leaders] agree¶', ['replacement 0 1,2 «Parties» → «Leaders»']],
    ['a replacement, the new first', 'the [+2 Leaders][-1 Parties] agree¶', ['replacement 0 2,1 «Parties» → «Leaders»']],
    ['two authors never share', 'the [-1 Parties][+2B Leaders] agree¶',
      ['deletion 0 1 «Parties» → «»', 'insertion 0 2 «» → «Leaders»']],
    ['a letter between parts them', '[+1 a] [+2 b]¶', ['insertion 0 1 «» → «a»', 'insertion 0 2 «» → «b»']],
    ['several runs of one insertion', '[+1 a][+2 b]¶', ['insertion 0 1,2 «» → «ab»']],
    ['replacement after replacement', '[-1 a][+2 b][-3 c][+4 d]¶',
      ['replacement 0 1,2 «a» → «b»', 'replacement 0 3,4 «c» → «d»']],
    ['a split', 'One¶(+1)two¶', ['split 0 1 «» → «\n»']],
    ['a join', 'One¶(-1)two¶', ['join 0 1 «\n» → «»']],
    ['a deletion over three paragraphs', 'a[-1 b]¶(-2)[-3 c]¶(-4)[-5 d]e¶', ['deletion 0–2 1,2,3,4,5 «b\nc\nd» → «»']],
    ['a whole new paragraph', 'a¶[+1 b]¶(+1)c¶', ['insertion 1 1 «» → «b\n»']],
    ['a plain end parts two paragraphs', '[+1 a]¶[+2 b]¶', ['insertion 0 1 «» → «a»', 'insertion 1 2 «» → «b»']],
    ['an insertion with a part struck by another', 'a [+1 b][+1-2B c][+1 d]¶',
      ['insertion 0 1 «» → «bcd»', 'deletion 0 2 «c» → «»']],
    ['one revision in two places', '[+1 a] b [+1 c]¶', ['insertion 0 1 «» → «ac»']],
  ])('%s', (_, line, expected) => {
    const statement = parse(line)
    expect(listed(statement)).toEqual(expected)
    expect(countChanges(statement)).toBe(expected.length)
  })

  test('a group is one change wherever its parts stand', () => {
    const statement = parse('[-1 a] b [+2 c]¶')
    for (const run of statement.blocks[0]!.runs) for (const revision of run.revisions ?? []) revision.group = 'g'
    expect(listed(statement)).toEqual(['replacement 0 1,2 «a» → «c»'])
  })

  test('neighbours of different groups stay apart', () => {
    const statement = parse('[+1 a][+2 b]¶')
    statement.blocks[0]!.runs[0]!.revisions![0]!.group = 'g'
    expect(listed(statement)).toEqual(['insertion 0 1 «» → «a»', 'insertion 0 2 «» → «b»'])
  })

  test('clauses put in one after the other are changes of their own', () => {
    const statement = parse('[+1 a]¶(+1)[+2 b]¶(+2)')
    statement.blocks[1]!.runs[0]!.revisions![0]!.time = '2026-01-02T00:00:00Z'
    statement.blocks[1]!.mark![0]!.time = '2026-01-02T00:00:00Z'
    expect(listed(statement)).toEqual(['insertion 0 1 «» → «a\n»', 'insertion 1 2 «» → «b\n»'])
  })
})

test('a long excerpt is cut, a split shows the words before it', () => {
  const [insertion, split] = changesOf(parse(`[+1 ${'word '.repeat(100)}]¶The Parties¶(+2)agree¶`))
  expect(insertion!.new).toMatch(/^(word )+word…$/)
  expect(insertion!.new.length).toBeLessThanOrEqual(161)
  expect(split).toMatchObject({ kind: 'split', block: 1, context: 'The Parties' })
})

test('resolving every change of the list leaves what accepting all leaves', () => {
  const statement = parse('the [-1 Parties][+2 Leaders]¶(+3)agree [+4-5B x]¶[-6 y]¶(-6)')
  const resolved = changesOf(statement).reduce(
    (left, change) => resolve(left, (revision) => change.revisions.includes(revision.id), 'accept'), statement)
  expect(print(resolved)).toBe(print(acceptAll(statement)))
})
