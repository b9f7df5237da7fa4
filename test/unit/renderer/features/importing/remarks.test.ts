// What is remarked about a file as it was read, and what is settled by the officer's own words.
import { expect, test } from 'vitest'
import { remarksOf, stillStands } from '../../../../../renderer/features/importing/remarks.ts'
import type { ProposedParagraph } from '../../../../../shared/model/proposal.ts'

const paragraph = (text: string, raw: number[], label?: string): ProposedParagraph => ({
  role: 'passage', text, raw, confidence: 1, reasons: [], ...(label && { label }),
})

test('remarks on the whole file come first; one with a place is tied to the line, with its number and count', () => {
  const remarks = remarksOf({
    paragraphs: [paragraph('Одно', [0, 1]), paragraph('Программа обменов', [4], '2.')],
    warnings: [
      { code: 'names-documents', message: 'Программа обменов', paragraph: 1 },
      { code: 'docx-comments', message: 'comments were left out: 3' },
    ],
  })
  expect(remarks).toEqual([
    { code: 'docx-comments', message: 'comments were left out: 3', label: '', count: 3, raw: null },
    { code: 'names-documents', message: 'Программа обменов', label: '2.', count: 0, raw: 4 },
  ])
})

test('numbers that skip or repeat are asked about in their rows only', () => {
  const codes = ['number-gap', 'number-repeated', 'doubled-number']
  const remarks = remarksOf({ paragraphs: [], warnings: codes.map((code) => ({ code, message: '' })) })
  expect(remarks.map(({ code }) => code)).toEqual(['doubled-number'])
})

test.each([
  ['date-without-year', { date: null, grade: 'press-report' }, true],
  ['date-without-year', { date: '2025-11-16', grade: 'press-report' }, false],
  ['no-date', { date: '2025-11-16', grade: 'official' }, false],
  ['no-declaration', { date: null, grade: 'press-report' }, true],
  ['no-declaration', { date: null, grade: 'official' }, false],
  ['unsure', { date: null, grade: 'official' }, true],
] as const)('%s with %o stands: %s', (code, metadata, stands) => {
  expect(stillStands({ code, message: '', label: '', count: 0, raw: null }, metadata)).toBe(stands)
})
