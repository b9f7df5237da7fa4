// Sizes of files as a person reads them.
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const

/** "48 KB", "1.2 GB" in the language of the screen. */
export function useSize(): (bytes: number) => string {
  const { i18n } = useTranslation()
  const locale = i18n.resolvedLanguage ?? 'en'
  return useCallback((bytes: number) => {
    let value = bytes / 1024
    let unit = 0
    for (; value >= 1024 && unit < UNITS.length - 1; unit++) value /= 1024
    const digits = value < 10 && unit > 0 ? 1 : 0
    return new Intl.NumberFormat(locale, { style: 'unit', unit: UNITS[unit]!, maximumFractionDigits: digits }).format(Math.max(value, 1))
  }, [locale])
}
