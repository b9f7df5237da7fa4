// What no officer means to compare but may: the result is still true and still readable, and comes at all.
import { describe, expect, test } from 'vitest'
import { compareTexts } from '../../../../shared/redline/index.ts'
import { writer } from '../../../bench/support/prose.ts'
import { text } from './texts.ts'

const compare = (old: readonly string[], now: readonly string[]) => compareTexts(text(old), text(now))
const write = writer('ru', 7)
const prose = (letters: number) => {
  let made = ''
  while (made.length < letters) made += `${write()} `
  return made
}

describe('one paragraph of 2 MB', () => {
  const long = prose(1_000_000)

  test('with a word in fifty changed marks little more than that', () => {
    const words = long.split(' ')
    const { rows, counts } = compare([long], [words.map((word, at) => (at % 50 === 0 ? 'слово' : word)).join(' ')])
    expect(counts.edited).toBe(1)
    const marked = rows[0]!.ops.filter(({ op }) => op !== 'equal').reduce((sum, { text }) => sum + text.split(' ').length, 0)
    expect(marked).toBeLessThan((words.length / 50) * 3)
  })

  test('against another one is dropped and added as a whole', () => {
    const { rows } = compare([long], [prose(1_000_000)])
    expect(rows.reduce((sum, { ops }) => sum + ops.length, 0)).toBeLessThan(100)
  })
})

const tiny = Array.from({ length: 100_000 }, (_, at) => `Пункт ${at % 977} ${at % 31}`)

test('100,000 tiny paragraphs: those that are gone are found', () => {
  const { counts } = compare(tiny, tiny.filter((_, at) => at % 10 !== 0))
  expect(counts).toMatchObject({ inserted: 0, deleted: 10_000 })
})

test('100,000 tiny paragraphs against themselves are the same', () => {
  expect(compare(tiny, [...tiny]).counts).toMatchObject({ same: 100_000 })
})

test('identical paragraphs, fewer of them', () => {
  const same = Array.from({ length: 5000 }, () => 'Стороны подтверждают приверженность целям и принципам Устава.')
  expect(compare(same, same.slice(1000)).counts).toMatchObject({ same: 4000, deleted: 1000, moved: 0 })
})

test('identical paragraphs, all changed in the same way, keep their order', () => {
  const same = Array.from({ length: 5000 }, () => 'Стороны подтверждают приверженность целям и принципам Устава.')
  const { counts } = compare(same, same.map((line) => line.replace('целям', 'духу')))
  expect(counts).toMatchObject({ edited: 5000, moved: 0 })
})
