// Which declarations the left column lets through, in which order, and the same filter as the clause search takes it.
import { describe, expect, test } from 'vitest'
import {
  declarationFacets,
  isNamed,
  letThrough,
  sorted,
} from '../../../../../renderer/features/library/filters.ts'
import type { ClauseFilter } from '../../../../../shared/contract/library.ts'
import { filtersInUse, sameFilter, tidied, toggled, toggledIn } from '../../../../../shared/searching/index.ts'
import { UNCURATED } from '../../../../../shared/model/curation.ts'
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
  status: 'current',
  curation: UNCURATED,
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

describe('the table', () => {
  test.each<[string, ClauseFilter, DeclarationSummary[]]>([
    ['no filter', {}, ALL],
    ['any of the chosen forms', { forms: ['communique', 'joint-statement'] }, [ORM, KALD]],
    ['every chosen party was party', { parties: ['AV', 'Лига портов'] }, [OSAKA]],
    ['grade', { grades: ['press-report'] }, [ORM]],
    ['language', { languages: ['en'] }, [ORM]],
    ['from a year, and then a text without a date is out', { years: { from: 2022 } }, [KALD]],
    ['up to a year', { years: { to: 2021 } }, [OSAKA]],
    ['chosen declarations', { declarations: [KALD.id] }, [KALD]],
    ['two kinds of filter together', { parties: ['AV'], forms: ['communique'] }, [KALD]],
    ['the section speaks of clauses alone', { section: 'вода' }, ALL],
  ])('%s', (_, filter, expected) => {
    expect(letThrough(ALL, filter)).toEqual(expected)
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
    expect(filtersInUse({})).toBe(0)
    expect(filtersInUse({ parties: ['AV', 'OV'], years: { from: 2020, to: 2021 }, section: ' вода ', forms: [] })).toBe(3)
    expect(filtersInUse({ section: '  ' })).toBe(0)
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

describe('the filter', () => {
  test.each<[what: string, filter: ClauseFilter, tidy: ClauseFilter]>([
    ['an empty list', { forms: [], languages: ['ru'] }, { languages: ['ru'] }],
    ['years without bounds', { years: {} }, {}],
    ['spaces around the section', { section: ' вода ' }, { section: 'вода' }],
    ['a section of spaces', { section: '  ' }, {}],
    ['favourites that are not wanted', { favourites: false, reuse: 'barred' }, { reuse: 'barred' }],
  ])('drops %s', (_, filter, tidy) => {
    expect(tidied(filter)).toEqual(tidy)
  })

  test.each<[one: ClauseFilter, other: ClauseFilter, same: boolean]>([
    [{ tags: ['a', 'b'], forms: [] }, { tags: ['b', 'a'] }, true],
    [{ languages: ['ru'], favourites: true }, { favourites: true, languages: ['ru'] }, true],
    [{ years: { from: 2020 } }, { years: { to: 2020 } }, false],
    [{ tags: ['a'] }, {}, false],
  ])('%j does what %j does: %s', (one, other, same) => {
    expect(sameFilter(one, other)).toBe(same)
  })

  test('has a value put in and taken out', () => {
    expect(toggledIn({ languages: ['ru'] }, 'languages', 'en')).toEqual({ languages: ['ru', 'en'] })
    expect(toggledIn({ languages: ['ru'], tags: ['a'] }, 'languages', 'ru')).toEqual({ tags: ['a'] })
  })
})

describe('counts', () => {
  const counts = (list: readonly { value: string | number; count: number }[]) => Object.fromEntries(list.map(({ value, count }) => [value, count]))
  test('speak of what is named and let through, and of a kind that is chosen from as if nothing was', () => {
    const { forms, languages } = declarationFacets(ALL, '', { forms: ['communique'] })
    expect(counts(forms)).toEqual({ declaration: 1, communique: 1, 'joint-statement': 1 })
    expect(Object.values(counts(languages)).reduce((sum, count) => sum + count, 0)).toBe(1)
    expect(counts(declarationFacets(ALL, 'осака', {}).forms)).toEqual({ declaration: 1 })
  })
})

test('a choice is put in and taken out', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b'])
  expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
})
