// Which paragraphs are notes under a text, and which only begin like one.
import { expect, it } from 'vitest'
import { segment } from '../../../../shared/segmenting/index.ts'
import { footnotesIn, notesOf, withoutMark } from '../../../../shared/segmenting/footnotes.ts'

it.each<[string, string[], [number, string, boolean][]]>([
  ['in square brackets', ['Стороны открыли Дом рек[1].', '[1] Открыт в 2033 году.'], [[1, '[1]', true]]],
  ['raised', ['Leaders support the Initiative².', '² Proposed in 2028.'], [[1, '²', true]]],
  ['starred, under a title', ['Декларация*', '* Перевод сверен.'], [[1, '*', true]]],
  ['glued to a word where raising was lost', ['Стороны берегут леса1, реки2.', '1 В границах 2030 года.', '2 См. приложение.'], [[1, '1', true], [2, '2', true]]],
  ['a raised mark that nothing refers to', ['Стороны открыли мост.', '³ В 2033 году.'], [[1, '³', false]]],
  ['stars of a list', ['Стороны решили*:', '* открыть мост;', '* закрыть паром;'], []],
  ['a figure that nothing refers to', ['Стороны открыли мост.', '1 Мая'], []],
  ['a sum', ['Стороны выделили 5[2] млрд.', '12 Стороны'], []],
  ['words that hold no mark', ['', 'Стороны открыли мост.'], []],
])('%s', (_, texts, notes) => {
  expect([...footnotesIn(texts)].map(([index, { mark, referred }]) => [index, mark, referred]).sort()).toEqual(notes)
})

it('is read in moments, however long', () => {
  const long = 'а'.repeat(1_000_000)
  expect(footnotesIn([`${long}1`, '1 Сноска', '*'.repeat(200_000), '²'.repeat(200_000), `[1]${'[1] '.repeat(100_000)}`]).get(1)?.mark).toBe('1')
})

it('takes the word of the file for a note, whatever its mark, and reads on without its mark in the text', () => {
  const raw = [
    { text: 'Совместное заявление¹²', line: 1 }, { text: 'Стороны намерены открыть мост.¹²', line: 2 },
    { text: '¹² Мост через реку.', line: 3, hint: { note: '¹²' } }, { text: 'Второй абзац сноски.', line: 4, hint: { note: '' } },
  ]
  expect([...notesOf(raw)]).toEqual([[2, { mark: '¹²', end: 2, referred: true, told: true }], [3, { mark: '', end: 0, referred: true, told: true }]])
  const { paragraphs } = segment(raw, { fileName: 'a.docx', format: 'docx' })
  expect(paragraphs.map(({ role, label, text }) => [role, label, text])).toEqual([
    ['title', undefined, 'Совместное заявление¹²'], ['clause', undefined, 'Стороны намерены открыть мост.¹²'],
    ['footnote', '¹²', 'Мост через реку.'], ['footnote', undefined, 'Второй абзац сноски.'],
  ])
})

it('takes the mark off a title', () => {
  expect(withoutMark('Декларация*', ['*', '[1]'])).toBe('Декларация')
  expect(withoutMark('Декларация [1]', ['[1]'])).toBe('Декларация')
  expect(withoutMark('Декларация 5*', [])).toBe('Декларация 5*')
  expect(['Леса1', '12 мая 2021'].map((text) => withoutMark(text, ['1']))).toEqual(['Леса', '12 мая 2021'])
})
