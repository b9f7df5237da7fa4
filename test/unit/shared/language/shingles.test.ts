// Signatures: alike texts share bands, others do not; shares say what a person would count.
import { describe, expect, test } from 'vitest'
import { bandsOf, sameWords, words } from '../../../../shared/language/shingles.ts'
import { statement } from '../../../support/batches.ts'

const shared = (one: string, other: string) => {
  const bands = new Set(bandsOf(words(one)))
  return bandsOf(words(other)).filter((band) => bands.has(band)).length
}
/** Every n-th word replaced. */
const edited = (text: string, every: number) => text.split(' ').map((word, at) => (at % every === every - 1 ? `иное${at}` : word)).join(' ')

describe('signatures', () => {
  test.each([40, 20, 12])('find a text of which every %dth word was replaced', (every) => {
    const missed = Array.from({ length: 40 }, (_, i) => statement(i, 12)).filter((text) => shared(text, edited(text, every)) === 0)
    expect(missed).toHaveLength(0)
  })

  test('do not join texts that have only turns of phrase in common', () => {
    const clause = (i: number) => Array.from({ length: 80 }, (_, at) => `слово${i}x${at}${at % 9 === 0 ? ' стороны подтверждают приверженность' : ''}`).join(' ')
    const joined = Array.from({ length: 40 }, (_, i) => shared(clause(i), clause(i + 1))).filter((bands) => bands > 0)
    expect(joined.length).toBeLessThan(8)
  })

  test('have keys that a database keeps exactly', () => {
    const bands = bandsOf(words(statement(1)))
    expect(bands).toHaveLength(32)
    expect(bands.every((band) => Number.isSafeInteger(band) && band >= 0)).toBe(true)
  })

  test('are none for a text of two words', () => expect(bandsOf(words('Стороны решили'))).toEqual([]))
})

describe('words in common', () => {
  const rows: [one: string, other: string, share: number][] = [
    ['Стороны подтвердили', 'стороны ПОДТВЕРДИЛИ.', 100],
    ['реки и дороги', 'дороги и реки', 100],
    ['а б в г', 'а б в д', 75],
    ['а б', 'в г', 0],
    ['', '', 100],
  ]
  test.each(rows)('%s | %s: %d', (one, other, share) => expect(sameWords(words(one), words(other))).toBe(share))
  test('are never called all where one is missing', () => {
    const long = Array.from({ length: 2000 }, (_, i) => `w${i}`)
    expect(sameWords(long, long.slice(1))).toBe(99)
  })
})
