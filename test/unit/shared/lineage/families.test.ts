// The rule by which clauses form families: a partition, the same in every order, in which the officer's word always wins.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { familiesOf, gapsOf, LEAST_LIKENESS, likeness, rarity, stemsIn, type ByHand, type Member, type Pair } from '../../../../shared/lineage/index.ts'

const NO_HAND: ByHand = { pinned: [], joined: [], apart: new Set() }
/** "a1" is a clause of declaration a. */
const member = (id: string): Member => ({ id, declaration: id[0]! })
const members = (ids: string) => ids.split(' ').map(member)
const pairs = (...rows: [string, string, number][]): Pair[] => rows.map(([one, other, like]) => ({ one, other, likeness: like }))
const shown = (families: string[][]) => families.filter((family) => family.length > 1).map((family) => [...family].sort().join(' ')).sort()

describe('families', () => {
  const rows: [what: string, ids: string, given: Pair[], hand: Partial<ByHand>, found: string[]][] = [
    ['kin in three texts are one line', 'a1 b1 c1', pairs(['a1', 'b1', 0.6], ['b1', 'c1', 0.5]), {}, ['a1 b1 c1']],
    ['less than the least likeness is another substance', 'a1 b1', pairs(['a1', 'b1', LEAST_LIKENESS - 0.01]), {}, []],
    ['of two clauses of one text the closer is kin', 'a1 b1 b2', pairs(['a1', 'b1', 0.5], ['a1', 'b2', 0.6]), {}, ['a1 b2']],
    ['one whose nearest has a nearer one stays alone', 'a1 a2 b1', pairs(['a1', 'b1', 0.5], ['a2', 'b1', 0.9]), {}, ['a2 b1']],
    ['two clauses of one text never meet through a third', 'a1 a2 b1 c1', pairs(['a1', 'b1', 0.9], ['a2', 'c1', 0.8], ['b1', 'c1', 0.5]), {}, ['a1 b1', 'a2 c1']],
    ['clauses of one text are no kin, however alike', 'a1 a2', pairs(['a1', 'a2', 1]), {}, []],
    ['by hand they are together all the same', 'a1 a2', [], { joined: [['a1', 'a2']] }, ['a1 a2']],
    ['a join brings two families together as they are', 'a1 a2 b1 b2', pairs(['a1', 'b1', 0.6], ['a2', 'b2', 0.6]), { joined: [['a1', 'a2']] }, ['a1 a2 b1 b2']],
    ['a pinned clause keeps its place when a nearer one of its text comes in', 'a1 a2 b1', pairs(['a1', 'b1', 0.5], ['a2', 'b1', 0.9]), { pinned: [['a1', 'b1']] }, ['a1 b1']],
    ['who was taken out is alone, and is no bridge', 'a1 b1 c1', pairs(['a1', 'b1', 0.9], ['b1', 'c1', 0.9]), { apart: new Set(['b1']) }, []],
    ['a correction of a clause that is gone changes nothing', 'a1 b1', pairs(['a1', 'b1', 0.9]), { pinned: [['a1', 'z9']], apart: new Set(['z8']) }, ['a1 b1']],
  ]
  test.each(rows)('%s', (_what, ids, given, hand, found) => {
    expect(shown(familiesOf(members(ids), given, { ...NO_HAND, ...hand }))).toEqual(found)
  })
})

const someIds = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 1, max: 4 })).map(([text, number]) => `${text}${number}`), { minLength: 1, maxLength: 12 })
const someHeld = (ids: string[]) => fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 3 }).map((held) => held.filter(([one, other]) => one !== other))
const world = someIds.chain((ids) => fc.record({
  ids: fc.constant(ids),
  pairs: fc.uniqueArray(fc.record({ one: fc.constantFrom(...ids), other: fc.constantFrom(...ids), likeness: fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10) }),
    { selector: ({ one, other }) => [one, other].sort().join(), maxLength: 30 }).map((list) => list.filter(({ one, other }) => one !== other)),
  pinned: someHeld(ids),
  joined: someHeld(ids),
  apart: fc.subarray(ids).map((list) => new Set(list)),
  seed: fc.integer(),
}))
const shuffled = <T>(list: readonly T[], seed: number): T[] => list.map((one, index) => ({ one, order: Math.sin(seed + index * 7919) })).sort((a, b) => a.order - b.order).map(({ one }) => one)
const together = (families: string[][], one: string, other: string) => families.some((family) => family.includes(one) && family.includes(other))

