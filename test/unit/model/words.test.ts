// A language is one that Intl takes: dates, lists and names of states are made with it.
import { expect, test } from 'vitest'
import { languageSchema } from '../../../shared/model/words.ts'

test.each(['ru', 'en', 'en-GB', 'zh-Hans-CN', 'und', 'uz-Cyrl'])('%s is a language', (tag) => {
  expect(languageSchema.parse(tag)).toBe(tag)
  expect(() => new Intl.DateTimeFormat(tag)).not.toThrow()
})

test.each(['', 'RU', 'ru_RU', 'en-12', 'ru-ab12', 'en-a1', 'en-abcd-abcd', `en-${'x'.repeat(40)}`])('%j is none', (tag) => {
  expect(languageSchema.safeParse(tag).success).toBe(false)
})
