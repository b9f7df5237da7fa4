// What one side of a comparison says, taken over into the draft on the other side.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Statement } from '../../../../shared/model/statement.ts'
import { acceptAll, comparedText, compareTexts, rejectAll } from '../../../../shared/redline/index.ts'
import { takeOver } from '../../../../shared/returning/index.ts'

const statement = (texts: readonly string[]): Statement => ({
  format: 1,
  language: 'en',
  numbering: { sections: 'none', clauses: 'continuous', items: 'none' },
  blocks: texts.map((text, index) => ({ id: `b${index}`, kind: 'paragraph', runs: text === '' ? [] : [{ text }] })),
})
const texts = ({ blocks }: Statement) => blocks.map((block) => block.runs.map((run) => run.text).join(''))

const BY = { author: 'A. Officer', delegation: 'AV', time: '2026-01-02T03:04:05.000Z' }
let ids = 0
const newId = () => `new-${++ids}`

const compare = (old: Statement, now: Statement) => compareTexts(comparedText(old, ''), comparedText(now, ''))

const FLOW = 'The Parties note the results of the first cycle of joint measurements at twelve stations.'
const FERRY = 'The Parties support regular ferry lines between the ports of the lower reaches.'
const RESCUE = 'The Parties hold annual exercises of their rescue services on the border stretches.'
const RELEASE = 'Releases from reservoirs are agreed in advance between the operators of both countries'
const SCHEDULE = 'schedules of such releases are made known within a reasonable time to all riparian States'

describe('one change', () => {
  test.each([
    ['an earlier wording', [FLOW, FERRY], [FLOW.replace('note', 'welcome'), FERRY], 'new', [FLOW, FERRY]],
    ['the later wording, into the earlier text', [FLOW, FERRY], [FLOW.replace('note', 'welcome'), FERRY], 'old',
      [FLOW.replace('note', 'welcome'), FERRY]],
    ['a dropped paragraph comes back to its place', [FLOW, FERRY, RESCUE], [FLOW, RESCUE], 'new', [FLOW, FERRY, RESCUE]],
    ['also at the beginning', [FLOW, FERRY], [FERRY], 'new', [FLOW, FERRY]],
    ['an added paragraph goes', [FLOW, RESCUE], [FLOW, FERRY, RESCUE], 'new', [FLOW, RESCUE]],
    ['a split is joined again', [`${RELEASE}, and ${SCHEDULE}.`, FERRY], [`${RELEASE}.`, `The ${SCHEDULE}.`, FERRY], 'new',
      [`${RELEASE}, and ${SCHEDULE}.`, FERRY]],
    ['a merge is split again', [`${RELEASE}.`, `The ${SCHEDULE}.`, FERRY], [`${RELEASE}, and ${SCHEDULE}.`, FERRY], 'new',
      [`${RELEASE}.`, `The ${SCHEDULE}.`, FERRY]],
  ] as const)('%s', (_name, old, now, draft, expected) => {
    const sides = { old: statement(old), new: statement(now) }
    const comparison = compare(sides.old, sides.new)
    const row = comparison.rows.find(({ kind }) => kind !== 'same')!
    const taken = takeOver({ statement: sides[draft], comparison, row, draft, by: BY, newId })
    if ('refused' in taken) throw new Error(taken.refused)
    expect(texts(acceptAll(taken.statement))).toEqual(expected)
    expect(texts(rejectAll(taken.statement))).toEqual(texts(sides[draft]))
  })

  test('a paragraph that reads otherwise by now is left alone; one that only moved down is found', () => {
    const comparison = compare(statement([FLOW, FERRY]), statement([FLOW.replace('note', 'welcome'), FERRY]))
    const row = comparison.rows.find(({ kind }) => kind === 'edited')!
    const take = (now: string[]) => takeOver({ statement: statement(now), comparison, row, draft: 'new', by: BY, newId })
    expect(take([FLOW.replace('note', 'recall'), FERRY])).toEqual({ refused: 'changed' })
    const found = take([RESCUE, FLOW.replace('note', 'welcome'), FERRY])
    expect('statement' in found && texts(acceptAll(found.statement))).toEqual([RESCUE, FLOW, FERRY])
  })

  test('a move without an edit has nothing to take', () => {
    const old = statement([FLOW, FERRY, RESCUE])
    const now = statement([RESCUE, FLOW, FERRY])
    const comparison = compare(old, now)
    const row = comparison.rows.find(({ kind }) => kind === 'moved')!
    expect(takeOver({ statement: now, comparison, row, draft: 'new', by: BY, newId })).toEqual({ refused: 'same' })
  })
})

const word = fc.constantFrom('Parties', 'note', 'welcome', 'river', 'ports', 'joint', 'measures', 'water', 'annual', 'support', 'treaty')
const paragraph = fc.array(word, { minLength: 4, maxLength: 14 }).map((words) => words.join(' '))
const pair = fc.array(paragraph, { minLength: 1, maxLength: 7 }).chain((old) =>
  fc.tuple(
    fc.constant(old),
    fc.array(fc.oneof(fc.constantFrom(...old), fc.constantFrom(...old).map((text) => `${text} indeed`), paragraph), { minLength: 1, maxLength: 7 }),
  ))

test('whatever is taken: rejected it is gone, accepted the paragraphs read as on the other side', () => {
  fc.assert(fc.property(pair, fc.nat(), fc.constantFrom('old', 'new'), ([before, after], pick, draft) => {
    const sides = { old: statement(before), new: statement(after) }
    const comparison = compare(sides.old, sides.new)
    const row = comparison.rows[pick % comparison.rows.length]!
    const taken = takeOver({ statement: sides[draft], comparison, row, draft, by: BY, newId })
    if ('refused' in taken) return
    expect(texts(rejectAll(taken.statement))).toEqual(texts(sides[draft]))
    const other = draft === 'old' ? 'new' : 'old'
    const ours = texts(sides[draft])
    const theirs = row[other].map((at) => texts(sides[other])[at]!)
    const left = ours.filter((_text, at) => !row[draft].includes(at))
    const got = texts(acceptAll(taken.statement))
    // The paragraphs of other rows stay as they are, in order; those of this row are theirs, in order.
    const at = row[draft][0] ?? got.length - left.length - theirs.length
    const start = row[draft].length > 0 ? at : got.findIndex((_text, index) =>
      JSON.stringify(got.toSpliced(index, theirs.length)) === JSON.stringify(left) && theirs.every((text, k) => got[index + k] === text))
    expect(start).toBeGreaterThanOrEqual(0)
    expect(got.toSpliced(start, theirs.length)).toEqual(left)
    expect(got.slice(start, start + theirs.length)).toEqual(theirs)
  }), { numRuns: 400 })
})
