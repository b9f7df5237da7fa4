// Says what went wrong in the reader's language.
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '../../shared/contract/error.ts'

/** A function from any thrown value to a sentence for the screen. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation('errors')
  return useCallback((error: unknown) => (error instanceof AppError ? t(error.code, error.details) : t('internal')), [t])
}