describe('whatever the clauses and the corrections', () => {
  test('every clause is in exactly one family', () => fc.assert(fc.property(world, ({ ids, pairs: given, pinned, joined, apart }) => {
    const families = familiesOf(ids.map(member), given, { pinned, joined, apart })
    expect(families.flat().sort()).toEqual([...ids].sort())
  })))

  test('the order of storing, and which of two is named first, change nothing', () => fc.assert(fc.property(world, ({ ids, pairs: given, pinned, joined, apart, seed }) => {
    const before = familiesOf(ids.map(member), given, { pinned, joined, apart })
    const turned = shuffled(given, seed).map(({ one, other, likeness: like }, index) => (index % 2 ? { one: other, other: one, likeness: like } : { one, other, likeness: like }))
    const after = familiesOf(shuffled(ids, seed).map(member), turned, { pinned: shuffled(pinned, seed), joined: shuffled(joined, seed), apart })
    const sorted = (families: string[][]) => families.map((family) => [...family].sort().join(' ')).sort()
    expect(sorted(after)).toEqual(sorted(before))
  })))

  test('what is held is together; who is taken out is with those only that are held to it', () => fc.assert(fc.property(world, ({ ids, pairs: given, pinned, joined, apart }) => {
    const families = familiesOf(ids.map(member), given, { pinned, joined, apart })
    const held = [...pinned, ...joined]
    for (const [one, other] of held) expect(together(families, one, other)).toBe(true)
    for (const id of apart) {
      if (held.some((pair) => pair.includes(id))) continue
      expect(families.find((family) => family.includes(id))).toEqual([id])
    }
  })))

  test('without a hand no family has two clauses of one declaration', () => fc.assert(fc.property(world, ({ ids, pairs: given }) => {
    for (const family of familiesOf(ids.map(member), given, NO_HAND)) expect(new Set(family.map((id) => id[0])).size).toBe(family.length)
  })))
})

const someText = fc.array(fc.constantFrom('воды', 'реки', 'данные', 'Стороны', 'мост'), { maxLength: 12 }).map((words) => words.join(' '))

describe('likeness', () => {
  const like = (one: string, other: string) => likeness(stemsIn(one, 'ru'), stemsIn(other, 'ru'), (stem) => rarity(100, stem === 'сторон' ? 90 : 3))
  const WATER = 'Стороны подтверждают обмен гидрологическими данными.'
  test('is whole for the same words in another case and number', () => expect(like(WATER, WATER.toUpperCase())).toBe(1))
  test('is none without a common word', () => expect(like(WATER, 'Лидеры приветствовали открытие музея.')).toBe(0))
  test('counts rare words more than those of every clause', () =>
    expect(like(WATER, 'Министры обсудили обмен гидрологическими данными.')).toBeGreaterThan(like(WATER, 'Стороны подтверждают открытие нового музея.')))
  test('is the same from both sides', () => fc.assert(fc.property(someText, someText, (one, other) => {
    expect(like(one, other)).toBeCloseTo(like(other, one), 10)
  })))
})

describe('gaps', () => {
  const text = (id: string, date: string | null, parties = 'VT AV', about: object = {}) =>
    ({ id, date, parties: parties.split(' '), language: 'ru', grade: 'official' as const, ...about })
  const line = [text('x', '2019-01-01'), text('y', '2023-01-01')]
  const rows: [what: string, declaration: ReturnType<typeof text>, found: { id: string; after: number }[]][] = [
    ['a text of the same parties between two wordings', text('n', '2021-01-01'), [{ id: 'n', after: 0 }]],
    ['one after the last wording, with more parties', text('n', '2025-01-01', 'VT AV OV'), [{ id: 'n', after: 1 }]],
    ['not one before the first', text('n', '2018-01-01'), []],
    ['not one of the same day', text('n', '2019-01-01'), []],
    ['not one that a party did not join', text('n', '2021-01-01', 'VT OV'), []],
    ['not one in another language', text('n', '2021-01-01', 'VT AV', { language: 'en' }), []],
    ['not a press report', text('n', '2021-01-01', 'VT AV', { grade: 'press-report' }), []],
    ['not one without a date', text('n', null), []],
  ]
  test.each(rows)('%s', (_what, declaration, found) => expect(gapsOf(line, [...line, declaration])).toEqual(found))
})
