// Both languages say the same things: each file of words has the same keys in Russian and English, with the plural forms of each.
import { describe, expect, test } from 'vitest'
import { ERROR_CODES } from '../../shared/contract/error.ts'
import { filesUnder, readSource } from './sources.ts'

const PLURAL = /_(zero|one|two|few|many|other)$/
const FORMS: Record<string, string[]> = { en: ['one', 'other'], ru: ['one', 'few', 'many', 'other'] }

/** Flat keys: "row.same". */
function keysOf(words: object, above = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? keysOf(value as object, `${above}${key}.`) : [`${above}${key}`])
}

const read = (file: string) => JSON.parse(readSource(file)) as object
const withoutPlurals = (keys: string[]) => [...new Set(keys.map((key) => key.replace(PLURAL, '')))].toSorted()
const slotsOf = (sentence: string) => [...new Set([...sentence.matchAll(/\{\{-?\s*(\w+)[^}]*\}\}/g)].map((match) => match[1]!))].toSorted()

const PAIRS = [
  ...filesUnder('renderer/i18n/locales/en', ['.json']).map((file) => [file, file.replace('/en/', '/ru/')] as const),
  ...['shared/contract/messages', 'electron/host/words', 'electron/main/words', 'electron/core/formats/report/words'].map((folder) => [`${folder}/en.json`, `${folder}/ru.json`] as const),
]

describe.each(PAIRS)('%s and %s', (en, ru) => {
  test('have the same keys', () => {
    expect(withoutPlurals(keysOf(read(ru)))).toEqual(withoutPlurals(keysOf(read(en))))
  })

  test.each([['en', en], ['ru', ru]])('have every plural form in %s', (language, file) => {
    const keys = keysOf(read(file))
    const plural = [...new Set(keys.filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, '')))]
    const missing = plural.flatMap((key) => FORMS[language]!.map((form) => `${key}_${form}`)).filter((key) => !keys.includes(key))
    expect(missing).toEqual([])
  })

  test('fill the same slots', () => {
    const english = Object.entries(read(en))
    const russian = read(ru) as Record<string, unknown>
    const differ = english.filter(([key, value]) => typeof value === 'string' && typeof russian[key] === 'string'
      && slotsOf(value).join() !== slotsOf(russian[key]).join())
    expect(differ.map(([key]) => key)).toEqual([])
  })
})

test('there is no language file without its twin', () => {
  const names = (language: string) => filesUnder(`renderer/i18n/locales/${language}`, ['.json']).map((file) => file.split('/').at(-1))
  expect(names('ru').toSorted()).toEqual(names('en').toSorted())
})

test.each(['en', 'ru'])('every error code has its sentence in %s', (language) => {
  expect(Object.keys(read(`shared/contract/messages/${language}.json`)).toSorted()).toEqual([...ERROR_CODES].toSorted())
})
