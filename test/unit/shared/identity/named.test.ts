// Names of documents as reports write them: shown in the nominative, known again in any case, quotes and letters, and told apart by day.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSameDocument, keyOf, matchOf, readName, type Described, type Named } from '../../../../shared/identity/index.ts'

describe('a name', () => {
  const rows: [written: string, name: string, date: string | null][] = [
    ['Совместного заявления глав государств', 'Совместное заявление глав государств', null],
    ['Тервенскую декларацию (12 октября 2023 года)', 'Тервенская декларация', '2023-10-12'],
    ['резолюции о водах Селены', 'Резолюция о водах Селены', null],
    ['Протоколом встречи 3 мая 2024 года в Орме', 'Протокол встречи 3 мая 2024 года в Орме', '2024-05-03'],
    ['the Olmin Declaration of 14 May 2021', 'The Olmin Declaration of 14 May 2021', '2021-05-14'],
    ['План (проект) мер', 'План (проект) мер', null],
    ['Концепции', 'Концепция', null],
  ]
  test.each(rows)('%s', (written, name, date) => expect(readName(written)).toMatchObject({ name, date }))

  test.each([
    ['Концепция «Чистые реки» региона', 'концепции "Чистые реки" регионов'],
    ['Решение о приёме Вестрии', 'Решением о приеме Вестрии (3 мая 2024 г.)'],
    ['Joint Statement of the Heads of State', 'joint statement by heads of state'],
  ])('is known again: %s', (one, other) => expect(keyOf(readName(one))).toBe(keyOf(readName(other))))

  test('whatever it is, is read within its own words, and again as the same', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (written) => {
      const { name, stems } = readName(written)
      expect(new Set(stems).size).toBe(stems.length)
      expect(readName(name).name).toBe(name)
    }))
  })
})

const named = (name: string, date: string | null = null, ...reported: (string | null)[]): Named => ({ ...readName(name), date, reported })

describe('two names of the same words are one document', () => {
  const [long, short] = ['Совместное заявление министров транспорта Вестрии и Алвании', 'Совместное заявление']
  const rows: [what: string, one: Named, other: Named, isOne: boolean][] = [
    ['of one day', named(short, '2024-05-12'), named(short, '2024-05-12'), true],
    ['of two days, not', named(long, '2024-05-12'), named(long, '2024-05-13'), false],
    ['without a day, by reports of one event', named(short, null, '2024-05-12'), named(short, null, '2024-05-20'), true],
    ['without a day, by reports a year apart, not', named(long, null, '2024-05-12'), named(long, null, '2025-05-12'), false],
    ['where one report gives the day', named(short, '2024-05-12', '2024-05-14'), named(short, null, '2024-05-13'), true],
    ['without any day, if they tell enough', named(long, null, null), named(long, null, null), true],
    ['without any day, not if many bear that name', named(short, null, null), named(short, null, null), false],
  ]
  test.each(rows)('%s', (_what, one, other, isOne) => {
    expect(isSameDocument(one, other)).toBe(isOne)
    expect(isSameDocument(other, one)).toBe(isOne)
  })
})

describe('a text is the document', () => {
  const text = (title: string, date: string | null = '2024-05-12', about: Partial<Described> = {}): Described =>
    ({ title, date, form: 'joint-statement', parties: [{ state: 'Вестрия', code: 'VT' }, { state: 'Алвания', code: 'AV' }], ...about })
  const title = 'Совместное заявление\nминистров транспорта Вестрии и Алвании'
  const rows: [what: string, document: Named, text: Described, reasons: string | null, isSure: boolean][] = [
    ['same title, same day', named(title, '2024-05-12'), text(title), 'title date form', true],
    ['same title, soon before the report', named(title, null, '2024-05-14'), text(title), 'title report form', true],
    ['same title in another case, quotes and ё', named('совместного заявления «министров транспорта Вестрии и Алвании»', '2024-05-12'), text(title), 'title date form', true],
    ['same title, another day', named(title, '2024-05-13'), text(title), null, false],
    ['same title, no day at all', named(title, null, null), text(title), 'title form', false],
    ['a title that many have, no day', named('Совместное заявление', null, null), text('Совместное заявление'), null, false],
    ['a title that many have, soon before the report', named('Совместное заявление', null, '2024-05-14'), text('Совместное заявление'), 'title report form', false],
    ['longer title, same day', named('Совместное заявление министров транспорта', '2024-05-12'), text(`${title} по итогам третьей встречи в городе Орм`), 'words date form', false],
    ['another language, same day and form', named('Joint Statement of the Ministers', '2024-05-12'), text(title), 'date form', false],
    ['same day, another form', named('Декларация о водах', '2024-05-12'), text(title), null, false],
    ['same day, nothing else', named('План действий', '2024-05-12'), text(title), null, false],
    ['same day and form, other parties', named('Совместное заявление Казахстана и Японии', '2024-05-12'), text('Joint Statement'), null, false],
    ['the parties that it names', named('Совместное заявление Казахстана и Японии', '2024-05-12'),
      text('Joint Statement', '2024-05-12', { parties: [{ state: 'Kazakhstan', code: 'KZ' }, { state: 'Japan', code: 'JP' }] }), 'date form parties', false],
    ['long before the report', named('Совместное заявление министров', null, '2024-06-30'), text('Совместное заявление министров'), null, false],
  ]
  test.each(rows)('%s', (_what, document, own, reasons, isSure) => {
    expect(matchOf(document, own)).toEqual(reasons === null ? null : { reasons: reasons.split(' '), isSure })
  })
})
