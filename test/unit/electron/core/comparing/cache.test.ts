// What is kept of comparisons: by what the texts say, up to a bound.
import { expect, test } from 'vitest'
import { createComparisonCache } from '../../../../../electron/core/comparing/cache.ts'
import type { ComparedText } from '../../../../../shared/model/comparison.ts'
import { compareTexts } from '../../../../../shared/redline/index.ts'

const text = (words: string, name = '', label: string | null = null): ComparedText =>
  ({ name, language: 'en', date: null, paragraphs: [{ text: words, label, kind: 'paragraph' }] })
const comparison = (old: string, now: string) => compareTexts(text(old), text(now))

test('is found for the same words under other names, and for nothing else', () => {
  const cache = createComparisonCache()
  cache.put(comparison('water', 'peace'))
  expect(cache.get(text('water', 'A'), text('peace', 'B'))).toEqual({ ...comparison('water', 'peace'), old: text('water', 'A'), new: text('peace', 'B') })
  expect(cache.get(text('peace'), text('water'))).toBeNull()
  expect(cache.get(text('water'), text('peace', '', '2.'))).toBeNull()
})

test('a boundary between paragraphs counts', () => {
  const cache = createComparisonCache()
  const two = { ...text(''), paragraphs: [...text('water').paragraphs, ...text('peace').paragraphs] }
  cache.put(compareTexts(two, text('trade')))
  expect(cache.get(text('water'), { ...text(''), paragraphs: [...text('peace').paragraphs, ...text('trade').paragraphs] })).toBeNull()
})

test('beyond the bound those unused longest are let go; one that is too long is not kept', () => {
  const cache = createComparisonCache(20)
  cache.put(comparison('aaaa', 'bbbb'))
  cache.put(comparison('cccc', 'dddd'))
  cache.get(text('aaaa'), text('bbbb'))
  cache.put(comparison('eeee', 'ffff'))
  expect(cache.get(text('aaaa'), text('bbbb'))).not.toBeNull()
  expect(cache.get(text('cccc'), text('dddd'))).toBeNull()
  cache.put(comparison('x'.repeat(30), ''))
  expect(cache.get(text('x'.repeat(30)), text(''))).toBeNull()
  expect(cache.get(text('eeee'), text('ffff'))).not.toBeNull()
})
