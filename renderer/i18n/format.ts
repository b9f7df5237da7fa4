// Dates, numbers and names of languages and states in the language of the screen.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

export interface Formats {
  /** "14.05.2024", "14 May 2024" from an ISO date; a dash where it is unknown. */
  date(iso: string | null): string
  /** "21.11, 19:20", "21 Nov, 19:20" or with the year where it is another, local time. */
  moment(iso: string): string
  number(value: number): string
  /** "Русский" for "ru". */
  language(tag: string): string
}

const capital = (text: string, locale: string) => text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1)

const numbers = new Map<string, Intl.NumberFormat>()

/** "12 840", "12,840". */
export function grouped(value: number, locale: string): string {
  const known = numbers.get(locale) ?? new Intl.NumberFormat(locale)
  numbers.set(locale, known)
  return known.format(value)
}

/** Formats of one locale. */
export function formats(locale: string): Formats {
  // 06/07/2025 is another day in London than in Washington: English names the month.
  const tag = locale === 'en' ? 'en-GB' : locale
  const dayAndMonth = { day: locale === 'en' ? 'numeric' : '2-digit', month: locale === 'en' ? 'short' : '2-digit' } as const
  const time = { hour: '2-digit', minute: '2-digit' } as const
  const date = new Intl.DateTimeFormat(tag, { ...dayAndMonth, year: 'numeric', timeZone: 'UTC' })
  const moment = new Intl.DateTimeFormat(tag, { ...dayAndMonth, ...time })
  const dated = new Intl.DateTimeFormat(tag, { ...dayAndMonth, year: 'numeric', ...time })
  const languages = new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' })
  return {
    date: (iso) => (iso === null || Number.isNaN(Date.parse(iso)) ? '–' : date.format(new Date(iso))),
    moment: (iso) => {
      const time = new Date(iso)
      if (Number.isNaN(time.getTime())) return '–'
      return (time.getFullYear() === new Date().getFullYear() ? moment : dated).format(time)
    },
    number: (value) => grouped(value, locale),
    language: (tag) => {
      try {
        return capital(languages.of(tag) ?? tag, locale)
      } catch {
        return tag
      }
    },
  }
}

/** Formats of the language on screen. */
export function useFormats(): Formats {
  const { i18n } = useTranslation()
  const locale = i18n.resolvedLanguage ?? 'en'
  return useMemo(() => formats(locale), [locale])
}
