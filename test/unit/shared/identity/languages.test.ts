// Two texts are one document in two languages by what both have the same; a clause of one is found in the other by number or by place.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { counterpart, inOtherLanguage, shapeOf, type Placed, type Version } from '../../../../shared/identity/index.ts'

const ru: Version = {
  language: 'ru', date: '2024-05-12', form: 'joint-statement', grade: 'official',
  parties: [{ state: 'Вестрия', code: 'VT' }, { state: 'Алвания', code: 'AV' }], shape: { sections: 3, clauses: 12, numbers: 12 },
}
const en: Version = { ...ru, language: 'en', parties: [{ state: 'Alvania', code: 'AV' }, { state: 'Vestria', code: 'VT' }] }
const ALL = 'date parties form sections clauses numbers'

describe('two texts', () => {
  const rows: [what: string, other: Version, reasons: string | null, isSure: boolean][] = [
    ['of which all agrees', en, ALL, true],
    ['in one language', { ...en, language: 'ru-RU' }, null, false],
    ['in a language that could not be told', { ...en, language: 'und' }, null, false],
    ['of two days', { ...en, date: '2024-05-13' }, null, false],
    ['without a day', { ...en, date: null }, null, false],
    ['one of which is a press report', { ...en, grade: 'press-report' }, null, false],
    ['one of which is an unofficial translation', { ...en, grade: 'unofficial-translation' }, ALL, true],
    ['whose numbers of clauses differ a little', { ...en, shape: { sections: 3, clauses: 11, numbers: 11 } }, 'date parties form sections', false],
    ['whose numbers of clauses differ much', { ...en, shape: { sections: 3, clauses: 6, numbers: 6 } }, null, false],
    ['of other parties and another build', { ...en, parties: [{ state: 'Darronia', code: 'DR' }], shape: { sections: 2, clauses: 12, numbers: 12 } }, null, false],
    ['of which one party was not recognised', { ...en, parties: [{ state: 'Alvania', code: 'AV' }] }, 'date form sections clauses numbers', false],
    ['of which one has parties without codes', { ...en, parties: [{ state: 'Alvania' }] }, 'date form sections clauses numbers', false],
    ['in two forms', { ...en, form: 'declaration', shape: { ...en.shape, sections: 4 } }, null, false],
  ]
  test.each(rows)('%s', (_what, other, reasons, isSure) => {
    const found = inOtherLanguage(ru, other)
    expect(found && { reasons: found.reasons.join(' '), isSure: found.isSure }).toEqual(reasons === null ? null : { reasons, isSure })
    expect(inOtherLanguage(other, ru)?.reasons).toEqual(found?.reasons)
  })
})

/** "1a 2a b": number, then the letter of the section; a letter alone has no number. */
const placed = (written: string): Placed[] => written.split(' ').map((one) => {
  const [, number, section] = /^(\d*)(\p{L}?)$/u.exec(one)!
  return { number: number || null, section: section ? [section] : [] }
})

describe('the clause of the other text', () => {
  const rows: [what: string, own: string, others: string, index: number, found: number | null][] = [
    ['by its number', '1a 2a 3b', 'x 1y 2y 3z', 2, 3],
    ['by its place where there are no numbers', 'a a b', 'x x y', 1, 1],
    ['by its place where numbers begin anew', '1a 2a 1b', '1x 2x 1y', 2, 2],
    ['by its place in the section where another section is longer', 'a a b b', 'x x x y y', 3, 4],
    ['none in a section that differs', 'a a b b', 'x x x y y', 0, null],
    ['none where sections differ', 'a a b', 'x y z z', 0, null],
  ]
  test.each(rows)('%s', (_what, own, others, index, found) => expect(counterpart(placed(own), placed(others), index)).toBe(found))

  test('of texts that are built alike is the one at its place, and leads back', () => {
    fc.assert(fc.property(fc.array(fc.record({ number: fc.option(fc.constantFrom('1', '2', '3')), section: fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }) }), { minLength: 1, maxLength: 12 }), (own) => {
      const others = own.map(({ number, section }) => ({ number, section: section.map((name) => `${name}'`) }))
      own.forEach((_, index) => expect(counterpart(own, others, index)).toBe(index))
    }))
  })
})

test('headings are counted once, clauses without one under none', () => {
  expect(shapeOf(placed('1 2a 3a b'))).toEqual({ sections: 2, clauses: 4, numbers: 3 })
})
