// What the screen keeps of a returned file: what it is, whose its names are, what is taken, and who is drawn how.
import { describe, expect, test } from 'vitest'
import { delegationsOf, withStrangers } from '../../../renderer/features/drafting/delegations.ts'
import {
  askedHands, choicesFor, handsAnswered, isAnswered, NAMELESS, originOf,
} from '../../../renderer/features/drafting/returned.ts'
import { draftIdSchema, versionIdSchema } from '../../../shared/model/ids.ts'

const here = draftIdSchema.parse('d1')
const other = draftIdSchema.parse('d2')
const version = versionIdSchema.parse('v1')
const parties = delegationsOf([{ state: 'Alvania', code: 'AV' }, { state: 'Orvalia', code: 'OV' }])
const hand = (name: string, delegation: string | null) => ({ name, changes: 1, delegation })

test('a file is a version of this draft, of another one, or nothing that is known', () => {
  expect(originOf({ draft: here, version }, here)).toEqual({ kind: 'version', id: version })
  expect(originOf({ draft: other, version }, here)).toEqual({ kind: 'other', draft: other })
  expect(originOf({ draft: null, version: null }, here)).toEqual({ kind: 'unknown' })
})

describe('the names in a file', () => {
  test('each is asked about once: an answer counts before what was known, and none is an answer', () => {
    const hands = [hand('Anna', null), hand('Boris', 'OV'), hand('Clara', '')]
    expect(isAnswered(hands, {})).toBe(false)
    expect(handsAnswered(hands, {})).toEqual({ Boris: 'OV', Clara: '' })
    expect(isAnswered(hands, { Anna: '' })).toBe(true)
    expect(handsAnswered(hands, { Anna: '', Boris: 'AV' })).toEqual({ Anna: '', Boris: 'AV', Clara: '' })
  })

  test('where the file names nobody, whose all of it is', () => {
    expect(askedHands({ hands: [] })).toEqual([{ name: NAMELESS, changes: 0, delegation: null }])
    expect(askedHands({ hands: [hand('Anna', null)] })).toEqual([hand('Anna', null)])
  })

  test('a name known from another draft keeps its delegation in the list', () => {
    expect(choicesFor(hand('Anna', 'OV'), parties)).toBe(parties)
    expect(choicesFor(hand('Anna', 'XY'), parties).map(({ code }) => code)).toEqual(['AV', 'OV', 'XY'])
  })
})

test('delegations that are no parties are drawn apart from the parties and from each other', () => {
  const drawn = withStrangers(parties, ['OV', 'XY', '', 'ZZ', 'XY'])
  expect(drawn.map(({ code, slot }) => [code, slot])).toEqual([['AV', 1], ['OV', 2], ['XY', 3], ['ZZ', 4]])
  expect(withStrangers(parties, ['AV', ''])).toBe(parties)
})
