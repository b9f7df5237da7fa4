// One paragraph through a chain of versions.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ComparedText } from '../../../../shared/model/comparison.ts'
import { compareTexts, wordings } from '../../../../shared/redline/index.ts'

const text = (paragraphs: readonly string[]): ComparedText =>
  ({ name: '', language: 'en', date: null, paragraphs: paragraphs.map((words) => ({ text: words, label: null, kind: 'paragraph' })) })
const chainOf = (versions: readonly (readonly string[])[]) =>
  versions.slice(1).map((version, index) => compareTexts(text(versions[index]!), text(version)))

const FLOW = 'The Parties note the results of the first cycle of joint measurements at twelve stations.'
const FERRY = 'The Parties support regular ferry lines between the ports of the lower reaches.'
const RESCUE = 'The Parties hold annual exercises of their rescue services on the border stretches.'
const RELEASE = 'Releases from reservoirs are agreed in advance between the operators of both countries'
const SCHEDULE = 'schedules of such releases are made known within a reasonable time to all riparian States'
const WELCOME = FLOW.replace('note', 'welcome')

const read = (versions: readonly string[][], start: number, at: number) =>
  wordings(chainOf(versions), start, at).map(({ paragraphs, rows }) =>
    [rows.map(({ kind }) => kind).join('+') || '–', ...paragraphs.map((one) => one.text)])

describe('a paragraph through all versions', () => {
  const versions = [[FLOW, FERRY], [RESCUE, WELCOME, FERRY], [RESCUE, FERRY]]
  test.each([
    ['from the middle both ways', 1, 1, [['–', FLOW], ['edited', WELCOME], ['deleted']]],
    ['one that never changed', 0, 1, [['–', FERRY], ['same', FERRY], ['same', FERRY]]],
    ['one that came later', 2, 0, [['–'], ['inserted', RESCUE], ['same', RESCUE]]],
  ])('%s', (_name, start, at, expected) => {
    expect(read(versions, start, at)).toEqual(expected)
  })

  test('a split is followed in both parts, from either end', () => {
    const [whole, parts] = [`${RELEASE}, and ${SCHEDULE}.`, [`${RELEASE}.`, `The ${SCHEDULE}.`]]
    const split = [[FERRY, whole], [FERRY, ...parts]]
    expect(read(split, 0, 1)).toEqual([['–', whole], ['split', ...parts]])
    expect(read(split, 1, 1)).toEqual([['–', whole], ['split', parts[0]]])
    const later = [...split, [FERRY, parts[0]!, RESCUE]]
    expect(read(later, 0, 1).at(-1)).toEqual(['same+deleted', parts[0]])
  })
})

const word = fc.constantFrom('Parties', 'note', 'welcome', 'river', 'ports', 'joint', 'measures', 'water', 'annual')
const version = fc.array(fc.array(word, { minLength: 3, maxLength: 9 }).map((words) => words.join(' ')), { minLength: 1, maxLength: 5 })

test('it stands in its own text; every wording is spelled by the rows it came by', () => {
  fc.assert(fc.property(fc.array(version, { minLength: 2, maxLength: 5 }), fc.nat(), fc.nat(), (versions, pick, place) => {
    const start = pick % versions.length
    const at = place % versions[start]!.length
    const found = wordings(chainOf(versions), start, at)
    expect(found).toHaveLength(versions.length)
    expect(found[start]!.paragraphs.map((one) => one.text)).toEqual([versions[start]![at]])
    for (const { paragraphs, rows } of found.slice(1)) {
      const now = rows.flatMap(({ ops }) => ops.filter(({ op }) => op !== 'delete').map((one) => one.text)).join('')
      expect(paragraphs.every((one) => now.includes(one.text))).toBe(true)
    }
  }), { numRuns: 200 })
})
