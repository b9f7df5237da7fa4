// Finding words in both sides of a comparison, and the comparison as text.
import { describe, expect, test } from 'vitest'
import { copied } from '../../../renderer/features/comparing/copied.ts'
import { byRow, cutAtHits, findHits } from '../../../renderer/features/comparing/find.ts'
import { inOrder } from '../../../renderer/features/comparing/layout.ts'
import { compareTexts } from '../../../shared/redline/index.ts'
import type { ComparedText } from '../../../shared/model/comparison.ts'

const text = (name: string, paragraphs: string[]): ComparedText => ({
  name,
  language: 'en',
  date: null,
  paragraphs: paragraphs.map((words, index) => ({ text: words, label: `${index + 1}.`, kind: 'paragraph' })),
})

const BEFORE = [
  'The Parties note the results of the first cycle of joint measurements at twelve stations.',
  'The Parties support regular ferry lines between the ports of the lower reaches of the river.',
  'The Parties hold annual exercises of their rescue services on the border stretches.',
]
const AFTER = [
  'The Parties hold annual exercises of their rescue services on the border stretches.',
  'The Parties welcome the results of the first cycle of joint measurements at twelve stations.',
  'The Parties support regular ferry lines between the ports of the lower reaches of the river.',
  'A new paragraph <about> nothing in particular that the earlier text said.',
]
const comparison = compareTexts(text('before', BEFORE), text('after', AFTER))

const find = (query: string, options = {}) =>
  findHits(inOrder(comparison), query, { matchCase: false, wholeWord: false, ...options }).map(
    ({ side, at, from, to }) => `${side} ${comparison.rows[at]![side].join()} ${from}–${to}`,
  )

describe('finding', () => {
  test.each([
    ['on both sides of a row', 'ferry', {}, ['old 1 28–33', 'new 2 28–33']],
    ['what one side alone says', 'welcome', {}, ['new 1 12–19']],
    ['across a change, as the side reads', 'Parties note the', {}, ['old 0 4–20']],
    ['a moved paragraph where it stood and where it stands', 'rescue', {}, ['new 0 43–49', 'old 2 43–49']],
    ['letter case and no-break spaces do not matter', 'FERRY\u00a0LINES', {}, ['old 1 28–39', 'new 2 28–39']],
    ['letter case on request', 'FERRY', { matchCase: true }, []],
    ['whole words on request', 'stat', { wholeWord: true }, []],
    ['nothing for no words', '', {}, []],
  ])('%s', (_name, query, options, expected) => {
    expect(find(query, options).toSorted()).toEqual(expected.toSorted())
  })

  test('a stretch is cut where hits begin and end, also those that reach out of it', () => {
    const hit = (from: number, to: number) => ({ at: 0, side: 'old' as const, from, to })
    const parts = cutAtHits('Parties note', 10, [hit(5, 12), hit(14, 16), hit(20, 30)])
    expect(parts.map((part) => (part.hit ? `<${part.text}>` : part.text)).join('|')).toBe('<Pa>|rt|<ie>|s no|<te>')
  })

  test('only rows with hits are drawn anew', () => {
    const hits = findHits(inOrder(comparison), 'welcome', { matchCase: false, wholeWord: false })
    const rows = byRow(hits, hits[0]!)
    expect([...rows.values()]).toEqual([{ hits, current: hits[0] }])
  })
})

describe('the comparison as text', () => {
  const { plain, html } = copied(comparison)
  const undone = (drop: RegExp, keep: RegExp) => plain.replaceAll(drop, '').replaceAll(keep, '$1').replaceAll(/\d+\. /g, '').split(/\n+/)

  test('either text can be read back from it', () => {
    expect(undone(/\[-[^]*?-\]/g, /\{\+([^]*?)\+\}/g).filter((line) => AFTER.includes(line))).toEqual(AFTER)
    expect(undone(/\{\+[^]*?\+\}/g, /\[-([^]*?)-\]/g).filter((line) => BEFORE.includes(line))).toEqual(BEFORE)
  })

  test('words are no markup', () => {
    expect(html).toContain('&lt;about&gt;')
    expect(html).toContain('<del>note</del><ins>welcome</ins>')
  })
})
