// Slots of a form are filled in its language, in the order of the parties; what is not known yet stands in brackets.
import { describe, expect, test } from 'vitest'
import { citationOf, dateInWords, fillSlots, personInWords, statementFromForm } from '../../../../shared/drafting/index.ts'
import type { FormTemplate } from '../../../../shared/model/form.ts'
import { blockText } from '../../../../shared/model/statement.ts'

describe('a date in words', () => {
  const rows: [iso: string, language: string, words: string][] = [
    ['2022-06-08', 'ru', '8 июня 2022 года'],
    ['2022-06-08', 'en', '8 June 2022'],
    ['2025-12-31', 'ru', '31 декабря 2025 года'],
    ['2024-02-29', 'en', '29 February 2024'],
    ['2022-06-08', 'fr', '8 juin 2022'],
  ]
  for (const [iso, language, words] of rows) test(`${iso} in ${language}`, () => expect(dateInWords(iso, language)).toBe(words))
  for (const bad of ['', '2022-6-8', '8 июня 2022', '2022-13-01']) test(`${bad} is none`, () => expect(() => dateInWords(bad, 'ru')).toThrow(RangeError))
})

describe('slots', () => {
  const parties = [
    { state: 'Вестрия', person: 'Ивар Секст', title: 'Министр транспорта' },
    { state: 'Алвания', person: 'Марен Толь', title: 'Министр водных ресурсов Республики Алвании' },
    { state: 'Даррония' },
  ]
  const values = { parties, date: '2026-03-08', place: 'Тервен' }
  const empty = { parties: [], date: null, place: null }
  const rows: [text: string, given: typeof values | typeof empty, language: string, filled: string][] = [
    ['Место: {place}, {date}.', values, 'ru', 'Место: Тервен, 8 марта 2026 года.'],
    ['{parties}', values, 'ru', 'Вестрия, Алвания и Даррония'],
    ['{persons}', values, 'ru', 'Министр транспорта Ивар Секст (Вестрия), Министр водных ресурсов Республики Алвании Марен Толь и Даррония'],
    ['{parties}', { ...values, parties: [{ state: 'Vestria' }, { state: 'Alvania' }, { state: 'Darronia' }] }, 'en', 'Vestria, Alvania and Darronia'],
    ['{persons}', { ...values, parties: [{ state: 'Vestria', person: 'Ivar Sext', title: 'Minister of Transport' }] }, 'en', 'Minister of Transport of Vestria Ivar Sext'],
    ['{date}, {place}: {parties} / {persons}', empty, 'ru', '[дата], [место]: [участники] / [представители]'],
    ['{date}, {place}: {parties} / {persons}', empty, 'en', '[date], [place]: [participants] / [representatives]'],
    ['{place} and {place}', values, 'en', 'Тервен and Тервен'],
    ['{other} {} {place', values, 'ru', '{other} {} {place'],
    ['$& {place}', { ...values, place: '$& $1' }, 'ru', '$& $& $1'],
  ]
  for (const [text, given, language, filled] of rows) test(`${text} in ${language}`, () => expect(fillSlots(text, given, language)).toBe(filled))

  test('a person without an office, an office without a person', () => {
    expect(personInWords({ state: 'Вестрия', person: 'Ивар Секст' }, 'ru')).toBe('Ивар Секст (Вестрия)')
    expect(personInWords({ state: 'Vestria', title: 'Minister of Transport' }, 'en')).toBe('Minister of Transport of Vestria')
  })
})

describe('a citation', () => {
  const rows: [place: string | null, date: string | null, citation: string][] = [
    ['Ташкент', '2024-08-09', 'Ташкент 2024'],
    ['г. Нур-Султан', '2022-06-08', 'Нур-Султан 2022'],
    ['Tokyo, Japan', '2025-12-20', 'Tokyo 2025'],
    [null, '2022-06-08', 'Совместное заявление по итогам встречи…, 2022'],
    ['Ташкент', null, 'Совместное заявление по итогам встречи…'],
  ]
  const title = 'Совместное заявление\nпо итогам встречи министров иностранных дел'
  for (const [place, date, citation] of rows) test(`${citation}`, () => expect(citationOf({ title, place, date })).toBe(citation))
})

test('the statement of a form has its parts in order, with slots filled and headings that keep out of the count', () => {
  const form: FormTemplate = {
    id: 'test', language: 'ru', form: 'declaration', name: 'Форма', description: '', title: 'Декларация {place}', chapeau: ['{date}.'],
    sections: [{ heading: 'Общее', numbered: false }, { heading: 'Вода', paragraphs: ['Лидеры решили.', ''] }],
    numbering: { sections: 'roman', clauses: 'continuous', items: 'parenthesis' }, closing: ['Лидеры благодарят.'], placeDate: '{place}', definedTerm: null,
  }
  const statement = statementFromForm(form, { parties: [], date: null, place: 'Тервен' })
  expect(statement.blocks.map((block) => [block.kind, blockText(block), block.numbered ?? true])).toEqual([
    ['title', 'Декларация Тервен', true], ['chapeau', '[дата].', true], ['heading', 'Общее', false], ['heading', 'Вода', true],
    ['paragraph', 'Лидеры решили.', true], ['paragraph', '', true], ['paragraph', 'Лидеры благодарят.', true], ['place-date', 'Тервен', true],
  ])
  expect(new Set(statement.blocks.map((block) => block.id)).size).toBe(8)
  const named = statementFromForm(form, { parties: [], date: null, place: 'Тервен' }, 'Декларация о лесах')
  expect(blockText(named.blocks[0]!)).toBe('Декларация о лесах')
})
