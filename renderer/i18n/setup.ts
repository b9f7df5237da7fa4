// Languages of the screen. All words are in the bundle; a namespace is a file in locales/<language>/.
import { createInstance, type FormatterModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { grouped } from './format.ts'
import errorsEn from '../../shared/contract/messages/en.json'
import errorsRu from '../../shared/contract/messages/ru.json'

export const LOCALES = ['ru', 'en'] as const
export type Locale = (typeof LOCALES)[number]

type Words = Record<string, unknown>
const files = import.meta.glob<{ default: Words }>('./locales/*/*.json', { eager: true })

function resources(): Record<Locale, Record<string, Words>> {
  const found: Record<Locale, Record<string, Words>> = { ru: { errors: errorsRu }, en: { errors: errorsEn } }
  for (const [path, words] of Object.entries(files)) {
    const [, locale, namespace] = /locales\/(ru|en)\/(.+)\.json$/.exec(path) ?? []
    if (locale && namespace) found[locale as Locale][namespace] = words.default
  }
  return found
}

/** The first of the person's languages that Alternat speaks, else English. */
export function systemLocale(preferred: readonly string[]): Locale {
  for (const tag of preferred) {
    const language = tag.toLowerCase().split('-')[0]
    const known = LOCALES.find((locale) => locale === language)
    if (known) return known
  }
  return 'en'
}

/** The words of this window; inside a component take them from `useTranslation`. */
export const words = createInstance()

/** Numbers in sentences are grouped as the language groups them; a year is given as text. */
const groupingNumbers: FormatterModule = {
  type: 'formatter',
  init: () => {},
  add: () => {},
  addCached: () => {},
  format: (value: unknown, _how, locale) => (typeof value === 'number' ? grouped(value, locale ?? 'en') : (value as string)),
}

/** Sets the words up once; `changeLanguage` switches at run time. */
export function setupI18n(locale: Locale): void {
  void words
    .use(initReactI18next)
    .use(groupingNumbers)
    .init({
      lng: locale,
      fallbackLng: 'en',
      supportedLngs: [...LOCALES],
      defaultNS: 'common',
      resources: resources(),
      interpolation: { escapeValue: false, alwaysFormat: true },
      initAsync: false,
      returnNull: false,
    })
}
