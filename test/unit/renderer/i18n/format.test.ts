// Dates, numbers and names in the language of the screen.
import { expect, test } from 'vitest'
import { formats } from '../../../../renderer/i18n/format.ts'
import { setupI18n, words } from '../../../../renderer/i18n/setup.ts'
import { parseDate } from '../../../../renderer/ui/parties.ts'

test.each([
  ['ru', '2024-05-14', '14.05.2024'],
  ['en', '2024-05-14', '14 May 2024'],
  ['ru', null, '–'],
  ['ru', 'not a date', '–'],
])('a date in %s', (locale, iso, shown) => {
  expect(formats(locale).date(iso)).toBe(shown)
})

test.each(['ru', 'en'])('a date as %s shows it can be typed in again', (locale) => {
  for (let month = 1; month <= 12; month++) {
    const iso = `2024-${String(month).padStart(2, '0')}-07`
    expect(parseDate(formats(locale).date(iso))).toBe(iso)
  }
})

test.each([
  ['ru', 'en', 'Английский'],
  ['en', 'ru', 'Russian'],
  ['ru', 'qqq', 'qqq'],
])('in %s the language %s', (locale, tag, shown) => {
  expect(formats(locale).language(tag).toLowerCase()).toBe(shown.toLowerCase())
})

test('numbers are grouped as the language groups them', () => {
  expect(formats('ru').number(12840).replace(/\s/u, ' ')).toBe('12 840')
  expect(formats('en').number(1284)).toBe('1,284')
})

test('numbers in sentences are grouped too, years are not', async () => {
  setupI18n('ru')
  expect(words.t('settings:carry.allNote', { declarations: 10_005, drafts: 1 }).replaceAll(/\s/gu, ' ')).toContain('деклараций 10 005, черновиков 1,')
  await words.changeLanguage('en')
  expect(words.t('settings:carry.more', { count: 12_840 })).toContain('12,840')
  expect(words.t('drafting:filter.from', { year: '2024' })).toBe('from 2024')
})
