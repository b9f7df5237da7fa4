// Which declarations the left column lets through, in which order, and the same filter as the clause search takes it.
import { describe, expect, test } from 'vitest'
import {
  filtersInUse,
  isLetThrough,
  isNamed,
  NO_FILTER,
  sorted,
  toClauseFilter,
  toggled,
  type LibraryFilter,
} from '../../../../../renderer/features/library/filters.ts'
import type { DeclarationSummary } from '../../../../../shared/model/declaration.ts'
import type { DeclarationId } from '../../../../../shared/model/ids.ts'

const summary = (id: string, about: Partial<DeclarationSummary> = {}): DeclarationSummary => ({
  id: id as DeclarationId,
  title: id,
  form: 'declaration',
  language: 'ru',
  grade: 'official',
  date: '2021-05-14',
  place: null,
  parties: [],
  definedTerms: [],
  source: '',
  added: '2026-01-01T00:00:00Z',
  clauses: 1,
  passages: 0,
  sample: false,
  ...about,
})

const OSAKA = summary('Осакская декларация', {
  date: '2021-03-11',
  place: 'Осака',
  parties: [{ state: 'Алвания', code: 'AV' }, { state: 'Лига портов' }],
  clauses: 53,
})
const ORM = summary('Заявление о берёзах', {
  form: 'joint-statement',
  language: 'en',
  grade: 'press-report',
  date: null,
  clauses: 7,
})
const KALD = summary('Кальдское коммюнике', {
  form: 'communique',
  grade: 'unofficial-translation',
  date: '2024-05-14',
  parties: [{ state: 'Алвания', code: 'AV' }],
  clauses: 12,
})
const ALL = [OSAKA, ORM, KALD]

const withFilter = (changes: Partial<LibraryFilter>): LibraryFilter => ({ ...NO_FILTER, ...changes })
const left = (changes: Partial<LibraryFilter>) => ALL.filter((each) => isLetThrough(each, withFilter(changes)))

describe('the table', () => {
  test.each<[string, Partial<LibraryFilter>, DeclarationSummary[]]>([
    ['no filter', {}, ALL],
    ['any of the chosen forms', { forms: ['communique', 'joint-statement'] }, [ORM, KALD]],
    ['every chosen party was party', { parties: ['AV', 'Лига портов'] }, [OSAKA]],
    ['grade', { grades: ['press-report'] }, [ORM]],
    ['language', { languages: ['en'] }, [ORM]],
    ['from a year, and then a text without a date is out', { years: { from: 2022, to: null } }, [KALD]],
    ['up to a year', { years: { from: null, to: 2021 } }, [OSAKA]],
    ['chosen declarations', { declarations: [KALD.id] }, [KALD]],
    ['two kinds of filter together', { parties: ['AV'], forms: ['communique'] }, [KALD]],
    ['the section speaks of clauses alone', { section: 'вода' }, ALL],
  ])('%s', (_, filter, expected) => {
    expect(left(filter)).toEqual(expected)
  })

  test.each([
    ['ОСАКА', [OSAKA]],
    ['березах', [ORM]],
    ['алвания кальдское', [KALD]],
    ['2024-05', [KALD]],
    ['', ALL],
    ['нет такого', []],
  ])('named by «%s»', (query, expected) => {
    expect(ALL.filter((each) => isNamed(each, query))).toEqual(expected)
  })

  test('counts kinds of filter, not choices', () => {
    expect(filtersInUse(withFilter({}))).toBe(0)
    expect(filtersInUse(withFilter({ parties: ['AV', 'OV'], years: { from: 2020, to: 2021 }, section: ' вода ' }))).toBe(3)
    expect(filtersInUse(withFilter({ section: '  ' }))).toBe(0)
  })
})

describe('order', () => {
  test.each([
    ['newest first, undated last', { column: 'date', descending: true }, [KALD, OSAKA, ORM]],
    ['oldest first, undated last', { column: 'date', descending: false }, [OSAKA, KALD, ORM]],
    ['most clauses first', { column: 'clauses', descending: true }, [OSAKA, KALD, ORM]],
    ['most authoritative first', { column: 'grade', descending: false }, [OSAKA, KALD, ORM]],
    ['title by the alphabet', { column: 'title', descending: false }, [ORM, KALD, OSAKA]],
  ] as const)('%s', (_, sort, expected) => {
    expect(sorted(ALL, sort, 'ru')).toEqual(expected)
  })
})

describe('the clause search', () => {
  test('forms become the declarations that have them', () => {
    expect(toClauseFilter(withFilter({ forms: ['communique', 'declaration'] }), ALL)).toEqual({
      declarations: [OSAKA.id, KALD.id],
    })
  })
  test('forms and chosen declarations meet', () => {
    expect(toClauseFilter(withFilter({ forms: ['communique'], declarations: [OSAKA.id, KALD.id] }), ALL)).toEqual({
      declarations: [KALD.id],
    })
  })
  test('nothing can be found where no declaration is left, and that is no empty filter', () => {
    expect(toClauseFilter(withFilter({ forms: ['resolution'] }), ALL)).toBeNull()
    expect(toClauseFilter(withFilter({ forms: ['communique'], declarations: [OSAKA.id] }), ALL)).toBeNull()
  })
  test('an absent choice is left out', () => {
    expect(toClauseFilter(NO_FILTER, ALL)).toEqual({})
    expect(toClauseFilter(withFilter({ years: { from: null, to: 2022 }, section: ' вода ' }), ALL)).toEqual({
      years: { to: 2022 },
      section: 'вода',
    })
  })
})

test('a choice is put in and taken out', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b'])
  expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
})
