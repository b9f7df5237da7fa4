// What a report says of its own, in the language of who reads it.
import en from './words/en.json' with { type: 'json' }
import ru from './words/ru.json' with { type: 'json' }

export type ReportWord = keyof typeof en
export type Say = (word: ReportWord, values?: Record<string, string | number>) => string

/** The sentences of a report in one language. */
export const sayIn = (language: 'ru' | 'en'): Say => (word, values = {}) =>
  (language === 'ru' ? ru : en)[word].replaceAll(/\{\{(\w+)\}\}/gu, (_, slot: string) => String(values[slot] ?? ''))
