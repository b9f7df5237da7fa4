// Keeps the page's theme and language in step with the settings and the system.
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../shared/contract/app.ts'
import { systemLocale } from '../i18n/setup.ts'

const DARK = '(prefers-color-scheme: dark)'

/** Whether the system asks for the dark theme, now and whenever it changes its mind. */
function useSystemDark(): boolean {
  const [dark, setDark] = useState(() => matchMedia(DARK).matches)
  useEffect(() => {
    const media = matchMedia(DARK)
    const changed = () => setDark(media.matches)
    media.addEventListener('change', changed)
    return () => media.removeEventListener('change', changed)
  }, [])
  return dark
}

/** Applies theme and language; answers which theme is on. */
export function useAppearance(settings: Pick<Settings, 'locale' | 'theme'> | undefined): 'light' | 'dark' {
  const { i18n } = useTranslation()
  const systemDark = useSystemDark()
  const chosen = settings?.theme ?? 'system'
  const theme = chosen === 'system' ? (systemDark ? 'dark' : 'light') : chosen
  const locale = !settings || settings.locale === 'system' ? systemLocale(navigator.languages) : settings.locale
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
  useEffect(() => {
    document.documentElement.lang = locale
    if (i18n.resolvedLanguage !== locale) void i18n.changeLanguage(locale)
  }, [locale, i18n])
  return theme
}
